import { gallery, gallerySheet } from '../fixtures/gallery.ts';
import { anchor, el, expect, hole, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

const fieldEvents = ['input', 'focus', 'blur', 'confirm'];

test('input: events with their details; a program that echoes late loses neither text nor caret', async ({
  painted,
}) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(1, el('input', { attributes: { placeholder: 'name' }, holes: { value: 0 }, events: fieldEvents })),
    ],
  });
  await painted.apply(mount(1, 0, ['']));
  const field = frame.locator('input');
  const placeholder = frame.locator('wx-placeholder');
  await expect(placeholder).toBeVisible();
  await field.click();
  await field.pressSequentially('abc');
  await expect(placeholder).toBeHidden();
  expect((await painted.take()).map(({ type, detail }) => [type, detail])).toEqual([
    ['focus', { value: '', height: 0 }],
    ['input', { value: 'a', cursor: 1, keyCode: 65 }],
    ['input', { value: 'ab', cursor: 2, keyCode: 66 }],
    ['input', { value: 'abc', cursor: 3, keyCode: 67 }],
  ]);
  // The guest answers the first keystrokes when the third is typed already.
  await painted.apply(patch(1, 0, 'a'));
  await painted.apply(patch(1, 0, 'ab'));
  await expect(field).toHaveValue('abc');
  await painted.apply(patch(1, 0, 'abc'));

  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('x');
  await painted.apply(patch(1, 0, 'AXBC'));
  await expect(field).toHaveValue('AXBC');
  expect(await field.evaluate((input) => Reflect.get(input, 'selectionStart'))).toBe(2);
  // A value the program sets by itself counts, also one that was typed long ago.
  await painted.advance(2_000);
  await painted.apply(patch(1, 0, 'a'));
  await expect(field).toHaveValue('a');
  await painted.take();
  await page.keyboard.press('Enter');
  expect((await painted.take()).map(({ type, detail }) => [type, detail])).toEqual([
    ['confirm', { value: 'a' }],
    ['blur', { value: 'a', cursor: 1 }],
  ]);
});

test('input: maxlength, disabled, password, focus and placeholder classes', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    sheet: '.hint{color:rgb(9, 8, 7)}',
    skeletons: [
      skeleton(
        5,
        el('input', {
          holes: { maxlength: 0, disabled: 1, password: 2, focus: 3, 'placeholder-class': 4 },
          attributes: { placeholder: 'hint' },
        }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [3, false, true, true, 'hint']));
  const field = frame.locator('input');
  await expect(field).toBeFocused();
  await field.pressSequentially('12345');
  await expect(field).toHaveValue('123');
  await expect(field).toHaveAttribute('type', 'password');
  await expect(frame.locator('wx-placeholder')).toHaveCSS('color', 'rgb(9, 8, 7)');
  await painted.apply(patch(1, 0, -1, 1, true, 2, false, 3, false, 4, 'other'));
  await expect(field).toBeDisabled();
  await expect(field).toHaveAttribute('type', 'text');
  await expect(field).not.toHaveAttribute('maxlength');
  await expect(frame.locator('wx-placeholder')).toHaveClass('input-placeholder other');
});

