import type { ComponentUse } from '../../protocol/templates.ts';
import type { Change, Mark } from '../data/marks.ts';
import { hasOwn } from '../intrinsics.ts';
import { boundValue, drawBlock, isAttached, removeBlock, undrawBlock } from './block.ts';
import { inDocumentOrder, SlotContents, slotFinder } from './slot-contents.ts';
import type { Block, Holder, Host, Owner, SlotPlace } from './types.ts';

const noContents: readonly SlotContents[] = [];

/** The host element of a custom component in its user's template. */
export class ComponentNode implements Host {
  readonly block: Block;
  readonly node: number;
  component: Owner | undefined;
  listens = false;
  readonly #use: ComponentUse;
  readonly #names: readonly string[];
  /** Made once the component stands; its slots may ask before that. With `dynamicSlots`, by slot. */
  #contents: readonly SlotContents[] = noContents;
  #bySlot: Map<SlotPlace, SlotContents> | undefined;
  /** Slots whose content is to be made. */
  #fresh: SlotPlace[] = [];
  #attached = false;
  #ended = false;

  constructor(block: Block, node: number, use: ComponentUse, names: readonly string[]) {
    this.block = block;
    this.node = node;
    this.#use = use;
    this.#names = names;
    this.component = this.#create();
    if (use.contents.length > 0) this.#createContents();
  }

  #createContents(): void {
    if (this.component?.dynamicSlots === true) {
      this.#bySlot = new Map();
      // Its first properties may have brought slots before others.
      this.#fresh = inDocumentOrder(this.component);
      this.fillSlots();
    } else this.#contents = [new SlotContents(this, this.#use, undefined)];
  }

  #allContents(): readonly SlotContents[] {
    return this.#bySlot === undefined ? this.#contents : [...this.#bySlot.values()];
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
    for (const contents of this.#allContents()) contents.remove();
    old?.detach();
    this.#fresh = [];
    this.component = this.#create();
    this.#renewContents();
    if (this.block.id !== 0) this.draw();
    if (isAttached(this)) this.component?.attach();
  }

  /** What was made for each slot of one component is nothing for another. */
  #renewContents(): void {
    if (this.#use.contents.length === 0) return;
    if (this.#bySlot === undefined && this.component?.dynamicSlots !== true) return;
    for (const contents of this.#allContents()) contents.end();
    this.#contents = noContents;
    this.#bySlot = undefined;
    this.#createContents();
    if (this.#attached) for (const contents of this.#allContents()) contents.attach();
  }

  get place(): string {
    const { at } = this.#use;
    return typeof at === 'number' ? `${this.block.plan.unit.file}:${at}` : at;
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
    return this.#allContents().flatMap((contents) => contents.blocks());
  }

  update(change: Change, locals: readonly number[]): void {
    const before = this.#allContents();
    if (locals.length > 0) this.#updateProperties(locals);
    // What the new properties have brought was made of what is so now.
    for (const contents of before) if (!contents.gone) contents.update(change, locals);
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
  }

  slotFinder(): (name: string) => Holder | undefined {
    return this.component === undefined ? () => this : slotFinder(this.component);
  }

  distribute(): void {
    for (const contents of this.#allContents()) contents.rearrange();
  }

  emptySlot(slot: SlotPlace): void {
    const contents = this.#bySlot === undefined ? this.#contents[0] : this.#bySlot.get(slot);
    contents?.empty(slot);
  }

  slotCame(slot: SlotPlace): void {
    if (this.#use.contents.length > 0) this.#fresh.push(slot);
  }

  fillSlots(): void {
    if (this.#bySlot === undefined || this.#fresh.length === 0) return;
    const fresh = this.#fresh;
    this.#fresh = [];
    const made: SlotContents[] = [];
    for (const slot of fresh) {
      const contents = new SlotContents(this, this.#use, slot);
      this.#bySlot.set(slot, contents);
      made.push(contents);
      contents.rearrange();
    }
    if (this.#attached) for (const contents of made) contents.attach();
  }

  endSlots(slots: readonly SlotPlace[]): void {
    const ending: SlotContents[] = [];
    for (const slot of slots) {
      const contents = this.#bySlot?.get(slot);
      if (contents === undefined) continue;
      contents.gone = true;
      ending.push(contents);
    }
    for (const contents of ending) contents.end();
  }

  slotGone(slot: SlotPlace): void {
    this.endSlots([slot]);
    this.#bySlot?.delete(slot);
    this.#fresh = this.#fresh.filter((one) => one !== slot);
  }

  slotChanged(slot: SlotPlace, mark: Mark | 'name'): void {
    const contents = this.#bySlot?.get(slot);
    if (mark !== 'name') contents?.takeValues(mark);
    else if (contents !== undefined) {
      contents.remove();
      this.slotGone(slot);
      this.slotCame(slot);
      this.fillSlots();
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
    else this.#contents[0]?.empty(this);
  }

  attach(): void {
    this.#attached = true;
    for (const contents of this.#allContents()) contents.reach();
    this.component?.attach();
    for (const contents of this.#allContents()) contents.attach();
  }

  detach(): void {
    this.#ended = true;
    this.#attached = false;
    for (const contents of this.#allContents()) contents.detach();
    this.component?.detach();
  }

  move(): void {
    for (const contents of this.#allContents()) contents.move();
    this.component?.move();
  }
}
