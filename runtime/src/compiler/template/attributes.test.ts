import { expect, test } from '@playwright/test';
import { buildFiles, removeProjects, smallest, textOf } from '../testing/temporary-project.ts';
import { loadTemplate } from './load-unit-for-tests.ts';

test.afterEach(removeProjects);

const rootOf = (text: string, selected: readonly string[] = []) => {
  const template = loadTemplate(text, { components: ['card'], selected });
  expect(template.warnings).toEqual([]);
  return { root: template.skeletons[0]?.roots[0], block: template.loaded.blocks[0] };
};

test('data that a sheet selects by is drawn and stays in the dataset', () => {
  const text = '<view data-theme="{{t}}" data-Kind="a" data-other="{{o}}"/>';
  const { root, block } = rootOf(text, ['data-theme', 'data-kind']);
  expect(root).toEqual({
    kind: 'element',
    tag: 'view',
    attributes: { 'data-kind': 'a' },
    holes: { 'data-theme': 0 },
  });
  expect(block?.nodes[0]?.dataset).toEqual(
    Object.assign(Object.create(null), { theme: { at: 0 }, kind: { value: 'a' }, other: { at: 1 } }),
  );
  expect(block?.holes).toBe(1);
  expect(rootOf(text).root).toEqual({ kind: 'element', tag: 'view' });
  expect(rootOf('<card data-theme="dark"/>', ['data-theme']).root).toMatchObject({
    kind: 'component',
    attributes: { 'data-theme': 'dark' },
  });
});

test('sheets of the whole program decide which data is drawn', async () => {
  const build = await buildFiles({
    ...smallest,
    'app.wxss': '@import "./theme.wxss";',
    'theme.wxss': '.page[data-weui-theme = "dark"] view{color:#fff} [DATA-on]{top:0}',
    'pages/index/index.wxml': '<view class="page" data-weui-theme="{{theme}}" data-on data-id="{{id}}"/>',
  });
  expect(build.problems).toEqual([]);
  const { skeletons } = JSON.parse(textOf(build, 'main.skeletons.json'));
  expect(skeletons[0].roots[0]).toEqual({
    kind: 'element',
    tag: 'view',
    attributes: { class: 'page', 'data-on': '' },
    holes: { 'data-weui-theme': 0 },
  });
});

test('a caught touchmove is told to the view, in all its forms', () => {
  for (const written of ['catchtouchmove', 'catch:touchmove', 'capture-catch:touchmove']) {
    expect(rootOf(`<view ${written}="stop" bindtap="t"/>`).root).toMatchObject({
      events: ['touchmove', 'tap'],
      catches: ['touchmove'],
    });
  }
  expect(rootOf('<card catchtouchmove/>').root).toMatchObject({ catches: ['touchmove'] });
  expect(rootOf('<view bindtouchmove="a" catchtap="b"/>').root).toEqual({
    kind: 'element',
    tag: 'view',
    events: ['touchmove', 'tap'],
  });
});

test('generics name components by plain tags', () => {
  const { block } = rootOf('<card generic:item="my-item" generic:head-line="card"/>');
  expect(block?.nodes[0]?.component?.generics).toEqual(
    Object.assign(Object.create(null), { item: 'my-item', 'head-line': 'card' }),
  );
  const { warnings } = loadTemplate('<card generic:a="{{x}}" generic:b/><view generic:c="card"/>', {
    components: ['card'],
  });
  expect(warnings.map(({ message }) => message)).toEqual(
    ['generic:a', 'generic:b', 'generic:c'].map(
      (name) => `"${name}" belongs on a component and takes the plain name of another one; left out.`,
    ),
  );
});

test('an abstract tag needs no default to be known', async () => {
  const build = await buildFiles({
    ...smallest,
    'pages/index/index.json': '{"usingComponents": {"list": "../../list"}}',
    'pages/index/index.wxml': '<list generic:row="list"/>',
    'list.json': '{"component": true, "componentGenerics": {"row": true}}',
    'list.js': 'Component({})',
    'list.wxml': '<row/>',
  });
  expect(build.warnings).toEqual([]);
});

test('functions of WXS modules handle events and changes; the classes they select by are known', () => {
  const wxs = '<wxs module="m">module.exports = {}</wxs>';
  const { block } = rootOf(`${wxs}<view class="a" n="{{x}}" change:n="{{m.f}}" bindtap="{{m.g}}"/>`);
  const f = () => 1;
  const g = () => 2;
  expect(block?.values({ x: 5 }, undefined, { m: { f, g } })).toEqual([5, 5, f, g]);
  expect(block?.nodes[0]).toEqual({
    class: { value: 'a' },
    events: [{ type: 'tap', mode: 'bind', handler: { at: 3 } }],
    changes: [{ value: { at: 1 }, handler: { at: 2 } }],
  });
  expect(block?.reads).toEqual({ data: { members: Object.assign(Object.create(null), { x: { values: [0, 1] } }) } });
  expect(rootOf(`${wxs}<view class="a" n="{{m.f}}" bindtap="g"/>`).block?.nodes[0]?.class).toBeUndefined();
  const { warnings } = loadTemplate('<view change:n="{{m.f}}"/><view n="1" change:n="f"/>');
  expect(warnings.map(({ code }) => code)).toEqual(['DIRECTIVE', 'DIRECTIVE']);
});

test('a list of classes stands side by side, as uni-app writes them; inside other text it is text', () => {
  const classOf = (written: string, data: Readonly<Record<string, unknown>>): unknown => {
    const { root, block } = rootOf(`<view class="${written}"/>`);
    const values = block?.values(data, undefined, {}) ?? [];
    return values[0] ?? (root?.kind === 'element' ? root.attributes?.class : undefined);
  };
  expect(classOf("{{['row', on, off]}}", { on: 'is-on', off: null })).toBe('row is-on ');
  expect(classOf('{{names}}', { names: ['a', 'b'] })).toBe('a b');
  expect(classOf("{{['a', 'b']}}", {})).toBe('a b');
  expect(classOf('x {{names}}', { names: ['a', 'b'] })).toBe('x a,b');
  expect(classOf('{{names}}', { names: 'a' })).toBe('a');
});
