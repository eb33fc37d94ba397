import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect, startHost } from '@terrarium/devtools/testing';

export interface Stage {
  readonly address: string;
  readonly dataDir: string;
}

/** A host of its own, whose data the test may look into. `folders` are served beside the samples. */
export const test = base.extend<{ folders: readonly string[]; stage: Stage }>({
  locale: 'en-GB',
  folders: [[], { option: true }],
  stage: async ({ folders }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'terrarium-samples-'));
    const host = await startHost({ folders, dataDir });
    await use({ address: host.address, dataDir });
    await host.dispose();
    await rm(dataDir, { recursive: true, force: true });
  },
});

/** Presses a button of the sheet in front, which takes nothing in its first 500 ms and says so. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('dialog').getByRole('button', { name, exact: true });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await button.click();
}

/** Types at the cashier, once it takes something. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('button', { name: '1', exact: true })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  await page.keyboard.type(pin);
}

/** The services as the shell asks them, in the name of whoever is signed in there. */
export async function apiOf(page: Page) {
  await expect.poll(() => page.evaluate(() => localStorage.getItem('terrarium.session'))).not.toBeNull();
  const [token, session] = await page.evaluate(() => [
    document.querySelector('meta[name="terrarium-token"]')?.getAttribute('content') ?? '',
    localStorage.getItem('terrarium.session') ?? '',
  ]);
  const { origin } = new URL(page.url());
  const headers = { authorization: `Bearer ${token}`, 'x-terrarium-session': session ?? '', origin };
  return async (method: string, path: string, data?: object) => {
    const answer = await page.request.fetch(`${origin}/api${path}`, { method, headers, data });
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
    return answer.status() === 204 ? undefined : answer.json();
  };
}

/** Where a merchant's own server listens. */
export const serverOf = async ({ dataDir }: Stage, appId: string): Promise<string> =>
  `http://127.0.0.1:${await readFile(join(dataDir, 'servers', appId, 'port'), 'utf8')}`;

/** What the platform has signed for a merchant, as it came, oldest first. */
export async function noticesOf({ dataDir }: Stage, appId: string) {
  const text = await readFile(join(dataDir, 'servers', appId, 'notices.jsonl'), 'utf8');
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line): { headers: Record<string, string>; body: string } => JSON.parse(line));
}

/** Sends a notice once more. Resolves to the status of the answer. */
export async function repeatNotice(
  server: string,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<number> {
  const { connection: _c, host: _h, 'content-length': _l, ...kept } = headers;
  return (await fetch(`${server}/notices`, { method: 'POST', headers: kept, body })).status;
}
