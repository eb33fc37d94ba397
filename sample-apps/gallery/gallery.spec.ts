import { fileURLToPath } from 'node:url';
import { expect, test } from '@terrarium/devtools/testing';
import { findBarriers } from './spec/axe.ts';
import { drives } from './spec/drives.ts';
import { catalog, heard, openEntry } from './spec/open-entry.ts';
import { overflowOf } from './spec/overflow.ts';
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
        // Pages slide where they are worked; on the way to them it would be waited for.
        await program.shell.emulateMedia({ reducedMotion: 'reduce' });
        await openEntry(program, part, entry);
        for (const theme of ['light', 'dark'] as const) {
          await program.shell.emulateMedia({ colorScheme: theme });
          await comparePicture(program, info, `${entry.id}-${theme}`);
          expect.soft(await findBarriers(program, theme === 'dark'), `${entry.id}, ${theme}`).toEqual([]);
        }
        await program.shell.emulateMedia({ colorScheme: 'light', reducedMotion: null });
        for (const width of [320, 690]) {
          await program.resize({ width, height: 1000 });
          expect.soft(await overflowOf(program), `${entry.id} at ${width} px sticks out`).toBe(0);
        }
        await program.resize({ width: 390, height: 1000 });
        // Nothing but cases, which cases.spec.ts runs.
        if (entry.plain) return;
        const drive = drives.get(entry.id);
        if (!drive) throw new Error(`spec/*-drives.ts say nothing about ${entry.id}: work its example there`);
        await drive(program);
      });
    }
  });
}

test('the start pages list everything, find by word, and keep to the window', async ({ launch }, info) => {
  const program = await launch(gallery);
  for (const theme of ['light', 'dark'] as const) {
    await program.shell.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await comparePicture(program, info, `start-${theme}`);
    expect(await findBarriers(program), theme).toEqual([]);
  }
  const titles = program.locator('.entry-title');
  await expect(titles).toHaveCount(listed('components').length);
  await program.input('.search', 'scroll-into');
  await expect(titles).toHaveText(['scroll-view']);
  await program.input('.search', 'toast');
  await expect(program.locator('.others')).toHaveText('APIs');
  await program.input('.search', 'no such thing');
  await expect(program.locator('.nothing')).toBeVisible();
  await program.tap('.search-clear');
  for (const width of [320, 690]) {
    await program.resize({ width, height: 1000 });
    expect(await overflowOf(program)).toBe(0);
  }
  await program.player.locator('.tab').nth(1).click();
  await expect(titles).toHaveCount(listed('apis').length);
});

test('what nobody caught is heard, and a page that is not there', async ({ launch }) => {
  const program = await launch(gallery, { path: 'apis/gone/gone', allowErrors: true });
  await expect(program.locator('.lost')).toContainText('Looked for apis/gone/gone');
  await program.tap('.throw');
  await program.tap('.reject');
  await heard(program, 'onPageNotFound', 'onError', 'onUnhandledRejection');
  expect((await program.errors()).join()).toContain('the watering can is empty');
});

const listed = (part: string) => catalog.flatMap((group) => (group.part === part ? group.entries : []));
