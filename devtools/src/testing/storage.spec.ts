import { fileURLToPath } from 'node:url';
import { expect, ProgramUnderTest, test } from './index.ts';

const keeper = fileURLToPath(new URL('./fixtures/keeper', import.meta.url));

test('what wx.setStorage acknowledged is there after the page is killed in mid-write', async ({ host, browser }) => {
  const { address, appIds } = await host(keeper);
  const appId = appIds[0] ?? '';
  let acknowledged = 0;
  for (let round = 0; round < 3; round += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    const program = new ProgramUnderTest(page, appId);
    await program.open();
    expect(await program.data('found')).toBeGreaterThanOrEqual(acknowledged);
    await program.tap('.write');
    await expect.poll(() => program.data('acknowledged')).toBeGreaterThan(acknowledged);
    acknowledged = Number(await program.data('acknowledged'));
    // No unload handler runs and nothing is waited for.
    await context.close();
  }
});
