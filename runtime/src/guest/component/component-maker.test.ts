import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { startProgram, type TestProgram } from '../program-for-tests.ts';

const open = async (program: TestProgram) => {
  const running = await startProgram({ compileTemplate, createPageTree }, program);
  await running.open('pages/a/a');
  return running;
};

const named = (name: string) => `Component({
  properties: { n: Number },
  lifetimes: { attached() { log('${name} attached') }, detached() { log('${name} detached') } },
})`;

test('a generic is what the user of the component says, passed on by those in between', async () => {
  const program = await open({
    files: {
      'pages/a/a.wxml': '<list generic:row="red" n="{{1}}"/><list/><outer generic:cell="red"/>',
      'pages/a/a.js': 'Page({})',
      'parts/list.wxml': '<row n="{{n + 1}}">slot</row>',
      'parts/list.js': 'Component({ properties: { n: Number } })',
      'parts/outer.wxml': '<list generic:row="cell" n="{{7}}"/>',
      'parts/red.wxml': 'red {{n}} <slot/>',
      'parts/red.js': named('red'),
      'parts/blue.wxml': 'blue {{n}}',
      'parts/blue.js': named('blue'),
    },
    uses: {
      'pages/a/a': { list: 'parts/list', outer: 'parts/outer', red: 'parts/red' },
      'parts/list': { row: 'parts/blue' },
      'parts/outer': { list: 'parts/list' },
    },
  });
  expect(program.drawn()).toBe(
    '<list><row>red 2 slot</row></list><list><row>blue 1</row></list><outer><list><row>red 8 slot</row></list></outer>',
  );
  expect(program.warnings()).toEqual([]);
});

const late = (stand: string, page = '<far n="{{n}}">in</far>') =>
  open({
    files: {
      'pages/a/a.wxml': page,
      'pages/a/a.js': 'Page({ data: { n: 3, on: true }, off() { this.setData({ on: false }) } })',
      'parts/near.wxml': 'near {{n}} <slot/>',
      'parts/near.js': named('near'),
      'far/far.wxml': 'far {{n}} <slot/>',
      'far/far.js': named('far'),
    },
    uses: { 'pages/a/a': { near: 'parts/near', far: 'far/far' } },
    placeholders: { 'pages/a/a': { far: stand } },
    late: ['far/far'],
  });

test('a component stands in until the part of the other is loaded', async () => {
  const program = await late('near');
  expect(program.drawn()).toBe('<far>near 3 in</far>');
  expect(program.messages.filter(({ kind }) => kind === 'load')).toMatchObject([{ path: 'far/far' }]);
  await program.loadLate();
  expect(program.drawn()).toBe('<far>far 3 in</far>');
  expect(program.log).toEqual(['near attached', 'near detached', 'far attached']);
});

test('a built-in name draws the content alone until then', async () => {
  const program = await late('view');
  expect(program.drawn()).toBe('<far>in</far>');
  await program.loadLate();
  expect(program.drawn()).toBe('<far>far 3 in</far>');
  expect(program.warnings()).toEqual([]);
});

test('what has gone before its part came stays gone', async () => {
  const program = await late('near', '<far wx:if="{{on}}"/><view id="v" bindtap="off"/>');
  await program.event('#v', 'tap');
  await program.loadLate();
  expect(program.drawn()).toBe('<view id="v"></view>');
  expect(program.log).toEqual(['near attached', 'near detached']);
});

test('a part that cannot be loaded is told, and what stands in stays', async () => {
  const program = await late('near');
  await program.deliver({ kind: 'fail', call: 1, error: { errMsg: 'fail offline' } });
  expect(program.drawn()).toBe('<far>near 3 in</far>');
  expect(program.warnings()).toEqual(['MISSING_COMPONENT: far/far could not be loaded: fail offline']);
});
