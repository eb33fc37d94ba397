import type { Json } from '../../protocol/index.ts';
import { el, expect, mount, patch, skeleton, test } from '../fixtures/painted.ts';

const rich = (attributes: Record<string, Json> = {}) => el('rich-text', { attributes, holes: { nodes: 0 } });

test('rich-text: nodes as a list draw trusted elements, classes, styles and pictures', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: [skeleton(1, rich())], sheet: '.lead{color:rgb(1, 2, 3)}' });
  const nodes: Json = [
    {
      name: 'DIV',
      attrs: { class: 'lead', style: 'margin-left:75rpx', id: 'x', onclick: 'alert(1)', 'data-x': '1' },
      children: [
        { type: 'text', text: 'a &lt;b&gt; &amp; &#20013; ' },
        { name: 'strong', children: [{ type: 'text', text: 'bold' }] },
        { name: 'script', children: [{ type: 'text', text: 'never' }] },
        { name: 'img', attrs: { src: '/picture.svg?w=40&h=20', width: 40, alt: 'A picture' } },
      ],
    },
    { name: 'ol', attrs: { start: 3, type: 'a' }, children: [{ name: 'li', children: [{ type: 'text', text: 'c' }] }] },
    {
      name: 'table',
      attrs: { width: '100%' },
      children: [{ name: 'tr', children: [{ name: 'td', attrs: { colspan: 2 } }] }],
    },
    'no node',
    { name: 'iframe', attrs: { src: 'https://evil.example' } },
  ];
  await painted.apply(mount(1, 0, [nodes]));
  const div = frame.locator('wx-rich-text>div');
  await expect(div).toHaveText('a <b> & 中 bold');
  await expect(div).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(div).toHaveCSS('margin-left', '37.5px');
  expect(await div.evaluate((element) => element.getAttributeNames().sort())).toEqual(['class', 'style']);
  await expect(frame.getByRole('img', { name: 'A picture' })).toHaveJSProperty('naturalWidth', 40);
  await expect(frame.locator('ol')).toHaveAttribute('start', '3');
  await expect(frame.locator('td')).toHaveAttribute('colspan', '2');
  await expect(frame.locator('script,iframe')).toHaveCount(0);
});

test('rich-text: nodes as HTML, changed later; space and user-select', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: [skeleton(1, rich({ space: 'nbsp', 'user-select': true }))] });
  await painted.apply(
    mount(1, 0, [
      '<p class="a" style="color: rgb(1, 2, 3)">one  two<br><em>three</em></p><a href="https://evil.example">link</a>',
    ]),
  );
  // And the console has nothing to say about it, which this fixture would not let pass.
  await expect(frame.locator('p')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const host = frame.locator('wx-rich-text');
  await expect(host.locator('p')).toHaveText(/one\u00a0\u00a0two/, { useInnerText: false });
  await expect(host.locator('em')).toHaveText('three');
  expect(await host.locator('a').evaluate((element) => element.getAttributeNames())).toEqual([]);
  await expect(host).toHaveCSS('user-select', 'text');
  await painted.apply(patch(1, 0, '<h1>next</h1>'));
  await expect(host.locator('h1')).toHaveText('next');
  await expect(host.locator('p')).toHaveCount(0);
  for (const odd of [null, 7, true, {}, [[[]]], [null], [{ name: 3 }], [{ type: 'text' }]]) {
    await painted.apply(patch(1, 0, odd));
    await expect(host).toHaveText('');
  }
});

test('rich-text: too much is cut off and said', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({ skeletons: [skeleton(1, rich())] });
  await painted.apply(mount(1, 0, [`${'<div>'.repeat(200)}bottom`]));
  await expect(frame.locator('wx-rich-text div')).toHaveCount(129);
  await expect(frame.locator('wx-rich-text')).toHaveText('');
  expect(await page.evaluate(() => world.warnings)).toEqual([
    '<rich-text> in pages/index/index.wxml: its nodes are too many, too deep or too long; the rest of them is not drawn',
  ]);
  await painted.apply(
    patch(
      1,
      0,
      Array.from({ length: 30_000 }, () => ({ name: 'br' })),
    ),
  );
  await expect(frame.locator('wx-rich-text br')).toHaveCount(20_000);
});

test('rich-text: a picture that comes too late, or not at all, changes nothing', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({ skeletons: [skeleton(1, rich())], held: ['slow.png'] });
  await painted.apply(mount(1, 0, ['<img src="slow.png"><img src="javascript:alert(1)">']));
  const pictures = frame.locator('wx-rich-text img');
  await expect(pictures).toHaveCount(2);
  await painted.apply(patch(1, 0, '<p>gone</p>'));
  await expect(frame.locator('wx-rich-text')).toHaveText('gone');
  await page.evaluate(() => world.release('slow.png', '/picture.svg'));
  await expect(pictures).toHaveCount(0);
});
