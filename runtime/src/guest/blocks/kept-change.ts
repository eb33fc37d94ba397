import { type Change, type Mark, wholeMark } from '../data/marks.ts';
import { updateBlock } from './block.ts';
import type { Block } from './types.ts';

/** What changed for the rows that stay: made once a list, not once a row. */
export interface KeptChange {
  /** Of the list. */
  readonly mark: Mark;
  /** What else the rows read and is another now. */
  readonly outer: Change | undefined;
  /** A row has another item, in its old place or in another. */
  readonly replaced: Change;
  readonly replacedAndMoved: Change;
}

/** `outer` is what rows read beside their list. */
export function keptChange(mark: Mark, outer: Change | undefined): KeptChange {
  const replaced = (index: boolean): Change => ({
    data: outer?.data,
    rows: { item: wholeMark, index, up: outer?.rows },
  });
  return { mark, outer, replaced: replaced(false), replacedAndMoved: replaced(true) };
}

/** Gives a row that stays its item and place, and updates what depends on those. */
export function updateKept(block: Block, item: unknown, index: number | string, change: KeptChange): void {
  const row = block.row;
  if (row === undefined) return;
  const { mark, outer } = change;
  const moved = row.index !== index;
  const replaced = mark.whole || row.item !== item;
  row.item = item;
  row.index = index;
  if (replaced) {
    updateBlock(block, moved ? change.replacedAndMoved : change.replaced);
    return;
  }
  const below = mark.members?.get(String(index));
  if (below === undefined && !moved && outer === undefined) return;
  updateBlock(block, { data: outer?.data, rows: { item: below, index: moved, up: outer?.rows } });
}
