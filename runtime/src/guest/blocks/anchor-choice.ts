import type { Change } from '../data/marks.ts';
import {
  attachBlock,
  detachBlock,
  drawBlock,
  endBlock,
  isAttached,
  moveBlock,
  removeBlock,
  undrawBlock,
  updateBlock,
} from './block.ts';
import { turnSlots } from './slot-contents.ts';
import type { Block, Child } from './types.ts';

/** A place where at most one block stands, of several that it could be: a branch, a template by name. */
export abstract class ChoiceAnchor<Info, Choice> implements Child {
  readonly block: Block;
  readonly node: number;
  protected readonly info: Info;
  #choice: Choice;
  #shown: Block | undefined;
  /** While a block is being made: the changes it has to be told of once it is there. */
  #missed: Change[] | undefined = undefined;

  constructor(block: Block, node: number, info: Info) {
    this.block = block;
    this.node = node;
    this.info = info;
    this.#choice = this.choose();
    this.#shown = this.create(this.#choice);
  }

  /** What stands here by the data of now. Asked by the constructor, too: no private member of an heir is there yet. */
  protected abstract choose(): Choice;
  protected abstract create(choice: Choice): Block | undefined;
  /** The choice is as before: tells `shown` of a change around it. */
  protected keep(shown: Block, change: Change): void {
    updateBlock(shown, change);
  }

  blocks(): readonly Block[] {
    return this.#shown === undefined ? [] : [this.#shown];
  }

  update(change: Change): void {
    if (this.#missed !== undefined) {
      this.#missed.push(change);
      return;
    }
    const choice = this.choose();
    if (choice === this.#choice) {
      if (this.#shown !== undefined) this.keep(this.#shown, change);
      return;
    }
    this.#choice = choice;
    const missed: Change[] = [];
    this.#missed = missed;
    try {
      // What comes is created before what leaves is detached, as on the platform.
      this.#replace(this.create(choice));
    } finally {
      this.#missed = undefined;
    }
    for (const later of missed) this.update(later);
  }

  #replace(coming: Block | undefined): void {
    const leaving = this.#shown;
    this.#shown = coming;
    this.#missed = undefined;
    turnSlots(this.block.environment.owner, leaving === undefined ? [] : [leaving]);
    if (leaving !== undefined) {
      removeBlock(leaving);
      endBlock(leaving);
    }
    // Program code may have chosen yet another one meanwhile.
    if (coming === undefined || this.#shown !== coming) return;
    this.draw();
    if (isAttached(this)) attachBlock(coming);
  }

  draw(): void {
    if (this.#shown !== undefined && this.block.id !== 0) drawBlock(this.#shown, this.block.id, this.node, 0);
  }

  undraw(): void {
    if (this.#shown !== undefined) undrawBlock(this.#shown);
  }

  attach(): void {
    if (this.#shown !== undefined) attachBlock(this.#shown);
  }

  detach(): void {
    if (this.#shown !== undefined) detachBlock(this.#shown);
  }

  move(): void {
    if (this.#shown !== undefined) moveBlock(this.#shown);
  }
}
