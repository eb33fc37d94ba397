import type { LaunchOptions } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** Background services of Chromium that would reach for the network. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How we start Chromium headless. Throws with the command to run when there is none. Root cannot use Chromium's own sandbox. */
export function chromiumLaunchOptions(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('No Chromium found. Run `npx playwright install chromium`, or set CHROMIUM_PATH to one.');
  const isRoot = process.getuid?.() === 0;
  return { executablePath, headless: true, args: isRoot ? [...quiet, '--no-sandbox'] : quiet };
}
