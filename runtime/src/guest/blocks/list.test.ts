import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { compileTemplate } from '../../compiler/template/index.ts';
import { MOUNT, MOVE, PATCH, UNMOUNT } from '../../protocol/index.ts';
import { createPageTree } from '../../view/index.ts';
import { type RunningTestProgram, startProgram } from '../program-for-tests.ts';
import { matchLists } from './match-lists.ts';

const row = `<view wx:for="{{list}}" wx:key="id" data-id="{{item.id}}" class="{{item.done ? 'done' : ''}}"><text>{{item.title}}</text><text>{{item.id}}</text></view><text>{{other}}</text>`;

async function open(wxml: string, data = 'list: []'): Promise<RunningTestProgram> {
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'pages/a/a.wxml': wxml,
        'pages/a/a.js': `Page({ data: { ${data} }, set(event) { this.setData(event.detail) } })`,
        'app.js': 'App({})',
      },
    },
  );
  await program.open('pages/a/a');
  return program;
}

/** Sets data in a turn and gives the operations it led to. */
async function set(program: RunningTestProgram, data: unknown): Promise<readonly (readonly unknown[])[]> {
  const before = program.operations;
  await program.deliver({ kind: 'inspect', id: 1, method: 'set-page-data', params: { page: 1, data: data as never } });
  return program.operations === before ? [] : program.operations;
}

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id, title: `Title ${id}`, done: false }));
const count = (operations: readonly (readonly unknown[])[], op: number) =>
  operations.filter(([kind]) => kind === op).length;
/** Rows that stand in one place are mounted by one operation. */
const mounted = (operations: readonly (readonly unknown[])[]) =>
  operations.reduce((sum, operation) => sum + (operation[0] === MOUNT ? operation.length - 7 : 0), 0);

for (const size of [1_000, 10_000]) {
  test(`one item of ${size} is one operation with one hole`, async () => {
    const program = await open(row);
    const operations = await set(program, { list: rows(size) });
    expect([operations.length, mounted(operations)]).toEqual([1, size]);
    expect(operations[0]?.[7]).toEqual(['', 'Title 0', '0']);
    expect(await set(program, { [`list[${size - 2}].done`]: true })).toEqual([[PATCH, expect.any(Number), 0, 'done']]);
    expect(await set(program, { 'list[3].title': 'x', 'list[3].done': true })).toEqual([
      [PATCH, expect.any(Number), 1, 'x', 0, 'done'],
    ]);
    expect(await set(program, { 'list[3].unread': 1 })).toEqual([]);
    expect(await set(program, { other: 'o' })).toEqual([[PATCH, 1, 0, 'o']]);
  });
}

test('a whole list set with one change patches that row', async () => {
  const program = await open(row);
  const list = rows(1_000);
  await set(program, { list });
  const changed = list.map((item) => (item.id === 500 ? { ...item, title: 'new' } : item));
  expect(await set(program, { list: changed })).toEqual([[PATCH, expect.any(Number), 1, 'new']]);
  expect(await set(program, { list: changed })).toEqual([]);
});

test('outer data is looked at in all rows, and only then', async () => {
  const program = await open(
    `<view wx:for="{{list}}" wx:key="id">{{item.title}} {{unit}}</view>`,
    'list: [], unit: "kg"',
  );
  await set(program, { list: rows(100) });
  expect(count(await set(program, { unit: 'g' }), PATCH)).toBe(100);
  expect(await set(program, { 'list[7].title': 'x' })).toHaveLength(1);
  expect(count(await set(program, { unit: 'kg', 'list[7].title': 'y' }), PATCH)).toBe(100);
});

test('without key rows belong to their place', async () => {
  const program = await open('<view wx:for="{{list}}">{{item}}</view>');
  await set(program, { list: ['a', 'b', 'c'] });
  const operations = await set(program, { list: ['b', 'c'] });
  expect(operations.map(([kind]) => kind)).toEqual([UNMOUNT, PATCH, PATCH]);
  expect(program.drawn()).toBe('<view>b</view><view>c</view>');
});

test('a key that changes in place makes a new row', async () => {
  const program = await open(row);
  await set(program, { list: rows(3) });
  const operations = await set(program, { 'list[1].id': 9 });
  expect(operations.map(([kind]) => kind)).toEqual([UNMOUNT, MOUNT]);
  expect(program.drawn()).toContain('<text>Title 1</text><text>9</text>');
});

