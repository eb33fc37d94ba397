import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions, findChromium } from '@terrarium/devtools/browser';

/** `*.test.ts` run without a browser; `*.spec.ts` end to end in Chromium. Both see the workspaces' sources. */
export default defineConfig({
  testDir: '.',
  testIgnore: ['**/node_modules/**', '**/dist/**'],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Patient, because machines are busy: a passing test never waits for it.
  timeout: 60_000,
  expect: {
    timeout: 15_000,
    // Outside the programs they are of, whose folders are watched and packed. One pixel in a hundred may differ: two Chromiums round corners and letters in their own ways.
    toHaveScreenshot: {
      pathTemplate: '{testDir}/sample-apps/snapshots/{arg}{ext}',
      animations: 'disabled',
      maxDiffPixelRatio: 0.01,
    },
  },
  outputDir: 'test-results',
  reporter: [['list']],
  projects: [
    { name: 'unit', testMatch: '**/*.test.ts' },
    // Without a Chromium every spec fails with Playwright's own advice; unit tests need none.
    { name: 'e2e', testMatch: '**/*.spec.ts', use: { launchOptions: findChromium() ? chromiumLaunchOptions() : {} } },
  ],
});
