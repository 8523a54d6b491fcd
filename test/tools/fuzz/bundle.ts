/** The targets with what they test, in one module whose every decision is counted. Libraries stay as they are. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../scripts/paths.mjs';
import { instrument } from './instrument';

const COUNTED = ['shared', 'main', 'renderer'];

function counters(): Plugin {
  let next = 0;
  return {
    name: 'counters',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
        const [room = ''] = path.relative(root, file).split(path.sep);
        if (!COUNTED.includes(room)) return undefined;
        const made = instrument(await readFile(file, 'utf8'), file, next);
        next = made.next;
        return { contents: made.code, loader: 'js' };
      });
    },
  };
}

/** Parsers in main stand beside what needs Electron, which is not there and not asked for anything. */
const withoutElectron: Plugin = {
  name: 'without-electron',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^electron$/ }, () => ({ path: 'electron', namespace: 'absent' }));
    onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

/** Node takes data from packages only with an attribute that the sources do not write. */
const dataOfPackages: Plugin = {
  name: 'data-of-packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\.json$/ }, ({ path: name, importer }) => ({
      path: createRequire(importer).resolve(name),
    }));
  },
};

/** @returns the worker's file, to be started as a thread. */
export async function bundleWorker(): Promise<string> {
  const outfile = path.join(root, 'out/fuzz/worker.mjs');
  await build({
    entryPoints: [path.join(root, 'test/tools/fuzz/worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [withoutElectron, dataOfPackages, counters()],
    logLevel: 'warning',
  });
  return outfile;
}
