import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@terrarium/devtools/testing';
import { findShellBarriers } from './fixtures/shell-barriers.ts';

const folder = fileURLToPath(new URL('fixtures/sheets/', import.meta.url));
test.use({ locale: 'en-GB' });

/** Two minutes of nothing: eight bits, one channel, 4,000 samples a second. */
function quietWave(): Buffer {
  const samples = Buffer.alloc(480_000, 0x80);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const) {
    head.writeUInt16LE(value, at);
  }
  head.writeUInt32LE(4_000, 24);
  head.writeUInt32LE(4_000, 28);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

test('what plays in the background stands in a bar: pause, go on, stop, and back to the program', async ({
  launch,
  page,
}) => {
  const place = await mkdtemp(join(tmpdir(), 'terrarium-sound-'));
  try {
    await cp(folder, place, { recursive: true });
    await writeFile(join(place, 'rain.wav'), quietWave());
    await writeFile(join(place, 'broken.wav'), 'no sound');
    const program = await launch(place);
    const sound = { title: 'Rain on glass', singer: 'The greenhouse', src: '/rain.wav' };
    await program.input('.wish', JSON.stringify({ sound }));
    await program.tap('.run');
    const bar = page.getByRole('region', { name: 'Playing in the background' });
    await expect(bar).toHaveCount(0);
    await page.getByRole('button', { name: 'Leave, keep running' }).click();
    await expect(bar).toContainText('Rain on glassThe greenhouse');
    expect(await findShellBarriers(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Pause Rain on glass' }).click();
    await bar.getByRole('button', { name: 'Play Rain on glass' }).click();
    await expect(bar.getByRole('button', { name: 'Pause Rain on glass' })).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('mini-player.png') });
    await bar.getByRole('button', { name: /^Rain on glass/ }).click();
    await expect(page.locator('.program')).toHaveAttribute('data-front', 'true');
    await page.getByRole('button', { name: 'Leave, keep running' }).click();
    await bar.getByRole('button', { name: 'Stop Rain on glass' }).click();
    await expect(bar).toHaveCount(0);

    // What cannot be played plays nowhere.
    await page.locator('.program-row[data-app=sheets-demo]').click();
    await program.input('.wish', JSON.stringify({ sound: { ...sound, src: '/broken.wav' } }));
    await program.tap('.run');
    await expect(program.locator('.log')).toHaveText(/cannot be played/);
    await page.getByRole('button', { name: 'Leave, keep running' }).click();
    await expect(bar).toHaveCount(0);
  } finally {
    await rm(place, { recursive: true });
  }
});