test('image: modes, load and error, and no late picture', async ({ painted }) => {
  const { page, frame } = painted;
  painted.expectComplaint(/404/);
  await painted.open({
    held: ['slow.png'],
    skeletons: [
      skeleton(
        2,
        el('image', { holes: { src: 0, mode: 1 }, attributes: { style: 'width:200px' }, events: ['load', 'error'] }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['slow.png', 'widthFix']));
  const picture = frame.locator('img');
  await painted.apply(patch(1, 0, '/picture.svg?w=80&h=20'));
  await expect(picture).toHaveAttribute('src', /w=80&h=20/);
  await page.evaluate(() => world.release('slow.png', '/picture.svg?w=1&h=1'));
  await expect.poll(() => painted.take()).toMatchObject([{ type: 'load', detail: { width: 80, height: 20 } }]);
  await expect(picture).toHaveAttribute('src', /w=80&h=20/);
  await expect(frame.locator('wx-image')).toHaveCSS('height', '50px');
  await painted.apply(patch(1, 1, 'aspectFill'));
  await expect(frame.locator('wx-image')).toHaveCSS('height', '240px');
  await expect(picture).toHaveCSS('object-fit', 'cover');
  await painted.apply(patch(1, 0, '/missing.png'));
  await expect.poll(() => painted.take()).toMatchObject([{ type: 'error' }]);
  await painted.apply(patch(1, 0, 'javascript:parent.owned=1'));
  await expect.poll(() => painted.take()).toMatchObject([{ type: 'error' }]);
  await expect(picture).not.toHaveAttribute('src');
});

test('image: lazy-load waits until it is near', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el('view', { attributes: { style: 'height:9000px' } }),
        el('image', { attributes: { src: '/picture.svg', 'lazy-load': true } }),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.settled();
  await expect(frame.locator('img')).not.toHaveAttribute('src');
  await page.evaluate(() => world.painter?.scrollTo(8_000, 0));
  await expect(frame.locator('img')).toHaveAttribute('src', /picture/);
});

test('scroll-view: scroll details, edges once each, positions and targets', async ({ painted }) => {
  const { page, frame } = painted;
  const item = (id: string) => el('view', { attributes: { id, style: 'height:100px' } });
  await painted.open({
    skeletons: [
      skeleton(
        2,
        el(
          'scroll-view',
          {
            attributes: { 'scroll-y': true, style: 'height:200px' },
            holes: { 'scroll-top': 0, 'scroll-into-view': 1 },
            events: ['scroll', 'scrolltoupper', 'scrolltolower'],
          },
          ...['a', 'b', 'c', 'd', 'e', 'f'].map(item),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [0, '']));
  await painted.apply(patch(1, 0, '200rpx'));
  const seen = () => expect.poll(async () => (await painted.take()).map(({ type, detail }) => [type, detail]));
  await seen().toEqual([
    ['scroll', { scrollLeft: 0, scrollTop: 100, scrollHeight: 600, scrollWidth: 375, deltaX: 0, deltaY: -100 }],
  ]);
  await painted.apply(patch(1, 1, 'f'));
  await seen().toMatchObject([
    ['scroll', { scrollTop: 400 }],
    ['scrolltolower', { direction: 'bottom' }],
  ]);
  await painted.apply(patch(1, 0, 390));
  await seen().toMatchObject([['scroll', { scrollTop: 390 }]]);
  await painted.apply(patch(1, 0, 0));
  await seen().toMatchObject([
    ['scroll', { scrollTop: 0 }],
    ['scrolltoupper', { direction: 'top' }],
  ]);
  await painted.settled();
  await frame.locator('#a').hover();
  await page.mouse.wheel(0, 120);
  await seen().toMatchObject([['scroll', { scrollTop: 120 }]]);
  expect(
    await page.evaluate(() => world.painter?.scrollOffset(world.tree?.find('scroll-view')[0] ?? Object())),
  ).toEqual({
    scrollLeft: 0,
    scrollTop: 120,
  });
});

test('navigator says where to, after the handlers; the player gets it unasked', async ({ painted }) => {
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el('navigator', { attributes: { url: '/pages/b/b?x=1' }, events: ['tap'] }, words('go')),
        el('navigator', { attributes: { 'open-type': 'navigateBack', delta: '2' } }, words('back')),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.frame.getByText('go').click();
  expect(await painted.take()).toMatchObject([
    { type: 'tap' },
    { type: 'navigate', detail: { url: '/pages/b/b?x=1', openType: 'navigate', delta: 1 } },
  ]);
  await painted.frame.getByText('back').click();
  expect(await painted.take()).toMatchObject([{ type: 'navigate', detail: { openType: 'navigateBack', delta: 2 } }]);
});

test('form: labels, switches and groups act, submit gathers, reset goes back', async ({ painted }) => {
  const { frame } = painted;
  const change = { events: ['change'] };
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'form',
          { events: ['submit', 'reset'] },
          el('label', { attributes: { for: 'sw' } }, words('night')),
          el('switch', { attributes: { name: 'night', id: 'sw' }, ...change }),
          el('input', { attributes: { name: 'who', value: 'me' } }),
          el(
            'radio-group',
            { attributes: { name: 'size' }, ...change },
            el('label', {}, el('radio', { attributes: { value: 's', checked: true } }, words('small'))),
            el('label', {}, el('radio', { attributes: { value: 'l' } }, words('large'))),
          ),
          el(
            'checkbox-group',
            { attributes: { name: 'extras' }, ...change },
            el('checkbox', { attributes: { value: 'x' } }, words('ex')),
            el('checkbox', { attributes: { value: 'y', checked: true } }, words('why')),
          ),
          el('button', { attributes: { 'form-type': 'submit' } }, words('send')),
          el('button', { attributes: { 'form-type': 'reset' } }, words('again')),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  const details = async () => (await painted.take()).map(({ type, detail }) => [type, detail]);
  await frame.getByText('night').click();
  await frame.getByText('large').click();
  await frame.getByText('large').click();
  await frame.getByText('ex', { exact: true }).click();
  expect(await details()).toEqual([
    ['change', { value: true }],
    ['change', { value: 'l' }],
    ['change', { value: ['x', 'y'] }],
  ]);
  await frame.locator('input').fill('you');
  await frame.getByText('send').click();
  const filled = { night: true, who: 'you', size: 'l', extras: ['x', 'y'] };
  expect(await details()).toEqual([['submit', { value: filled, formId: '' }]]);
  await frame.getByText('again').click();
  await frame.getByText('send').click();
  const fresh = { night: false, who: 'me', size: 's', extras: ['y'] };
  expect(await details()).toMatchObject([
    ['reset', {}],
    ['submit', { value: fresh }],
  ]);
});

test('swiper: drags, flicks, autoplay round a circle, current, items that come and go', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        3,
        el(
          'swiper',
          {
            attributes: { circular: true, 'indicator-dots': true, duration: 0, interval: 3000 },
            holes: { current: 0, autoplay: 1, circular: 2 },
            events: ['change'],
          },
          anchor,
        ),
      ),
      skeleton(1, el('swiper-item', {}, hole(0))),
    ],
  });
  const item = (id: number, text: string) => mount(id, 1, [text], { parent: 1, node: 1 });
  await painted.apply(mount(1, 0, [0, false, true]), item(2, 'one'), item(3, 'two'), item(4, 'three'));
  const at = async (text: string) => (await frame.getByText(text, { exact: true }).boundingBox())?.x;
  await expect.poll(() => at('one')).toBe(0);
  expect([await at('two'), await at('three')]).toEqual([375, -375]);
  await expect(frame.locator('wx-dot')).toHaveCount(3);

  const swipe = async (from: number, to: number) => {
    await painted.press(from, 70);
    for (let step = 1; step <= 5; step += 1) await painted.moveTo(from + ((to - from) * step) / 5, 70);
    await painted.release(to, 70);
  };
  const current = async () => (await painted.take()).map(({ detail }) => detail);
  await swipe(300, 60);
  await expect.poll(() => at('two')).toBe(0);
  expect(await current()).toEqual([{ current: 1, currentItemId: '', source: 'touch' }]);
  await swipe(60, 300);
  await swipe(60, 300);
  await expect.poll(() => at('three')).toBe(0);
  expect(await current()).toMatchObject([{ current: 0 }, { current: 2 }]);
  await expect(frame.locator('wx-dot').nth(2)).toHaveAttribute('aria-current', 'true');

  await painted.apply(patch(1, 1, true));
  await painted.advance(3_000);
  await expect.poll(() => at('one')).toBe(0);
  expect(await current()).toEqual([{ current: 0, currentItemId: '', source: 'autoplay' }]);
  await painted.apply(patch(1, 1, false), patch(1, 0, 1));
  await expect.poll(() => at('two')).toBe(0);
  await painted.apply(item(5, 'four'), [3, 3]);
  await expect(frame.locator('wx-dot')).toHaveCount(3);
  await expect.poll(() => at('three')).toBe(0);
  await painted.apply(patch(1, 2, false), [3, 4], [3, 5]);
  await expect.poll(() => at('one')).toBe(0);
});

