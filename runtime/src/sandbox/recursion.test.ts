import { expect, test } from '@playwright/test';
import { openSandbox } from './open-sandbox.ts';
import { spawnNodeWorker } from './spawn-node-worker.ts';
import { observe } from './testing/observer.ts';
import { interpretedWays, nativeWays } from './testing/recursion-ways.ts';

for (const [way, code] of Object.entries({ ...interpretedWays, ...nativeWays })) {
  test(`endless recursion through ${way} is told or ends the program`, async () => {
    const guest = await observe(
      (options) => openSandbox({ ...options, spawn: spawnNodeWorker }),
      `on('ping', () => send('pong')); on('dive', () => { ${code} });`,
    );
    guest.call('dive');
    const answer = await guest.ask('ping');
    guest.sandbox.dispose();
    expect([guest.codes, answer ?? guest.ended?.code]).toEqual([['LIMIT_STACK'], guest.ended ? 'LIMIT_STACK' : 'pong']);
  });
}

test('freeing deep structures needs no stack', async () => {
  const guest = await observe(
    (options) => openSandbox({ ...options, spawn: spawnNodeWorker }),
    `on('free', () => {
      let list = []; for (let i = 0; i < 300000; i++) list = [list]; list = null;
      let chain = null; for (let i = 0; i < 100000; i++) { const next = chain; chain = () => next; } chain = null;
      send('freed');
    });`,
  );
  const answer = await guest.ask('free');
  guest.sandbox.dispose();
  expect([answer, guest.codes]).toEqual(['freed', []]);
});
