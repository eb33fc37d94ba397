/** What the shop sells. Prices in fen; they are decided here and nowhere else. */
export const menu = [
  { id: 'margherita', name: 'Margherita', about: 'Tomato, mozzarella, basil', price: 4200, picture: 'margherita' },
  { id: 'funghi', name: 'Funghi', about: 'Mushrooms, thyme, fontina', price: 4800, picture: 'funghi' },
  { id: 'verdura', name: 'Verdura', about: 'Courgette, pepper, rocket', price: 4600, picture: 'verdura' },
  { id: 'diavola', name: 'Diavola', about: 'Hot salami, chilli, honey', price: 5200, picture: 'diavola' },
];

const mostOfOne = 9;

/** The lines of an order with the shop's own names and prices; undefined when something in it is not for sale. */
export function priceOf(items) {
  if (!Array.isArray(items) || items.length === 0 || items.length > menu.length) return undefined;
  const lines = [];
  for (const item of items) {
    const dish = menu.find(({ id }) => id === item?.id);
    const count = item?.count;
    if (dish === undefined || !Number.isInteger(count) || count < 1 || count > mostOfOne) return undefined;
    if (lines.some(({ id }) => id === dish.id)) return undefined;
    lines.push({ id: dish.id, name: dish.name, price: dish.price, count });
  }
  return { lines, total: lines.reduce((sum, { price, count }) => sum + price * count, 0) };
}
