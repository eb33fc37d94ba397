import type { Anchor } from '../../protocol/templates.ts';
import { copyData } from '../data/copy.ts';
import { addPath, type Change, createMark, isClean } from '../data/marks.ts';
import { ownKeys } from '../intrinsics.ts';
import { boundValue } from './block.ts';
import type { Block, SlotPlace } from './types.ts';

type SlotInfo = Extract<Anchor, { kind: 'slot' }>;

/**
 * `<slot>`: where a component draws what its user put between its tags. The content belongs to that user's
 * template. It lives as long as the component node does, and only the first slot of its name draws it; with
 * `dynamicSlots` every slot has content of its own, which lives as long as the slot.
 */
export class SlotAnchor implements SlotPlace {
  readonly block: Block;
  readonly node: number;
  readonly values: Record<string, unknown> | undefined = undefined;
  readonly #info: SlotInfo;
  #name: string;

  constructor(block: Block, node: number, info: SlotInfo) {
    this.block = block;
    this.node = node;
    this.#info = info;
    this.#name = this.#readName();
    const owner = block.environment.owner;
    owner.slots.add(this);
    if (!owner.dynamicSlots) return;
    const values: Record<string, unknown> = {};
    for (const name of ownKeys(info.values ?? {})) values[name] = copyData(this.#given(name));
    this.values = values;
    owner.host?.slotCame(this);
  }

  #given(name: string): unknown {
    const bound = this.#info.values?.[name];
    return bound === undefined ? undefined : boundValue(this.block, bound);
  }

  name(): string {
    return this.#name;
  }

  #readName(): string {
    const name = boundValue(this.block, this.#info.name);
    return name === undefined || name === null ? '' : String(name);
  }

  blocks(): readonly Block[] {
    return [];
  }

  update(_change: Change, locals: readonly number[]): void {
    const { host } = this.block.environment.owner;
    const { name } = this.#info;
    if ('at' in name && locals.includes(name.at)) {
      const before = this.#name;
      this.#name = this.#readName();
      if (before !== this.#name) {
        if (this.values === undefined) host?.distribute();
        else host?.slotChanged(this, 'name');
      }
    }
    this.#hand(locals);
  }

  /** Hands on those of its values that are among `locals` and have changed. */
  #hand(locals: readonly number[]): void {
    const mark = createMark();
    const { values } = this;
    if (values === undefined) return;
    for (const name of ownKeys(values)) {
      const bound = this.#info.values?.[name];
      if (bound === undefined || !('at' in bound) || !locals.includes(bound.at)) continue;
      const value = this.#given(name);
      if (value === values[name]) continue;
      values[name] = copyData(value);
      addPath(mark, [name]);
    }
    if (!isClean(mark)) this.block.environment.owner.host?.slotChanged(this, mark);
  }

  draw(): void {
    this.block.environment.owner.host?.distribute();
  }

  undraw(): void {
    this.block.environment.owner.host?.emptySlot(this);
  }

  attach(): void {
    const { host } = this.block.environment.owner;
    if (this.values !== undefined) host?.fillSlots();
    // It may take content from a later slot without being drawn itself.
    else host?.distribute();
  }

  detach(): void {
    const { ended, host, slots } = this.block.environment.owner;
    // With its component go its content and where that is drawn: in what has gone, things are as they were.
    if (ended) return;
    slots.delete(this);
    if (this.values === undefined) host?.distribute();
    else host?.slotGone(this);
  }

  move(): void {
    this.block.environment.owner.host?.distribute();
  }
}
