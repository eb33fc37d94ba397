import type { Anchor, Row } from '../../protocol/templates.ts';
import { type Change, type Mark, markAt, wholeMark } from '../data/marks.ts';
import { isArray } from '../intrinsics.ts';
import {
  attachBlock,
  createBlock,
  detachBlock,
  drawBlock,
  endBlock,
  evaluateFor,
  isTouched,
  moveBlock,
  refreshBlock,
  removeBlock,
  undrawBlock,
  updateBlock,
} from './block.ts';
import { type KeptChange, keptChange, updateKept } from './kept-change.ts';
import { keyOfItem, keysOfItems, type RowKey, readListItems } from './list-items.ts';
import { isStable, type ListMatch, matchByPlace, matchLists } from './match-lists.ts';
import { turnSlots } from './slot-contents.ts';
import type { Block, Child, Plan } from './types.ts';

type ForInfo = Extract<Anchor, { kind: 'for' }>;

interface NewList {
  readonly items: readonly unknown[];
  readonly names: readonly string[] | undefined;
  readonly keys: readonly RowKey[];
  /** How its rows follow from those there are. */
  readonly match: ListMatch;
  readonly change: KeptChange;
}

/** Changes made by program code that a change of the rows runs. */
interface Meanwhile {
  /** Those of the list itself: they wait until its rows are what they are about to be. */
  readonly later: Change[];
  /** Those that new rows, which are not in the list yet, have to be told of. */
  missed: Change[];
}

/** `wx:for`: one block per item. Without `wx:key` a row belongs to its place, with it to its item. */
export class ForAnchor implements Child {
  readonly block: Block;
  readonly node: number;
  readonly info: ForInfo;
  readonly #plan: Plan;
  #rows: readonly Block[] = [];
  #keys: readonly RowKey[] = [];
  #names: readonly string[] | undefined;
  /** While its rows become others: what program code they run changes meanwhile. */
  #meanwhile: Meanwhile | undefined = undefined;

  constructor(block: Block, node: number, info: ForInfo) {
    this.block = block;
    this.node = node;
    this.info = info;
    this.#plan = block.plan.unit.plan(info.block);
    const { items, names } = readListItems(evaluateFor(block, info.list));
    const rows: Block[] = [];
    for (let at = 0; at < items.length; at += 1) rows.push(this.#create(items[at], names?.[at] ?? at));
    this.#rows = rows;
    this.#names = names;
    if (info.key !== undefined) this.#keys = this.#readKeys(items, info.key);
  }

  #create(item: unknown, index: number | string): Block {
    const row: Row = { item, index, up: this.block.row };
    return createBlock(this.#plan, this.block.environment, row, this);
  }

  #readKeys(items: readonly unknown[], key: string): readonly RowKey[] {
    const { keys, repeated } = keysOfItems(items, key);
    // A member that no item has is how programs say "by place": `wx:key="index"`.
    if (repeated !== undefined && repeated !== '') {
      this.block.environment.page.surroundings.warn(
        'DUPLICATE_KEY',
        `wx:key="${key}" in ${this.#plan.unit.file} is not unique: "${repeated}" occurs more than once, and such rows may take each other's place`,
      );
    }
    return keys;
  }

  blocks(): readonly Block[] {
    return this.#rows;
  }

  update(change: Change): void {
    const mark = this.#markIn(change);
    const outer = isTouched(this.#plan.type.reads, change, 1) ? change : undefined;
    const meanwhile = this.#meanwhile;
    if (mark === undefined) {
      if (outer === undefined) return;
      meanwhile?.missed.push(outer);
      this.#updateAll(outer);
      return;
    }
    if (meanwhile !== undefined) {
      meanwhile.later.push(change);
      return;
    }
    const list = evaluateFor(this.block, this.info.list);
    if (!mark.whole && outer === undefined && this.#updateMarked(list, mark)) return;
    if (this.#plan.makers.length > 0) this.#reconcileAlone(list, mark, outer);
    else this.#reconcile(list, mark, outer);
  }

  /** What changed of the list; of a computed one, everything. */
  #markIn(change: Change): Mark | undefined {
    const { path, reads } = this.info;
    if (path !== undefined) return markAt(change, path);
    return reads?.every((read) => markAt(change, read) === undefined) === true ? undefined : wholeMark;
  }

  /** Program code runs in its rows, and may set the very list. */
  #reconcileAlone(list: unknown, mark: Mark, outer: Change | undefined): void {
    const later: Change[] = [];
    this.#meanwhile = { later, missed: [] };
    try {
      this.#reconcile(list, mark, outer);
    } finally {
      this.#meanwhile = undefined;
    }
    for (const change of later) this.update(change);
  }

  /** Tells new rows, which stand among `rows` from now on, what has changed since they were made. */
  #tellMissed(rows: readonly Block[]): void {
    const meanwhile = this.#meanwhile;
    if (meanwhile === undefined || meanwhile.missed.length === 0) return;
    const { missed } = meanwhile;
    meanwhile.missed = [];
    for (const { data, rows: up } of missed) {
      for (const row of rows) updateBlock(row, { data, rows: { item: undefined, index: false, up } });
    }
  }

