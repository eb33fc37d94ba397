import { findDish, menu } from './menu.mjs';

/** Whoever sits down is called by the sprig at their plate: nobody has to say a name. */
const sprigs = ['Fern', 'Ivy', 'Sage', 'Clover', 'Juniper', 'Laurel', 'Myrtle', 'Rue'];
const mostOfOne = 9;

/** One party at a table, from the first who sits down until all is paid. Plain data: each change is a new value. */
export const beginRound = (number, table, at) => ({ number, table, at, state: 'ordering', seats: [], dishes: {} });

/** Undefined when the table is full. Who sits already stays. */
export function sitDown(round, openId) {
  if (round.seats.some((seat) => seat.openId === openId)) return round;
  const name = sprigs[round.seats.length];
  if (name === undefined) return undefined;
  return { ...round, seats: [...round.seats, { openId, name }] };
}

/** One more or one less of a dish for somebody; undefined for what is not on the menu. */
export function changeDish(round, openId, id, by) {
  const seat = round.seats.find((one) => one.openId === openId);
  if (seat === undefined || findDish(id) === undefined || (by !== 1 && by !== -1)) return undefined;
  const own = round.dishes[seat.name] ?? {};
  const count = Math.min(mostOfOne, Math.max(0, (own[id] ?? 0) + by));
  return { ...round, dishes: { ...round.dishes, [seat.name]: { ...own, [id]: count } } };
}

/** Dishes with who ordered how many, in the menu's order; without those that nobody wants. */
export const linesOf = (round) =>
  menu.flatMap(({ id, name, price, shared = false }) => {
    const by = round.seats.flatMap((seat) => {
      const count = round.dishes[seat.name]?.[id] ?? 0;
      return count === 0 ? [] : [{ name: seat.name, count }];
    });
    const count = by.reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [{ id, name, price, shared, count, by }];
  });

export const totalOf = (round) => linesOf(round).reduce((sum, { price, count }) => sum + price * count, 0);

/**
 * What each pays, in fen, by name: what they ordered, and an equal part of what is for the whole table. What cannot be
 * divided goes to the first seats, a fen each, so that the parts make the total exactly.
 */
export function sharesOf(round) {
  const common = linesOf(round)
    .filter(({ shared }) => shared)
    .reduce((sum, { price, count }) => sum + price * count, 0);
  const each = Math.floor(common / Math.max(1, round.seats.length));
  const rest = common - each * round.seats.length;
  return round.seats.map(({ openId, name }, seat) => {
    const own = linesOf(round)
      .filter(({ shared }) => !shared)
      .flatMap(({ price, by }) => by.filter((one) => one.name === name).map(({ count }) => price * count))
      .reduce((sum, amount) => sum + amount, 0);
    return { openId, name, amount: own + each + (seat < rest ? 1 : 0) };
  });
}

/** A round as everybody at the table sees it. */
export function viewRound(round) {
  const { number, revision, table, state, paid = [], ticket } = round;
  const seats = sharesOf(round).map(({ name, amount }) => ({ name, amount, paid: paid.includes(name) }));
  const lines = linesOf(round);
  return { number, revision, table, state, seats, lines, total: totalOf(round), ...(ticket && { ticket }) };
}
