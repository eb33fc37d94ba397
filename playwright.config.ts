import { defineConfig } from '@playwright/test';

/** `*.test.ts` run without a browser; `*.spec.ts` end to end in Chromium. Both see the workspaces' sources. */
export default defineConfig({
  testDir: '.',
  testIgnore: ['**/node_modules/**', '**/dist/**'],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  outputDir: 'test-results',
  reporter: [['list']],
  projects: [
    { name: 'unit', testMatch: '**/*.test.ts' },
    { name: 'e2e', testMatch: '**/*.spec.ts' },
  ],
});
