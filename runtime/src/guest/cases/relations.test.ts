import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { openScene, type Part, type Scene } from './scene-for-tests.ts';

// What glass-easel's tests `legacy/relation` and `core/relation` ask for, as tables. Otherwise on purpose:
// - nodes are moved by data here, where its tests move them by hand: rows that change place, branches that come and go;
// - the types `parent-common-node` and `child-common-node`, and `linkFailed`, are its own: WeChat documents neither.

/** A component that says what it hears of its relations, with the ids of both sides. */
function related(name: string, relations: string): Part {
  return {
    js: `relations: { ${relations} }, attached() { log('${name} ' + this.id) },
      methods: { tell(what, other) { log(this.id + ' ' + what + ' ' + other.id) } }`,
  };
}
const heard =
  "linked(o) { this.tell('+', o) }, linkChanged(o) { this.tell('~', o) }, unlinked(o) { this.tell('-', o) }";
const pair: Readonly<Record<string, Part>> = {
  outer: related('outer', `'./inner': { type: 'child', ${heard} }`),
  inner: related('inner', `'./outer': { type: 'parent', ${heard} }`),
};
const distant: Readonly<Record<string, Part>> = {
  outer: related('outer', `'./inner': { type: 'descendant', ${heard} }`),
  inner: related('inner', `'./outer': { type: 'ancestor', ${heard} }`),
};
/** Ids of the nodes that the component `id` is related to. */
const members = `links(selector, key) { log(this.selectComponent(selector).getRelationNodes(key).map((one) => one.id).join()) },
  data: { on: true, list: ['c3', 'c4'] },`;

interface Case extends Scene {
  readonly name: string;
  /** What is said on the way, without the lines of `attached`. */
  readonly first: readonly string[];
  /** Changes with what is said, and questions with their answer. */
  readonly changes?: readonly (readonly [set: Readonly<Record<string, unknown>>, said: readonly string[]])[];
  readonly links?: readonly (readonly [selector: string, key: string, ids: string])[];
}