test('swiper: a late echo of an older page does not pull it back', async ({ painted }) => {
  const { frame } = painted;
  const items = ['one', 'two', 'three'].map((text) => el('swiper-item', {}, words(text)));
  await painted.open({
    skeletons: [
      skeleton(1, el('swiper', { attributes: { duration: 0 }, holes: { current: 0 }, events: ['change'] }, ...items)),
    ],
  });
  await painted.apply(mount(1, 0, [0]));
  for (let swipe = 0; swipe < 2; swipe += 1) {
    await painted.press(300, 70);
    for (const x of [250, 150, 60]) await painted.moveTo(x, 70);
    await painted.release(60, 70);
  }
  await expect.poll(async () => (await frame.getByText('three').boundingBox())?.x).toBe(0);
  await painted.apply(patch(1, 0, 1));
  await painted.settled();
  expect((await frame.getByText('three').boundingBox())?.x).toBe(0);
  await painted.advance(2_000);
  await painted.apply(patch(1, 0, 0));
  await expect.poll(async () => (await frame.getByText('one').boundingBox())?.x).toBe(0);
});

test('slider: press, drag, keys; details while and after', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('slider', {
          attributes: { min: 0, max: 10, step: 0.1, style: 'margin:0;width:300px' },
          holes: { value: 0 },
          events: ['change', 'changing'],
        }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [5]));
  await expect(frame.locator('wx-fill')).toHaveCSS('width', '150px');
  await painted.press(90, 15);
  await painted.moveTo(99, 15);
  await painted.release(99, 15);
  const details = async () => (await painted.take()).map(({ type, detail }) => [type, detail]);
  expect(await details()).toEqual([
    ['changing', { value: 3 }],
    ['changing', { value: 3.3 }],
    ['change', { value: 3.3 }],
  ]);
  await frame.locator('wx-slider').focus();
  await page.keyboard.press('ArrowRight');
  expect(await details()).toEqual([['change', { value: 3.4 }]]);
});

