/** What the guest has chosen: dish by id, with its count. */
const counts = new Map();

module.exports = {
  change(id, by) {
    const count = Math.min(9, Math.max(0, (counts.get(id) || 0) + by));
    if (count === 0) counts.delete(id);
    else counts.set(id, count);
  },
  clear: () => counts.clear(),
  items: () => [...counts].map(([id, count]) => ({ id, count })),
  /** Dishes with how many of each are chosen. */
  counted: (menu) => menu.map((dish) => Object.assign({}, dish, { count: counts.get(dish.id) || 0 })),
};
