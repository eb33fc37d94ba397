import type { Bound } from '../../protocol/templates.ts';
import type { Change } from '../data/marks.ts';
import {
  attachBlock,
  boundValue,
  createBlock,
  detachBlock,
  endBlock,
  moveBlock,
  outOfTree,
  removeBlock,
  updateBlock,
} from './block.ts';
import type { Block, Child, Holder } from './types.ts';

/** The contents a piece belongs to: those of a component node, or of one of its slots. */
export interface Contents {
  /** The one the component node stands in. */
  readonly block: Block;
  /** What comes into them is attached at once. */
  readonly attached: boolean;
  /** Whether there is to be content for a slot of that name at all. */
  takes(name: string): boolean;
  /** Where content of that name is drawn; undefined when no slot takes it. */
  placeFor(name: string): Holder | undefined;
  /** What is drawn where has changed. */
  rearrange(): void;
}

/** What holds the carriers of some contents. */
export interface ContentsHolder extends Holder {
  readonly contents: Contents;
}

/**
 * One piece of slot content: a block of the user's template that is drawn inside the component, where its slot
 * is. It stands beside the component node or in a carrier.
 */
export class SlotContent implements Child {
  readonly block: Block;
  readonly node: number;
  /** Absent while there is nothing to be made for its name. */
  content: Block | undefined = undefined;
  /** Where it is drawn: a slot, or the component node itself when that is no component. */
  place: Holder | undefined = undefined;
  /** Its turn when the contents were last arranged, -1 before. */
  rank = -1;
  ended = false;
  readonly #contents: Contents;
  readonly #bound: Bound;
  readonly #type: number;
  readonly #row: Block['row'];
  #name: string;

  constructor(contents: Contents, holder: Holder & { readonly block: Block }, use: PieceUse, row: Block['row']) {
    this.block = holder.block;
    this.node = holder.node;
    this.#contents = contents;
    this.#bound = use.slot;
    this.#type = use.block;
    this.#row = row;
    this.#name = this.#readName();
    this.#create();
  }

  get name(): string {
    return this.#name;
  }

  /** None once it, or a carrier it stands in, has been taken out of the tree. */
  taker(): Holder | undefined {
    for (let block: Block | undefined = this.block; block !== this.#contents.block; block = block.holder.block) {
      if (block === undefined || block.reached === outOfTree) return undefined;
    }
    return this.#contents.placeFor(this.#name);
  }

  #readName(): string {
    const name = boundValue(this.block, this.#bound);
    return name === undefined || name === null ? '' : String(name);
  }

  #create(): void {
    if (!this.#contents.takes(this.#name)) return;
    const { plan, environment } = this.block;
    this.content = createBlock(plan.unit.plan(this.#type), environment, this.#row, this);
  }

  blocks(): readonly Block[] {
    return this.content === undefined ? [] : [this.content];
  }

  update(change: Change, locals: readonly number[]): void {
    const before = this.content;
    if (locals.length > 0) this.#rename(locals);
    // What the new name has brought was made of what is so now.
    if (this.content !== undefined && this.content === before) updateBlock(this.content, change);
  }

  /** Reads its name again if it is one of these values. */
  #rename(locals: readonly number[]): void {
    if (!('at' in this.#bound) || !locals.includes(this.#bound.at)) return;
    const name = this.#readName();
    if (name === this.#name) return;
    const took = this.#contents.takes(this.#name);
    this.#name = name;
    const takes = this.#contents.takes(name);
    if (took && !takes) this.#drop();
    else if (takes && !took) {
      this.#create();
      if (this.content !== undefined && this.#contents.attached) attachBlock(this.content);
    }
    this.#contents.rearrange();
  }

  #drop(): void {
    const content = this.content;
    this.content = undefined;
    this.place = undefined;
    if (content === undefined) return;
    removeBlock(content);
    endBlock(content);
  }

  /** A carrier is never drawn: the contents draw what is in it. */
  draw(): void {}

  undraw(): void {}

  attach(): void {
    this.#contents.rearrange();
    if (this.content !== undefined) attachBlock(this.content);
  }

  detach(): void {
    this.ended = true;
    this.#contents.rearrange();
    if (this.content !== undefined) detachBlock(this.content);
  }

  move(): void {
    this.#contents.rearrange();
    if (this.content !== undefined) moveBlock(this.content);
  }
}

/** A piece as the compiler describes it. */
export interface PieceUse {
  readonly slot: Bound;
  readonly block: number;
}

/** A `content` anchor: finds the contents whose carrier it stands in. */
export function createContentAnchor(block: Block, node: number, use: PieceUse): SlotContent {
  let holder: Holder = block.holder;
  while (!isContentsHolder(holder) && holder.block !== undefined) holder = holder.block.holder;
  if (!isContentsHolder(holder)) throw new Error(`${block.plan.unit.file} has slot content outside of a component`);
  const piece = new SlotContent(holder.contents, { block, node }, use, block.row);
  holder.contents.rearrange();
  return piece;
}

function isContentsHolder(holder: Holder | ContentsHolder): holder is ContentsHolder {
  return 'contents' in holder;
}