const cases: readonly Case[] = [
  {
    name: 'parent and child, through elements and blocks but not through a child of the same kind',
    page: `<outer id="p"><view><inner id="c1"><inner id="c2"/></inner><inner wx:for="{{list}}" wx:key="*this" id="{{item}}"/></view></outer>`,
    parts: pair,
    first: ['p + c1', 'c1 + p', 'p + c3', 'c3 + p', 'p + c4', 'c4 + p'],
    links: [
      ['#p', './inner', 'c1,c3,c5'],
      ['#c1', './outer', 'p'],
      ['#c2', './outer', ''],
    ],
    changes: [
      [{ list: ['c4', 'c3'] }, ['p ~ c4', 'c4 ~ p']],
      [{ list: ['c3'] }, ['p - c4', 'c4 - p']],
      [{ list: ['c3', 'c5'] }, ['p + c5', 'c5 + p']],
    ],
  },
  {
    name: 'the order of related nodes is that of the document',
    page: '<outer id="p"><inner wx:for="{{list}}" wx:key="*this" id="{{item}}"/><inner id="last"/></outer>',
    parts: pair,
    first: ['p + c3', 'c3 + p', 'p + c4', 'c4 + p', 'p + last', 'last + p'],
    changes: [[{ list: ['c5', 'c3', 'c4'] }, ['p + c5', 'c5 + p']]],
    links: [['#p', './inner', 'c5,c3,c4,last']],
  },
  {
    name: 'ancestors and descendants, at any depth',
    page: '<outer id="p"><view><inner id="c1"/></view><inner id="c3"><inner wx:if="{{on}}" id="c4"/></inner></outer>',
    parts: distant,
    first: ['p + c1', 'c1 + p', 'p + c3', 'c3 + p', 'p + c4', 'c4 + p'],
    links: [
      ['#p', './inner', 'c1,c3'],
      ['#c1', './outer', 'p'],
    ],
    changes: [[{ on: false }, ['p - c4', 'c4 - p']]],
  },
  {
    name: 'of ancestors the nearest counts',
    page: '<outer id="p1"><inner id="c1"><outer id="p2"><inner id="c2"/></outer></inner></outer>',
    parts: distant,
    first: ['p1 + c1', 'c1 + p1', 'p2 + c2', 'c2 + p2'],
    links: [
      ['#p1', './inner', 'c1'],
      ['#p2', './inner', 'c2'],
      ['#c2', './outer', 'p2'],
    ],
  },
  {
    name: 'what goes together is unlinked from the inside out',
    page: '<block wx:if="{{on}}"><outer id="p"><inner id="c1"/><inner id="c3"><inner id="c4"/></inner></outer></block>',
    parts: distant,
    first: ['p + c1', 'c1 + p', 'p + c3', 'c3 + p', 'p + c4', 'c4 + p'],
    changes: [[{ on: false }, ['p - c1', 'c1 - p', 'p - c4', 'c4 - p', 'p - c3', 'c3 - p']]],
  },
  {
    name: 'components without a host element are related like others',
    page: '<outer id="p"><inner id="c"/></outer>',
    parts: {
      outer: { js: `options: { virtualHost: true }, ${distant.outer?.js}` },
      inner: { js: `options: { virtualHost: true }, ${distant.inner?.js}` },
    },
    first: ['p + c', 'c + p'],
    links: [
      ['#p', './inner', 'c'],
      ['#c', './outer', 'p'],
    ],
  },
  {
    name: 'paths may be relative, also by way of other folders',
    page: '<outer id="p"><inner id="c"/></outer>',
    parts: {
      outer: related('outer', `'../parts/inner': { type: 'descendant', ${heard} }`),
      inner: related('inner', `'/parts/outer': { type: 'ancestor', ${heard} }`),
    },
    first: ['p + c', 'c + p'],
    links: [['#p', '../parts/inner', 'c']],
  },
  {
    name: 'a relation that only one side declares is none',
    page: '<outer id="p"><inner id="c"/></outer>',
    parts: { outer: pair.outer ?? {}, inner: related('inner', '') },
    first: [],
    links: [['#p', './inner', '']],
  },
  {
    name: 'a stranger between parent and child separates them',
    page: '<outer id="p"><box><inner id="c"/></box></outer>',
    parts: { ...pair, box: {} },
    first: [],
    links: [['#p', './inner', '']],
  },
  {
    name: 'a behavior as target, which both sides may also share',
    page: '<outer id="p"><inner id="c1"/><inner id="c2"/></outer>',
    parts: {
      outer: {
        script: `const { shared, up, down } = require('./marks.js'); Component({ behaviors: [shared, up],
          relations: { any: { target: down, type: 'descendant', linked(o) { log('p + ' + o.id) } } } })`,
      },
      inner: {
        script: `const { shared, up, down } = require('./marks.js'); Component({ behaviors: [down, shared],
          relations: { any: { target: up, type: 'ancestor', linked(o) { log(this.id + ' + ' + o.id) } } } })`,
      },
    },
    files: {
      'parts/marks.js': 'module.exports = { shared: Behavior({}), up: Behavior({}), down: Behavior({}) }',
    },
    first: ['p + c1', 'c1 + p', 'p + c2', 'c2 + p'],
    links: [
      ['#p', 'any', 'c1,c2'],
      ['#c1', 'any', 'p'],
    ],
  },
];

for (const { name, first, changes = [], links = [], ...scene } of cases) {
  test(name, async () => {
    const open = await openScene({ compileTemplate, createPageTree }, { ...scene, data: '{}', members });
    const said = () => open.news().filter((line) => !/^(outer|inner) /.test(String(line)));
    expect(said()).toEqual(first);
    for (const [set, expected] of changes) {
      await open.set(set);
      expect(said()).toEqual(expected);
    }
    for (const [selector, key, ids] of links) {
      await open.ask('links', selector, key);
      expect(open.news()).toEqual([ids]);
    }
    expect(open.errors()).toEqual([]);
  });
}
