import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type HostProcess, ProgramUnderTest, startHost } from '@terrarium/devtools/testing';

const folder = fileURLToPath(new URL('.', import.meta.url));
const todos = fileURLToPath(new URL('../todos', import.meta.url));
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** One host with every attack, as one machine would have it: none may take it from those that come after. */
const test = base.extend<object, { site: HostProcess }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
    async ({}, use) => {
      const site = await startHost({ folders: [todos, ...names.map((name) => `${folder}${name}`)] });
      await use(site);
      await site.dispose();
    },
    { scope: 'worker' },
  ],
});

/** See README.md beside this file. */
interface Verdict {
  readonly code: string;
  readonly withinMs: number;
  readonly says: string;
}

/** Opening a program in a browser, beside what the attack itself may take. */
const openingMs = 8_000;

for (const [at, name] of names.entries()) {
  const { code, withinMs, says }: Verdict = JSON.parse(readFileSync(`${folder}${name}/hostile.json`, 'utf8'));

  test(`${name} comes to ${code}, and the program beside it answers`, async ({ site, page }) => {
    const { address, appIds } = site;
    const bystander = new ProgramUnderTest(page, appIds[0] ?? '');
    const attacker = new ProgramUnderTest(page, appIds[at + 1] ?? '');
    await page.goto(`${address}/`);
    await bystander.open();

    // Never becomes ready, or is ended: either way its promise is not what is asked here.
    void attacker.open().catch(() => undefined);
    const evidence = async () => JSON.stringify(await attacker.reports());
    const wanted = code === 'CONTAINED' ? [says] : [says, `"${code}"`];
    await expect
      .poll(
        async () => {
          const reports = await evidence();
          return wanted.filter((part) => !reports.includes(part));
        },
        { timeout: withinMs + openingMs, message: 'what the reports must hold and do not' },
      )
      .toEqual([]);

    expect(await bystander.data('filter')).toBe('all');
    const seen = await evidence();
    expect(seen).not.toContain('ESCAPED');
    if (code === 'CONTAINED') expect(seen).not.toContain('"fatal":true');
  });
}
