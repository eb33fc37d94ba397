import { expect, test } from '@playwright/test';
import type { Json } from '../protocol/json.ts';
import { createPerformanceEntries } from './performance.ts';
import { openFakeProgram } from './testing/open-fake-program.ts';

test('launch, pages and scripts are told to a program that asks for figures, what was before included', async () => {
  let clock = 0;
  const told: Json[] = [];
  const { guest, program } = await openFakeProgram();
  await guest.call('navigateTo', { url: '/pages/c' });
  await program.idle();
  // A program whose scripts never ask is told nothing.
  expect(guest.heard.some((one) => one.kind === 'notify' && one.name === 'performance')).toBe(false);

  const entries = createPerformanceEntries({
    now: () => clock,
    deliver: (message) => void (message.kind === 'notify' && told.push(message.data)),
  });
  clock = 30;
  entries.evaluated('app.js', 10);
  entries.script('wx.request()');
  expect(told).toEqual([]);
  entries.script('wx.getPerformance()');
  expect(told).toMatchObject([[{ entryType: 'script', name: 'evaluateScript', duration: 20, fileList: ['app.js'] }]]);
});
