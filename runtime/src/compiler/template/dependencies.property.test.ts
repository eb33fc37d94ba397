import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Data, Modules, Reads, Row, StaticPath, TemplateUnit } from '../../protocol/index.ts';
import { loadTemplate } from './load-unit-for-tests.ts';

// A block tree as small as the protocol allows, updated by `reads` alone. If the compiler forgot a dependency,
// it ends up different from a tree built from scratch.

interface Mark {
  whole: boolean;
  readonly members: Map<string, Mark>;
}
interface RowMark {
  readonly item: Mark;
  readonly index: boolean;
  readonly up: RowMark | undefined;
}
interface Change {
  readonly data: Mark;
  readonly rows: RowMark | undefined;
}
interface Environment {
  data: Data;
  row: Row | undefined;
}
interface Instance extends Environment {
  readonly block: number;
  readonly values: unknown[];
  readonly children: Map<number, Instance[]>;
}

const modules: Modules = { m: { both: (...values: unknown[]) => JSON.stringify(values) } };
const clean = (): Mark => ({ whole: false, members: new Map() });
const everything = (): Mark => ({ whole: true, members: new Map() });

class Tree {
  readonly #unit: TemplateUnit;
  readonly root: Instance;

  constructor(unit: TemplateUnit, data: Data) {
    this.#unit = unit;
    this.root = this.#create(0, { data, row: undefined });
  }

  #create(block: number, { data, row }: Environment): Instance {
    const type = this.#unit.blocks[block];
    if (type === undefined) throw new Error('no such block');
    const instance: Instance = {
      block,
      data,
      row,
      values: [...copy(type.values(data, row, modules))],
      children: new Map(),
    };
    for (const node of Object.keys(type.nodes).map(Number)) {
      const nested = this.#nested(instance, node);
      instance.children.set(
        node,
        nested.map(({ block: child, environment }) => this.#create(child, environment)),
      );
    }
    return instance;
  }

  /** The blocks that belong at a node now, with their environments. */
  #nested({ block, data, row }: Instance, node: number): { block: number; environment: Environment }[] {
    const info = this.#unit.blocks[block]?.nodes[node];
    const same = { data, row };
    if (info?.component !== undefined)
      return info.component.contents.map((content) => ({ block: content.block, environment: same }));
    const anchor = info?.anchor;
    switch (anchor?.kind) {
      case 'if': {
        const branch = anchor.branches.find(({ test: holds }) => holds === undefined || holds(data, row, modules));
        return branch === undefined ? [] : [{ block: branch.block, environment: same }];
      }
      case 'for':
        return itemsOf(anchor.list(data, row, modules)).map(([index, item]) => {
          return { block: anchor.block, environment: { data, row: { item, index, up: row } } };
        });
      case 'template': {
        const called = this.#unit.templates[anchor.name(data, row, modules)];
        if (called === undefined) return [];
        return [{ block: called, environment: { data: anchor.data(data, row, modules), row: undefined } }];
      }
      default:
        return [];
    }
  }

  update(instance: Instance, change: Change): void {
    const type = this.#unit.blocks[instance.block];
    if (type === undefined) return;
    const values = new Set<number>();
    const nodes = new Set<number>();
    collect(type.reads.data, change.data, values, nodes);
    let rows = change.rows;
    for (const read of type.reads.rows ?? []) {
      if (rows === undefined) break;
      collect(read.item, rows.item, values, nodes);
      if (rows.index) collect(read.index, everything(), values, nodes);
      rows = rows.up;
    }
    for (const at of values) instance.values[at] = copy(type.value[at]?.(instance.data, instance.row, modules));
    for (const node of nodes) this.#updateNode(instance, node, change);
  }

  #updateNode(instance: Instance, node: number, change: Change): void {
    const old = instance.children.get(node) ?? [];
    const next = this.#nested(instance, node).map(({ block, environment }, at) => {
      const kept = old[at];
      if (kept?.block !== block) return this.#create(block, environment);
      const below = this.#changeFor(instance, node, kept, environment, change);
      kept.data = environment.data;
      kept.row = environment.row;
      this.update(kept, below);
      return kept;
    });
    instance.children.set(node, next);
  }

  /** What a change around a node means for a block that stays there. */
  #changeFor({ block }: Instance, node: number, kept: Instance, environment: Environment, change: Change): Change {
    const anchor = this.#unit.blocks[block]?.nodes[node]?.anchor;
    if (anchor?.kind === 'for') {
      const index = environment.row?.index;
      const moved = kept.row?.index !== index;
      const list = anchor.path === undefined || moved ? everything() : markAt(change, anchor.path);
      const item = list.whole ? everything() : (list.members.get(String(index)) ?? clean());
      return { data: change.data, rows: { item, index: moved, up: change.rows } };
    }
    if (anchor?.kind !== 'template') return change;
    const data = clean();
    for (const input of anchor.inputs) {
      if ('spread' in input) merge(data, markAt(change, input.spread));
      else if ('path' in input) merge(member(data, input.key), markAt(change, input.path));
      else if (input.reads?.every((path) => isClean(markAt(change, path)))) continue;
      else if (input.key === undefined) data.whole = true;
      else merge(member(data, input.key), everything());
    }
    return { data, rows: undefined };
  }
}

