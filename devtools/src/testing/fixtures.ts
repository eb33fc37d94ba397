import { test as base, expect } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/index.ts';
import { type HostProcess, startHost } from './host-process.ts';
import type { Point } from './phone-location.ts';
import { ProgramUnderTest } from './program.ts';

export interface LaunchProgram {
  /** Page to open; default is the entry page. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly scene?: number;
  /** Where the phone is from the start; default is where the browser says. `program.location` moves it. */
  readonly location?: Pick<Point, 'latitude' | 'longitude'>;
  /** The test expects uncaught errors: do not fail it for them. */
  readonly allowErrors?: boolean;
}

export interface TerrariumFixtures {
  /** Starts a host for the folder, opens the program in its shell and waits until its page is ready. */
  readonly launch: (folder: string, options?: LaunchProgram) => Promise<ProgramUnderTest>;
  /** A host for these folders, stopped when the test ends. */
  readonly host: (...folders: string[]) => Promise<HostProcess>;
}

/** Chromium says this of every script-less page frame; it is what such frames are for. */
const expected = /^Blocked script execution in/;

/**
 * Playwright's `test` with mini-programs. A test fails when a program it launched raised an uncaught error, or
 * when shell or player wrote a warning or an error to the browser's console.
 */
export const test = base.extend<TerrariumFixtures>({
  launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, ...chromiumLaunchOptions() }),

  // Large enough for a phone in its own size: pointers land beside their target in a scaled frame of another origin.
  viewport: { width: 1280, height: 960 },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  host: async ({}, use) => {
    const hosts: HostProcess[] = [];
    await use(async (...folders) => {
      const host = await startHost({ folders });
      hosts.push(host);
      return host;
    });
    await Promise.all(hosts.map((host) => host.dispose()));
  },

  launch: async ({ host, page }, use) => {
    const strict: ProgramUnderTest[] = [];
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type()) && !expected.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use(async (folder, options = {}) => {
      const { address, appIds } = await host(folder);
      const program = new ProgramUnderTest(page, appIds[0] ?? '');
      if (!options.allowErrors) strict.push(program);
      await page.goto(`${address}/?${launchQuery(program.appId, options)}`);
      await expect
        .poll(async () => (await program.reports()).some(({ kind }) => kind === 'ready' || kind === 'problem'), {
          message: 'the program should open',
        })
        .toBe(true);
      return program;
    });
    for (const program of strict) expect(await program.errors(), 'uncaught errors of the program').toEqual([]);
    if (strict.length > 0) expect(complaints, 'warnings and errors of shell and player').toEqual([]);
  },
});

function launchQuery(appId: string, { path, query, scene, location }: LaunchProgram): URLSearchParams {
  const search = new URLSearchParams({ open: appId });
  if (path !== undefined) search.set('path', path);
  if (query !== undefined) search.set('query', new URLSearchParams(query).toString());
  if (scene !== undefined) search.set('scene', String(scene));
  if (location !== undefined) search.set('at', `${location.latitude},${location.longitude}`);
  return search;
}

export { expect };
