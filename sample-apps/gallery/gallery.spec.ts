import { fileURLToPath } from 'node:url';
import { expect, test } from '@terrarium/devtools/testing';
import { findBarriers } from './spec/axe.ts';
import { drives } from './spec/drives.ts';
import { catalog, openEntry } from './spec/open-entry.ts';
import { comparePicture } from './spec/pictures.ts';

const gallery = fileURLToPath(new URL('.', import.meta.url));

// Narrower than the shell's rail needs: the window itself is the phone, and high enough for most pages.
test.use({ viewport: { width: 390, height: 1000 } });

// One program for all pages of a group, which a person would walk through as well.
for (const { title, part, entries } of catalog) {
  test(`${title}: every page is looked at and worked`, async ({ launch }, info) => {
    // A dozen pages, each seen twice and worked, on machines that do other things as well.
    test.setTimeout(240_000);
    const program = await launch(gallery);
    for (const entry of entries) {
      await test.step(entry.id, async () => {
        await openEntry(program, part, entry);
        for (const theme of ['light', 'dark'] as const) {
          await program.shell.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await comparePicture(program, info, `${entry.id}-${theme}`);
          expect.soft(await findBarriers(program), `${entry.id}, ${theme}`).toEqual([]);
        }
        await program.shell.emulateMedia({ colorScheme: 'light', reducedMotion: null });
        const drive = drives.get(entry.id);
        if (!drive) throw new Error(`spec/*-drives.ts say nothing about ${entry.id}: work its example there`);
        await drive(program);
      });
    }
  });
}
