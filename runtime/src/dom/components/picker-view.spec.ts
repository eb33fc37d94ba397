import type { Json } from '../../protocol/index.ts';
import { anchor, el, expect, hole, mount, type Painted, patch, skeleton, test } from '../fixtures/painted.ts';

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => el('view', {}, { kind: 'text', text: `row ${from + index}` }));
const events = ['change', 'pickstart', 'pickend'];

type Told = { type: string; detail: Json }[];

/** What was told from now on, for as long as somebody polls. */
const listen = (painted: Painted) => {
  const all: Told = [];
  return async () => {
    all.push(...(await painted.take()));
    return all;
  };
};

test('picker-view: drags and keys turn a column; start, change and end are told', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el(
          'picker-view',
          {
            attributes: { style: 'height:200px', 'indicator-style': 'height:100rpx' },
            holes: { value: 0 },
            events,
          },
          el('picker-view-column', {}, ...rows(10)),
          el('picker-view-column', {}, ...rows(4, 20)),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [[3, 9]]));
  const columns = frame.getByRole('spinbutton');
  await expect(columns.first()).toHaveAttribute('aria-valuetext', 'row 3');
  await expect(columns.nth(1)).toHaveAttribute('aria-valuetext', 'row 23');
  await expect(frame.getByText('row 3', { exact: true })).toHaveCSS('height', '50px');
  expect((await frame.getByText('row 3', { exact: true }).boundingBox())?.y).toBe(75);

  await painted.press(80, 100);
  for (const y of [90, 80, 65, 50]) await painted.moveTo(80, y);
  expect(await painted.types()).toEqual(['pickstart']);
  await painted.moveTo(80, 50);
  await painted.release(80, 50);
  await painted.advance(1_500);
  await expect.poll(listen(painted)).toMatchObject([{ type: 'change' }, { type: 'pickend' }]);
  await columns.nth(1).focus();
  await page.keyboard.press('Home');
  await painted.advance(300);
  await expect
    .poll(listen(painted))
    .toMatchObject([
      { type: 'pickstart' },
      { type: 'change', detail: { value: [expect.any(Number), 0] } },
      { type: 'pickend' },
    ]);
  await painted.apply(patch(1, 0, [0, 1]));
  await expect(columns.first()).toHaveAttribute('aria-valuetext', 'row 0');
  expect(await painted.take()).toEqual([]);
});

test('picker-view: a value waits for the items it points at; fewer items pull it back', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    sheet: '.band{height:60px}',
    skeletons: [
      skeleton(
        1,
        el(
          'picker-view',
          {
            attributes: { style: 'height:200px', 'indicator-class': 'band', 'immediate-change': true },
            holes: { value: 0 },
            events,
          },
          el('picker-view-column', {}, anchor),
        ),
      ),
      skeleton(1, el('view', {}, hole(0))),
    ],
  });
  const row = (id: number) => mount(id, 1, [`item ${id}`], { parent: 1, node: 2 });
  await painted.apply(mount(1, 0, [[2]]));
  await painted.apply(row(2), row(3), row(4), row(5));
  const column = frame.getByRole('spinbutton');
  await expect(column).toHaveAttribute('aria-valuetext', 'item 4');
  await expect(frame.getByText('item 4')).toHaveCSS('height', '60px');
  await column.focus();
  await painted.page.keyboard.press('ArrowDown');
  // Told at once, before the wheel stands still.
  expect(await painted.types()).toEqual(['pickstart', 'change']);
  await painted.advance(300);
  await painted.happened({ type: 'pickend' });
  await painted.apply([3, 5], [3, 4]);
  await expect(column).toHaveAttribute('aria-valuetext', 'item 3');
});