test('an item that was pushed by hand comes up when it is set', async () => {
  const program = await open(`${row}<text>{{list.length}}</text>`);
  await set(program, { list: rows(2) });
  const getCurrentPages = program.realm.getCurrentPages as () => { data: { list: unknown[] } }[];
  getCurrentPages()[0]?.data.list.push({ id: 2, title: 'pushed', done: false });
  await set(program, { 'list[2].done': true });
  expect(program.drawn()).toContain('<text>pushed</text><text>2</text>');
  expect(program.drawn().endsWith('<text>3</text>')).toBe(true);
});

test('an object in an attribute travels when it changes, also in place', async () => {
  const program = await open('<map markers="{{markers}}" scale="{{scale}}"/>', 'markers: [{ id: 1 }], scale: 1');
  expect(await set(program, { 'markers[0].id': 2 })).toEqual([[PATCH, 1, 0, [{ id: 2 }]]]);
  expect(await set(program, { markers: [{ id: 2 }] })).toEqual([]);
  const getCurrentPages = program.realm.getCurrentPages as () => { data: { markers: unknown[] } }[];
  const page = getCurrentPages()[0];
  page?.data.markers.push({ id: 3 });
  expect(await set(program, { markers: page?.data.markers })).toEqual([[PATCH, 1, 0, [{ id: 2 }, { id: 3 }]]]);
});

test('of a list that stays, only rows with a changed item hear of it, whatever else has changed', async () => {
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'pages/a/a.wxml': '<c wx:for="{{list}}" wx:key="id" x="{{item.x}}" other="{{other}}"/>',
        'pages/a/a.js': `Page({ data: { other: 0, list: [{ id: 1, x: 'a' }, { id: 2, x: 'b' }] } })`,
        'c.wxml': '<text>{{x}}</text>',
        'c.js': `Component({ properties: { x: String, other: Number }, observers: { x(v) { log('x ' + v) } } })`,
        'app.js': 'App({})',
      },
      uses: { 'pages/a/a': { c: 'c' } },
    },
  );
  await program.open('pages/a/a');
  program.log.length = 0;
  await set(program, { 'list[0].x': 'c', other: 1 });
  expect(program.log).toEqual(['x c']);
  await set(program, {
    list: [
      { id: 1, x: 'c' },
      { id: 2, x: 'd' },
    ],
  });
  expect(program.log).toEqual(['x c', 'x c', 'x d']);
});

test('any edits of a keyed list give the tree of a fresh list, with the fewest moves', async () => {
  test.setTimeout(120_000);
  const list = fc.uniqueArray(fc.record({ id: fc.nat(20), title: fc.constantFrom('a', 'b'), done: fc.boolean() }), {
    selector: ({ id }) => id,
    maxLength: 15,
  });
  const program = await open(row);
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 4 }), async (lists) => {
      let old: number[] = [];
      await set(program, { list: [] });
      for (const next of lists) {
        const operations = await set(program, { list: next });
        const now = next.map(({ id }) => id);
        const { from, stable } = matchLists(old, now);
        const kept = from.filter((place) => place >= 0).length;
        const moves = stable === undefined ? 0 : kept - stable.filter(Boolean).length;
        expect(count(operations, MOVE)).toBe(moves);
        expect(mounted(operations)).toBe(now.length - kept);
        expect(count(operations, UNMOUNT)).toBe(old.length - kept);
        const drawn = next.map(({ id, title, done }) => {
          return `<view class="${done ? 'done' : ''}"><text>${title}</text><text>${id}</text></view>`;
        });
        expect(program.drawn()).toBe(`${drawn.join('')}<text></text>`);
        old = now;
      }
    }),
    { seed: 7, numRuns: 150 },
  );
  expect(program.errors()).toEqual([]);
});

test('batches: one message a turn, none without change, callbacks once it is drawn', async () => {
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'pages/a/a.wxml': '<view id="x" bindtap="tap" bindlongpress="none">{{a}}{{b}}</view>',
        'pages/a/a.js': `Page({ data: { a: 1, b: 1 },
          tap() { this.setData({ a: 2 }, () => log('first')); this.setData({ b: 2 }, () => log('second')); this.setData({ a: 3 }); log(this.data.a) },
          none() { this.setData({ c: 1 }, () => log('unseen')) } })`,
      },
    },
  );
  await program.open('pages/a/a');
  await program.event('#x', 'tap');
  expect(program.operations).toEqual([[PATCH, 1, 0, '32']]);
  expect(program.log).toEqual([3]);
  await program.event('#x', 'longpress');
  expect(program.log).toEqual([3]);
  await program.acknowledge();
  expect(program.log).toEqual([3, 'first', 'second', 'unseen']);
  await program.event('#x', 'longpress');
  await program.runTimers();
  expect(program.log).toEqual([3, 'first', 'second', 'unseen', 'unseen']);
});
