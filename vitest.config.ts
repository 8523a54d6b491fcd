import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/tools/scripts/longest-first.mjs';
import { filesWithModuleMocks } from './test/tools/scripts/module-mocks.mjs';
import { slowOfTools } from './test/tools/scripts/slow-of-tools.mjs';

const include = ['test/unit/**/*.test.{ts,tsx}'];
const exclude =
  process.env['VIGIL_TOOLS'] === 'whole' ? [] : slowOfTools.map((file) => `test/unit/tools/${file}`);
const withModuleMocks = filesWithModuleMocks();

export default defineConfig({
  define: { __VIGIL_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    // To load the app anew for each file would take a third of the time.
    projects: [
      { extends: true, test: { name: 'own modules', include: withModuleMocks, exclude, isolate: true } },
      {
        extends: true,
        test: { name: 'unit', include, exclude: [...exclude, ...withModuleMocks], isolate: false },
      },
    ],
    setupFiles: ['test/support/world/crypto-ready.ts'],
    watch: false,
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // One more than the processors of a small computer: some files wait for the networks that they make.
    maxWorkers: 3,
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
