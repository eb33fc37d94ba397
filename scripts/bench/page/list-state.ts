import { type Change, type ChangeOrder, planChange, type Row } from '../program/changes.js';
import { layOut, type Subject, timeSync } from './subject.ts';

/** A subject that draws into its own document, synchronously, from the next list or from `setData` values. */
export function createPlainSubject(draw: (change: Change, order: ChangeOrder) => void): Subject {
  let rows: Row[] = [];
  let stamp = 0;
  let next: { change: Change; order: ChangeOrder } | undefined;
  return {
    async prepare(order) {
      stamp += 1;
      next = { change: planChange(rows, order, stamp), order };
      layOut(document);
    },
    async run() {
      if (!next) throw new Error('nothing was prepared');
      const { change, order } = next;
      rows = change.rows;
      return timeSync(() => draw(change, order));
    },
    rowCount: () => document.querySelectorAll('.row').length,
    middleText: () => middleTextIn(document),
    settled: () => new Promise((resolve) => requestAnimationFrame(() => resolve())),
  };
}

export function middleTextIn(document: Document): string {
  const found = document.querySelectorAll('.row');
  return found[Math.floor(found.length / 2)]?.textContent?.replaceAll(/\s+/g, '') ?? '';
}
