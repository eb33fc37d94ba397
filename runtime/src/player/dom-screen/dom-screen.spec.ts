import { screenCases } from '../testing/screen-contract.ts';
import { expect, test } from './fixtures/drawn-screen.ts';

for (const { name, expected } of screenCases) {
  test(name, async ({ page }) => {
    expect(await page.evaluate((given) => screenWorld.runCase(given), name)).toEqual(expected);
  });
}

test('a page is drawn below its bar, and tools find the one on top', async ({ page }) => {
  await page.evaluate(() => screenWorld.open(1, 'hello', { bar: { title: 'First', back: true } }));
  const frame = page.locator('iframe[data-page][data-top]');
  await expect(page.frameLocator('iframe[data-top]').locator('wx-view')).toHaveText('hello');
  expect(await frame.boundingBox()).toEqual({ x: 0, y: 91, width: 390, height: 844 - 91 });
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await page.getByRole('button', { name: '返回' }).click();
  expect(await page.evaluate(() => screenWorld.take())).toEqual([{ kind: 'gesture' }, { kind: 'back' }]);

  await page.evaluate(() => screenWorld.setBar(1, { custom: true }));
  expect(await frame.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await expect(page.getByRole('heading', { name: 'Title' })).toBeHidden();
});

test('programs read CSS values as drawn, by either spelling', async ({ page }) => {
  await page.evaluate(() => screenWorld.open(1, 'hello'));
  const read = () => page.evaluate(() => screenWorld.styleOf(1, ['display', 'margin-top', 'marginTop', 'nonsense']));
  expect(await read()).toEqual({ display: 'block', 'margin-top': '0px', marginTop: '0px', nonsense: '' });
});

test('what the compiler makes of prefers-color-scheme follows the theme of the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const colors = await page.evaluate(async () => {
    screenWorld.open(1, 'hello');
    const drawn = document.querySelector('iframe')?.contentDocument;
    const view = drawn?.defaultView;
    if (!view || !drawn) return [];
    const sheet = new view.CSSStyleSheet();
    const dark = 'wx-view,wx-page{left:1px}wx-page{background:#010203}';
    sheet.replaceSync(`wx-view{left:0px}wx-page{background:#fafbfc}@container style(--wx-color-scheme:dark){${dark}}`);
    drawn.adoptedStyleSheets.push(sheet);
    return (['light', 'dark', 'light'] as const).map((theme) => {
      screenWorld.setPageTheme(1, theme);
      const element = drawn.querySelector('wx-view');
      const style = element && view.getComputedStyle(element);
      return [style?.left, style?.color, view.getComputedStyle(drawn.documentElement).backgroundColor];
    });
  });
  // The page's background fills the window, in either theme.
  const light = ['0px', 'rgb(0, 0, 0)', 'rgb(250, 251, 252)'];
  expect(colors).toEqual([light, ['1px', 'rgb(255, 255, 255)', 'rgb(1, 2, 3)'], light]);
});

test('the capsule’s room stays free of title and buttons', async ({ page }) => {
  await page.evaluate(() => screenWorld.open(1, '', { bar: { title: 'x'.repeat(200), back: true, loading: true } }));
  const box = await page.locator('.navigation-heading').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(296);
  await expect(page.getByRole('progressbar')).toBeVisible();
});

test('pages slide in over one another and out again', async ({ page }) => {
  await page.evaluate(() => screenWorld.open(1, 'one'));
  await page.evaluate(() => screenWorld.open(2, 'two', { motion: 'push' }));
  const first = page.locator('iframe[data-page="1"]');
  const second = page.locator('iframe[data-page="2"]');
  await expect(first).toHaveCSS('visibility', 'hidden');
  await expect(second).toHaveAttribute('data-top', '');
  await page.evaluate(() => {
    screenWorld.show(1, 'pop');
    screenWorld.close(2);
  });
  // The closed page is seen leaving, then it is gone.
  await expect(second).toHaveCount(0);
  await expect(first).toHaveCSS('visibility', 'visible');
  await expect(first).toHaveAttribute('data-top', '');
});

