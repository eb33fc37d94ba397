import { expect, test } from '@playwright/test';
import { createHeadlessScreen } from './headless-screen.ts';
import { screenCases } from './testing/screen-contract.ts';

for (const { name, expected, run } of screenCases) {
  test(name, async () => {
    expect(await run(createHeadlessScreen())).toEqual(expected);
  });
}

test('answering what was not asked is a mistake of the test', () => {
  const screen = createHeadlessScreen();
  expect(() => screen.answerModal('confirm')).toThrow('No modal is open.');
  expect(() => screen.answerActionSheet(0)).toThrow('No action sheet is open.');
});
