import type { NodeInfo } from '../../protocol/templates.ts';
import { boundValue } from '../blocks/block.ts';
import type { Block, Child } from '../blocks/types.ts';
import type { Change } from '../data/marks.ts';
import { callFunction, isFunction, microtask } from '../intrinsics.ts';
import { describeNode, describeOwner } from './node-descriptor.ts';

type Changes = NonNullable<NodeInfo['changes']>;

/** `change:prop` of one node: tells functions of WXS modules the values of an attribute, the first one when attached. */
export class ChangeWatch implements Child {
  readonly block: Block;
  readonly node: number;
  readonly #changes: Changes;
  readonly #told: unknown[] = [];
  #attached = false;
  #due = false;

  constructor(block: Block, node: number, changes: Changes) {
    this.block = block;
    this.node = node;
    this.#changes = changes;
  }

  blocks(): readonly Block[] {
    return [];
  }

  update(_change: Change): void {
    this.#schedule();
  }

  /** Told after the update under way, which the function may want to follow with another. */
  #schedule(): void {
    if (!this.#attached || this.#due) return;
    this.#due = true;
    microtask(() => {
      this.#due = false;
      if (this.#attached) this.#tell();
    });
  }

  #tell(): void {
    const { owner, page } = this.block.environment;
    for (let at = 0; at < this.#changes.length; at += 1) {
      const change = this.#changes[at];
      if (change === undefined) continue;
      const value = boundValue(this.block, change.value);
      const old = this.#told[at];
      // Data is changed in place: an object counts as changed whenever something in it may be.
      if (at in this.#told && value === old && typeof value !== 'object') continue;
      this.#told[at] = value;
      const run = boundValue(this.block, change.handler);
      if (!isFunction(run)) continue;
      try {
        callFunction(run, undefined, [value, old, describeOwner(owner), describeNode(this.block, this.node)]);
      } catch (error) {
        page.surroundings.failed(`a WXS function of ${this.block.plan.unit.file}`, error);
      }
    }
  }

  draw(): void {}

  undraw(): void {}

  attach(): void {
    this.#attached = true;
    this.#schedule();
  }

  detach(): void {
    this.#attached = false;
  }

  move(): void {}
}
