/** Builds the stand-in into out/electron-stand-in, laid out as Electron's dist folder would be. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fuseWire } from './fuse-wire.mjs';

const source = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(source, '../../..');
const require = createRequire(import.meta.url);

/** The scripts for the page's two worlds travel as text inside boot.cjs. */
const worlds = { MAIN_WORLD: 'renderer/main-world.ts', ISOLATED_WORLD: 'renderer/isolated-world.ts' };

/** @param {string} entry */
async function worldScript(entry) {
  const result = await build({
    entryPoints: [path.join(source, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'world',
    platform: 'browser',
    target: 'chrome120',
    logLevel: 'warning',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** @returns {Promise<string>} the folder for ELECTRON_OVERRIDE_DIST_PATH */
export async function buildStandIn(output = path.join(root, 'out/electron-stand-in')) {
  const { version } = /** @type {{ version: string }} */ (require('electron/package.json'));
  const scripts = await Promise.all(
    Object.entries(worlds).map(async ([name, entry]) => [name, JSON.stringify(await worldScript(entry))]),
  );
  mkdirSync(output, { recursive: true });
  await build({
    entryPoints: [path.join(source, 'boot.ts')],
    outfile: path.join(output, 'boot.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    sourcesContent: false,
    absWorkingDir: root,
    // Electron's name for the fs that does not look into archives, which asar asks for.
    alias: { 'original-fs': 'node:fs' },
    define: { ...Object.fromEntries(scripts), ELECTRON_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
  });
  const launcher = Buffer.concat([readFileSync(path.join(source, 'launcher.sh')), fuseWire()]);
  writeFileSync(path.join(output, 'electron'), launcher, { mode: 0o755 });
  writeFileSync(path.join(output, 'version'), version);
  // Of Chromium's words electron-builder keeps those of some languages: it has to find one.
  mkdirSync(path.join(output, 'locales'), { recursive: true });
  writeFileSync(path.join(output, 'locales', 'en-US.pak'), '');
  return output;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStandIn();
