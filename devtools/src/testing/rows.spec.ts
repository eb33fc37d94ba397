import { fileURLToPath } from 'node:url';
import { expect, test } from './index.ts';

const rows = fileURLToPath(new URL('./fixtures/rows', import.meta.url));

for (const count of [1_000, 10_000])
  test(`a tap that changes one of ${count} rows writes to that row alone`, async ({ launch }) => {
    const program = await launch(rows, { query: { count: String(count) } });
    await expect(program.locator('.row')).toHaveCount(count);
    const touched = await program.page.locator('html').evaluate((html) => {
      const seen: string[] = [];
      const observer = new MutationObserver((records) => {
        for (const record of records) seen.push(record.target.parentElement?.closest('.row')?.textContent ?? '?');
      });
      observer.observe(html, { subtree: true, childList: true, characterData: true, attributes: true });
      Reflect.set(html, 'touched', seen);
      return seen.length;
    });
    expect(touched).toBe(0);

    await program.tap('.row:nth-child(4)');
    await expect(program.locator('.row.done')).toHaveCount(1);

    const written = await program.page.locator('html').evaluate((html) => Reflect.get(html, 'touched') as string[]);
    expect(new Set(written)).toEqual(new Set(['Row 3done']));
    expect(await program.data('rows.3.done')).toBe(true);
  });
