/** Builds main, preload and renderer when their sources are not those of the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { cacheDir, outDir, packageScript, root } from './paths.mjs';
import { runNode } from './processes.mjs';
import { Explained, say } from './say.mjs';

const LIMIT_MS = 5 * 60_000;
const sources = ['shared', 'main', 'renderer'];
const singleFiles = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'test/tools/packages/third-party.ts',
];
const results = ['main/index.js', 'main/third-party.txt', 'preload/preload.cjs', 'renderer/index.html'];
const stampFile = path.join(outDir, 'built-from');

/**
 * @param {string} folder
 * @returns {string[]} every file below it, relative to the root, in a fixed order
 */
function filesBelow(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** A digest of everything that the build reads. */
function digestOfSources() {
  const hash = createHash('sha256');
  for (const file of [...singleFiles, ...sources.flatMap(filesBelow)]) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${String(bytes.length)}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** @param {string} digest */
function isBuiltFrom(digest) {
  return (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === digest &&
    results.every((file) => existsSync(path.join(outDir, file)))
  );
}

/** Ensures out/main, out/preload and out/renderer. */
export async function ensureBuild() {
  if (isBuiltFrom(digestOfSources())) return;
  await withLock(path.join(cacheDir, 'build.lock'), async () => {
    const digest = digestOfSources();
    if (isBuiltFrom(digest)) return;
    say('Building Vigil, since its sources have changed.');
    mkdirSync(outDir, { recursive: true });
    rmSync(stampFile, { force: true });
    const { code, output } = await runNode([packageScript('electron-vite/bin/electron-vite.js'), 'build'], {
      output: 'keep',
      timeoutMs: LIMIT_MS,
      env: { NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Explained(`${output.trim()}\nThe build failed; its message is above.`);
    writeFileSync(stampFile, digest);
  });
}
