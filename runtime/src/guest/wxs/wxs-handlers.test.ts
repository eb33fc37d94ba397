import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { type RunningTestProgram, startProgram } from '../program-for-tests.ts';

interface Case {
  readonly wxs: string;
  readonly wxml: string;
  readonly page?: string;
  readonly card?: string;
  readonly cardWxml?: string;
}

async function open({ wxs, wxml, page = '', card = '', cardWxml = '<slot/>' }: Case): Promise<RunningTestProgram> {
  const module = `<wxs module="m">${wxs}</wxs>`;
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'pages/a/a.wxml': module + wxml,
        'pages/a/a.js': `Page({ ${page} })`,
        'parts/card.wxml': module + cardWxml,
        'parts/card.js': `Component({ ${card} })`,
      },
      uses: { 'pages/a/a': { card: 'parts/card' } },
    },
  );
  await program.open('pages/a/a');
  return program;
}

/** Decorations of the latest batch: id of the node, classes added and removed, style. */
const decorations = (program: RunningTestProgram): unknown[] =>
  program.operations.flatMap(([op, block, node, ...looks]) => {
    if (op !== 6) return [];
    const ref = program.tree().pathOf(Number(block), Number(node))[0];
    return [[ref && program.tree().attribute(ref, 'id'), ...looks]];
  });

test('a WXS function handles an event with the element, its owner and what they can do', async () => {
  const program = await open({
    wxs: `module.exports = { move: function (event, owner) {
      var state = event.instance.getState();
      state.times = (state.times || 0) + 1;
      event.instance.setStyle({ left: event.detail.x + 'px', marginTop: 2 }).addClass('on far');
      owner.selectComponent('.bar').removeClass('bar');
      owner.selectAllComponents('#a, .none, .late').forEach(function (one) { one.setStyle('top: 1px; --A: b') });
      owner.callMethod('told', { times: state.times, on: event.instance.hasClass('on'), box: event.instance.hasClass('box'),
        bar: owner.selectComponent('.bar').hasClass('bar'), data: event.instance.getDataset(), none: owner.selectComponent('.none') });
    } }`,
    wxml: `<view id="box" class="box" data-some-thing="{{1}}" bindtouchmove="{{m.move}}"><text id="a" class="a"/></view>
      <view id="bar" class="bar"/><view wx:for="{{2}}"><text class="late" id="{{item}}"/></view>`,
    page: 'told(value) { log(value) }',
  });
  await program.event('#box', 'touchmove', { detail: { x: 7 } });
  expect(program.log).toEqual([{ times: 1, on: true, box: true, bar: false, data: { someThing: 1 }, none: null }]);
  expect(decorations(program)).toEqual([
    ['box', 'on far', '', 'left:7px;margin-top:2;'],
    ['bar', '', 'bar', ''],
    ['a', '', '', 'top:1px;--A:b;'],
    ['0', '', '', 'top:1px;--A:b;'],
    ['1', '', '', 'top:1px;--A:b;'],
  ]);
  await program.event('#box', 'touchmove', { detail: { x: 8 } });
  expect(decorations(program)[0]).toEqual(['box', 'on far', '', 'left:8px;margin-top:2;']);
  expect(program.log[1]).toMatchObject({ times: 2 });
  expect(program.errors()).toEqual([]);
});

test('answering false ends the event; throwing does not', async () => {
  const program = await open({
    wxs: 'module.exports = { end: function () { return false }, fail: function () { var a = null; a.b() } }',
    wxml: '<view bindtap="outer"><view id="end" bindtap="{{m.end}}"/><view id="fail" bindtap="{{m.fail}}"/></view>',
    page: "outer(e) { log('outer ' + e.target.id) }",
  });
  await program.event('#end', 'tap');
  await program.event('#fail', 'tap');
  expect(program.log).toEqual(['outer fail']);
  expect(program.errors()).toMatchObject([/^a WXS function of pages\/a\/a: /].map((one) => expect.stringMatching(one)));
});

