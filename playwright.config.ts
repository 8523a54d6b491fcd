import { defineConfig } from '@playwright/test';

// The runtime comes in the environment (test/tools/scripts/runtime.mjs), which `_electron.launch` reads.
const results = `test-results/e2e-${process.env['VIGIL_RUNTIME'] ?? ''}${process.env['VIGIL_E2E_PART'] ?? ''}`;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: results,
  // Those that may run two at a time are told so (test/tools/scripts/electron-specs.mjs).
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 240_000,
  globalTimeout: 45 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `${results}.json` }]],
  use: { trace: 'retain-on-failure', actionTimeout: 30_000, navigationTimeout: 30_000 },
});
