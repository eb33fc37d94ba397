import { fileURLToPath } from 'node:url';
import { expect, test } from '@terrarium/devtools/testing';
import { catalog, openEntry } from './spec/open-entry.ts';
import { overflowOf } from './spec/overflow.ts';
import { comparePicture } from './spec/pictures.ts';
import { runCases } from './spec/run-cases.ts';

const gallery = fileURLToPath(new URL('.', import.meta.url));
const size = { width: 1200, height: 900 };

// The shell draws phones; a host that embeds programs may give them any room.
test.use({ viewport: size, bypassCSP: true, actionTimeout: 15_000 });
const roomy = `
  .phone-space, .phone { position: fixed !important; inset: 0 !important; z-index: 9; width: auto !important;
    height: auto !important; border-radius: 0 !important; transform: none !important; }
  .capsule { left: auto !important; right: 7px !important; }
`;

/** Of these, pictures are kept. */
const pictured: ReadonlySet<string> = new Set(['button', 'storage']);

test('every page of its own keeps to a window of 1,200 px', async ({ launch }, info) => {
  test.setTimeout(240_000);
  const program = await launch(gallery);
  const { shell } = program;
  await shell.emulateMedia({ reducedMotion: 'reduce' });
  await shell.addStyleTag({ content: roomy });
  const width = () =>
    program.locator('page').evaluate(({ ownerDocument }) => ownerDocument.documentElement.clientWidth);
  await expect.poll(width).toBe(size.width);
  for (const { part, entries } of catalog) {
    for (const entry of entries) {
      // Those have one page in common.
      if (entry.plain && !pictured.has(entry.id)) continue;
      await test.step(entry.id, async () => {
        await openEntry(program, part, entry);
        expect.soft(await overflowOf(program), `${entry.id} sticks out`).toBe(0);
        if (!pictured.has(entry.id)) return;
        // One as it stands after a run.
        if (entry.plain) await runCases(program, entry.apis ?? []);
        for (const theme of ['light', 'dark'] as const) {
          await shell.emulateMedia({ colorScheme: theme });
          await comparePicture(program, info, `wide-${entry.id}-${theme}`);
        }
      });
    }
  }
});