  /** The list is as it was; something else that rows read has changed. */
  #updateAll(outer: Change): void {
    const rows = this.#rows;
    const change: Change = { data: outer.data, rows: { item: undefined, index: false, up: outer.rows } };
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      // Program code in an earlier row may have taken this one out of the list.
      if (row !== undefined && (rows === this.#rows || this.#rows.includes(row))) updateBlock(row, change);
    }
  }

  /** Only some items changed and all rows stay: goes straight to those. False when the rows have to be matched again. */
  #updateMarked(list: unknown, mark: Mark): boolean {
    const rows = this.#rows;
    if (!isArray(list) || this.#names !== undefined || list.length !== rows.length) return false;
    if (mark.members === undefined) return true;
    const key = this.info.key;
    if (key !== undefined) {
      for (const [name, below] of mark.members) {
        if (!below.whole && !below.members?.has(key)) continue;
        const at = Number(name);
        if (at < rows.length && keyOfItem(list[at], key) !== this.#keys[at]) return false;
      }
    }
    // One change for all rows, told to one after the other.
    const inRow: { item: Mark | undefined; index: false; up: undefined } = {
      item: undefined,
      index: false,
      up: undefined,
    };
    const change: Change = { data: undefined, rows: inRow };
    mark.members.forEach((below, name) => {
      const at = Number(name);
      // Program code in an earlier row may have set the list anew; then its rows know all.
      if (rows !== this.#rows && evaluateFor(this.block, this.info.list) !== list) return;
      const row = this.#rows[at];
      if (row?.row === undefined) return;
      row.row.item = list[at];
      inRow.item = below;
      updateBlock(row, change);
    });
    return true;
  }

  #reconcile(value: unknown, mark: Mark, outer: Change | undefined): void {
    const { items, names } = readListItems(value);
    const key = this.info.key;
    const change = keptChange(mark, outer);
    if (names === undefined && this.#staysInPlace(items, key)) {
      const rows = this.#rows;
      // Only a list that is another one has nothing but rows to be looked at whole; components need to know which of
      // their properties are others now.
      const isPlain = mark.whole && !this.#plan.hasComponents;
      for (let at = 0; at < rows.length; at += 1) {
        const block = rows[at];
        const row = block?.row;
        if (block === undefined || row === undefined) continue;
        if (isPlain) {
          row.item = items[at];
          refreshBlock(block, change.replaced);
        } else updateKept(block, items[at], at, change);
      }
      return;
    }
    const keys = key === undefined ? [] : this.#readKeys(items, key);
    const match = key === undefined ? matchByPlace(this.#rows.length, items.length) : matchLists(this.#keys, keys);
    const list: NewList = { items, names, keys, match, change };
    if (this.#plan.makers.length > 0) {
      if (key === undefined) this.#lengthen(list);
      else this.#rearrange(list);
    } else this.#replace(list);
  }

  /** Every row keeps its place: asked first, because most lists that are set as a whole are what they were. */
  #staysInPlace(items: readonly unknown[], key: string | undefined): boolean {
    if (items.length !== this.#rows.length || this.#names !== undefined) return false;
    if (key === undefined) return true;
    const keys = this.#keys;
    for (let at = 0; at < keys.length; at += 1) if (keyOfItem(items[at], key) !== keys[at]) return false;
    return true;
  }

  /** Rows without components: what happens in which order shows to nobody. */
  #replace({ items, names, keys, match, change }: NewList): void {
    const old = this.#rows;
    this.#removeOthers(match);
    const rows: Block[] = [];
    for (let at = 0; at < items.length; at += 1) {
      const kept = old[match.from[at] ?? -1];
      const index = names?.[at] ?? at;
      if (kept === undefined) rows.push(this.#create(items[at], index));
      else {
        updateKept(kept, items[at], index, change);
        rows.push(kept);
      }
    }
    this.#rows = rows;
    this.#keys = keys;
    this.#names = names;
    if (this.block.id !== 0) this.#arrange(match);
  }

  /** Rows with components that belong to their places: kept ones first, then the end of the list. */
  #lengthen({ items, names, change }: NewList): void {
    const old = this.#rows;
    const kept = Math.min(old.length, items.length);
    for (let at = 0; at < kept; at += 1) {
      const row = old[at];
      if (row !== undefined) updateKept(row, items[at], names?.[at] ?? at, change);
    }
    this.#tellMissed([]);
    const added: Block[] = [];
    for (let at = kept; at < items.length; at += 1) added.push(this.#create(items[at], names?.[at] ?? at));
    this.#rows = [...old.slice(0, kept), ...added];
    this.#names = names;
    this.#tellMissed(added);
    this.#remove(old.slice(kept));
    this.#insert(added, undefined);
  }

  /** Rows that stood one behind the other. */
  #remove(rows: readonly Block[]): void {
    if (rows.length === 0) return;
    turnSlots(this.block.environment.owner, rows);
    for (const row of rows) {
      removeBlock(row);
      endBlock(row);
    }
  }

  /**
   * Rows with components, whose lifetimes follow the platform: new rows are created first; then, from one row
   * that stays in place to the next, what has gone is detached, and what comes between is attached or moved.
   */
  #rearrange({ items, names, keys, match, change }: NewList): void {
    const { from } = match;
    const old = this.#rows;
    const isKept: boolean[] = [];
    const rows: Block[] = [];
    for (let at = 0; at < items.length; at += 1) {
      const kept = old[from[at] ?? -1];
      rows.push(kept ?? this.#create(items[at], names?.[at] ?? at));
      if (kept !== undefined) isKept[from[at] ?? -1] = true;
    }
    this.#rows = rows;
    this.#keys = keys;
    this.#names = names;
    this.#tellMissed(rows.filter((_row, at) => (from[at] ?? -1) < 0));
    let oldAt = 0;
    for (let at = 0; at <= rows.length; ) {
      let next = at;
      while (next < rows.length && !isStable(match, next)) next += 1;
      for (const end = from[next] ?? old.length; oldAt < end; oldAt += 1) {
        const first = oldAt;
        while (oldAt < end && isKept[oldAt] !== true) oldAt += 1;
        this.#remove(old.slice(first, oldAt));
      }
      while (at < next) {
        const row = rows[at];
        const first = at;
        while (at < next && (from[at] ?? -1) < 0) at += 1;
        if (at > first) this.#insert(rows.slice(first, at), rows[next]);
        else if (row !== undefined) {
          if (row.id !== 0) this.block.environment.page.move(row, rows[next]?.id ?? 0);
          moveBlock(row);
          updateKept(row, items[at], names?.[at] ?? at, change);
          at += 1;
        }
      }
      const row = rows[next];
      if (row !== undefined) updateKept(row, items[next], names?.[next] ?? next, change);
      at = next + 1;
    }
  }

  #insert(rows: readonly Block[], before: Block | undefined): void {
    turnSlots(this.block.environment.owner, []);
    if (this.block.id !== 0) {
      for (const row of rows) drawBlock(row, this.block.id, this.node, before?.id ?? 0);
    }
    // Unlike branches, rows stand in a node of their own, which `attached` has to have come to.
    if (this.block.environment.owner.attached && this.block.reached >= this.node)
      for (const row of rows) attachBlock(row);
  }

