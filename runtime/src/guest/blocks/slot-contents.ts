import type { ComponentUse, Row } from '../../protocol/templates.ts';
import type { Change, Mark } from '../data/marks.ts';
import { createObject, ownKeys } from '../intrinsics.ts';
import {
  attachBlock,
  createBlock,
  detachBlock,
  drawBlock,
  endBlock,
  moveBlock,
  reachBlock,
  removeBlock,
  undrawBlock,
  updateBlock,
} from './block.ts';
import { type Contents, type ContentsHolder, SlotContent } from './slot-content.ts';
import type { Block, Child, Holder, Owner, SlotPlace } from './types.ts';

/** A component node as its contents see it. */
export interface ContentsHost extends Holder {
  readonly block: Block;
  /** Finds the slot there is for a name now; the node itself when it is no component. */
  slotFinder(): (name: string) => Holder | undefined;
}

/**
 * What the user of a component put between its tags, made once: for all slots of the component, or, with
 * `dynamicSlots`, for one of them. It belongs to the user's template and lives as long as the component node or
 * that slot; where it is drawn follows the slots there are.
 */
export class SlotContents implements Contents, ContentsHolder {
  readonly block: Block;
  readonly node: number;
  readonly #host: ContentsHost;
  readonly #slot: SlotPlace | undefined;
  /** Content is made for this name only. */
  readonly #only: string | undefined;
  /** The row that hands over values of the slot; undefined when the content asks for none. */
  readonly #row: Row | undefined;
  /** Pieces, and carriers of pieces. */
  readonly #parts: (SlotContent | Block)[] = [];
  #hasCarriers = false;
  /** Pieces as last drawn, in document order. */
  #arranged: readonly SlotContent[] = [];
  attached = false;
  /** Its slot is gone, or about to go: it is not updated any more. */
  gone = false;
  #ended = false;

