import type { Json } from '../protocol/index.ts';
import { anchor, el, expect, mount, patch, skeleton, test, words } from './fixtures/painted.ts';

const card = { kind: 'component', tag: 'x-card' } as const;

test('external classes are the ones of the user, through several components', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(0, card),
      skeleton(0, { ...card, tag: 'x-inner' }),
      skeleton(1, el('view', { attributes: { class: 'skin own' }, holes: { id: 0 } }), anchor),
      skeleton(1, el('text', { holes: { class: 0 } })),
    ],
    sheet: '.red{color:rgb(255, 0, 0)}.blue{color:rgb(0, 0, 255)}',
    components: {
      outer: { prefix: 'c1', text: '.c1--big{font-size:40px}' },
      inner: { prefix: 'c2', text: '.c2--own{padding-left:7px}.c2--skin{margin-left:99px}' },
    },
  });
  const classes = (outer: number, given: Record<string, string>): Json => ({ outer, classes: given });
  await painted.apply(
    [4, 1, 'outer', false, classes(0, { f: 'red  loud' })],
    [4, 2, 'inner', false, classes(1, { skin: 'f big', bare: '' })],
    mount(1, 0),
    mount(2, 1, [], { scope: 1, parent: 1 }),
    mount(3, 2, ['it'], { scope: 2, parent: 2 }),
    mount(4, 3, ['bare ~blue ^big skin'], { scope: 2, parent: 3, node: 1 }),
  );
  const view = frame.locator('#it');
  await expect(view).toHaveAttribute('class', 'red loud c1--big c2--own');
  await expect(view).toHaveCSS('color', 'rgb(255, 0, 0)');
  await expect(view).toHaveCSS('font-size', '40px');
  await expect(view).toHaveCSS('padding-left', '7px');
  await expect(view).toHaveCSS('margin-left', '0px');
  await expect(frame.locator('wx-text')).toHaveAttribute('class', 'blue c1--big red loud');

  await painted.apply(
    [4, 3, 'outer', false, classes(0, { f: 'blue' })],
    [4, 4, 'inner', false, classes(3, { skin: 'f', bare: 'red' })],
    [5, 2, 3],
    [5, 3, 4],
    [5, 4, 4],
  );
  await expect(view).toHaveAttribute('class', 'blue c2--own');
  await expect(frame.locator('wx-text')).toHaveAttribute('class', 'c1--red blue c1--big');
  await painted.apply(patch(4, 0, 'skin bare'));
  await expect(frame.locator('wx-text')).toHaveAttribute('class', 'blue c1--red');
});

test('a shared sheet reaches the page, an isolated one and one by tag do not', async ({ painted }) => {
  const { frame } = painted;
  const box = el('view', { attributes: { class: 'box' } }, words('x'));
  await painted.open({
    skeletons: [skeleton(0, card, { ...card, tag: 'x-other' }, box), skeleton(0, box, el('text'))],
    components: {
      shared: { prefix: 'c1', text: '.c1--box{padding-left:7px}wx-text:where([in-c1]){margin-left:3px}' },
      own: { prefix: 'c2', text: '.c2--box{margin-left:5px}wx-view:where([in-c2]){margin-top:9px}' },
    },
  });
  await painted.apply(
    [4, 1, 'shared', true, { spreads: true }],
    [4, 2, 'own', false],
    mount(1, 0),
    mount(2, 1, [], { scope: 1, parent: 1, node: 0 }),
    mount(3, 1, [], { scope: 2, parent: 1, node: 1 }),
  );
  const page = frame.locator('wx-page > wx-view');
  await expect(page).toHaveCSS('padding-left', '7px');
  await expect(page).toHaveCSS('margin-left', '0px');
  await expect(page).toHaveCSS('margin-top', '0px');
  await expect(frame.locator('wx-x-card > wx-view')).toHaveCSS('padding-left', '7px');
  const own = frame.locator('wx-x-other > wx-view');
  await expect(own).toHaveCSS('padding-left', '0px');
  await expect(own).toHaveCSS('margin-left', '5px');
  await expect(own).toHaveCSS('margin-top', '9px');
  // The shared sheet counts as the page's own; a component that is not shared has no part in it.
  await expect(frame.locator('wx-x-card > wx-text')).toHaveCSS('margin-left', '3px');
});

