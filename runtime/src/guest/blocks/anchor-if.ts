import type { Anchor } from '../../protocol/templates.ts';
import type { Change } from '../data/marks.ts';
import {
  attachBlock,
  createBlock,
  detachBlock,
  drawBlock,
  endBlock,
  evaluateFor,
  isAttached,
  moveBlock,
  removeBlock,
  undrawBlock,
  updateBlock,
} from './block.ts';
import { turnSlots } from './slot-contents.ts';
import type { Block, Child } from './types.ts';

type IfInfo = Extract<Anchor, { kind: 'if' }>;

/** `wx:if`, `wx:elif`, `wx:else`: at most one branch exists. */
export class IfAnchor implements Child {
  readonly block: Block;
  readonly node: number;
  readonly #info: IfInfo;
  #branch: number;
  #shown: Block | undefined;
  /** While a branch is being made: the changes it has to be told of once it is there. */
  #missed: Change[] | undefined = undefined;

  constructor(block: Block, node: number, info: IfInfo) {
    this.block = block;
    this.node = node;
    this.#info = info;
    this.#branch = this.#choose();
    this.#shown = this.#create();
  }

  #choose(): number {
    const branches = this.#info.branches;
    for (let at = 0; at < branches.length; at += 1) {
      const test = branches[at]?.test;
      if (test === undefined || evaluateFor(this.block, test)) return at;
    }
    return -1;
  }

  #create(): Block | undefined {
    const branch = this.#info.branches[this.#branch];
    if (branch === undefined) return undefined;
    const { plan, environment, row } = this.block;
    return createBlock(plan.unit.plan(branch.block), environment, row, this);
  }

  blocks(): readonly Block[] {
    return this.#shown === undefined ? [] : [this.#shown];
  }

  update(change: Change): void {
    if (this.#missed !== undefined) {
      this.#missed.push(change);
      return;
    }
    const branch = this.#choose();
    if (branch === this.#branch) {
      if (this.#shown !== undefined) updateBlock(this.#shown, change);
      return;
    }
    this.#branch = branch;
    const missed: Change[] = [];
    this.#missed = missed;
    try {
      // What comes is created before what leaves is detached, as on the platform.
      this.#replace(this.#create());
    } finally {
      this.#missed = undefined;
    }
    for (const later of missed) this.update(later);
  }

  #replace(coming: Block | undefined): void {
    const leaving = this.#shown;
    this.#shown = coming;
    this.#missed = undefined;
    turnSlots(this.block.environment.owner, leaving);
    if (leaving !== undefined) {
      removeBlock(leaving);
      endBlock(leaving);
    }
    // Program code may have chosen yet another branch meanwhile.
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
