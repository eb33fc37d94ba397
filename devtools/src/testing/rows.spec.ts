import { fileURLToPath } from 'node:url';
import { expect, test } from './index.ts';

const rows = fileURLToPath(new URL('./fixtures/rows', import.meta.url));

for (const count of [1_000, 10_000])
  test(`a tap that changes one of ${count} rows writes to that row alone`, async ({ launch }) => {
    const program = await launch(rows, { query: { count: String(count) } });
    await expect(program.locator('.row')).toHaveCount(count);

    // No script runs in the page's frame, so the observer lives in the player's window around it.
    const frame = program.player.locator('iframe[data-top]');
    const touched = await frame.evaluateHandle((iframe: HTMLIFrameElement) => {
      const seen = new Set<string>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          // Another window's Element: `instanceof` does not know it.
          const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
          seen.add(element?.closest('.row')?.querySelector('.name')?.textContent ?? target.nodeName);
        }
      });
      if (iframe.contentDocument)
        observer.observe(iframe.contentDocument, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      return seen;
    });
    await program.tap('.row:nth-child(4)');
    await expect(program.locator('.row.done')).toHaveCount(1);

    expect(await touched.evaluate((seen) => [...seen])).toEqual(['Row 3']);
    expect(await program.data('rows.3.done')).toBe(true);
  });