/** Data is changed in place, so values are compared as they were. */
function copy<Value>(value: Value): Value {
  return structuredClone(value);
}

function itemsOf(list: unknown): [number | string, unknown][] {
  if (Array.isArray(list)) return list.map((item, index) => [index, item]);
  return typeof list === 'object' && list !== null ? Object.entries(list) : [];
}

function member(mark: Mark, key: string): Mark {
  const found = mark.members.get(key) ?? clean();
  mark.members.set(key, found);
  return found;
}

function merge(into: Mark, from: Mark): void {
  if (from.whole) into.whole = true;
  for (const [key, below] of from.members) merge(member(into, key), below);
}

function markAt(change: Change, path: StaticPath): Mark {
  let mark: Mark | undefined = change.data;
  if (path.row !== undefined) {
    let row = change.rows;
    for (let out = path.row; out > 0; out -= 1) row = row?.up;
    mark = row?.item;
  }
  for (const name of path.members) {
    if (mark?.whole) return everything();
    mark = mark?.members.get(name);
  }
  return mark ?? clean();
}

function isClean({ whole, members }: Mark): boolean {
  return !whole && members.size === 0;
}

function collect(reads: Reads | undefined, mark: Mark, values: Set<number>, nodes: Set<number>): void {
  if (reads === undefined || (!mark.whole && mark.members.size === 0)) return;
  for (const value of reads.values ?? []) values.add(value);
  for (const node of reads.children ?? []) nodes.add(node);
  for (const [name, below] of Object.entries(reads.members ?? {})) {
    collect(below, mark.whole ? everything() : (mark.members.get(name) ?? clean()), values, nodes);
  }
}

function snapshot({ block, values, children }: Instance): unknown {
  return { block, values, children: [...children].map(([node, nested]) => [node, nested.map(snapshot)]) };
}

/** `setData({path: value})` on plain data, marking what it changes. */
function write(data: Data, path: readonly string[], value: unknown, mark: Mark): void {
  let holder: object = data;
  let at = mark;
  for (const [step, key] of path.entries()) {
    at = member(at, key);
    if (step === path.length - 1) {
      Reflect.set(holder, key, value);
      at.whole = true;
      return;
    }
    const next: unknown = Reflect.get(holder, key);
    if (typeof next === 'object' && next !== null) {
      holder = next;
      continue;
    }
    // A container where there was none: everything about that place is new.
    at.whole = true;
    const made = {};
    Reflect.set(holder, key, made);
    holder = made;
  }
}

// Few names, so that what is read and what is written meet.
const names = ['a', 'list', 'k', 'item', 'index', 'it'];
const keys = ['a', 'x', '0', '1', 'length'];
const place = fc
  .tuple(fc.constantFrom(...names), fc.array(fc.constantFrom(...keys), { maxLength: 2 }))
  .map(([root, members]) => root + members.map((key) => (/\d/.test(key) ? `[${key}]` : `.${key}`)).join(''));
