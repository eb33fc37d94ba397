import { expect, test } from '@playwright/test';
import { buildFiles, type Files, linesOf, removeProjects, smallest } from './compiler/testing/temporary-project.ts';
import { openHeadless } from './headless.ts';

test.afterEach(removeProjects);

/** A page that says `alive` below whatever goes wrong, with two components at hand. */
const program = (wxml: string, files: Files): Files => ({
  ...smallest,
  'pages/index/index.wxml': `${wxml}\n<text>alive {{n}}</text>`,
  'pages/index/index.js': 'Page({ data: { n: 0 }, onReady() { this.setData({ n: 1 }) } })',
  'pages/index/index.json': '{"usingComponents": {"box": "/parts/box", "inner": "/parts/inner"}}',
  'parts/box.json': '{"component": true, "usingComponents": {"box": "./box", "inner": "./inner"}}',
  'parts/box.wxml': '<slot/>',
  'parts/box.js': 'Component({})',
  'parts/inner.json': '{"component": true}',
  'parts/inner.wxml': 'inner',
  'parts/inner.js': 'Component({})',
  ...files,
});

interface Case {
  readonly name: string;
  readonly files: Files;
  /** `CODE: message`, in part. */
  readonly says: string;
  /** Where in the author's files; unless the message itself says so. */
  readonly at?: string;
}

