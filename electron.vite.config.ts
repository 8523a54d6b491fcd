import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { z } from 'zod';
import { licences } from './test/tools/packages/third-party';

const root = fileURLToPath(new URL('.', import.meta.url));
const projectRoot = path.resolve(root);
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')));

const versionDefine = { __VIGIL_VERSION__: JSON.stringify(version) };

/** Main runs under Electron's Node and, on the stand-in, under the oldest Node that Vigil supports. */
const nodeTarget = 'node20.19';

/** A sandboxed preload script may require nothing but Electron: anything else would fail only at run time. */
const onlyElectron: Plugin = {
  name: 'vigil:preload-requires-only-electron',
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk') continue;
      const foreign = [...output.imports, ...output.dynamicImports].filter((name) => name !== 'electron');
      if (foreign.length > 0) this.error(`the preload script must not require ${foreign.join(', ')}`);
    }
  },
};

const languageOf = (file: string): string | null =>
  /\/renderer\/locales\/(?!en\/)([^/]+)\/[^/]+\.json$/.exec(file)?.[1] ?? null;

export default defineConfig({
  main: {
    root,
    plugins: [licences(projectRoot, true)],
    define: {
      ...versionDefine,
      // ws tries two optional native modules unless it is told not to; they are not part of Vigil.
      'process.env.WS_NO_BUFFER_UTIL': '"1"',
      'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
    },
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      // Whatever main needs is part of the bundle, but for the DHT: its native parts are files of their own.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['hyperdht'],
        input: {
          index: 'main/index.ts',
          'passphrase-worker': 'main/vault/passphrase-worker.ts',
          'signing-worker': 'main/rendezvous/nostr/signing-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    plugins: [onlyElectron, licences(projectRoot)],
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'main/preload/index.ts' },
        // Sandboxed preload scripts must be CommonJS, in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    define: versionDefine,
    plugins: [react(), licences(projectRoot)],
    worker: { format: 'es', plugins: () => [licences(projectRoot)] },
    assetsInclude: ['**/*.tflite'],
    build: {
      target: 'chrome140',
      minify: true,
      outDir: 'out/renderer',
      // The content security policy allows files of the app only: no data: URLs, no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'renderer/index.html',
        // The words of a language come as one.
        output: { codeSplitting: { groups: [{ name: languageOf }] } },
      },
    },
  },
});
