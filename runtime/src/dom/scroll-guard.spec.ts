import { el, expect, mount, skeleton, test } from './fixtures/painted.ts';

const tall = el('view', { attributes: { style: 'height:3000px' } });
const box = (id: string, style: string, catches: boolean, ...children: Parameters<typeof skeleton>[1][]) =>
  el(
    'view',
    {
      attributes: { id, style: `position:fixed;left:0;width:100px;height:100px;${style}` },
      events: ['touchmove'],
      ...(catches && { catches: ['touchmove'] }),
    },
    ...children,
  );

test('nothing scrolls over what catches touchmove, but a scroll view in it', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        0,
        tall,
        box('bound', 'top:0', false),
        box('mask', 'top:100px', true),
        box(
          'popup',
          'top:200px',
          true,
          el('scroll-view', { attributes: { 'scroll-y': true, style: 'height:100px' } }, tall),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.settled();
  const pageTop = () => page.evaluate(() => world.painter?.scroll.scrollTop);
  const innerTop = () => frame.locator('wx-scroller').evaluate((scroller) => scroller.scrollTop);
  const wheel = async (y: number, by: number) => {
    await page.mouse.move(50, y);
    await page.mouse.wheel(0, by);
  };
  await wheel(150, 40);
  await wheel(250, -40);
  await wheel(250, 30);
  await expect.poll(innerTop).toBe(30);
  expect(await pageTop()).toBe(0);
  // What only listens lets the page scroll; the wheel that does is the third, so the first two did nothing.
  await wheel(50, 20);
  await expect.poll(pageTop).toBe(20);
});

test('a finger drags nothing over what catches touchmove', async ({ painted }) => {
  await painted.open({ skeletons: [skeleton(0, tall, box('bound', 'top:0', false), box('mask', 'top:100px', true))] });
  await painted.apply(mount(1, 0));
  const isPrevented = (selector: string) =>
    painted.page.evaluate((wanted) => {
      const { document, window } = world.frame ?? {};
      const target = document?.querySelector(wanted);
      if (!window || !target) return undefined;
      const touches = [new window.Touch({ identifier: 1, target, clientX: 5, clientY: 5 })];
      const move = new window.TouchEvent('touchmove', { bubbles: true, cancelable: true, composed: true, touches });
      target.dispatchEvent(move);
      return move.defaultPrevented;
    }, selector);
  expect(await isPrevented('#mask')).toBe(true);
  expect(await isPrevented('#bound')).toBe(false);
});
