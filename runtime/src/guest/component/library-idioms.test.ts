import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { startProgram } from '../program-for-tests.ts';

/** What component libraries do that no documentation mentions. Each of these stopped one of them once. */
async function open(box: string, boxWxml: string) {
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'app.js': 'App({})',
        'pages/a/a.wxml': '<box list="{{list}}"/>',
        'pages/a/a.js': 'Page({ data: { list: [{ name: "one" }] } })',
        'parts/box.wxml': boxWxml,
        'parts/box.js': box,
      },
      uses: { 'pages/a/a': { box: 'parts/box' } },
    },
  );
  await program.open('pages/a/a');
  return program;
}

test('a property observer that sets its property to the array it is, changed inside', async () => {
  const program = await open(
    `Component({ properties: { list: { type: Array, observer() {
      log('observed');
      this.data.list.forEach((item) => { item.mark = '!' });
      this.setData({ list: this.data.list });
    } } } })`,
    '<view wx:for="{{list}}">{{item.name}}{{item.mark}}</view>',
  );
  expect(program.errors()).toEqual([]);
  expect(program.log).toEqual(['observed']);
  expect(program.drawn()).toContain('one!');
});

test('components ask which renderer draws them, and keep the answer as data', async () => {
  const program = await open(
    'Component({ data: { renderer: "" }, created() { this.setData({ renderer: this.renderer }) } })',
    '<view wx:if="{{renderer === \'webview\'}}">drawn</view>',
  );
  expect(program.drawn()).toContain('drawn');
});

test('modules made for Node look for globals in `global`', async () => {
  const program = await open('log(typeof global.setTimeout); Component({})', '<view/>');
  expect(program.log).toEqual(['function']);
});

test('instances with methods of their own are kept as data: components, models, validators', async () => {
  const program = await open(
    `class Rules { check() { return 'checked' } }
    Component({ data: { rules: null, kept: [], shown: '' }, attached() {
      this.setData({ rules: new Rules(), kept: [{ self: this }] });
      this.setData({ shown: this.data.rules.check() + ' ' + (this.data.kept[0].self === this) });
    } })`,
    '<view>{{shown}}</view>',
  );
  expect(program.errors()).toEqual([]);
  expect(program.drawn()).toContain('checked true');
});

test('an observer that asks where its component is drawn, before it is drawn', async () => {
  const program = await open(
    `Component({ properties: { list: Array }, observers: { list() {
      this.createSelectorQuery().select('view').boundingClientRect().exec((answers) => log(answers));
    } } })`,
    '<view/>',
  );
  expect(program.log).toEqual([]);
  expect(program.messages).toContainEqual(expect.objectContaining({ kind: 'call', name: 'queryNodes' }));
});