  #removeOthers(match: ListMatch): void {
    const old = this.#rows;
    const isKept: boolean[] = [];
    for (let at = 0; at < match.from.length; at += 1) {
      const from = match.from[at] ?? -1;
      if (from >= 0) isKept[from] = true;
    }
    if (match.from.length === old.length && match.from.every((from) => from >= 0)) return;
    // What program code sees from here on, also should the creation of a row fail, is the rows that stay.
    const keys = this.#keys;
    this.#rows = old.filter((_row, at) => isKept[at] === true);
    this.#keys = keys.filter((_key, at) => isKept[at] === true);
    for (let at = 0; at < old.length; at += 1) {
      const row = old[at];
      if (row === undefined || isKept[at] === true) continue;
      removeBlock(row);
    }
  }

  /** Draws new rows and moves kept ones, from first to last, each before the next row that stays where it is. */
  #arrange(match: ListMatch): void {
    const rows = this.#rows;
    const { from, stable } = match;
    const page = this.block.environment.page;
    let next = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      const isNew = (from[at] ?? -1) < 0;
      if (row === undefined || (!isNew && (stable === undefined || stable[at] === true))) continue;
      if (next <= at) next = at + 1;
      while (next < rows.length && ((from[next] ?? -1) < 0 || (stable !== undefined && stable[next] !== true)))
        next += 1;
      const before = rows[next]?.id ?? 0;
      if (isNew) drawBlock(row, this.block.id, this.node, before);
      else page.move(row, before);
    }
  }

  draw(): void {
    const rows = this.#rows;
    const id = this.block.id;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row !== undefined) drawBlock(row, id, this.node, 0);
    }
  }

  undraw(): void {
    const rows = this.#rows;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row !== undefined) undrawBlock(row);
    }
  }

  attach(): void {
    if (this.#plan.makers.length > 0) for (const row of this.#rows) attachBlock(row);
  }

  detach(): void {
    if (this.#plan.makers.length > 0) for (const row of this.#rows) detachBlock(row);
  }

  move(): void {
    if (this.#plan.makers.length > 0) for (const row of this.#rows) moveBlock(row);
  }
}
