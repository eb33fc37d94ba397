import { spawnSync } from 'node:child_process';
import { findChromium } from '@terrarium/devtools/browser';

/**
 * Finds a Chromium, or installs Debian's where this is Debian and we are root. Otherwise says which command
 * to run. Returns the executable's path.
 */
export function ensureChromium(): string | undefined {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (isRoot && hasApt) {
    console.log('Installing Chromium (apt-get install chromium) …');
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      ...quiet,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(
    'No Chromium found. Run `npx playwright install chromium` (or `sudo apt-get install chromium` on Debian), or set CHROMIUM_PATH.',
  );
  return undefined;
}
