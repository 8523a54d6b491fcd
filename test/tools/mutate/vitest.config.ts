/** The unit tests, with one protection taken out while its file is loaded: nothing on the disk is changed. */
import path from 'node:path';
import { loadConfigFromFile, mergeConfig, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { root } from '../scripts/paths.mjs';
import { takenOut } from './protection';
import { protections } from './protections/index';

/** Names the protection; without it nothing is taken out. */
const name = process.env['VIGIL_TAKEN_OUT'];

function without(wanted: string): Plugin {
  const protection = protections.find((one) => one.name === wanted);
  if (!protection) throw new Error(`no protection is called ${wanted}`);
  const file = path.join(root, protection.file);
  return {
    name: 'vigil-without-a-protection',
    enforce: 'pre',
    transform: (code, id) =>
      path.normalize(id.split('?')[0] ?? '') === file
        ? { code: takenOut(protection, code), map: null }
        : null,
  };
}

export default defineConfig(async (env) => {
  const usual = await loadConfigFromFile(env, path.join(root, 'vitest.config.ts'));
  return mergeConfig(usual?.config ?? {}, {
    root,
    plugins: name === undefined ? [] : [without(name)],
    // What hangs without a protection is missed as well, and is not waited for as long as usual.
    test:
      name === undefined ? {} : { maxWorkers: 1, testTimeout: 45_000, expect: { poll: { timeout: 15_000 } } },
  });
});
