import { expect, test } from '@playwright/test';
import { openFakeProgram } from './testing/open-fake-program.ts';

test('a keyboard that is played comes with a field and goes with it; a device’s own comes by itself', async () => {
  const { guest, program, screen } = await openFakeProgram();
  const heights = () =>
    guest.heard.flatMap((one) => (one.kind === 'notify' && one.name === 'onKeyboardHeightChange' ? [one.data] : []));
  const writing = (on: boolean) => screen.visible?.page.listener.writing(on);
  program.simulateKeyboard(280);
  expect(heights()).toEqual([]);
  writing(true);
  writing(true);
  expect(heights()).toEqual([{ height: 280 }]);
  program.simulateKeyboard(300);
  writing(false);
  expect(heights()).toEqual([{ height: 280 }, { height: 300 }, { height: 0 }]);
  program.setKeyboard({ height: 250, covered: 200 });
  program.setKeyboard({ height: 250, covered: 250 });
  program.setKeyboard({ height: 0, covered: 0 });
  expect(heights().slice(3)).toEqual([{ height: 250 }, { height: 0 }]);
});
