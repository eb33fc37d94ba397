import { anchor, el, expect, hole, mount, patch, skeleton, test, words } from './fixtures/painted.ts';

const touchy = ['touchstart', 'touchmove', 'touchend', 'tap', 'longpress', 'longtap'];

test('a press that holds still taps; one that wanders does not', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el('view', { events: touchy, attributes: { style: 'padding:50px' } }, el('view', {}, words('target'))),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await frame.getByText('target').click();
  const events = await painted.take();
  expect(events.map(({ type }) => type)).toEqual(['touchstart', 'touchend', 'tap']);
  // The target is the innermost node, also when only an ancestor listens.
  expect(events.map(({ block, node }) => [block, node])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);

  await painted.press(100, 60);
  await painted.moveTo(109, 60);
  await painted.release(109, 60);
  expect(await painted.types()).toEqual(['touchstart', 'touchmove', 'touchend', 'tap']);

  await painted.press(100, 60);
  await painted.moveTo(120, 60);
  await painted.moveTo(100, 60);
  await painted.release(100, 60);
  expect(await painted.types()).toEqual(['touchstart', 'touchmove', 'touchmove', 'touchend']);
});

test('tap carries where: points, offsets of the nodes that listen', async ({ painted }) => {
  const { page } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'view',
          { attributes: { style: 'position:absolute;left:20px;top:700px;width:100px;height:900px' }, events: ['tap'] },
          el('view', { attributes: { style: 'margin:10px;height:50px' } }),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await page.evaluate(() => world.painter?.scrollTo(600, 0));
  await page.mouse.click(40, 120);
  const event = await page.evaluate(() => world.events.at(-1));
  const touch = { identifier: 0, pageX: 40, pageY: 720, clientX: 40, clientY: 120 };
  expect(event).toMatchObject({
    type: 'tap',
    bubbles: true,
    detail: { x: 40, y: 720 },
    touches: [touch],
    changedTouches: [touch],
    offsets: [
      { block: 1, node: 1, left: 30, top: 710 },
      { block: 1, node: 0, left: 20, top: 700 },
    ],
  });
});

test('a long press somebody listens to takes the place of the tap; longtap does not', async ({ painted }) => {
  const { page } = painted;
  const box = (top: number, events: string[]) =>
    el('view', { attributes: { style: `position:absolute;left:0;top:${top}px;width:100px;height:50px` }, events });
  await painted.open({
    skeletons: [skeleton(0, box(0, ['tap', 'longpress', 'longtap']), box(100, ['tap', 'longtap']))],
  });
  await painted.apply(mount(1, 0));
  const hold = async (y: number, ms: number) => {
    await page.mouse.move(50, y);
    await page.mouse.down();
    await painted.advance(ms);
    await page.mouse.up();
    return painted.types();
  };
  expect(await hold(20, 349)).toEqual(['tap']);
  expect(await hold(20, 350)).toEqual(['longpress', 'longtap']);
  expect(await hold(120, 350)).toEqual(['longtap', 'tap']);
});

test('touches of a screen tap as the mouse does, and once', async ({ browser, address }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 667 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(
    (skeletons) => {
      world.open({ skeletons: JSON.parse(skeletons) });
      world.apply([[0, 1, 0, 0, 0, 0, 0, []]]);
    },
    JSON.stringify([skeleton(0, el('view', { events: touchy }, words('touch me')))]),
  );
  await page.frameLocator('iframe').first().getByText('touch me').tap();
  await expect
    .poll(() => page.evaluate(() => world.events.map(({ type }) => type)))
    .toEqual(['touchstart', 'touchend', 'tap']);
  expect(await page.evaluate(() => world.gestures)).toBeGreaterThan(0);
  await context.close();
});

test('nothing is sent that no handler waits for', async ({ painted }) => {
  await painted.open({
    skeletons: [
      skeleton(0, el('view', {}, words('deaf')), el('view', { events: ['tap'] }, anchor)),
      skeleton(0, words('inner')),
    ],
  });
  await painted.apply(mount(1, 0), mount(2, 1, [], { parent: 1, node: 3 }));
  await painted.frame.getByText('deaf').click();
  expect(await painted.types()).toEqual([]);
  await painted.frame.getByText('inner').click();
  expect(await painted.take()).toMatchObject([{ type: 'tap', block: 1, node: 2 }]);
});

