import { el, expect, mount, patch, skeleton, test } from './fixtures/painted.ts';

test('what WXS lays over an element stays when its own looks change, also in a new painter', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(0, { kind: 'component', tag: 'x-card' }),
      skeleton(2, el('view', { attributes: { id: 'v' }, holes: { class: 0, style: 1 } })),
    ],
    components: { card: { prefix: 'c1', text: '.c1--on{margin-left:5px}' } },
  });
  await painted.apply(
    [4, 1, 'card', false],
    mount(1, 0),
    mount(2, 1, ['a b', 'left: 1px; top: 2px'], { scope: 1, parent: 1 }),
    [6, 2, 0, 'on', 'b', 'left:9px;width:10rpx;'],
    [6, 1, 0, 'host', '', 'opacity:.5'],
  );
  const view = frame.locator('#v');
  await expect(view).toHaveAttribute('class', 'c1--a c1--on');
  await expect(view).toHaveAttribute('style', 'top: 2px; left: 9px; width: calc(1.33333vw);');
  await expect(frame.locator('wx-x-card')).toHaveAttribute('class', 'host c1-host');
  await expect(frame.locator('wx-x-card')).toHaveCSS('opacity', '0.5');
  await painted.apply(patch(2, 0, 'b c', 1, 'left:3px'));
  await expect(view).toHaveAttribute('class', 'c1--c c1--on');
  await expect(view).toHaveCSS('left', '9px');
  await painted.page.evaluate(() => world.repaint());
  await expect(view).toHaveAttribute('class', 'c1--c c1--on');
  await painted.apply([4, 2, 'card', false, { outer: 0, classes: { on: 'off' } }], [5, 2, 2]);
  await expect(view).toHaveAttribute('class', 'c1--c off');
  await painted.apply([6, 2, 0, '', '', '']);
  await expect(view).toHaveAttribute('class', 'c1--b c1--c');
  await expect(view).toHaveAttribute('style', 'left: 3px;');
});
