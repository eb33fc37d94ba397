import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ProgramUnderTest } from '@terrarium/devtools/testing';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Timers never run in a frame without scripts; promises do. */
const withoutTimers =
  'window.setTimeout = (run, _, ...args) => { Promise.resolve().then(() => run(...args)); return 0; };';

/** Another theme changes colours only. */
const question = (coloursOnly: boolean) => `(async () => {
  const runOnly = ${coloursOnly} ? ['color-contrast'] : undefined;
  const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false, runOnly });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [id, html.slice(0, 160), any[0] ? any[0].message : ''].join(': ')));
})()`;

/** What axe-core calls serious or critical on the page on top, one line each; of its colours only, where it was asked in full. */
export async function findBarriers(program: ProgramUnderTest, coloursOnly = false): Promise<string[]> {
  const page = await program.locator('page').elementHandle();
  const frame = await page?.ownerFrame();
  if (!frame) throw new Error('the page on top has no frame');
  if (await frame.evaluate<boolean>('typeof axe === "undefined"')) {
    await frame.evaluate(withoutTimers);
    await frame.evaluate(`{${source}}`);
  }
  return frame.evaluate<string[]>(question(coloursOnly));
}
