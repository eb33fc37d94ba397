import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { openScene, type Part } from '../cases/scene-for-tests.ts';
import { startProgram } from '../program-for-tests.ts';

const rooms = { compileTemplate, createPageTree };

const questions: readonly [title: string, code: string, answers: readonly unknown[]][] = [
  ['the owner of a component', 'log(this.selectComponent("#a").selectOwnerComponent() === this)', [true]],
  ['nobody owns a page', 'log(this.selectOwnerComponent())', [null]],
  [
    'components of one page say the same page id',
    'log(this.getPageId() === this.selectComponent("#a").getPageId())',
    [true],
  ],
  ['a page without a tab bar of its own', 'log(this.getTabBar()); this.getTabBar((bar) => log(bar))', [null, null]],
  ['an export that throws', 'log(this.selectComponent("#broken"))', [undefined]],
  ['an export without the behavior is none', 'log(this.selectComponent("#plain").is)', ['parts/plain']],
  [
    'all components are handed out as they export',
    'log(this.selectAllComponents(".out").map((one) => one.hello))',
    [[1, 1]],
  ],
  [
    'export runs on the component',
    'log(this.selectComponent("#a").hello); log(this.selectComponent("#a").own)',
    [1, undefined],
  ],
];
const parts: Readonly<Record<string, Part>> = {
  out: {
    js: 'behaviors: ["wx://component-export"], data: { n: 1 }, methods: { own() {} }, export() { return { hello: this.data.n, selectOwnerComponent: () => this.selectOwnerComponent(), getPageId: () => this.getPageId() } }',
  },
  broken: { js: 'behaviors: ["wx://component-export"], export() { throw new Error("no") }' },
  plain: { js: 'export() { return 1 }' },
};
for (const [title, code, answers] of questions) {
  test(`instance: ${title}`, async () => {
    const scene = await openScene(rooms, {
      page: '<out id="a" class="out"/><out class="out"/><broken id="broken"/><plain id="plain"/>',
      members: `run() { ${code} }`,
      parts,
    });
    await scene.ask('run');
    expect(scene.news()).toEqual(answers);
    expect(scene.errors()).toEqual(title.includes('throws') ? ['export of parts/broken: Error: no'] : []);
  });
}

test('the program’s own tab bar stands on the pages of tabs, each with its own', async () => {
  const program = await startProgram(rooms, {
    files: {
      'pages/a/a.wxml': '<text>page</text>',
      'pages/a/a.js': `Page({ onLoad() { log(typeof this.getTabBar) }, onShow() { this.getTabBar().setData({ selected: 1 }) },
        onReady() { log(this.getTabBar() === getCurrentPages()[0].getTabBar()) } })`,
      'pages/b/b.wxml': 'b',
      'pages/b/b.js': 'Page({ onShow() { log(this.getTabBar()) } })',
      'custom-tab-bar/index.wxml': '<view bindtap="go">{{selected}}</view>',
      'custom-tab-bar/index.js': `Component({ data: { selected: 0 }, attached() { log('attached') }, detached() { log('detached') },
        pageLifetimes: { show() { log('shown') } }, methods: { go() { log('tapped ' + this.data.selected) } } })`,
    },
    ownTabBar: ['pages/a/a'],
  });
  const page = await program.open('pages/a/a');
  expect(program.drawn()).toBe('<text>page</text><view>1</view>');
  await program.event('view', 'tap');
  await program.open('pages/b/b');
  await program.deliver({ kind: 'close-page', page });
  expect(program.log).toEqual(['attached', 'function', 'shown', true, 'tapped 1', null, 'detached']);
  expect(program.errors()).toEqual([]);
});

test('setUpdatePerformanceListener tells what updates took, and what was set when it is asked to', async () => {
  const scene = await openScene(rooms, {
    page: '{{a}}{{b}}',
    members: `listen(options) { this.setUpdatePerformanceListener(options, function (one) {
      log([this === getCurrentPages()[0], one.dataPaths, one.updateEndTimestamp >= one.updateStartTimestamp, one.isMergedUpdate]) }) },
      stop() { this.setUpdatePerformanceListener({}, null) }`,
  });
  await scene.ask('listen', { withDataPaths: true });
  await scene.set({ a: 1, 'b[0].c': 2 });
  await scene.ask('listen', {});
  await scene.set({ a: 2 });
  await scene.ask('stop');
  await scene.set({ a: 3 });
  expect(scene.news()).toEqual([
    [true, [['a'], ['b', 0, 'c']], true, false],
    [true, undefined, true, false],
  ]);
});

