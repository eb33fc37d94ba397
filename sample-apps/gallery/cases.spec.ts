import { fileURLToPath } from 'node:url';
import { expect, type ProgramUnderTest, test } from '@terrarium/devtools/testing';
import { casesByName } from './cases/index.js';
import { catalog, openEntry } from './spec/open-entry.ts';
import { doPart, runCases } from './spec/run-cases.ts';

const gallery = fileURLToPath(new URL('.', import.meta.url));

test.use({
  ...{ viewport: { width: 390, height: 1000 }, locale: 'en-GB', actionTimeout: 15_000 },
  // A press waits until pages have slid into their place.
  contextOptions: { reducedMotion: 'reduce' },
});

const entries = catalog.flatMap(({ part, entries: of }) => of.map((entry) => ({ part, entry })));
const withCases = entries.filter(({ entry }) => entry.apis?.some((name) => casesByName.has(name)));

test('every call works, is refused, and is called wrongly, as the table says', async ({ launch, context }) => {
  // Some hundred calls, one after the other, and four that wait until a tap is no longer recent.
  test.setTimeout(240_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // A desktop has nothing that calls.
  await context.addInitScript(() => {
    const { open } = window;
    window.open = (url, ...others) => (`${url}`.startsWith('tel:') ? null : open.call(window, url, ...others));
  });
  const program = await launch(gallery);
  const { shell } = program;
  await prepareWallet(program);
  // A shell reads once who the person is.
  await shell.goto(`${new URL(shell.url()).origin}/?open=${program.appId}`);
  await expect(program.locator('catalog-list')).toBeVisible();
  await program.location.set({ latitude: 30, longitude: 120 });
  // Whoever has accepted the contract is asked for scopes alone.
  const privacyFirst = withCases.toSorted((a, b) => Number(b.entry.id === 'people') - Number(a.entry.id === 'people'));
  for (const { part, entry } of privacyFirst) {
    await test.step(entry.id, async () => {
      await openEntry(program, part, entry);
      await runCases(program, entry.apis ?? []);
      await shell.emulateMedia({ colorScheme: 'light' });
    });
  }
  await test.step('one call alone', async () => {
    await program.tap('.case-requestPayment .run');
    await doPart(program, 'requestPayment', { pin: '246810' });
    await expect(program.locator('.case-requestPayment .line-works')).toHaveClass(/is-passed/);
    // A cashier of its own: the one before may still be there.
    await doPart(program, 'requestPayment', { sees: '0 of 6 digits entered' });
    await doPart(program, 'requestPayment', { key: 'Escape' });
    await expect(program.locator('.case-requestPayment .line-refused')).toHaveClass(/is-passed/);
  });
});

/** A real name, a PIN and value enough for what the cases pay, as the shell gives them. */
async function prepareWallet({ shell }: ProgramUnderTest): Promise<void> {
  const [token, session] = await shell.evaluate(() => [
    document.querySelector('meta[name="terrarium-token"]')?.getAttribute('content') ?? '',
    localStorage.getItem('terrarium.session') ?? '',
  ]);
  const { origin } = new URL(shell.url());
  const headers = { authorization: `Bearer ${token}`, 'x-terrarium-session': session ?? '', origin };
  for (const [method, path, data] of [
    ['PUT', 'accounts/real-name', { name: 'Ada Lovelace', documentNumber: 'X1234567' }],
    ['PUT', 'accounts/payment-pin', { pin: '246810', password: 'terrarium' }],
    ['POST', 'money/wallet/top-ups', { key: 'for the cases', amount: 1_000 }],
  ] as const) {
    const answer = await shell.request.fetch(`${origin}/api/${path}`, { method, headers, data });
    expect(answer.ok(), path).toBe(true);
  }
}