test('on its way a page has an edge, and the one below gives way', async ({ page }) => {
  await page.evaluate(() => screenWorld.open(1, 'one'));
  const halfway = (motion: 'push' | 'pop') =>
    page.evaluate((given) => {
      if (given === 'push') screenWorld.open(2, 'two', { motion: given });
      else screenWorld.show(1, given);
      for (const one of document.getAnimations()) {
        one.pause();
        one.currentTime = 60;
      }
      return [1, 2].map((id) => {
        const frame = document.querySelector(`iframe[data-page="${id}"]`);
        const style = frame && getComputedStyle(frame);
        return [Math.sign(new DOMMatrix(style?.transform).e), style?.boxShadow !== 'none'];
      });
    }, motion);
  const arrive = () =>
    page.evaluate(async () => {
      const all = document.getAnimations();
      for (const one of all) one.finish();
      await Promise.all(all.map((one) => one.finished));
    });
  const way = [
    [-1, false],
    [1, true],
  ];
  const top = page.locator('iframe[data-top]');
  expect(await halfway('push')).toEqual(way);
  // Whoever presses what a locator found would meet the one that passes over it.
  await expect(top).toHaveCount(0);
  await arrive();
  await expect(top).toHaveAttribute('data-page', '2');
  await expect(page.locator('iframe[data-page="1"]')).toHaveCSS('visibility', 'hidden');
  await expect(page.locator('.page-above')).toHaveCount(0);
  expect(await halfway('pop')).toEqual(way);
  await expect(top).toHaveCount(0);
  await arrive();
  await expect(top).toHaveAttribute('data-page', '1');
  await expect(page.locator('.page-above')).toHaveCount(0);
  await expect(page.locator('iframe[data-page="1"]')).toHaveCSS('transform', 'none');
});

test('with reduced motion nothing slides', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const left = await page.evaluate(async () => {
    screenWorld.open(1, 'one');
    screenWorld.open(2, 'two', { motion: 'push' });
    screenWorld.show(1, 'pop');
    screenWorld.close(2);
    await Promise.resolve();
    await Promise.resolve();
    await screenWorld.flushed(1);
    return document.querySelectorAll('iframe[data-page]').length;
  });
  expect(left).toBe(1);
});

test('tabs are buttons with colours, badges and room for themselves', async ({ page }) => {
  await page.evaluate(() => {
    screenWorld.open(1, 'tab', { isTab: true });
    screenWorld.setTabBar({
      items: [
        { text: 'One', iconPath: 'data:,', selectedIconPath: undefined, badge: '12', redDot: false },
        { text: 'Two', iconPath: undefined, selectedIconPath: undefined, badge: undefined, redDot: true },
      ],
      selected: 0,
      color: '#888888',
      selectedColor: '#ff0000',
      backgroundColor: '#fafafa',
      borderStyle: 'black',
      position: 'bottom',
    });
  });
  const bar = page.getByRole('navigation');
  await expect(bar.getByRole('button', { name: 'One' })).toHaveCSS('color', 'rgb(255, 0, 0)');
  await expect(bar.locator('.tab-badge')).toHaveText('12');
  await expect(bar.locator('.tab-dot')).toBeVisible();
  const [frame, tabs] = [await page.locator('iframe[data-top]').boundingBox(), await bar.boundingBox()];
  expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBe(tabs?.y);
  await bar.getByRole('button', { name: 'Two' }).click();
  expect(await page.evaluate(() => screenWorld.take())).toContainEqual({ kind: 'tab', index: 1 });
  await page.evaluate(() => screenWorld.setTabBar(null));
  await expect(bar).toBeHidden();
});

test('a toast shows icon and title, and with a mask nothing below can be touched', async ({ page }) => {
  await page.evaluate(() => {
    screenWorld.open(1, 'one', { bar: { back: true } });
    screenWorld.setToast({ title: 'Saved', icon: 'success', mask: false });
  });
  await expect(page.getByRole('status')).toHaveText('Saved');
  await page.getByRole('button', { name: '返回' }).click();
  await page.evaluate(() => screenWorld.setToast({ title: '', icon: 'loading', mask: true }));
  await expect(page.getByRole('button', { name: '返回' }).click({ trial: true, timeout: 300 })).rejects.toThrow();
  await page.evaluate(() => screenWorld.setToast(null));
  await expect(page.getByRole('status')).toBeHidden();
});