const cases: readonly Case[] = [
  {
    name: 'a component that holds itself without end is cut off, with the line that holds it',
    files: program('<box/>', { 'parts/box.wxml': '<view>\n  <box/>\n</view>' }),
    says: 'DEEP_COMPONENTS: parts/box.wxml:2 holds <box> inside 40 other components; it is left out.',
  },
  {
    name: 'two that hold each other',
    files: program('<box/>', {
      'parts/box.wxml': '<view>\n\n<inner/></view>',
      'parts/inner.wxml': '<box/>',
      'parts/inner.json': '{"component": true, "usingComponents": {"box": "./box"}}',
    }),
    says: 'DEEP_COMPONENTS: parts/box.wxml:3 holds <inner> inside 40 other components',
  },
  {
    name: 'an observer that sets its own field for ever is stopped at the line that sets it',
    files: program('<box a="1"/>', {
      'parts/box.js':
        'Component({\n  properties: { a: Number },\n  observers: {\n    a(a) {\n      this.setData({ a: a + 1 });\n    },\n  },\n})',
    }),
    says: 'ENDLESS_UPDATE: parts/box: observers set each other off without end; they were stopped',
    at: 'parts/box.js:5',
  },
  {
    name: 'an observer of a property that sets it for ever',
    files: program('<box a="1"/>', {
      'parts/box.js':
        'Component({\n  properties: {\n    a: {\n      type: Number,\n      observer(a) {\n        this.setData({ a: a + 1 });\n      },\n    },\n  },\n})',
    }),
    says: 'SCRIPT: setData of parts/box: InternalError: stack overflow',
    at: 'parts/box.js:6',
  },
  {
    name: 'two components that are each other’s parent',
    files: program('<box><inner/></box>', {
      'parts/box.js': 'Component({ relations: { "./inner": { type: "parent" } } })',
      'parts/inner.js': 'Component({ relations: { "./box": { type: "parent" } } })',
    }),
    says: 'RELATION: parts/inner declares the relation "./box" of type parent, and parts/box one of type parent back',
  },
  {
    name: 'a relation whose link brings the next one, for ever',
    files: program('<box bind:grown="grow"><inner wx:for="{{[k]}}" wx:key="*this"/></box>', {
      'pages/index/index.js':
        'Page({\n  data: { n: 0, k: 0 },\n  onReady() { this.setData({ n: 1 }) },\n  grow() {\n    this.setData({ k: this.data.k + 1 });\n  },\n})',
      'parts/box.js':
        'Component({ relations: { "./inner": { type: "child", linked() { this.triggerEvent("grown") } } } })',
      'parts/inner.js': 'Component({ relations: { "./box": { type: "parent" } } })',
    }),
    says: 'ENDLESS_UPDATE: pages/index/index',
  },
  {
    name: 'a relation to a path where there is nothing',
    files: program('<box><inner/></box>', {
      'parts/box.js': '\nComponent({ relations: { "./nowhere": { type: "child" } } })',
    }),
    says: 'RELATION: relation "./nowhere" in parts/box.js leads to parts/nowhere, which is no component this program uses',
    at: 'parts/box.js:2',
  },
  {
    name: 'a property of the wrong type, with component, property and line',
    files: program('<view/>\n<box count="many"/>', { 'parts/box.js': 'Component({ properties: { count: Number } })' }),
    says: 'PROPERTY_TYPE: parts/box: property "count" expects Number and got string, at pages/index/index.wxml:2',
  },
  {
    name: 'a property set to the wrong type by its own component',
    files: program('<box/>', {
      'parts/box.js':
        'Component({\n  properties: { list: Array },\n  attached() {\n    this.setData({ list: "no" });\n  },\n})',
    }),
    says: 'PROPERTY_TYPE: parts/box: property "list" expects Array and got string',
    at: 'parts/box.js:4',
  },
  {
    name: 'a default that throws: the property has the value of its type',
    files: program('<box/>', {
      'parts/box.wxml': '{{n + 1}}',
      'parts/box.js':
        'Component({\n  properties: {\n    n: {\n      type: Number,\n      default() {\n        throw new Error("oh");\n      },\n    },\n  },\n})',
    }),
    says: 'SCRIPT: default of "n" of parts/box: Error: oh',
    at: 'parts/box.js:6',
  },
  {
    name: 'an observer that throws',
    files: program('<box n="1"/>', {
      'parts/box.js':
        'Component({\n  properties: { n: Number },\n  observers: {\n    n() {\n      null.x;\n    },\n  },\n})',
    }),
    says: "SCRIPT: observer 'n' of parts/box: TypeError: cannot read property 'x' of null",
    at: 'parts/box.js:5',
  },
  {
    name: 'an observer of a property that throws',
    files: program('<box n="1"/>', {
      'parts/box.js':
        'Component({\n  properties: {\n    n: {\n      type: Number,\n      observer() {\n        null.x;\n      },\n    },\n  },\n})',
    }),
    says: 'SCRIPT: observer of "n" of parts/box',
    at: 'parts/box.js:6',
  },
  {
    name: 'a template that nobody defines',
    files: program('<view/>\n<template is="nope" data="{{n}}"/>', {}),
    says: 'TEMPLATE: pages/index/index.wxml:2 uses <template is="nope">, which neither it nor a file it imports defines',
  },
  {
    name: 'a WXS function that throws',
    files: program('<wxs module="m" src="./m.wxs"/>\n<view>{{m.f(1)}}</view>', {
      'pages/index/m.wxs': 'module.exports.f = function (a) {\n  var x = undefined;\n  return x.y;\n}',
    }),
    says: 'SCRIPT: an expression of pages/index/index.wxml: TypeError',
    at: 'pages/index/m.wxs:3',
  },
  {
    name: 'a WXS function in the template that throws',
    files: program(
      '<wxs module="m">\nmodule.exports.f = function (a) {\n  return a.y.z;\n}</wxs><view>{{m.f(1)}}</view>',
      {},
    ),
    says: 'SCRIPT: an expression of pages/index/index.wxml: TypeError',
    at: 'pages/index/index.wxml:3',
  },
  {
    name: 'a WXS module that throws while it is loaded',
    files: program('<wxs module="m" src="./m.wxs"/>\n<view>{{m.f(1)}}</view>', {
      'pages/index/m.wxs': 'var x = undefined;\nmodule.exports = x.y;',
    }),
    says: 'SCRIPT: ',
    at: 'pages/index/m.wxs:2',
  },
];

