import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { openHeadless } from './headless.ts';

const folder = fileURLToPath(new URL('./player/fixtures/counter', import.meta.url));

const usable = [
  'showToast.object.icon.success',
  'showModal.success.confirm',
  'getSystemInfoSync.return.screenWidth',
  'getSystemInfo.success.safeArea.left',
  'setStorage',
  'navigateTo.object.events',
  'picker.mode.region',
  'button.size.mini',
  'swiper.bindchange',
  'text.userSelect',
  'view.bindtap',
  'UpdateManager.onUpdateReady',
];
const unusable = [
  'showToast.object.volume',
  'showToast.object.icon.huge',
  'getSystemInfoSync.return.volume',
  'openBluetoothAdapter',
  'worklet.timing',
  'button.size.huge',
  'button.volume',
  'swiper.layout-type',
  'list-view',
  'voip-room.mode',
];

test('a program learns from its player and host what can be used', async () => {
  const program = await openHeadless(folder, {});
  try {
    await program.idle();
    const source = `${JSON.stringify([...usable, ...unusable])}.filter((name) => wx.canIUse(name))`;
    expect(await program.inspect('evaluate', { source })).toEqual(usable);
  } finally {
    program.dispose();
  }
});
