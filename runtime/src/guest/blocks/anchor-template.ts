import type { Anchor, Data, StaticPath } from '../../protocol/templates.ts';
import { addPath, type Change, createMark, isClean, type Mark, markAt, mergeMarks, wholeMark } from '../data/marks.ts';
import { isObject } from '../intrinsics.ts';
import { ChoiceAnchor } from './anchor-choice.ts';
import { createBlock, evaluateFor, updateBlock } from './block.ts';
import type { Block, Plan } from './types.ts';

type TemplateInfo = Extract<Anchor, { kind: 'template' }>;

/** `<template is data>`: a block of another template, evaluated in the data it is handed. */
export class TemplateAnchor extends ChoiceAnchor<TemplateInfo, Plan | undefined> {
  protected override choose(): Plan | undefined {
    const name = evaluateFor(this.block, this.info.name);
    // An empty `is` is how programs say "none yet".
    if (name === undefined || name === null || name === '') return undefined;
    const unit = this.block.plan.unit;
    const plan = unit.template(String(name));
    if (plan === undefined) {
      const { at } = this.info;
      this.block.environment.page.surroundings.warn(
        'TEMPLATE',
        `${typeof at === 'number' ? `${unit.file}:${at}` : at} uses <template is="${String(name)}">, which neither it nor a file it imports defines`,
      );
    }
    return plan;
  }

  protected override create(plan: Plan | undefined): Block | undefined {
    if (plan === undefined) return undefined;
    const { owner, page } = this.block.environment;
    const environment = { data: dataFor(this.block, this.info), modules: plan.unit.modules(), owner, page };
    return createBlock(plan, environment, undefined, this);
  }

  protected override keep(shown: Block, change: Change): void {
    shown.environment.data = dataFor(this.block, this.info);
    const data = this.#translate(change);
    if (!isClean(data)) updateBlock(shown, { data, rows: undefined });
  }

  /** Where the caller has what the callee knows as `members`; undefined when that is computed. */
  source(members: readonly string[]): StaticPath | undefined {
    const [key, ...below] = members;
    const { inputs } = this.info;
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
    const inputs = this.info.inputs;
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
}

/** What the template is handed. */
function dataFor(block: Block, info: TemplateInfo): Data {
  const data = evaluateFor(block, info.data);
  return isObject(data) ? data : {};
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