for (const { name, files, says, at } of cases) {
  test(`bad input: ${name}`, async () => {
    const build = await buildFiles(files);
    expect(linesOf(build.problems)).toEqual([]);
    const open = await openHeadless(build, {});
    try {
      await open.idle();
      const found = [...open.problems, ...open.warnings].map(({ code, message, position }) => {
        return { text: `${code}: ${message}`, at: position && `${position.file}:${position.line}` };
      });
      const [first] = found.filter(({ text }) => text.includes(says));
      expect(found.map(({ text }) => text).join('\n')).toContain(says);
      if (at !== undefined) expect(first?.at).toBe(at);
      const [alive] = open.tree().find('text');
      expect([open.ended, alive && open.tree().text(alive)]).toEqual([undefined, 'alive 1']);
    } finally {
      open.dispose();
    }
  });
}

test('bad input: a WXS function that loops is stopped with its line, and the page goes on', async () => {
  const files = program('<wxs module="m" src="./m.wxs"/><view>{{m.f(loops)}}</view><button bindtap="tap"/>', {
    'pages/index/m.wxs': 'module.exports.f = function (a) {\n  while (a) {}\n  return 1;\n}',
    'pages/index/index.js':
      'Page({ data: { n: 0 }, tap() { this.setData({ n: this.data.n + 1, loops: this.data.n === 0 }) } })',
  });
  const open = await openHeadless(await buildFiles(files), { limits: { turnMs: 200 } });
  try {
    open.tap('button');
    await open.idle();
    expect(open.problems).toMatchObject([{ code: 'LIMIT_TIME', position: { file: 'pages/index/m.wxs' } }]);
    open.tap('button');
    await open.idle();
    const [alive] = open.tree().find('text');
    expect([open.ended, alive && open.tree().text(alive)]).toEqual([undefined, 'alive 2']);
  } finally {
    open.dispose();
  }
});

const compiled: readonly [name: string, wxml: string, json: string, line: string][] = [
  [
    'a tag that is no component',
    '<view/>\n<nosuch a="1">in</nosuch>',
    '{}',
    'pages/index/index.wxml:2:1 UNKNOWN_TAG "nosuch" is neither a built-in component nor in usingComponents',
  ],
  [
    'a component that does not exist',
    '<gone/>',
    '{"usingComponents":\n {"gone": "/parts/gone"}}',
    'pages/index/index.json:2:11 CONFIG "gone" uses /parts/gone, which does not exist',
  ],
];
for (const [name, wxml, json, line] of compiled) {
  test(`bad input: ${name} is said when it is built, and drawn as a box`, async () => {
    const build = await buildFiles({
      ...smallest,
      'pages/index/index.wxml': `${wxml}<text>alive</text>`,
      'pages/index/index.json': json,
    });
    expect(build.problems).toEqual([]);
    expect(linesOf(build.warnings).join('\n')).toContain(line);
    const open = await openHeadless(build, {});
    expect(open.tree().find('text').length).toBe(1);
    open.dispose();
  });
}

test('a page of 100,000 nodes is refused with a message', async () => {
  const build = await buildFiles({
    ...smallest,
    'pages/index/index.wxml':
      '<view wx:for="{{rows}}" wx:key="id"><text wx:for="{{item.cells}}" wx:for-item="cell" wx:key="*this">{{cell}}</text></view>',
    'pages/index/index.js': `const cells = Array.from({ length: 50 }, (_, at) => at);
      Page({ data: { rows: [] }, grow() { this.setData({ rows: Array.from({ length: 1000 }, (_, id) => ({ id, cells })) }) } })`,
  });
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  const open = await openHeadless(build, {});
  try {
    await open.inspect('call-method', { page: 1, method: 'grow', args: [] }).catch(() => undefined);
    await open.idle().catch(() => undefined);
    expect(open.ended).toMatchObject({ code: 'LIMIT_NODES', message: expect.stringContaining('draw less at once') });
  } finally {
    open.dispose();
  }
});
