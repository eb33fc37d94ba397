import { fileURLToPath } from 'node:url';
import { expect, test } from './index.ts';

const writing = fileURLToPath(new URL('./fixtures/writing', import.meta.url));

test('a keyboard on the screen: programs and fields hear of it, and the page makes room', async ({ launch }) => {
  const program = await launch(writing);
  const bottomOf = async (selector: string) => {
    const box = await program.field(selector).boundingBox();
    return box ? box.y + box.height : 0;
  };
  const window = await program.player.locator('main').boundingBox();
  const screenBottom = window ? window.y + window.height : 0;
  const resting = await bottomOf('.low');
  await program.keyboard(300);
  await program.field('.low').focus();
  // Twenty pixels above the keyboard, as the field asks.
  await expect.poll(() => bottomOf('.low')).toBeCloseTo(screenBottom - 320, 0);
  await expect.poll(() => program.data('keyboards')).toEqual([300]);
  expect(await program.data('fields')).toEqual([300]);
  expect(await program.data('focus')).toEqual({ value: '', height: 300 });

  // A field that is in sight anyway moves nothing; from field to field the keyboard stays.
  await program.field('.top').focus();
  await expect.poll(() => bottomOf('.low')).toBeCloseTo(resting, 0);
  expect(await program.data('keyboards')).toEqual([300]);

  await program.inspector.callMethod('hide');
  await expect.poll(() => program.data('keyboards')).toEqual([300, 0]);
  await expect(program.field('.top')).not.toBeFocused();

  // The page stays where a field wants it to.
  await program.field('.bottom').focus();
  await expect.poll(() => program.data('keyboards')).toEqual([300, 0, 300]);
  expect(await bottomOf('.low')).toBeCloseTo(resting, 0);

  await program.inspector.callMethod('deafen');
  await program.inspector.callMethod('hide');
  await expect(program.field('.bottom')).not.toBeFocused();
  await program.keyboard(0);
  await program.field('.low').focus();
  await expect.poll(() => program.data('fields')).toEqual([300, 0, 0]);
  expect(await program.data('keyboards')).toEqual([300, 0, 300]);
});

test('a page that another one covers gives the keyboard back', async ({ launch }) => {
  const program = await launch(writing);
  await program.keyboard(300);
  await program.field('.low').focus();
  await expect.poll(() => program.data('keyboards')).toEqual([300]);
  await program.inspector.callMethod('go');
  await expect.poll(async () => (await program.pages()).length).toBe(2);
  await expect.poll(() => program.inspector.data(1)).toMatchObject({ keyboards: [300, 0] });
});

test('what a handler of input returns is what the field says; the selection is told', async ({ launch }) => {
  const program = await launch(writing);
  const field = program.field('.top');
  await field.pressSequentially('ab');
  await expect(field).toHaveValue('AB');
  await program.press('.top', 'ArrowLeft');
  await field.pressSequentially('c');
  await expect(field).toHaveValue('ACB');
  await program.inspector.callMethod('select');
  await expect.poll(() => program.data('range')).toEqual({ start: 2, end: 2, errMsg: 'getSelectedTextRange:ok' });
  // What was written stays what the program keeps.
  expect(await program.data('text')).toBe('AcB');
});
