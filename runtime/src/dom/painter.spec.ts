import type { Json } from '../protocol/index.ts';
import { anchor, el, expect, hole, mount, patch, skeleton, test, words } from './fixtures/painted.ts';

test('blocks are drawn, patched, moved and removed in the order the tree says', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(1, el('view', {}, words('list '), hole(0)), anchor, el('view', {}, words('end'))),
      skeleton(1, el('text', { attributes: { class: 'row' } }, hole(0))),
    ],
  });
  const row = (id: number, text: string, before = 0) => mount(id, 1, [text], { parent: 1, node: 3, before });
  await painted.apply(mount(1, 0, ['one']), row(2, 'a'), row(3, 'b'), row(4, 'c', 2));
  await expect(frame.locator('wx-page')).toHaveText('list onecabend');
  await painted.apply([2, 4, 0], [2, 3, 2], patch(1, 0, 'two'), patch(2, 0, 'A'));
  await expect(frame.locator('wx-page')).toHaveText('list twobAcend');
  await painted.apply([3, 2]);
  await expect(frame.locator('wx-page')).toHaveText('list twobcend');
  await painted.apply([3, 1]);
  await expect(frame.locator('wx-page')).toBeEmpty();
});

test('a block that starts with an anchor moves with what is mounted there', async ({ painted }) => {
  await painted.open({
    skeletons: [skeleton(0, anchor), skeleton(1, anchor, el('view', {}, hole(0))), skeleton(1, hole(0))],
  });
  const inner = (id: number, text: string, parent: number) => mount(id, 2, [text], { parent, node: 0 });
  const outer = (id: number, text: string, before = 0) => mount(id, 1, [text], { parent: 1, before });
  await painted.apply(
    mount(1, 0),
    outer(2, 'A'),
    inner(3, 'a', 2),
    outer(4, 'B', 2),
    inner(5, 'b', 4),
    inner(6, 'b2', 4),
  );
  await expect(painted.frame.locator('wx-page')).toHaveText('bb2BaA');
  await painted.apply([2, 4, 0]);
  await expect(painted.frame.locator('wx-page')).toHaveText('aAbb2B');
});

test('classes carry the prefix of their style scope, hosts their own', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(1, { kind: 'component', tag: 'my-card', holes: { class: 0 } }),
      skeleton(1, el('view', { holes: { class: 0 } })),
    ],
    sheet: '.plain{color:rgb(1, 2, 3)}',
    components: { 'components/card': { prefix: 'c1', text: '.c1--plain{padding-left:7px}.c1-host{margin-left:9px}' } },
  });
  await painted.apply(
    [4, 1, 'components/card', false],
    [4, 2, 'components/card', true],
    mount(1, 0, ['plain']),
    mount(2, 1, ['plain  other'], { scope: 1, parent: 1 }),
    mount(3, 1, ['plain'], { scope: 2 }),
  );
  const host = frame.locator('wx-my-card');
  await expect(host).toHaveAttribute('class', 'plain c1-host');
  await expect(host).toHaveCSS('margin-left', '9px');
  await expect(frame.locator('wx-my-card > wx-view')).toHaveAttribute('class', 'c1--plain c1--other');
  await expect(frame.locator('wx-custom-tab-bar > wx-view')).toHaveAttribute('class', 'c1--plain plain');
  await expect(frame.locator('wx-custom-tab-bar > wx-view')).toHaveCSS('padding-left', '7px');
  await painted.apply(patch(1, 0, 'changed'));
  await expect(host).toHaveAttribute('class', 'changed c1-host');
});

