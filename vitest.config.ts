import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/tools/scripts/longest-first.mjs';
import { slowOfTools } from './test/tools/scripts/slow-of-tools.mjs';

export default defineConfig({
  define: { __VIGIL_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    exclude:
      process.env['VIGIL_TOOLS'] === 'whole' ? [] : slowOfTools.map((file) => `test/unit/tools/${file}`),
    setupFiles: ['test/support/world/crypto-ready.ts'],
    watch: false,
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    // Simulated meetings make much garbage that lives for a moment.
    execArgv: ['--max-semi-space-size=64'],
    // A limit ends what hangs; how busy the computer is decides nothing.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    teardownTimeout: 5_000,
    restoreMocks: true,
    unstubGlobals: true,
    allowOnly: process.env['CI'] === undefined,
  },
});
