// @ts-check
// What the bench does to its list, as every framework under test gets it: the next list, and the same change as
// `setData` takes it. Used by the program in the sandbox and by the page around it alike.

/** @typedef {{ id: number, name: string, note: string, price: number, done: boolean }} Row */
/** @typedef {'create' | 'tenth' | 'one' | 'whole' | 'swap' | 'remove' | 'append' | 'clear'} ChangeKind */
/** @typedef {{ kind: ChangeKind, count: number }} ChangeOrder */
/** @typedef {{ rows: Row[], data: Record<string, unknown>, touched: number[] }} Change */

/** @type {(from: number, count: number) => Row[]} */
export function makeRows(from, count) {
  /** @type {Row[]} */
  const rows = [];
  for (let id = from; id < from + count; id += 1) {
    rows.push({ id, name: `Row ${id}`, note: `Note on row ${id}`, price: (id * 7) % 100, done: id % 3 === 0 });
  }
  return rows;
}

/**
 * The next list. `stamp` makes each change differ from the one before it.
 *
 * @type {(rows: Row[], order: ChangeOrder, stamp: number) => Change}
 */
export function planChange(rows, { kind, count }, stamp) {
  /** @type {(next: Row[]) => Change} */
  const whole = (next) => ({ rows: next, data: { rows: next }, touched: [] });
  const next = rows.slice();
  /** @type {Record<string, unknown>} */
  const data = {};
  /** @type {number[]} */
  const touched = [];
  /** @type {(at: number) => void} */
  const rename = (at) => {
    const row = rows[at];
    if (row === undefined) return;
    const name = `Renamed ${stamp}`;
    next[at] = { ...row, name };
    data[`rows[${at}].name`] = name;
    touched.push(at);
  };
  const middle = Math.floor(rows.length / 2);
  switch (kind) {
    case 'create':
      return whole(makeRows(0, count));
    case 'append':
      return whole([...rows, ...makeRows(rows.length, count)]);
    case 'clear':
      return whole([]);
    case 'remove':
      next.splice(middle, 1);
      return whole(next);
    case 'swap': {
      const last = rows.length - 2;
      return whole([
        ...rows.slice(0, 1),
        ...rows.slice(last, last + 1),
        ...rows.slice(2, last),
        ...rows.slice(1, 2),
        ...rows.slice(last + 1),
      ]);
    }
    case 'whole':
      rename(middle);
      return { rows: next, data: { rows: next }, touched };
    case 'one':
      rename(middle);
      return { rows: next, data, touched };
    case 'tenth':
      for (let at = 0; at < rows.length; at += 10) rename(at);
      return { rows: next, data, touched };
  }
}
