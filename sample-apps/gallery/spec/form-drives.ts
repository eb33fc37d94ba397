import { expect } from '@terrarium/devtools/testing';
import type { Drive } from './drives.ts';
import { heard, slide, takeLast, turn, write } from './open-entry.ts';
import { pressOpenTypes } from './open-types.ts';

/** Forms. */
export const formDrives: Readonly<Record<string, Drive>> = {
  async button(program) {
    await program.tap('.subject');
    await heard(program, 'tap');
    await write(program, 'words', 'Mist');
    await turn(program, 'type', 'warn');
    await turn(program, 'disabled');
    await expect(program.locator('.subject')).toHaveText('Mist');
    await expect(program.locator('.subject')).toHaveAttribute('aria-disabled', 'true');
    await program.input('.name', 'Fern');
    await program.tap('.send');
    await program.tap('.empty');
    await heard(program, 'submit', 'reset');
    await expect(program.field('.name')).toHaveValue('');
    await pressOpenTypes(program);
  },

  async checkbox(program) {
    await program.tap('.work:nth-child(2)');
    await heard(program, 'change');
    await expect(program.locator('.event-words').first()).toHaveText('{"value":["water","mist"]}');
    await turn(program, 'disabled');
    await turn(program, 'checked');
    await expect(program.locator('.subject')).toHaveAttribute('aria-checked', 'false');
  },

  async radio(program) {
    await program.tap('.place:nth-child(1)');
    await expect(program.locator('.event-words').first()).toHaveText('{"value":"sun"}');
    await program.tap('.other');
    await expect(program.locator('.event-words').first()).toHaveText('{"value":"open"}');
    await heard(program, 'change');
  },

  async switch(program) {
    await program.tap('.subject');
    await heard(program, 'change');
    await expect(program.locator('.event-words').first()).toHaveText('{"value":false}');
    await turn(program, 'type', 'checkbox');
    await turn(program, 'color', '#3a76a8');
    await program.tap('.subject');
    await expect(program.locator('.event-words').first()).toHaveText('{"value":true}');
  },

  async slider(program) {
    await program.locator('.subject').press('ArrowRight');
    await heard(program, 'change');
    await expect(program.locator('.event-words').first()).toContainText('"value":22');
    await program.locator('.dim').press('Home');
    await expect.poll(() => program.data('dim')).toBe(0);
    await turn(program, 'disabled');
  },

  async input(program) {
    await program.input('.subject', 'Boston fern');
    await program.press('.subject', 'Enter');
    await heard(program, 'focus', 'input', 'confirm');
    expect(await program.data('value')).toBe('Boston fern');
    await program.input('.capitals', 'a7');
    await expect(program.field('.capitals')).toHaveValue('A7');
    await heard(program, 'blur');
    await turn(program, 'password');
    await expect(program.field('.subject')).toHaveAttribute('type', 'password');
  },

  async textarea(program) {
    const before = (await program.locator('.subject').boundingBox())?.height ?? 0;
    await program.input('.subject', 'one\ntwo\nthree\nfour\nfive\nsix');
    await heard(program, 'focus', 'input', 'linechange');
    await expect.poll(async () => (await program.locator('.subject').boundingBox())?.height).toBeGreaterThan(before);
    await expect(program.locator('.count')).toHaveText('27 of 40');
    await slide(program, 'maxlength', 'Home');
    await expect(program.locator('.count')).toHaveText('27 of any number');
  },

  async picker(program) {
    const sheet = program.page.getByRole('dialog');
    await program.tap('.one');
    await takeLast(program);
    await expect(program.locator('.one .value')).toHaveText('Orchid');
    await program.tap('.two');
    await takeLast(program);
    await heard(program, 'columnchange');
    await expect(program.locator('.two .value')).toHaveText('Sphagnum');
    await program.tap('.time');
    await sheet.getByText('Cancel').click();
    await heard(program, 'change', 'cancel');
    await turn(program, 'disabled');
    await expect(program.locator('.date')).toHaveAttribute('aria-disabled', 'true');
  },

  async 'picker-view'(program) {
    await program.locator('picker-view-column').first().press('ArrowDown');
    await expect.poll(() => program.data('value.0')).toBe(8);
    await heard(program, 'pickstart', 'change', 'pickend');
    await expect(program.locator('.figure').first()).toBeVisible();
  },

  async label(program) {
    await program.tap('.press');
    await expect(program.locator('.event-words').first()).toHaveText('{"value":["moss"]}');
    await turn(program, 'for', 'fern');
    await program.tap('.press');
    await expect(program.locator('.event-words').first()).toHaveText('{"value":["moss","fern"]}');
    await program.locator('.around').getByText('Night watering').click();
    await expect(program.locator('.event-words').first()).toHaveText('{"value":true}');
    await heard(program, 'change');
  },

  async form(program) {
    await program.input('.name', 'Nelly');
    await program.tap('.mist');
    await program.tap('.submit');
    await heard(program, 'submit');
    await expect(program.locator('.event-words').first()).toHaveText(
      '{"name":"Nelly","sort":0,"place":"shade","care":["mist"],"water":30,"remind":true,"notes":""}',
    );
    await program.tap('.empty');
    await expect(program.field('.name')).toHaveValue('');
    await heard(program, 'reset');
  },
};