test('hover classes come after the start time and stay a while', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el(
          'view',
          { attributes: { 'hover-class': 'outer', style: 'padding:30px' } },
          el('view', { attributes: { 'hover-class': 'inner', id: 'in' }, holes: { class: 0 } }, words('press')),
        ),
        el('button', { attributes: { disabled: true, id: 'off' } }, words('off')),
        el('button', { attributes: { id: 'on' } }, words('on')),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['mine']));
  const inner = frame.locator('#in');
  const outer = frame.locator('wx-page > wx-view');
  await inner.hover();
  await page.mouse.down();
  await expect(inner).toHaveClass('mine');
  await painted.advance(50);
  await expect(inner).toHaveClass('mine inner');
  await expect(outer).toHaveClass('outer');
  await painted.apply(patch(1, 0, 'yours'));
  await expect(inner).toHaveClass('yours inner');
  await page.mouse.up();
  await painted.advance(399);
  await expect(inner).toHaveClass('yours inner');
  await painted.advance(1);
  await expect(inner).toHaveClass('yours');
  await expect(outer).toHaveClass('');

  for (const [id, look] of [
    ['#on', 'button-hover'],
    ['#off', ''],
  ] as const) {
    await frame.locator(id).hover();
    await page.mouse.down();
    await painted.advance(20);
    expect((await frame.locator(id).getAttribute('class')) ?? '').toBe(look);
    await page.mouse.up();
    await painted.advance(70);
  }
});

test('a disabled button is silent; Enter on a focused one taps', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('view', { events: ['tap'] }, el('button', { events: ['tap'], holes: { disabled: 0 } }, words('go'))),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [true]));
  await frame.locator('wx-button').click({ force: true });
  expect(await painted.types()).toEqual([]);
  await painted.apply(patch(1, 0, false));
  await frame.getByRole('button', { name: 'go' }).focus();
  await page.keyboard.press('Enter');
  expect(await painted.take()).toMatchObject([{ type: 'tap', node: 1 }]);
});

test('a transition end is an event of its own node', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [skeleton(1, el('view', { events: ['transitionend'], holes: { style: 0 } }, hole(0)))],
  });
  await painted.apply(mount(1, 0, ['transition:opacity 20ms;opacity:1']));
  await expect(frame.locator('wx-view')).toHaveCSS('opacity', '1');
  await painted.apply(patch(1, 0, 'transition:opacity 20ms;opacity:0'));
  await painted.happened({ type: 'transitionend' });
});

test('the page scrolls, says so once a frame, and glides on request', async ({ painted }) => {
  const { page } = painted;
  await painted.open({ skeletons: [skeleton(0, el('view', { attributes: { style: 'height:3000px' } }))] });
  await painted.apply(mount(1, 0));
  await page.evaluate(() => {
    Object.assign(globalThis, { tops: [] });
    world.painter?.onScroll(({ scrollTop }) => Reflect.get(globalThis, 'tops').push(scrollTop));
  });
  await painted.settled();
  await page.mouse.move(100, 100);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'tops').at(-1))).toBe(300);
  const glide = page.evaluate(() => world.painter?.scrollTo(99_999, 200));
  await expect
    .poll(async () => {
      await painted.advance(50);
      return page.evaluate(() => world.painter?.scroll);
    })
    .toEqual({ scrollTop: 2333, scrollHeight: 3000, clientHeight: 667 });
  await glide;
});

test('pulling the page down asks for a refresh', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({ skeletons: [skeleton(0, el('view', {}, words('content')))] });
  await painted.apply(mount(1, 0));
  await page.evaluate(() => {
    Object.assign(globalThis, { pulls: 0 });
    world.painter?.onPullDown(() => Object.assign(globalThis, { pulls: Reflect.get(globalThis, 'pulls') + 1 }));
  });
  const pull = async (distance: number) => {
    await painted.press(100, 100);
    for (let step = 1; step <= 4; step += 1) await painted.moveTo(100, 100 + (distance * step) / 4);
    await painted.release(100, 100 + distance);
    return page.evaluate(() => Reflect.get(globalThis, 'pulls'));
  };
  expect(await pull(60)).toBe(0);
  expect(await pull(140)).toBe(1);
  await expect(frame.locator('wx-refresh')).toHaveCSS('height', '50px');
  await page.evaluate(() => world.painter?.setRefreshing(false));
  await expect(frame.locator('wx-refresh')).toHaveCSS('height', '0px');
});