test('animation: steps follow each other; unknown functions and properties are left out', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: [skeleton(1, el('view', { holes: { animation: 0 } }, words('box')))] });
  await painted.apply(mount(1, 0, [null]));
  const step = (duration: number, ...animates: [string, ...(string | number)[]][]) => ({
    animates: animates.map(([type, ...args]) => ({ type, args })),
    option: { transformOrigin: '0 0 0', transition: { duration, delay: 0, timingFunction: 'ease' } },
  });
  const box = frame.locator('wx-view');
  await painted.apply(
    patch(1, 0, {
      actions: [
        step(10, ['translateX', 30], ['style', 'opacity', 0.5], ['evil', 'x'], ['style', 'position', 'fixed']),
        step(10, ['translateX', 60]),
      ],
    }),
  );
  await expect(box).toHaveCSS('transform', 'matrix(1, 0, 0, 1, 30, 0)');
  await expect(box).toHaveCSS('opacity', '0.5');
  await expect(box).toHaveCSS('position', 'static');
  await painted.advance(10);
  await expect(box).toHaveCSS('transform', 'matrix(1, 0, 0, 1, 60, 0)');
});

test('live parts end with their block: timers, observers and late answers do nothing', async ({ painted }) => {
  const { page } = painted;
  await painted.open({
    held: ['late.png'],
    skeletons: [
      skeleton(
        0,
        el('swiper', { attributes: { autoplay: true }, events: ['change'] }, el('swiper-item'), el('swiper-item')),
        el('image', { attributes: { src: 'late.png' }, events: ['load', 'error'] }),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.apply([3, 1]);
  await painted.advance(60_000);
  await page.evaluate(() => world.release('late.png', '/picture.svg'));
  expect(await painted.take()).toEqual([]);
});

test('the gallery draws every component', async ({ painted }, info) => {
  const { page, frame } = painted;
  await painted.open({ skeletons: [skeleton(0, ...gallery)], sheet: gallerySheet });
  await painted.apply(mount(1, 0));
  const height = await frame
    .locator('wx-page')
    .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  await page.setViewportSize({ width: 375, height });
  await page.evaluate((full) => {
    const stage = document.querySelector<HTMLElement>('#stage');
    if (stage) stage.style.height = `${full}px`;
  }, height);
  await expect(frame.locator('wx-image').first().locator('img')).toHaveJSProperty('complete', true);
  expect(await page.evaluate(() => world.warnings)).toEqual([]);
  await info.attach('gallery', {
    body: await page.screenshot({ path: info.outputPath('gallery.png') }),
    contentType: 'image/png',
  });
  const flat = await frame
    .locator('wx-page wx-icon, wx-page wx-button, wx-page wx-switch')
    .evaluateAll((all) =>
      all.filter((element) => element.getBoundingClientRect().height < 10).map((element) => element.localName),
    );
  expect(flat).toEqual([]);
});
