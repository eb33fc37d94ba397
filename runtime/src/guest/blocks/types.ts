import type { BlockType, Data, Modules, Row } from '../../protocol/templates.ts';
import type { Change, Mark } from '../data/marks.ts';
import type { PageOperations } from './page-operations.ts';

/** One WXML file, ready to run. */
export interface Unit {
  readonly file: string;
  /** The block type of that number, prepared on first use. */
  plan(block: number): Plan;
  /** The block a `<template name>` stands for, own ones before imported ones. */
  template(name: string): Plan | undefined;
  /** WXS modules, loaded on first use. */
  modules(): Modules;
}

/** A block type with what creation and update look up again and again. */
export interface Plan {
  readonly type: BlockType;
  readonly unit: Unit;
  readonly skeleton: number;
  readonly holes: number;
  /** The value list is longer than the holes: it must be cut before it travels. */
  readonly hasLocals: boolean;
  readonly hasComponents: boolean;
  /** Makes the children of a new block, in document order; empty for most rows. */
  readonly makers: readonly ((block: Block) => Child)[];
  /** Node number → place among the children. */
  readonly placeOfNode: readonly (number | undefined)[];
  /** Value index → place of the child that takes this value as a property or slot name. */
  readonly placeOfLocal: readonly (number | undefined)[];
  /** Scratch of `collectReads`: which values and children the current update has met. */
  readonly valueStamps: number[];
  readonly childStamps: number[];
}

/** What the blocks of one template call, or of one component's own template, are evaluated in. */
export interface Environment {
  /** A component's own `data`, or a fresh object per `<template is>` evaluation. */
  data: Data;
  readonly modules: Modules;
  /** The component whose template this is: its methods handle the events. */
  readonly owner: Owner;
  readonly page: PageOperations;
}

/** One block instance. Exists whether or not it is drawn: slot content may have no slot to be in. */
export interface Block {
  /** 0 while not drawn. A block that is drawn again gets a new id. */
  id: number;
  readonly plan: Plan;
  readonly environment: Environment;
  readonly row: Row | undefined;
  /** Holes, then locals. Written in place: the batch under way may hold this very array. */
  readonly values: unknown[];
  children: readonly Child[] | undefined;
  readonly holder: Holder;
  /**
   * The last node that `attached` has come to, or -1 for what the block stands in; less before, and always for a block
   * without children; `outOfTree` at last.
   */
  reached: number;
}

/** What a block stands in. */
export interface Holder {
  /** The block around, in the same template; for a component's root block, the block of its host element. */
  readonly block: Block | undefined;
  /** The anchor or component node in it. */
  readonly node: number;
  /** Slot content: the slot that takes it, drawn or not; undefined when none does. */
  readonly taker?: () => Holder | undefined;
}

/** An anchor or a component node of one block instance. */
export interface Child extends Holder {
  readonly block: Block;
  /** Blocks of the same owner below this node, in document order. */
  blocks(): readonly Block[];
  /** Something this node or its blocks read has changed. `locals` are indices of changed locals of the block. */
  update(change: Change, locals: readonly number[]): void;
  /** The block around has just been drawn. */
  draw(): void;
  /** The block around is drawn no more; no operation needs to say so. */
  undraw(): void;
  attach(): void;
  detach(): void;
  /** Moved among its siblings. */
  move(): void;
}

/** A component node as events and selectors need it. */
export interface Host extends Child {
  readonly component: Owner | undefined;
  /** False while its component is being made: the handlers in the template around hear nothing yet. */
  readonly listens: boolean;
  /** File and line of its tag. */
  readonly place: string;
  /** What the template around gives under `name`, camel-cased; undefined when it gives nothing. */
  given(name: string): unknown;
  /** Tag that the template around names for the abstract tag `name`. */
  generic(name: string): string | undefined;
  /** Makes the component anew: what it is made from has only now been loaded. */
  renew(): void;
  /** Gives slot contents to the slots there are now, before the batch leaves. */
  distribute(): void;
  /** The block around `slot` is drawn no more, and so is its content. */
  emptySlot(slot: SlotPlace): void;
  /** With `dynamicSlots`: a slot has been made, `fillSlots` makes its content. */
  slotCame(slot: SlotPlace): void;
  fillSlots(): void;
  /** With `dynamicSlots`: slots are about to go together, and their content is detached. */
  endSlots(slots: readonly SlotPlace[]): void;
  /** With `dynamicSlots`: a slot has gone. */
  slotGone(slot: SlotPlace): void;
  /** With `dynamicSlots`: a slot has another name, or (`mark` says which) hands over other values. */
  slotChanged(slot: SlotPlace, mark: Mark | 'name'): void;
}

/** A `<slot>` of one component instance. */
export interface SlotPlace extends Child {
  /** What it hands to its content, by name; undefined unless it has `dynamicSlots`. */
  readonly values: Readonly<Record<string, unknown>> | undefined;
  name(): string;
}

/** A component (or page) instance as blocks see it. */
export interface Owner {
  readonly path: string;
  /** What program code knows as `this`. */
  readonly instance: object;
  readonly root: Block | undefined;
  /** Undefined for a page. */
  readonly host: Host | undefined;
  /** Style scope its template is drawn in. */
  readonly scope: number;
  /** Slots are told apart by name. */
  readonly multipleSlots: boolean;
  /** Every slot has content of its own. */
  readonly dynamicSlots: boolean;
  /** The slots there are now, oldest first. */
  readonly slots: Set<SlotPlace>;
  readonly attached: boolean;
  /** It has been detached, or is being, and will not come back. */
  readonly ended: boolean;
  /**
   * Takes property values and external classes from the owner's template, all at once; names it does not know are
   * ignored.
   */
  takeProperties(names: readonly string[], values: readonly unknown[]): void;
  /** The scope of the template around has changed, and with it what external classes mean. */
  outerScopeChanged(): void;
  attach(): void;
  detach(): void;
  move(): void;
}
