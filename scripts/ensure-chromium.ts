import { spawnSync } from 'node:child_process';
import { findChromium } from '@terrarium/devtools/browser';

/** Debian's, the smaller one first; older releases have only the other. */
const packages = ['chromium-headless-shell', 'chromium'];

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
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    for (const name of packages) {
      console.log(`Installing Chromium (apt-get install ${name}) …`);
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-cjk'], {
        ...quiet,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      const installed = findChromium();
      if (installed) return installed;
    }
  }
  console.error(
    'No Chromium found. Run `npx playwright install chromium` (or `sudo apt-get install chromium` on Debian), or set CHROMIUM_PATH.',
  );
  return undefined;
}