test('change: hears of the first value and of every other', async () => {
  const program = await open({
    wxs: `module.exports = { seen: function (value, old, owner, own) {
      own.setStyle({ width: value.w === undefined ? value : value.w });
      owner.callMethod('note', [value.w === undefined ? value : value.w, old === undefined]);
    } }`,
    wxml: '<view id="v" n="{{n}}" change:n="{{m.seen}}" bindtap="grow"/><card id="c" size="{{o}}" change:size="{{m.seen}}"/>',
    page: `data: { n: 1, o: { w: 5 }, other: 0 }, note(value) { log(value) },
      grow() { this.setData({ n: this.data.n + 1, other: 1 }) }, same() { this.setData({ other: 2 }) },
      deep() { this.setData({ 'o.w': 6 }) }`,
    card: 'properties: { size: Object }',
    cardWxml: '{{size.w}}',
  });
  expect(program.log.splice(0)).toEqual([
    [1, true],
    [5, true],
  ]);
  expect(program.drawn()).toBe('<view id="v" n=1></view><card id="c">5</card>');
  await program.event('#v', 'tap');
  expect(program.log.splice(0)).toEqual([[2, false]]);
  expect(decorations(program)).toEqual([['v', '', '', 'width:2;']]);
  const call = (method: string) =>
    program.deliver({ kind: 'inspect', id: 1, method: 'call-method', params: { page: 1, method, args: [] } });
  await call('same');
  expect(program.log).toEqual([]);
  await call('deep');
  expect(program.log).toEqual([[6, false]]);
  expect(program.drawn()).toContain('<card id="c">6</card>');
});

test('a component is the owner of its own template: its host is styled, its events reach the user', async () => {
  const program = await open({
    wxs: `module.exports = { tapped: function (event, owner) {
      owner.setStyle({ opacity: 0.5 });
      owner.triggerEvent('made', { n: 3 });
      owner.requestAnimationFrame(function () { owner.addClass('next') });
      owner.clearTimeout(owner.setTimeout(function () { owner.callMethod('gone') }, 5));
      owner.callMethod('mine', owner.getDataset());
    } }`,
    wxml: '<card id="host" data-a="1" bindmade="made"/>',
    page: 'made(e) { log(e.detail) }',
    card: "methods: { mine(value) { log(value) }, gone() { log('gone') } }",
    cardWxml: '<view id="in" bindtap="{{m.tapped}}"/>',
  });
  await program.event('#in', 'tap');
  expect(program.log).toEqual([{ n: 3 }, { a: '1' }]);
  expect(decorations(program)).toEqual([['host', '', '', 'opacity:0.5;']]);
  await program.runTimers();
  expect(decorations(program)).toEqual([['host', 'next', '', 'opacity:0.5;']]);
  expect(program.log).toHaveLength(2);
});

test('what WXS cannot know is said', async () => {
  const program = await open({
    wxs: `module.exports = { ask: function (event, owner) {
      event.instance.setStyle({ fontSize: '3px' });
      owner.callMethod('note', event.instance.getComputedStyle(['fontSize', 'color']));
      owner.callMethod('note', event.instance.getBoundingClientRect().width);
      owner.callMethod('missing');
    } }`,
    wxml: '<view id="v" bindtap="{{m.ask}}"/>',
    page: 'note(value) { log(value) }',
  });
  await program.event('#v', 'tap');
  expect(program.log).toEqual([{ fontSize: '3px', color: '' }, 0]);
  expect(program.warnings()).toEqual([
    'UNSUPPORTED_API: ComponentDescriptor.getComputedStyle is not supported: it tells only what setStyle has set',
    'UNSUPPORTED_API: ComponentDescriptor.getBoundingClientRect is not supported: it gives zeros; ask wx.createSelectorQuery in the page instead',
    'HANDLER: pages/a/a has no method "missing", which WXS calls',
  ]);
});
