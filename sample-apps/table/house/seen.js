/** What the page shows of a round: the menu with who ordered what, and the seats with me among them. */
module.exports = function seen(menu, round, me) {
  const lines = new Map(round.lines.map((line) => [line.id, line]));
  const dishes = menu.map((dish) => {
    const { by = [] } = lines.get(dish.id) || {};
    const own = by.find(({ name }) => name === me);
    return Object.assign({}, dish, { count: own ? own.count : 0, others: by.filter(({ name }) => name !== me) });
  });
  const seats = round.seats.map((seat, at) =>
    Object.assign({}, seat, { tint: at % 4, mine: seat.name === me, dishes: dishesOf(round, seat.name) }),
  );
  return { dishes, seats, mine: seats.find(({ mine }) => mine), total: round.total, state: round.state };
};

function dishesOf({ lines }, name) {
  const own = lines.flatMap((line) => {
    const found = line.shared ? undefined : line.by.find((one) => one.name === name);
    return found ? [`${found.count} × ${line.name}`] : [];
  });
  const shared = lines.filter((line) => line.shared).map((line) => line.name);
  if (shared.length > 0) own.push(`a part of ${shared.join(' and ').toLowerCase()}`);
  return own.join(', ');
}
