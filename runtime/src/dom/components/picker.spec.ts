import type { Locator } from '@playwright/test';
import type { Json } from '../../protocol/index.ts';
import { el, expect, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

test.use({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });

const events = ['change', 'cancel', 'columnchange'];

const pickerOf = (attributes: Record<string, Json>, holes: Record<string, number> = {}) =>
  skeleton(Object.keys(holes).length, el('picker', { attributes, holes, events }, el('view', {}, words('choose'))));

test('picker: a selector opens from below, follows drag, wheel, keys and taps, and confirms', async ({ painted }) => {
  const { page, frame } = painted;
  const range = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => ({ name }));
  await painted.open({
    skeletons: [pickerOf({ range, 'range-key': 'name', 'header-text': '标题', value: 1 }, { disabled: 0 })],
  });
  await painted.apply(mount(1, 0, [false]));
  await frame.getByText('choose').click();
  const sheet = frame.getByRole('dialog', { name: '标题' });
  const wheel = sheet.getByRole('spinbutton');
  await expect(wheel).toBeFocused();
  await expect(wheel).toHaveAttribute('aria-valuetext', 'two');
  await page.keyboard.press('ArrowDown');
  await painted.advance(300);
  await expect(wheel).toHaveAttribute('aria-valuetext', 'three');
  await wheel.hover();
  await page.mouse.wheel(0, 100);
  await expect(wheel).toHaveAttribute('aria-valuetext', 'four');
  await painted.advance(300);
  await sheet.getByText('five', { exact: true }).click();
  await expect(wheel).toHaveAttribute('aria-valuetext', 'five');
  await painted.advance(300);
  const box = await wheel.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 110];
  await painted.press(x, y);
  for (let step = 1; step <= 4; step += 1) await painted.moveTo(x, y + step * 22);
  await painted.release(x, y + 88);
  await painted.advance(1_500);
  await expect(wheel).toHaveAttribute('aria-valuenow', /^[0-2]$/);
  await page.keyboard.press('Home');
  await painted.advance(300);
  await page.keyboard.press('End');
  await painted.advance(300);
  expect(await painted.take()).toEqual([]);
  await sheet.getByRole('button', { name: '确定' }).click();
  expect((await painted.take()).map(({ type, detail }) => [type, detail])).toEqual([['change', { value: '5' }]]);
  await painted.advance(300);
  await expect(sheet).toHaveCount(0);
  await expect(frame.locator('wx-picker')).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(wheel).toHaveAttribute('aria-valuetext', 'six');
  await page.keyboard.press('Escape');
  expect(await painted.types()).toEqual(['cancel']);
  await painted.advance(300);
  await painted.apply(patch(1, 0, true));
  await expect(frame.locator('wx-picker')).toHaveAttribute('aria-disabled', 'true');
  await painted.press(20, 10);
  await painted.release(20, 10);
  await expect(frame.locator('wx-picker-sheet')).toHaveCount(0);
});

test('picker: a touch outside gives it up; the page behind is out of reach meanwhile', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: [pickerOf({ range: ['a', 'b'] })] });
  await painted.apply(mount(1, 0));
  await frame.getByText('choose').click();
  await expect(frame.locator('wx-page')).toHaveAttribute('inert');
  await frame.locator('wx-shade').click({ position: { x: 20, y: 20 } });
  expect(await painted.types()).toEqual(['cancel']);
  await expect(frame.locator('wx-page')).not.toHaveAttribute('inert');
});

test('picker: several columns tell which one turned and take the lists the program answers', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({ skeletons: [pickerOf({ mode: 'multiSelector' }, { range: 0, value: 1 })] });
  const first = ['plants', 'animals'];
  await painted.apply(
    mount(1, 0, [
      [first, ['moss', 'fern']],
      [0, 1],
    ]),
  );
  await frame.getByText('choose').click();
  const wheels = frame.getByRole('spinbutton');
  await expect(wheels).toHaveCount(2);
  await expect(wheels.nth(1)).toHaveAttribute('aria-valuetext', 'fern');
  await page.keyboard.press('ArrowDown');
  await painted.advance(300);
  const [turned] = await painted.happened({ type: 'columnchange' });
  expect(turned?.detail).toEqual({ column: 0, value: 1 });
  await painted.apply(patch(1, 0, [first, ['frog', 'newt', 'snail']], 1, [1, 2]));
  await expect(wheels.nth(1)).toHaveAttribute('aria-valuetext', 'snail');
  await frame.getByRole('button', { name: '确定' }).click();
  expect(await painted.take()).toMatchObject([{ type: 'change', detail: { value: [1, 2] } }]);
});

const texts = async (wheels: Locator) =>
  wheels.evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuetext')));