test('an update that another one causes names it', async () => {
  const scene = await openScene(rooms, {
    page: '<box p="{{a}}"/>',
    members: `onLoad() { this.setUpdatePerformanceListener({}, (one) => log(one)) }`,
    parts: {
      box: {
        wxml: '{{p}}',
        js: 'properties: { p: Number }, attached() { this.setUpdatePerformanceListener({}, (one) => log(one)) }',
      },
    },
  });
  await scene.set({ a: 1 });
  const [inner, outer] = scene.news().map(Object);
  expect(inner.parentUpdateProcessId).toBe(outer.updateProcessId);
  expect(outer.parentUpdateProcessId).toBeUndefined();
});

// The view knows the values of its own controls; those of the program's own fields are added in the guest.
const field: Part = { js: 'behaviors: ["wx://form-field"]' };
const forms: readonly [title: string, wxml: string, value: Readonly<Record<string, unknown>>][] = [
  [
    'fields of the program',
    '<form id="f" bindsubmit="sent"><view><field name="a" value="{{[1]}}"/></view></form>',
    { a: [1] },
  ],
  ['a field without a name', '<form id="f" bindsubmit="sent"><field value="1"/></form>', {}],
  ['a field outside', '<field name="b" value="2"/><form id="f" bindsubmit="sent"/>', {}],
  [
    'a field of rows and branches',
    '<form id="f" bindsubmit="sent"><block wx:for="{{2}}"><field wx:if="{{true}}" name="n{{item}}" value="{{item}}"/></block></form>',
    { n0: 0, n1: 1 },
  ],
  ['fields inside a group', '<form id="f" bindsubmit="sent"><group/></form>', { inside: 'g' }],
  ['fields inside what is no group', '<form id="f" bindsubmit="sent"><plain/></form>', {}],
  [
    'a field in slot content',
    '<form id="f" bindsubmit="sent"><box><field name="s" value="x"/></box></form>',
    { s: 'x' },
  ],
];
for (const [title, page, value] of forms) {
  test(`a form is handed: ${title}`, async () => {
    const scene = await openScene(rooms, {
      page,
      members: 'sent(event) { log(event.detail) }',
      parts: {
        field,
        box: {},
        group: { wxml: '<field name="inside" value="g"/>', js: 'behaviors: ["wx://form-field-group"]' },
        plain: { wxml: '<field name="inside" value="g"/>' },
      },
    });
    await scene.event('#f', 'submit', { bubbles: false, detail: { value: { own: 'o' }, formId: '' } });
    expect(scene.news()).toEqual([{ value: { own: 'o', ...value }, formId: '' }]);
  });
}

test('a form around a slot is handed the fields its user puts there', async () => {
  const scene = await openScene(rooms, {
    page: '<wrap><field name="deep" value="1"/></wrap>',
    parts: {
      field,
      wrap: {
        wxml: '<form id="f" bindsubmit="sent"><slot/></form>',
        js: 'methods: { sent(event) { log(event.detail.value) } }',
      },
    },
  });
  await scene.event('#f', 'submit', { bubbles: false, detail: { value: {}, formId: '' } });
  expect(scene.news()).toEqual([{ deep: '1' }]);
});

test('a program’s own field has name and value as properties, which it may define itself', async () => {
  const scene = await openScene(rooms, {
    page: '<field id="a" name="n" value="v"/><own id="b" value="7"/>',
    members: 'read(s) { const { name, value } = this.selectComponent(s).data; log([name, value]) }',
    parts: { field, own: { js: 'behaviors: ["wx://form-field"], properties: { value: Number }' } },
  });
  await scene.ask('read', '#a');
  await scene.ask('read', '#b');
  expect(scene.news()).toEqual([
    ['n', 'v'],
    ['', 7],
  ]);
});

test('a query is answered with dataset and marks, which never left the guest', async () => {
  const scene = await openScene(rooms, {
    page: '<view class="row" wx:for="{{2}}" data-n="{{item}}" mark:m="{{item}}">{{item}}</view>',
    members: `ask() { wx.createSelectorQuery().selectAll('.row').fields({ dataset: true, mark: true, id: true }, (rows) => log(rows)).exec() }`,
  });
  await scene.ask('ask');
  const sent = scene.messages.find((one) => one.kind === 'call' && one.name === 'queryNodes');
  const rows = scene
    .tree()
    .find('.row')
    .map(({ block, node }) => ({ id: '', at: [block, node] }));
  if (sent?.kind !== 'call') throw new Error('nothing was asked');
  await scene.deliver({ kind: 'settle', call: sent.call, result: { results: [[...rows, { id: '', at: [99, 0] }]] } });
  expect(scene.news()).toEqual([
    [
      { id: '', dataset: { n: 0 }, mark: { m: 0 } },
      { id: '', dataset: { n: 1 }, mark: { m: 1 } },
      { id: '', dataset: {}, mark: {} },
    ],
  ]);
});