  constructor(host: ContentsHost, use: ComponentUse, slot: SlotPlace | undefined) {
    this.block = host.block;
    this.node = host.node;
    this.#host = host;
    this.#slot = slot;
    this.#only = slot?.name();
    const { plan, environment, row } = host.block;
    if (use.takesValues) this.#row = { item: slotValues(slot), index: 0, up: row };
    const inside = this.#row ?? row;
    for (let at = 0; at < use.contents.length; at += 1) {
      const part = use.contents[at];
      if (part === undefined) continue;
      const { slot: name, block } = part;
      if (name === undefined) this.#hasCarriers = true;
      this.#parts.push(
        name === undefined
          ? createBlock(plan.unit.plan(block), environment, inside, this)
          : new SlotContent(this, host, { slot: name, block }, inside),
      );
    }
  }

  get contents(): Contents {
    return this;
  }

  takes(name: string): boolean {
    return this.#only === undefined || this.#only === name;
  }

  placeFor(name: string): Holder | undefined {
    return this.#slot ?? this.#host.slotFinder()(name);
  }

  /** Blocks in document order. */
  blocks(): Block[] {
    return this.#parts.flatMap((part) => (part instanceof SlotContent ? part.blocks() : [part]));
  }

  update(around: Change, locals: readonly number[]): void {
    const change =
      this.#row === undefined
        ? around
        : { data: around.data, rows: { item: undefined, index: false, up: around.rows } };
    for (let at = 0; at < this.#parts.length; at += 1) {
      const part = this.#parts[at];
      if (part instanceof SlotContent) part.update(change, locals);
      else if (part !== undefined) updateBlock(part, change);
    }
  }

  /** The slot hands over other values: `mark` names them. */
  takeValues(mark: Mark): void {
    const row = this.#row;
    if (row === undefined) return;
    row.item = slotValues(this.#slot);
    const change: Change = { data: undefined, rows: { item: mark, index: false, up: undefined } };
    for (const block of this.blocks()) updateBlock(block, change);
  }

  rearrange(): void {
    if (!this.#ended) this.block.environment.page.arrangeLater(this);
  }

  /** Brings what is drawn where up to date. */
  arrange(): void {
    if (this.#ended) return;
    for (const piece of this.#arranged) if (piece.ended && piece.content !== undefined) removeBlock(piece.content);
    const pieces = this.#pieces();
    const slotFor = this.#slot === undefined ? this.#host.slotFinder() : () => this.#slot;
    for (let at = 0; at < pieces.length; at += 1) {
      const piece = pieces[at];
      const content = piece?.content;
      if (piece === undefined || content === undefined) continue;
      const place = slotFor(piece.name);
      if (place === piece.place) continue;
      removeBlock(content);
      piece.place = place;
    }
    this.#draw(pieces);
    for (let at = 0; at < pieces.length; at += 1) {
      const piece = pieces[at];
      if (piece !== undefined) piece.rank = at;
    }
    this.#arranged = pieces;
  }

  /** Draws what is not drawn and moves what is out of turn, from the last piece to the first. */
  #draw(pieces: readonly SlotContent[]): void {
    const page = this.block.environment.page;
    const only = pieces.length === 1 ? pieces[0] : undefined;
    if (only !== undefined) {
      const { content, place } = only;
      if (content?.id === 0 && place?.block !== undefined && place.block.id !== 0) {
        drawBlock(content, place.block.id, place.node, 0);
      }
      return;
    }
    const ends = new Map<Holder, { before: number; rank: number }>();
    for (let at = pieces.length - 1; at >= 0; at -= 1) {
      const piece = pieces[at];
      const content = piece?.content;
      const place = piece?.place;
      if (piece === undefined || content === undefined || place?.block === undefined || place.block.id === 0) continue;
      const end = ends.get(place) ?? { before: 0, rank: pieces.length + this.#arranged.length };
      ends.set(place, end);
      if (content.id === 0) drawBlock(content, place.block.id, place.node, end.before);
      else if (piece.rank < end.rank) end.rank = piece.rank;
      else page.move(content, end.before);
      end.before = content.id;
    }
  }

  #pieces(): readonly SlotContent[] {
    // Without carriers they are always the same.
    if (this.#arranged.length > 0 && this.#arranged.length === this.#parts.length && !this.#hasCarriers) {
      return this.#arranged;
    }
    const pieces: SlotContent[] = [];
    for (const part of this.#parts) {
      if (part instanceof SlotContent) pieces.push(part);
      else gather(part, pieces);
    }
    return pieces;
  }

  /** The block around `place` is drawn no more, and so is what is drawn there. */
  empty(place: Holder): void {
    for (const piece of this.#arranged) {
      if (piece.place === place && piece.content !== undefined) undrawBlock(piece.content);
    }
  }

  /** Takes everything off the page. */
  remove(): void {
    for (const piece of this.#arranged) {
      if (piece.content !== undefined) removeBlock(piece.content);
      piece.place = undefined;
    }
  }

  /** Blocks in document order, and nothing made for it: rows with content are attached in thousands. */
  #each(run: (block: Block) => void): void {
    for (let at = 0; at < this.#parts.length; at += 1) {
      const part = this.#parts[at];
      const block = part instanceof SlotContent ? part.content : part;
      if (block !== undefined) run(block);
    }
  }

  /** What they stand in is about to be attached, or has been: what comes into them goes along at once. */
  reach(): void {
    this.attached = true;
    this.#each(reachBlock);
  }

  attach(): void {
    this.attached = true;
    this.#each(attachBlock);
  }

  /** Nothing holds it any more, while its component stays. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.attached = false;
    for (const block of this.blocks()) endBlock(block);
  }

  detach(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.attached = false;
    for (const block of this.blocks()) detachBlock(block);
  }

  move(): void {
    for (const block of this.blocks()) moveBlock(block);
  }
}

function gather(carrier: Block, pieces: SlotContent[]): void {
  for (const child of carrier.children ?? []) {
    if (child instanceof SlotContent) pieces.push(child);
    else for (const inner of child.blocks()) gather(inner, pieces);
  }
}

/** A slot's values as content reads them: nothing inherited is among them. */
function slotValues(slot: SlotPlace | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = createObject(null);
  const given = slot?.values ?? {};
  for (const name of ownKeys(given)) values[name] = given[name];
  return values;
}

/** Finds the first slot in document order, of a name if the component tells them apart. */
export function slotFinder(owner: Owner): (name: string) => SlotPlace | undefined {
  const slots = inDocumentOrder(owner);
  if (!owner.multipleSlots) {
    const [first] = slots;
    return () => first;
  }
  const first = new Map<string, SlotPlace>();
  for (const slot of slots) {
    const name = slot.name();
    if (!first.has(name)) first.set(name, slot);
  }
  return (name) => first.get(name);
}

/** The slots of a component as they stand in its template now. */
export function inDocumentOrder({ slots, root }: Owner): SlotPlace[] {
  if (slots.size < 2 || root === undefined) return [...slots];
  const ordered: SlotPlace[] = [];
  gatherSlots(root, ordered);
  return ordered;
}

/**
 * With `dynamicSlots`: `leaving` are about to be detached, and new blocks of the component's template to be attached.
 * As on the platform the content of the slots in them goes before and comes before.
 */
export function turnSlots(owner: Owner, leaving: readonly Block[]): void {
  const { host } = owner;
  if (!owner.dynamicSlots || host === undefined) return;
  const slots: SlotPlace[] = [];
  for (const block of leaving) gatherSlots(block, slots);
  host.endSlots(slots);
  host.fillSlots();
}

/** The slots of one component in a block of its template, in document order. */
function gatherSlots(block: Block, ordered: SlotPlace[]): void {
  const { slots } = block.environment.owner;
  for (const child of block.children ?? []) {
    if (isSlotPlace(child)) {
      if (slots.has(child)) ordered.push(child);
    } else for (const inner of child.blocks()) gatherSlots(inner, ordered);
  }
}

function isSlotPlace(child: Child | SlotPlace): child is SlotPlace {
  return 'values' in child;
}
