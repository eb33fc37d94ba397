import { el, expect, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

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

test('a field takes what the handler of input returned, and keeps the caret', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [skeleton(1, el('input', { holes: { value: 0 }, events: ['input'] }))],
  });
  await painted.apply(mount(1, 0, ['']));
  const answer = (written: string, value: string, cursor?: number) =>
    page.evaluate((given) => world.call('answerInput', given), {
      written,
      value,
      ...(cursor !== undefined && { cursor }),
    });
  const field = frame.locator('input');
  const caret = () => field.evaluate((input) => Reflect.get(input, 'selectionStart'));
  await field.click();
  await page.keyboard.type('a11');
  await answer('a11', 'A2');
  await expect(field).toHaveValue('A2');
  expect(await caret()).toBe(2);
  // The program keeps what was written in its data, too: that does not undo its answer.
  await painted.apply(patch(1, 0, 'a11'));
  await expect(field).toHaveValue('A2');
  // In the middle the caret stays where it was, or goes where the program wants it.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('b');
  await answer('Ab2', 'AB2');
  await expect(field).toHaveValue('AB2');
  expect(await caret()).toBe(2);
  await page.keyboard.type('c');
  await answer('ABc2', 'ABC2', 1);
  expect(await caret()).toBe(1);
  // Written on meanwhile: the answer is to something else.
  await page.keyboard.type('d');
  await answer('ABC2', 'x');
  await expect(field).toHaveValue('AdBC2');
  await painted.apply(patch(1, 0, 'new'));
  await expect(field).toHaveValue('new');
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

test('input: types keep out what their keyboards do not have; pasting is free', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({ skeletons: [skeleton(1, el('input', { holes: { type: 0 } }))] });
  await painted.apply(mount(1, 0, ['number']));
  const field = frame.locator('input');
  const typed: [type: string, kept: string][] = [
    ['number', '12'],
    ['digit', '1.2'],
    ['idcard', '12X'],
    ['text', 'a1.2X'],
  ];
  for (const [type, kept] of typed) {
    await painted.apply(patch(1, 0, type));
    await field.fill('');
    await field.pressSequentially('a1.2X');
    await expect(field).toHaveValue(kept);
  }
  await painted.apply(patch(1, 0, 'number'));
  await field.fill('');
  await page.keyboard.insertText('ab');
  await expect(field).toHaveValue('');
  await expect(field).toHaveAttribute('inputmode', 'numeric');
});

test('input: selection, keyboard that stays, a nickname nobody reviews', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('input', {
          attributes: { value: 'abcdef', type: 'nickname', 'selection-start': 1, 'selection-end': 3 },
          holes: { focus: 0 },
          events: ['selectionchange', 'nicknamereview', 'blur'],
        }),
        el('view', { attributes: { style: 'height:100px' } }, words('elsewhere')),
      ),
      skeleton(
        0,
        el('input', { attributes: { 'hold-keyboard': true } }),
        el('view', { attributes: { style: 'height:100px' } }, words('elsewhere')),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [true]));
  const field = frame.locator('input');
  await expect(field).toBeFocused();
  await painted.happened({ type: 'selectionchange', detail: { selectionStart: 1, selectionEnd: 3 } });
  await page.keyboard.press('End');
  await painted.happened({ type: 'selectionchange' });
  await frame.getByText('elsewhere').click();
  await expect(field).not.toBeFocused();
  expect(await painted.take()).toMatchObject([
    { type: 'blur' },
    { type: 'nicknamereview', detail: { pass: true, timeout: true } },
  ]);
  await painted.apply([3, 1], mount(2, 1));
  await field.click();
  await frame.getByText('elsewhere').click();
  await expect(field).toBeFocused();
});

test('textarea: grows with its lines; Enter makes a line unless the type of key says otherwise', async ({
  painted,
}) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('textarea', {
          attributes: { 'auto-height': true, style: 'line-height:20px' },
          holes: { 'confirm-type': 0 },
          events: ['linechange', 'confirm', 'blur'],
        }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['return']));
  const field = frame.locator('textarea');
  await field.click();
  await painted.take();
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  expect(await painted.take()).toMatchObject([{ type: 'linechange', detail: { height: 40, lineCount: 2 } }]);
  await expect(frame.locator('wx-textarea')).toHaveCSS('height', '40px');
  await painted.apply(patch(1, 0, 'send'));
  await page.keyboard.press('Enter');
  expect(await painted.take()).toMatchObject([{ type: 'confirm', detail: { value: 'one\ntwo' } }, { type: 'blur' }]);
});

test('a keyboard: the line that is written in stays above it, wherever in the field it is', async ({ painted }) => {
  const { page, frame } = painted;
  const text = Array.from({ length: 10 }, (_, line) => `line ${line}`).join('\n');
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('view', { attributes: { style: 'height:400px' } }),
        el('textarea', {
          attributes: { value: text, style: 'height:240px;line-height:20px', 'selection-start': 0, 'selection-end': 0 },
          holes: { 'adjust-keyboard-to': 0 },
          events: ['keyboardheightchange'],
        }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['cursor']));
  const keyboard = (height: number) =>
    page.evaluate((covered) => world.painter?.setKeyboard({ height: covered, covered }), height);
  const up = () =>
    page
      .locator('iframe')
      .first()
      .evaluate((iframe) => iframe.style.translate);
  const field = frame.locator('textarea');
  await field.evaluate((area) => {
    Reflect.get(area, 'focus').call(area);
    Reflect.get(area, 'setSelectionRange').call(area, 0, 0);
  });
  // 367 of 667 are left: the first line ends at 420, the field at 640.
  await keyboard(300);
  await expect.poll(up).toBe('0px -53px');
  await keyboard(0);
  expect(await up()).toBe('');
  await painted.apply(patch(1, 0, 'bottom'));
  await keyboard(300);
  expect(await up()).toBe('0px -273px');
  expect((await painted.take()).map(({ detail }) => detail)).toEqual([
    { height: 0, duration: 0 },
    { height: 300, duration: 0 },
    { height: 0, duration: 0 },
    { height: 300, duration: 0 },
  ]);
  // A field that is taken away leaves the page where it was.
  await painted.apply([3, 1]);
  await expect.poll(up).toBe('');
});
