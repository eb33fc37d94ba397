import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * Orders in a file to which lines are only added; the newest line of an order counts, and each has the next `revision`:
 * an answer and a push may overtake each other on their way. Written before anybody is answered, so that a notice that
 * was accepted is never forgotten.
 */
export function openOrderBook(file) {
  const orders = new Map();
  const listeners = new Set();
  if (existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const order = JSON.parse(line);
      orders.set(order.number, order);
    }
  }
  const keep = (changed) => {
    const { revision = 0 } = orders.get(changed.number) ?? {};
    const order = { ...changed, revision: revision + 1 };
    appendFileSync(file, `${JSON.stringify(order)}\n`, { mode: 0o600, flush: true });
    orders.set(order.number, order);
    for (const listener of listeners) listener(order);
    return order;
  };
  return {
    find: (number) => orders.get(number),
    where: (fits) => [...orders.values()].filter(fits).sort((a, b) => b.at - a.at),
    add: keep,
    /** From one of these states to the next, once: of two that try, one gets the order and the other `undefined`. */
    advance(number, from, change) {
      const order = orders.get(number);
      return order !== undefined && from.includes(order.state) ? keep({ ...order, ...change }) : undefined;
    },
    /** Hears of every order that was added or changed. */
    onChange: (listener) => listeners.add(listener),
  };
}
