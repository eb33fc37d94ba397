import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test } from '@playwright/test';

/** Path of Electron's binary, or undefined where it was never downloaded. */
function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pointer = join(folder, 'path.txt');
  if (!existsSync(pointer)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

const binary = electronBinary();

test('the desktop window shows the launcher', async () => {
  test.skip(binary === undefined, 'Electron’s binary is not installed; it is fetched on first use where it can be had');
  const data = await mkdtemp(join(tmpdir(), 'terrarium-electron-'));
  const entry = fileURLToPath(new URL('../../dist/electron-main.mjs', import.meta.url));
  const app = await _electron.launch({
    executablePath: binary,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), entry, '--data', data],
  });
  try {
    const window = await app.firstWindow();
    await expect(window.getByRole('navigation')).toBeVisible();
    expect(await window.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false);
  } finally {
    await app.close();
    await rm(data, { recursive: true });
  }
});
