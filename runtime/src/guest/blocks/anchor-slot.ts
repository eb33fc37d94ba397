import type { Anchor } from '../../protocol/templates.ts';
import type { Change } from '../data/marks.ts';
import { boundValue } from './block.ts';
import type { Block, SlotPlace } from './types.ts';

type SlotInfo = Extract<Anchor, { kind: 'slot' }>;

/**
 * `<slot>`: where a component draws what its user put between its tags. The content belongs to that user's
 * template and lives as long as the component node does; here it is only drawn.
 */
export class SlotAnchor implements SlotPlace {
  readonly block: Block;
  readonly node: number;
  readonly #info: SlotInfo;

  constructor(block: Block, node: number, info: SlotInfo) {
    this.block = block;
    this.node = node;
    this.#info = info;
    block.environment.owner.slots.push(this);
  }

  name(): string {
    const name = boundValue(this.block, this.#info.name);
    return name === undefined || name === null ? '' : String(name);
  }

  blocks(): readonly Block[] {
    return [];
  }

  update(_change: Change): void {
    // Only its name can have changed.
    this.block.environment.owner.host?.distribute();
  }

  draw(): void {
    this.block.environment.owner.host?.distribute();
  }

  undraw(): void {
    this.block.environment.owner.host?.emptySlot(this);
  }

  attach(): void {
    // It may take content from a later slot without being drawn itself.
    this.block.environment.owner.host?.distribute();
  }

  detach(): void {
    const owner = this.block.environment.owner;
    const at = owner.slots.indexOf(this);
    if (at >= 0) owner.slots.splice(at, 1);
    owner.host?.distribute();
  }

  move(): void {}
}
