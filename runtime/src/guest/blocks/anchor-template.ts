import type { Anchor, Data, StaticPath } from '../../protocol/templates.ts';
import { addPath, type Change, createMark, isClean, type Mark, markAt, mergeMarks, wholeMark } from '../data/marks.ts';
import { isObject } from '../intrinsics.ts';
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
import type { Block, Child, Plan } from './types.ts';

type TemplateInfo = Extract<Anchor, { kind: 'template' }>;

/** `<template is data>`: a block of another template, evaluated in the data it is handed. */
export class TemplateAnchor implements Child {
  readonly block: Block;
  readonly node: number;
  readonly #info: TemplateInfo;
  #plan: Plan | undefined;
  #shown: Block | undefined;
  /** While a block is being made: the changes it has to be told of once it is there. */
  #missed: Change[] | undefined = undefined;

  constructor(block: Block, node: number, info: TemplateInfo) {
    this.block = block;
    this.node = node;
    this.#info = info;
    this.#plan = this.#choose();
    this.#shown = this.#create();
  }

  #choose(): Plan | undefined {
    const name = evaluateFor(this.block, this.#info.name);
    // An empty `is` is how programs say "none yet".
    if (name === undefined || name === null || name === '') return undefined;
    const unit = this.block.plan.unit;
    const plan = unit.template(String(name));
    if (plan === undefined) {
      const { at } = this.#info;
      this.block.environment.page.surroundings.warn(
        'TEMPLATE',
        `${typeof at === 'number' ? `${unit.file}:${at}` : at} uses <template is="${String(name)}">, which neither it nor a file it imports defines`,
      );
    }
    return plan;
  }

  #data(): Data {
    const data = evaluateFor(this.block, this.#info.data);
    return isObject(data) ? data : {};
  }

  #create(): Block | undefined {
    const plan = this.#plan;
    if (plan === undefined) return undefined;
    const { owner, page } = this.block.environment;
    const environment = { data: this.#data(), modules: plan.unit.modules(), owner, page };
    return createBlock(plan, environment, undefined, this);
  }

  blocks(): readonly Block[] {
    return this.#shown === undefined ? [] : [this.#shown];
  }

  update(change: Change): void {
    if (this.#missed !== undefined) {
      this.#missed.push(change);
      return;
    }
    const plan = this.#choose();
    if (plan === this.#plan) {
      if (this.#shown === undefined) return;
      this.#shown.environment.data = this.#data();
      const data = this.#translate(change);
      if (!isClean(data)) updateBlock(this.#shown, { data, rows: undefined });
      return;
    }
    this.#plan = plan;
    const missed: Change[] = [];
    this.#missed = missed;
    try {
      // As with branches: what comes is created before what leaves is detached.
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
    // Program code may have chosen yet another template meanwhile.
    if (coming === undefined || this.#shown !== coming) return;
    this.draw();
    if (isAttached(this)) attachBlock(coming);
  }

  /** Where the caller has what the callee knows as `members`; undefined when that is computed. */
  source(members: readonly string[]): StaticPath | undefined {
    const [key, ...below] = members;
    const { inputs } = this.#info;
    // Of several that give the same, the last counts.
    for (let at = inputs.length - 1; at >= 0; at -= 1) {
      const input = inputs[at];
      if (input === undefined) continue;
      // What is spread may or may not have it: as in glass-easel, nothing is written there.
      if ('spread' in input || input.key === undefined) return undefined;
      if (input.key !== key) continue;
      return 'path' in input ? { ...input.path, members: [...input.path.members, ...below] } : undefined;
    }
    return undefined;
  }

  /** What the caller's change means for the callee's data. */
  #translate(change: Change): Mark {
    const marks = createMark();
    const inputs = this.#info.inputs;
    for (let at = 0; at < inputs.length; at += 1) {
      const input = inputs[at];
      if (input === undefined) continue;
      if ('spread' in input) mergeMarks(marks, markAt(change, input.spread) ?? createMark());
      else if ('path' in input) {
        const mark = markAt(change, input.path);
        if (mark !== undefined && !marks.whole) addMember(marks, input.key, mark);
      } else if (input.reads === undefined || input.reads.some((path) => markAt(change, path) !== undefined)) {
        addPath(marks, input.key === undefined ? [] : [input.key]);
      }
    }
    return marks;
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

function addMember(marks: Mark, key: string, mark: Mark): void {
  if (marks.members === undefined) marks.members = new Map();
  const known = marks.members.get(key);
  if (known === undefined) {
    const copied = createMark();
    mergeMarks(copied, mark.whole ? wholeMark : mark);
    marks.members.set(key, copied);
  } else mergeMarks(known, mark);
}
