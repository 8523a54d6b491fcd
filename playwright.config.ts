import { defineConfig } from '@playwright/test';

// The runtime comes in the environment (test/tools/scripts/runtime.mjs), which `_electron.launch` reads:
// ELECTRON_OVERRIDE_DIST_PATH where the stand-in runs, nothing where Electron does.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // Each test starts several apps; two at a time would only wait for each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 240_000,
  globalTimeout: 45 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'retain-on-failure', actionTimeout: 30_000, navigationTimeout: 30_000 },
});