const expression = fc.oneof(
  { weight: 4, arbitrary: place },
  fc.constantFrom('list.length', 'a[k]', 'list[k].a', 'item[k]', 'it.x'),
  fc.tuple(place, place).map(([one, other]) => `${one}[${other}]`),
  fc.tuple(place, place).map(([one, other]) => `${one} === ${other}`),
  fc.tuple(place, place, place).map((parts) => `${parts[0]} ? ${parts[1]} : ${parts[2]}`),
  fc.tuple(place, place).map(([one, other]) => `m.both(${one}, ${other})`),
  fc.tuple(place, place).map(([one, other]) => `[${one}, ...m.both(${other})]`),
);
const templateData = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...names), expression).map(([key, value]) => `${key}: ${value}`),
      expression.map((value) => `...(${value})`),
      fc.constantFrom(...names),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((entries) => (entries.length === 1 ? `${entries[0]},` : entries.join(', ')));

const { markup } = fc.letrec<{ markup: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('markup'), { minLength: 1, maxLength: 3 }).map((nodes) => nodes.join('')),
  markup: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    expression.map((value) => `t{{${value}}}`),
    fc.tuple(expression, expression).map(([one, other]) => `<view id="{{${one}}}" data-x="{{${other}}}"/>`),
    fc.tuple(expression, tie('nodes'), tie('nodes')).map(([holds, then, otherwise]) => {
      return `<view wx:if="{{${holds}}}">${then}</view><block wx:else>${otherwise}</block>`;
    }),
    fc
      .tuple(expression, fc.constantFrom('', ' wx:for-item="it"', ' wx:for-index="k"'), tie('nodes'))
      .map(([list, row, nodes]) => {
        return `<block wx:for="{{${list}}}"${row}>${nodes}</block>`;
      }),
    fc.tuple(expression, tie('nodes')).map(([value, nodes]) => `<my-comp p="{{${value}}}">${nodes}</my-comp>`),
    fc
      .tuple(fc.constantFrom('one', 'two'), templateData)
      .map(([name, data]) => `<template is="${name}" data="{{${data}}}"/>`),
  ),
}));

const leaf = fc.oneof(fc.constantFrom('x', 'a', '', null), fc.nat(2), fc.boolean());
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'x'), tie('value'), { maxKeys: 2 }),
  ),
}));
const data = fc.record({ a: value, list: fc.array(value, { maxLength: 3 }), k: leaf, item: value });
const path = fc
  .tuple(fc.constantFrom('a', 'list', 'item'), fc.array(fc.constantFrom('a', 'x', '0', '1', '2'), { maxLength: 2 }))
  .map(([root, members]) => [root, ...members]);
const assignment = fc.oneof(fc.tuple(path, value), fc.tuple(fc.constant(['k']), leaf));
const turn = fc.array(assignment, { minLength: 1, maxLength: 3 });

test('updating by reads gives what evaluating everything gives', () => {
  fc.assert(
    fc.property(
      fc.array(markup, { minLength: 1, maxLength: 3 }),
      markup,
      markup,
      data,
      fc.array(turn, { minLength: 1, maxLength: 4 }),
      (page, one, two, initial, turns) => {
        // A template that calls itself without end is not what is tested here.
        const bodies = [one, two].map((body) => body.replaceAll(/<template [^>]*>/g, ''));
        const text = `<wxs module="m">1</wxs>${page.join('')}<template name="one">${bodies[0]}</template><template name="two">${bodies[1]}</template>`;
        const { loaded, problems } = loadTemplate(text, { components: ['my-comp'] });
        expect(problems).toEqual([]);
        const live: Data = copy(initial);
        const tree = new Tree(loaded, live);
        for (const writes of turns) {
          const mark = clean();
          for (const [at, next] of writes) write(live, at, copy(next), mark);
          tree.update(tree.root, { data: mark, rows: undefined });
          expect(snapshot(tree.root)).toEqual(snapshot(new Tree(loaded, live).root));
        }
      },
    ),
    { seed: 20261120, numRuns: 300 },
  );
});