const cases: [title: string, attributes: Record<string, Json>, shown: string[], value: Json][] = [
  ['time', { mode: 'time', value: '09:05' }, ['09', '05'], '09:05'],
  ['time within limits', { mode: 'time', value: '23:10', start: '08:30', end: '18:15' }, ['18', '15'], '18:15'],
  ['time with limits that make no sense', { mode: 'time', value: '7:00', start: 'x', end: {} }, ['07', '00'], '07:00'],
  ['date', { mode: 'date', value: '2024-02-29' }, ['2024年', '02月', '29日'], '2024-02-29'],
  ['date that does not exist', { mode: 'date', value: '2023-02-31' }, ['2023年', '02月', '28日'], '2023-02-28'],
  [
    'date within limits',
    { mode: 'date', value: '2030-01-01', start: '2020-03-05', end: '2021-06-07' },
    ['2021年', '06月', '07日'],
    '2021-06-07',
  ],
  ['year', { mode: 'date', fields: 'year', value: '1999' }, ['1999年'], '1999'],
  ['month', { mode: 'date', fields: 'month', value: '1999-12' }, ['1999年', '12月'], '1999-12'],
];
for (const [title, attributes, shown, value] of cases) {
  test(`picker: ${title}`, async ({ painted }) => {
    const { frame } = painted;
    await painted.open({ skeletons: [pickerOf(attributes)] });
    await painted.apply(mount(1, 0));
    await frame.getByText('choose').click();
    expect(await texts(frame.getByRole('spinbutton'))).toEqual(shown);
    await frame.getByRole('button', { name: '确定' }).click();
    expect(await painted.take()).toMatchObject([{ type: 'change', detail: { value } }]);
  });
}

test('picker: days follow the month, in February too', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({ skeletons: [pickerOf({ mode: 'date', value: '2023-01-31' })] });
  await painted.apply(mount(1, 0));
  await frame.getByText('choose').click();
  const wheels = frame.getByRole('spinbutton');
  await wheels.nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await painted.advance(300);
  await expect.poll(() => texts(wheels)).toEqual(['2023年', '02月', '28日']);
  await expect(wheels.nth(2)).toHaveAttribute('aria-valuemax', '27');
});

test('picker: regions by name, with codes, levels and an item for all', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      pickerOf({ mode: 'region', value: ['广东省', '广州市', '海珠区'] }),
      pickerOf({ mode: 'region', level: 'city', 'custom-item': '全部' }),
    ],
  });
  await painted.apply(mount(1, 0));
  await frame.getByText('choose').click();
  const wheels = frame.getByRole('spinbutton');
  await expect.poll(() => texts(wheels)).toEqual(['广东省', '广州市', '海珠区']);
  await frame.getByRole('button', { name: '确定' }).click();
  expect(await painted.take()).toMatchObject([
    { detail: { value: ['广东省', '广州市', '海珠区'], code: ['440000', '440100', '440105'], postcode: '' } },
  ]);
  await painted.advance(300);
  await frame.getByText('choose').click();
  // Long names are written smaller, not cut.
  const long = frame.getByText('广西壮族自治区');
  expect(await long.evaluate((row) => row.scrollWidth - row.clientWidth)).toBe(0);
  await page.keyboard.press('Escape');
  await painted.take();
  await painted.advance(300);
  await painted.apply([3, 1], mount(2, 1));
  await frame.getByText('choose').click();
  await expect.poll(() => texts(wheels)).toEqual(['全部', '全部']);
  await page.keyboard.press('ArrowDown');
  await painted.advance(300);
  await expect.poll(() => texts(wheels)).toEqual(['北京市', '全部']);
});

const hostile: readonly Record<string, Json>[] = [
  { range: 'x', value: {} },
  { range: [null, { constructor: 1 }, []], 'range-key': 'constructor', value: 9e9 },
  { mode: 'multiSelector', range: [{}, 'y', 3], value: 'x' },
  { mode: '__proto__', range: ['a'], value: -1 },
  { mode: 'region', value: [[], {}, 1], level: 'toString' },
  { mode: 'date', value: '9999999-99-99', start: '2020', end: '1990', fields: 'constructor' },
];

test('picker: hostile values open empty wheels or the first item, and nothing else', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: hostile.map((attributes) => pickerOf(attributes)) });
  for (const index of hostile.keys()) {
    await painted.apply(mount(index + 1, index));
    await frame.getByText('choose').click();
    await frame.getByRole('button', { name: '确定' }).click();
    expect(await painted.types()).toEqual(['change']);
    await painted.advance(300);
    await painted.apply([3, index + 1]);
  }
  await expect(frame.locator('wx-picker-sheet')).toHaveCount(0);
});
