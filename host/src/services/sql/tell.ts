import type { Work } from './sql-store.ts';

/** PostgreSQL refuses 8,000 bytes and more. The same on both stores, so that a test on either finds it. */
const mostBytes = 7_900;
const open = new WeakMap<Work, Set<string>>();

/**
 * Says a text to whoever listens on the store (`SqlStore.listen`), when the transaction is committed and only then. Equal
 * texts of one transaction are one. Throws RangeError above 7,900 bytes.
 */
export function tell(work: Work, text: string): void {
  const told = open.get(work);
  if (told === undefined) throw new Error('Only a transaction can tell something.');
  if (Buffer.byteLength(text) > mostBytes) throw new RangeError(`${mostBytes} bytes are the most that can be told.`);
  told.add(text);
}

/** For the stores: where what `work` tells is put. */
export function collectTold(work: Work, told: Set<string>): void {
  open.set(work, told);
}
