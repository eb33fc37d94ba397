import type { Bound, ComponentUse } from '../../protocol/templates.ts';
import type { Change } from '../data/marks.ts';
import { hasOwn } from '../intrinsics.ts';
import {
  attachBlock,
  boundValue,
  createBlock,
  detachBlock,
  drawBlock,
  isAttached,
  moveBlock,
  removeBlock,
  undrawBlock,
  updateBlock,
} from './block.ts';
import type { Block, Holder, Host, Owner, SlotPlace } from './types.ts';

/** One piece of slot content: a block of the user's template that is drawn inside the component. */
class SlotContent implements Holder {
  readonly block: Block;
  readonly node: number;
  readonly name: Bound;
  readonly content: Block;
  /** Where it is drawn: a slot, or the component node itself when that is no component. */
  drawn: Holder | undefined = undefined;
  readonly taker: () => Holder | undefined;

  constructor(host: ComponentNode, use: ComponentUse['contents'][number]) {
    this.block = host.block;
    this.node = host.node;
    this.name = use.slot;
    this.taker = () => host.placeFor(this);
    const { plan, environment, row } = host.block;
    this.content = createBlock(plan.unit.plan(use.block), environment, row, this);
  }
}

/** The host element of a custom component in its user's template. */
export class ComponentNode implements Host {
  readonly block: Block;
  readonly node: number;
  component: Owner | undefined;
  listens = false;
  readonly #use: ComponentUse;
  readonly #names: readonly string[];
  /** Filled once the component stands; its slots may ask before that. */
  #contents: readonly SlotContent[] = [];
  #ended = false;

  constructor(block: Block, node: number, use: ComponentUse, names: readonly string[]) {
    this.block = block;
    this.node = node;
    this.#use = use;
    this.#names = names;
    this.component = this.#create();
    const contents: SlotContent[] = [];
    for (let at = 0; at < use.contents.length; at += 1) {
      const content = use.contents[at];
      if (content !== undefined) contents.push(new SlotContent(this, content));
    }
    this.#contents = contents;
  }

  #create(): Owner | undefined {
    const { owner, page } = this.block.environment;
    const names = this.#names;
    this.listens = false;
    const component = page.surroundings.createComponent(page, owner, this.#use.tag, this);
    this.component = component;
    this.listens = true;
    if (component !== undefined && names.length > 0) {
      const values: unknown[] = [];
      for (let at = 0; at < names.length; at += 1) values.push(this.given(names[at] ?? ''));
      component.takeProperties(names, values);
    }
    return component;
  }

  renew(): void {
    if (this.#ended) return;
    const old = this.component;
    if (old?.root !== undefined) removeBlock(old.root);
    for (const content of this.#contents) {
      removeBlock(content.content);
      content.drawn = undefined;
    }
    old?.detach();
    this.component = this.#create();
    if (this.block.id !== 0) this.draw();
    if (isAttached(this)) this.component?.attach();
  }

  generic(name: string): string | undefined {
    const generics = this.#use.generics;
    return generics !== undefined && hasOwn(generics, name) ? generics[name] : undefined;
  }

  given(name: string): unknown {
    const bound = this.#use.properties[name];
    return bound === undefined ? undefined : boundValue(this.block, bound);
  }

  blocks(): readonly Block[] {
    const blocks: Block[] = [];
    for (let at = 0; at < this.#contents.length; at += 1) {
      const content = this.#contents[at];
      if (content !== undefined) blocks.push(content.content);
    }
    return blocks;
  }

  update(change: Change, locals: readonly number[]): void {
    if (locals.length > 0) this.#updateProperties(locals);
    for (let at = 0; at < this.#contents.length; at += 1) {
      const content = this.#contents[at];
      if (content !== undefined) updateBlock(content.content, change);
    }
  }

  #updateProperties(locals: readonly number[]): void {
    const names: string[] = [];
    const values: unknown[] = [];
    for (let at = 0; at < this.#names.length; at += 1) {
      const name = this.#names[at] ?? '';
      const bound = this.#use.properties[name];
      if (bound === undefined || !('at' in bound) || !locals.includes(bound.at)) continue;
      names.push(name);
      values.push(this.block.values[bound.at]);
    }
    if (names.length > 0) this.component?.takeProperties(names, values);
    for (let at = 0; at < this.#contents.length; at += 1) {
      const bound = this.#contents[at]?.name;
      if (bound !== undefined && 'at' in bound && locals.includes(bound.at)) {
        this.distribute();
        return;
      }
    }
  }

  distribute(): void {
    for (let at = 0; at < this.#contents.length; at += 1) {
      const content = this.#contents[at];
      if (content === undefined) continue;
      const place = this.placeFor(content);
      if (place === content.drawn) continue;
      removeBlock(content.content);
      content.drawn = place;
    }
    for (let at = this.#contents.length - 1; at >= 0; at -= 1) {
      const content = this.#contents[at];
      const place = content?.drawn;
      if (content === undefined || content.content.id !== 0 || place?.block === undefined || place.block.id === 0)
        continue;
      drawBlock(content.content, place.block.id, place.node, this.#idAfter(at, place));
    }
  }

  placeFor(content: SlotContent): Holder | undefined {
    const component = this.component;
    if (component === undefined) return this;
    if (!component.multipleSlots) return firstSlot(component, undefined);
    const value = boundValue(this.block, content.name);
    const name = value === undefined || value === null ? '' : String(value);
    return firstSlot(component, name);
  }

  /** Id of the next content drawn in the same place, 0 when there is none. */
  #idAfter(at: number, place: Holder): number {
    for (let after = at + 1; after < this.#contents.length; after += 1) {
      const content = this.#contents[after];
      if (content?.drawn === place && content.content.id !== 0) return content.content.id;
    }
    return 0;
  }

  emptySlot(slot: SlotPlace): void {
    for (let at = 0; at < this.#contents.length; at += 1) {
      const content = this.#contents[at];
      if (content?.drawn === slot) undrawBlock(content.content);
    }
  }

  draw(): void {
    const root = this.component?.root;
    if (root !== undefined) drawBlock(root, this.block.id, this.node, 0);
    else if (this.component === undefined) this.distribute();
  }

  undraw(): void {
    const root = this.component?.root;
    if (root !== undefined) undrawBlock(root);
    else for (const content of this.#contents) undrawBlock(content.content);
  }

  attach(): void {
    this.component?.attach();
    for (const content of this.#contents) attachBlock(content.content);
  }

  detach(): void {
    this.#ended = true;
    for (const content of this.#contents) detachBlock(content.content);
    this.component?.detach();
  }

  move(): void {
    for (const content of this.#contents) moveBlock(content.content);
    this.component?.move();
  }
}

/** The first slot in document order, of that name if one is given. */
function firstSlot({ slots, root }: Owner, name: string | undefined): SlotPlace | undefined {
  let candidates: readonly SlotPlace[] = slots;
  if (slots.length > 1 && root !== undefined) {
    const ordered: SlotPlace[] = [];
    gatherSlots(root, slots, ordered);
    candidates = ordered;
  }
  for (let at = 0; at < candidates.length; at += 1) {
    const slot = candidates[at];
    if (name === undefined || slot?.name() === name) return slot;
  }
  return undefined;
}

function gatherSlots(block: Block, slots: readonly SlotPlace[], ordered: SlotPlace[]): void {
  for (const child of block.children ?? []) {
    for (const slot of slots) if (slot === child) ordered.push(slot);
    for (const inner of child.blocks()) gatherSlots(inner, slots, ordered);
  }
}