test('styles take rpx of the page width; hidden, id, role and aria pass; the rest does not', async ({ painted }) => {
  const { frame } = painted;
  painted.expectComplaint(/404/);
  await painted.open({
    skeletons: [
      skeleton(
        2,
        el('view', {
          attributes: { id: 'box', 'aria-label': 'a box', 'aria-role': 'img', 'data-x': 1, title: 'no', href: 'no' },
          holes: { style: 0, hidden: 1 },
        }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['width:100rpx;margin:-10.5rpx 0 0;background:url("a/12rpx.png")', false]));
  const box = frame.locator('#box');
  await expect(box).toHaveCSS('width', '50px');
  await expect(box).toHaveCSS('margin-top', '-5.25px');
  await expect(box).toHaveCSS('background-image', /a\/12rpx\.png/);
  await expect(box).toHaveAttribute('role', 'img');
  expect(await box.evaluate((element) => element.getAttributeNames().sort())).toEqual([
    'aria-label',
    'data-x',
    'id',
    'role',
    'style',
  ]);
  await painted.apply(patch(1, 1, 1));
  await expect(box).toBeHidden();
});

test('text keeps line breaks, decodes entities and widens spaces', async ({ painted }) => {
  await painted.open({
    skeletons: [
      skeleton(
        3,
        el('text', { attributes: { id: 'plain' } }, hole(0)),
        el('text', { attributes: { id: 'rich', space: 'ensp' }, holes: { decode: 1 } }, hole(2)),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['one\ntwo', false, 'a b&lt;&nbsp;&bogus;']));
  await expect(painted.frame.locator('#plain')).toHaveText('one\ntwo', { useInnerText: true });
  const rich = painted.frame.locator('#rich');
  expect(await rich.textContent()).toBe('a\u2002b&lt;&nbsp;&bogus;');
  await painted.apply(patch(1, 1, true));
  expect(await rich.textContent()).toBe('a\u2002b<\u00a0&bogus;');
});

test('odd values in any hole never stop the page', async ({ painted }) => {
  painted.expectComplaint(/404/);
  const odd: Json[] = [null, {}, [], [1, [2, { a: 1 }]], { toString: 'x' }, '', 0, -1, 1e308, true, 'x'.repeat(10_000)];
  const tags = ['view', 'text', 'image', 'button', 'input', 'textarea', 'scroll-view', 'swiper', 'navigator', 'icon'];
  const names = ['class', 'style', 'id', 'hidden', 'src', 'value', 'type', 'size', 'color', 'focus', 'current'];
  const more = ['scroll-top', 'scroll-into-view', 'maxlength', 'placeholder-style', 'placeholder-class', 'hover-class'];
  const all = [...names, ...more, 'interval', 'autoplay', 'circular', 'percent', 'mode', 'checked'];
  const holes = Object.fromEntries(all.map((name, index) => [name, index]));
  const every = [...tags, 'progress', 'switch', 'radio', 'checkbox', 'label', 'form', 'strange'];
  await painted.open({
    skeletons: every.map((tag) => skeleton(all.length + 1, el(tag, { holes }, hole(all.length)))),
  });
  for (const value of odd) {
    const values = Array.from({ length: all.length + 1 }, () => value);
    await painted.apply(...every.map((_, index) => mount(index + 1, index, values)));
    await painted.apply(...every.map((_, index) => [3, index + 1]));
  }
  await painted.apply(
    mount(
      1,
      0,
      Array.from({ length: all.length + 1 }, () => 'still here'),
    ),
  );
  await expect(painted.frame.locator('wx-view')).toHaveText('still here');
});

test('nothing a program writes can run or load by itself', async ({ painted }) => {
  const { page, frame } = painted;
  painted.expectComplaint(/Loading the image 'javascript:.* violates/);
  const attack = 'javascript:parent.owned=1';
  await painted.open({
    skeletons: [
      skeleton(
        2,
        el('image', { attributes: { src: attack } }),
        el('script', {}, words('parent.owned=1')),
        el('iframe', { attributes: { src: attack, srcdoc: '<script>parent.owned=1</script>' } }),
        el('a', { attributes: { href: attack } }, words('link')),
        el('view', { holes: { onclick: 0, style: 1, autofocus: 0, onfocus: 0, tabindex: 0 } }, words('press')),
        el('style', {}, words('*{display:none}')),
        el('object', { attributes: { data: attack } }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['parent.owned=1', `background:url(${attack})`]));
  await frame.getByText('press').click();
  await frame.getByText('link').click();
  const kinds = await frame.locator('wx-page *').evaluateAll((all) => all.map((element) => element.localName));
  expect(kinds.filter((kind) => !kind.startsWith('wx-'))).toEqual(['img']);
  expect(await frame.locator('wx-page').evaluate((root) => /on\w+=|srcdoc|href/.test(root.outerHTML))).toBe(false);
  await expect(page.locator('iframe').first()).toHaveAttribute('sandbox', 'allow-same-origin');
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
});

test('1,000 rows mount in one batch and one patch touches one node', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(0, el('view', {}, anchor)),
      skeleton(
        2,
        el(
          'view',
          { attributes: { class: 'row', style: 'padding:10rpx' } },
          el('text', {}, hole(0)),
          el('view', { holes: { class: 1 } }, el('text', {}, words('static'))),
        ),
      ),
    ],
  });
  const rows = Array.from({ length: 1_000 }, (_, index) =>
    mount(index + 2, 1, [`row ${index}`, 'plain'], { parent: 1, node: 1 }),
  );
  const milliseconds = await page.evaluate(
    (text) => {
      const operations = JSON.parse(text);
      const begin = performance.now();
      world.apply(operations);
      return performance.now() - begin;
    },
    JSON.stringify([mount(1, 0), ...rows]),
  );
  test.info().annotations.push({ type: 'mount of 1,000 rows', description: `${milliseconds.toFixed(1)} ms` });
  await expect(frame.locator('.row')).toHaveCount(1_000);
  const touched = await page.evaluate(async () => {
    const records: string[] = [];
    const observer = new MutationObserver((seen) => {
      for (const { type, target } of seen) records.push(`${type} ${target.nodeName} ${target.textContent}`);
    });
    const root = world.frame?.document.documentElement;
    if (root) observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    world.apply([[1, 500, 0, 'changed']]);
    await Promise.resolve();
    observer.disconnect();
    return records;
  });
  expect(touched).toEqual(['characterData #text changed']);
});

test('frames are in standards mode, come from a warm spare, and leave with their owner', async ({ painted }) => {
  const { page } = painted;
  await painted.open({ skeletons: [skeleton(1, el('view', {}, hole(0)))] });
  const seen = await page.evaluate(() => ({
    mode: world.frame?.document.compatMode,
    frames: document.querySelectorAll('iframe').length,
  }));
  expect(seen).toEqual({ mode: 'CSS1Compat', frames: 1 });
  await painted.advance(200);
  await expect(page.locator('iframe')).toHaveCount(2);
  await page.evaluate(() => {
    world.painter?.dispose();
    world.frame?.dispose();
    world.frames?.acquire().dispose();
    world.frames?.dispose();
  });
  await painted.advance(200);
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('a container that has left the document gets no spare and gives no frame', async ({ painted }) => {
  await painted.open({ skeletons: [] });
  await painted.page.evaluate(() => document.querySelector('#stage')?.remove());
  await painted.advance(200);
  const refusal = await painted.page.evaluate(() => {
    try {
      return String(world.frames?.acquire());
    } catch (error) {
      return String(error);
    }
  });
  expect(refusal).toBe('Error: no page frame: the container of this pool is not in a document');
});

test('a painter that comes late draws what is there', async ({ painted }) => {
  await painted.open({ skeletons: [skeleton(0, anchor, anchor), skeleton(1, el('view', {}, hole(0)), anchor)] });
  const row = (id: number, text: string, parent: number, node: number) => mount(id, 1, [text], { parent, node });
  await painted.apply(mount(1, 0), row(2, 'a', 1, 0), row(3, 'b', 1, 0), row(4, 'c', 1, 1), row(5, 'inner', 2, 2));
  await painted.page.evaluate(() => world.repaint());
  await expect(painted.frame.locator('wx-page')).toHaveText('ainnerbc');
});
