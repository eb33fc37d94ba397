import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { expect, type ProgramUnderTest } from '@terrarium/devtools/testing';

/**
 * Compares the window with the picture of that name. Letters are drawn by the machine's fonts, so pictures belong to
 * fonts: their folder is named for how wide a few words are. Where none were taken with these fonts, nothing is
 * compared and the report says so; `--update-snapshots` takes them.
 */
export async function comparePicture(program: ProgramUnderTest, info: TestInfo, name: string): Promise<void> {
  const { shell } = program;
  const fonts = await fontsOf(shell);
  const known = existsSync(join(dirname(info.file), '../snapshots/gallery', fonts, `${name}.png`));
  const { updateSnapshots } = info.config;
  if (known || updateSnapshots === 'all' || updateSnapshots === 'changed') {
    await expect.soft(shell).toHaveScreenshot(['gallery', fonts, `${name}.png`]);
    return;
  }
  info.annotations.push({ type: 'pictures', description: `none of ${name} with this machine's fonts` });
  await info.attach(name, { body: await shell.screenshot({ animations: 'disabled' }), contentType: 'image/png' });
}

const fontsByPage = new WeakMap<Page, Promise<string>>();

function fontsOf(shell: Page): Promise<string> {
  const known = fontsByPage.get(shell) ?? measure(shell);
  fontsByPage.set(shell, known);
  return known;
}

async function measure(shell: Page): Promise<string> {
  const widths = await shell.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    const fonts = [
      '15px -apple-system, "Segoe UI", Roboto, Arial, sans-serif',
      '600 15px sans-serif',
      '13px monospace',
    ];
    return fonts.map((font) => {
      if (!pen) return 0;
      pen.font = font;
      return pen.measureText('Water the ferns 0123 植物').width;
    });
  });
  const hash = createHash('sha256').update(widths.map((width) => width.toFixed(1)).join());
  return `${process.platform}-${hash.digest('hex').slice(0, 8)}`;
}
