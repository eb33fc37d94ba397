import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openSandbox } from './open-sandbox.ts';
import { spawnNodeWorker } from './spawn-node-worker.ts';
import { testProgram } from './testing/base-library.ts';
import { type Observer, type Open, observe } from './testing/observer.ts';

const programs = new URL('../../../sample-apps/hostile/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, programs), 'utf8');
const names = readdirSync(programs, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const open: Open = (options) => openSandbox({ ...options, spawn: spawnNodeWorker });

/** What a hostile program has to come to; see sample-apps/hostile/README.md. */
interface Verdict {
  readonly code: string;
  readonly withinMs: number;
  readonly says: string;
  /** The attack is in what it draws or has a worker do, and here is nothing but a sandbox. */
  readonly drawn?: boolean;
}

let bystander: Observer;
test.beforeAll(async () => {
  bystander = await observe(open, `let count = 0; on('count', () => { count += 1; send(count); });`);
});
test.afterAll(() => bystander.sandbox.dispose());

let counted = 0;
for (const name of names) {
  const { code, withinMs, says, drawn }: Verdict = JSON.parse(read(`${name}/hostile.json`));
  if (drawn) continue;

  test(`${name} comes to ${code}`, async () => {
    const script = read(`${name}/pages/index/index.js`);
    const started = performance.now();
    // One line, as the compiler would wrap it, so that places stay true.
    const guest = await observe(
      open,
      `${testProgram}\n;defineModule('pages/index/index.js', function (require, module, exports) {${script}\n});`,
    );
    guest.call('open');
    counted += 1;
    const seen = () =>
      code === 'CONTAINED'
        ? guest.logs.some(({ text }) => text.includes(says))
        : [...guest.problems, guest.ended].some((problem) => problem?.code === code && problem.message.includes(says));
    await Promise.all([
      guest.until(() => seen() || guest.ended !== undefined),
      // The program beside it answers meanwhile.
      expect(bystander.ask('count')).resolves.toBe(counted),
    ]);
    const tookMs = performance.now() - started;
    guest.sandbox.dispose();
    expect({ seen: seen(), codes: [...new Set(guest.codes)] }).toEqual({
      seen: true,
      codes: code === 'CONTAINED' ? [] : [code],
    });
    expect(tookMs).toBeLessThan(withinMs);
    expect(JSON.stringify([guest.logs, guest.sent, guest.problems, guest.ended ?? null])).not.toContain('ESCAPED');
  });
}

test('there is a program for every attack we know', () => {
  expect(names.length).toBeGreaterThanOrEqual(20);
});
