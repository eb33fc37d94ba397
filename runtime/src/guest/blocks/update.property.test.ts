import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { type RunningTestProgram, startProgram } from '../program-for-tests.ts';

/** Everything a template can do, over one shape of data. */
const wxml = `
<wxs module="m">module.exports.join = function (l) { return l ? l.join('+') : '' }</wxs>
<import src="parts.wxml"/>
<view class="{{flag ? 'on' : 'off'}}">{{title}} {{user.name}} {{list.length}}</view>
<view wx:if="{{flag}}">yes {{title}}<text wx:if="{{user.name}}">{{user.name}}</text></view>
<view wx:elif="{{list.length > 2}}">many</view>
<view wx:else>no</view>
<view wx:for="{{list}}" wx:key="id" id="r{{item.id}}" data-item="{{item}}">
  {{index}} {{item.id}} {{item.text}} {{title}}
  <text wx:if="{{item.done}}">done {{item.text}}</text>
  <text wx:for="{{item.tags}}" wx:for-item="tag" wx:key="*this">{{tag}} of {{item.id}} {{index}}</text>
  <row-box item="{{item}}" label="{{item.text}}{{index}}" wx:if="{{item.id !== 2}}"><text>{{item.text}} in {{title}}</text></row-box>
</view>
<view wx:for="{{list}}">{{item.text}}{{index}}</view>
<view wx:for="{{user}}" wx:for-index="key">{{key}}: {{item}}</view>
<template is="{{flag ? 'one' : 'two'}}" data="{{...user, list, extra: title}}"/>
<template is="one" data="{{user, list: list, extra: user.name}}"/>
<text>{{m.join(list[0].tags)}}</text>
<row-box label="{{user.name}}" item="{{user}}"/>`;
const files = {
  'pages/a/a.wxml': wxml,
  'pages/a/parts.wxml': `
<template name="one"><view>one {{name}} {{extra}} {{user.name}}<text wx:for="{{list}}" wx:key="id">{{item.text}}</text></view></template>
<template name="two"><view>two {{extra}} {{list.length}}<template is="leaf" data="{{at: list[1]}}"/></view></template>
<template name="leaf"><text>{{at.text}} {{at.done}}</text></template>`,
  'parts/box.wxml': `<view class="box">{{label}} {{item.text}} {{item.name}}<view wx:if="{{item.done}}"><slot/></view></view>`,
  'parts/box.js': 'Component({ properties: { label: String, item: null } })',
};
const uses = { 'pages/a/a': { 'row-box': 'parts/box' } };

async function open(data: unknown): Promise<RunningTestProgram> {
  const script = `Page({ data: ${JSON.stringify(data)}, onLoad() { realm.page = this } })`;
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: { ...files, 'pages/a/a.js': `const realm = getApp().realm; ${script}`, 'app.js': 'App({ realm: {} })' },
      uses,
    },
  );
  await program.open('pages/a/a');
  return program;
}

const word = fc.constantFrom('', 'a', 'b', 'c');
const tags = fc.array(fc.constantFrom('x', 'y', 'z', 'x'), { maxLength: 3 });
const item = fc.record({ id: fc.integer({ min: 0, max: 6 }), text: word, done: fc.boolean(), tags });
const list = fc.uniqueArray(item, { maxLength: 6, selector: ({ id }) => id });
const user = fc.oneof(fc.record({ name: word, age: fc.nat(3) }), fc.constant(null));
const index = fc.nat(5);
/** One `setData` of one to three keys. */
const change = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constant('title'), word),
      fc.tuple(fc.constant('flag'), fc.boolean()),
      fc.tuple(fc.constant('user'), user),
      fc.tuple(fc.constant('user.name'), word),
      fc.tuple(fc.constant('list'), list),
      fc.tuple(
        index.map((at) => `list[${at}].done`),
        fc.boolean(),
      ),
      fc.tuple(
        index.map((at) => `list[${at}].text`),
        word,
      ),
      fc.tuple(
        index.map((at) => `list[${at}].tags`),
        tags,
      ),
      fc.tuple(
        index.map((at) => `list[${at}].tags[0]`),
        fc.constantFrom('p', 'q'),
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((entries) => Object.fromEntries(entries));

test('after any setData the page is what a fresh page with that data is', async () => {
  test.setTimeout(120_000);
  const initial = fc.record({ title: word, flag: fc.boolean(), user, list });
  await fc.assert(
    fc.asyncProperty(initial, fc.array(change, { minLength: 1, maxLength: 5 }), async (data, changes) => {
      const program = await open(data);
      const page = pageOf(program);
      for (const one of changes) {
        page.setData(one);
        await program.deliver();
      }
      expect(program.errors()).toEqual([]);
      const fresh = await open(page.data);
      expect(program.drawn()).toBe(fresh.drawn());
      // Twice in a row changes nothing.
      page.setData(JSON.parse(JSON.stringify(page.data)));
      const before = program.operations;
      await program.deliver();
      expect(program.operations).toBe(before);
    }),
    { seed: 3, numRuns: 150 },
  );
});

interface PageInstance {
  readonly data: unknown;
  setData(data: unknown): void;
}

function pageOf(program: RunningTestProgram): PageInstance {
  const getCurrentPages = program.realm.getCurrentPages as () => PageInstance[];
  const [page] = getCurrentPages();
  if (page === undefined) throw new Error('no page is open');
  return page;
}