test('a modal asks, takes the focus, and is answered by its buttons or Escape', async ({ page }) => {
  const ask = (modal: Parameters<typeof screenWorld.askModal>[0]) =>
    page.evaluate((given) => screenWorld.askModal(given), modal);
  await ask({ title: 'Delete?', content: 'It cannot be undone', confirmText: 'Delete', confirmColor: '#c2413b' });
  const dialog = page.getByRole('dialog', { name: 'Delete?' });
  await expect(dialog).toContainText('It cannot be undone');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Delete' })).toHaveCSS('color', 'rgb(194, 65, 59)');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog).toBeHidden();
  await ask({ title: 'Again?' });
  await page.keyboard.press('Escape');
  await ask({ title: 'Name', editable: true, placeholderText: 'yours', content: 'A' });
  await page.getByPlaceholder('yours').fill('Ann');
  await page.keyboard.press('Enter');
  await ask({ title: 'Notice', showCancel: false });
  await expect(page.getByRole('dialog').getByRole('button')).toHaveCount(1);
  await page.keyboard.press('Escape');
  expect(
    (await page.evaluate(() => screenWorld.take())).filter((one) => JSON.stringify(one).includes('modal')),
  ).toEqual([
    { modal: true, content: null },
    { modal: false, content: null },
    { modal: true, content: 'Ann' },
    { modal: true, content: null },
  ]);
});

test('what a program writes is text, wherever it stands', async ({ page }) => {
  await page.evaluate(() => {
    screenWorld.open(1, '', { bar: { title: '<img src=x onerror=alert(1)>' } });
    screenWorld.askModal({ title: '<b>t</b>', content: '<script>1</script>', cancelColor: 'url(http://evil.example)' });
  });
  await expect(page.getByRole('dialog')).toContainText('<script>1</script>');
  await expect(page.locator('.navigation-title')).toHaveText('<img src=x onerror=alert(1)>');
});

test('an action sheet gives an index, or nothing when closed', async ({ page }) => {
  const ask = () => page.evaluate(() => screenWorld.askActionSheet({ items: ['Camera', 'Album'], alertText: 'From' }));
  const sheet = page.getByRole('dialog');
  await ask();
  await sheet.getByRole('button', { name: 'Album' }).click();
  await expect(sheet).toBeHidden();
  await ask();
  await sheet.getByRole('button', { name: '取消' }).click();
  await expect(sheet).toBeHidden();
  await ask();
  await page.mouse.click(195, 40);
  await expect(sheet).toBeHidden();
  const answers = (await page.evaluate(() => screenWorld.take())).filter((one) =>
    JSON.stringify(one).includes('sheet'),
  );
  expect(answers).toEqual([{ sheet: 1 }, { sheet: null }, { sheet: null }]);
});

test('a failure says what, where and whose doing it was', async ({ page }) => {
  await page.evaluate(() => {
    screenWorld.open(1, 'one');
    screenWorld.fail({
      code: 'LIMIT_TIME',
      message: 'onLoad took longer than 1000 ms',
      position: { file: 'pages/a.js', line: 3, column: 5 },
      sourceLine: '  while (true) {}',
    });
  });
  const failure = page.getByRole('alert');
  await expect(failure).toContainText('onLoad took longer than 1000 ms');
  await expect(failure).toContainText('LIMIT_TIME · pages/a.js:3:5');
  await expect(failure).toContainText('while (true) {}');
});

test('the device’s keyboard is what the visual viewport lacks at the bottom', async ({ page }) => {
  const told = await page.evaluate(() => {
    screenWorld.open(1, 'hello');
    const undo = screenWorld.watchKeyboard();
    const { visualViewport } = window;
    const show = (height: number, offsetTop = 0, scale = 1) => {
      for (const [name, value] of Object.entries({ height, offsetTop, scale })) {
        Object.defineProperty(visualViewport, name, { configurable: true, value });
      }
      visualViewport?.dispatchEvent(new Event('resize'));
    };
    const steps = [
      () => show(innerHeight - 56),
      () => show(innerHeight - 300),
      // The browser has moved the window up to the field.
      () => show(innerHeight - 300, 100),
      // Zoomed: no keyboard.
      () => show(innerHeight / 2, 0, 2),
    ];
    const seen = steps.map((step) => {
      step();
      return screenWorld.take();
    });
    undo();
    show(innerHeight - 300);
    return [...seen, screenWorld.take()];
  });
  expect(told).toEqual([
    [],
    [{ height: 300, covered: 300 }],
    [{ height: 300, covered: 200 }],
    [{ height: 0, covered: 0 }],
    [],
  ]);
});
