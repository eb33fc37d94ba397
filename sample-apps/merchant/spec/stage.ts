import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { test as base, expect, startHost } from '@terrarium/devtools/testing';

/** Of everybody here. */
export const pin = '246810';
const password = 'correct horse';

export interface Stage {
  readonly address: string;
  readonly dataDir: string;
}

interface StageOptions {
  /** Served beside the merchants' programs. */
  readonly beside: { readonly folders: readonly string[] };
}

const merchants = ['pizza', 'courier', 'table'].map((name) => fileURLToPath(new URL(`../../${name}`, import.meta.url)));

/** A host of its own, whose data the test may look into. */
export const test = base.extend<StageOptions & { stage: Stage }>({
  locale: 'en-GB',
  beside: [{ folders: [] }, { option: true }],
  stage: async ({ beside }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'terrarium-samples-'));
    const host = await startHost({ folders: [...merchants, ...beside.folders], dataDir });
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
export async function enterPin(page: Page, digits = pin): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('button', { name: '1', exact: true })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  await page.keyboard.type(digits);
}

/** The services as the shell asks them; with a session, in the name of whoever has it. */
async function openApi(address: string, session?: string) {
  const [, token = ''] = /name="terrarium-token" content="([^"]+)"/.exec(await (await fetch(address)).text()) ?? [];
  const headers = {
    ...{ authorization: `Bearer ${token}`, origin: address, 'content-type': 'application/json' },
    ...(session !== undefined && { 'x-terrarium-session': session }),
  };
  return async (method: string, path: string, data?: object) => {
    const body = data && JSON.stringify(data);
    const answer = await fetch(`${address}/api${path}`, { method, headers, ...(body !== undefined && { body }) });
    expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
    return answer.status === 204 ? undefined : answer.json();
  };
}
export type Api = Awaited<ReturnType<typeof openApi>>;

/** In the name of whoever is signed in on a shell. */
export async function apiOf(page: Page): Promise<Api> {
  const session = () => page.evaluate(() => localStorage.getItem('terrarium.session') ?? undefined);
  await expect.poll(session).toBeDefined();
  return openApi(new URL(page.url()).origin, await session());
}

export interface PersonOptions {
  readonly nickname: string;
  /** Of China. */
  readonly phone: string;
  /** Fen in the wallet, with a real name and the PIN to spend them; none of it when absent. */
  readonly money?: number;
  readonly street?: string;
}

export interface StagePerson {
  /** A shell of their own, with nothing opened in it yet. */
  readonly page: Page;
  readonly api: Api;
}

/** A new person before a browser of their own, signed up by the same interface that the shell uses. */
export async function newPerson(browser: Browser, { address }: Stage, options: PersonOptions): Promise<StagePerson> {
  const { nickname, phone, money, street } = options;
  const number = { country: 'CN', phone };
  const services = await openApi(address);
  await services('POST', '/accounts/codes', { ...number, purpose: 'enter' });
  const [message] = await services('POST', '/accounts/phone-simulator', number);
  const code = /^\d{6}/.exec(message.text)?.[0];
  const { token } = await services('POST', '/accounts/sign-up', {
    ...{ ...number, code, password, nickname, device: 'Browser' },
  });
  const api = await openApi(address, token);
  if (money !== undefined) {
    await api('PUT', '/accounts/real-name', { name: nickname, documentNumber: 'X1234567' });
    await api('PUT', '/accounts/payment-pin', { pin, password });
    await api('POST', '/money/wallet/top-ups', { key: `first of ${phone}`, amount: money });
  }
  if (street !== undefined)
    await api('POST', '/accounts/addresses', { userName: nickname, telNumber: phone, detailInfo: street });
  const localStorage = [{ name: 'terrarium.session', value: token }];
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [{ origin: address, localStorage }] },
  });
  return { page: await context.newPage(), api };
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