test('a page can shut the app sheet out', async ({ painted }) => {
  await painted.open({
    skeletons: [skeleton(0, el('view', { attributes: { class: 'a' } }))],
    appSheet: '.a{padding-left:7px}',
    sheet: '.a{margin-left:5px}',
  });
  await painted.apply([4, 0, 'pages/index/index', false, { withoutApp: true }], mount(1, 0));
  await expect(painted.frame.locator('wx-view')).toHaveCSS('padding-left', '0px');
  await expect(painted.frame.locator('wx-view')).toHaveCSS('margin-left', '5px');
});

test('a virtual component leaves no element; what is in it is mounted, moved and removed in its place', async ({
  painted,
}) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(0, el('view', { attributes: { id: 'box' } }, anchor, words('end'))),
      skeleton(0, { ...card, attributes: { class: 'lost' }, events: ['tap'] }),
      skeleton(
        1,
        el('text', { holes: { id: 0 }, attributes: { style: 'display:inline-block;width:9px;height:9px' } }),
        anchor,
      ),
      skeleton(0, words('more')),
    ],
    components: { virtual: { prefix: 'c1', text: '.c1-host{color:red}' } },
  });
  const row = (id: number, before = 0) => mount(id, 1, [], { parent: 1, node: 1, before });
  const inside = (id: number, name: string, parent: number) => mount(id, 2, [name], { scope: 1, parent });
  const html = (...parts: string[]) => parts.map((name) => `<wx-text id="${name}"></wx-text>`).join('');
  const box = async () => (await frame.locator('#box').innerHTML()).replaceAll(/<!---->| style="[^"]*"/g, '');
  await painted.apply(
    [4, 1, 'virtual', false, { virtual: true }],
    mount(1, 0),
    row(2),
    inside(3, 'a', 2),
    row(4),
    inside(5, 'b', 4),
    row(6, 2),
    inside(7, 'c', 6),
  );
  expect(await box()).toBe(`${html('c', 'a', 'b')}end`);
  await painted.apply([2, 6, 0], mount(8, 3, [], { scope: 1, parent: 3, node: 1 }));
  expect(await box()).toBe(`${html('a')}more${html('b', 'c')}end`);
  await painted.apply([3, 3], inside(9, 'd', 2), [3, 4]);
  expect(await box()).toBe(`${html('d', 'c')}end`);
  await painted.settled();
  await frame.locator('#d').click({ force: true, position: { x: 1, y: 1 } });
  expect((await painted.take()).map(({ type, block }) => [type, block])).toEqual([['tap', 9]]);
  await painted.apply([3, 2], [3, 6]);
  expect(await box()).toBe('end');
});

test('the program’s own tab bar has a host for its sheet, behind what the page itself draws', async ({ painted }) => {
  const { frame, page } = painted;
  await painted.open({
    skeletons: [
      skeleton(0, el('view', { attributes: { class: 'page' } }, words('page'))),
      skeleton(0, anchor, el('view', { attributes: { class: 'tab' } }, words('tab'))),
    ],
    components: { bar: { prefix: 'c1', text: '.c1-host{display:block;margin-top:11px}.c1--tab{padding-left:3px}' } },
  });
  await painted.apply([4, 1, 'bar', false], mount(1, 0), mount(2, 1, [], { scope: 1 }));
  const host = frame.locator('wx-page > .c1-host');
  const order = () => frame.locator('wx-page > *').evaluateAll((all) => all.map(({ localName }) => localName));
  await expect(host).toHaveCSS('margin-top', '11px');
  await expect(host.locator('.c1--tab')).toHaveText('tab');
  expect(await order()).toEqual(['wx-view', 'wx-custom-tab-bar']);
  await page.evaluate(() => world.repaint());
  await expect(host.locator('.c1--tab')).toHaveText('tab');
  expect(await order()).toEqual(['wx-view', 'wx-custom-tab-bar']);
});
