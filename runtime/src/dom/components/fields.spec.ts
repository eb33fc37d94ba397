import { el, expect, mount, patch, skeleton, test } from '../fixtures/painted.ts';

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
