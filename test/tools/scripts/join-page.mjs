/** Puts join.html together: one file, without any request of its own, whose policy names its script and its style. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { readLanguage, textsIn } from './locale-files.mjs';
import { root } from './paths.mjs';
import { Explained } from './say.mjs';

const sources = path.join(root, 'renderer', 'join-page');
const locales = path.join(root, 'renderer', 'locales');

/** @param {string} language */
const textsOf = (language) =>
  new Map(textsIn(readLanguage(path.join(locales, language))['join-page'] ?? {}, 'join-page:'));

/** By language, and each in the order of the keys, which are long; what is not translated yet is null. */
function texts() {
  const folders = readdirSync(locales, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const keys = [...textsOf('en').keys()];
  const languages = folders.map(({ name }) => {
    const texts = textsOf(name);
    return /** @type {const} */ ([name, keys.map((key) => texts.get(key) || null)]);
  });
  return {
    keys,
    languages: Object.fromEntries(languages.filter(([, texts]) => texts.some((text) => text !== null))),
  };
}

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * @param {string} download where Vigil can be had, an https address; empty: nowhere
 * @returns {Promise<string>} HTML
 */
export async function joinPage(download = '') {
  if (download !== '' && !(URL.canParse(download) && new URL(download).protocol === 'https:'))
    throw new Explained('VIGIL_DOWNLOAD_PAGE has to be an https:// address.');
  const { keys, languages } = texts();
  const { outputFiles } = await build({
    entryPoints: {
      page: path.join(sources, 'page.ts'),
      style: path.join(sources, 'page.css'),
    },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    // Light and dark by one function, which browsers have had since then.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    define: {
      JOIN_KEYS: JSON.stringify(keys),
      JOIN_TEXTS: JSON.stringify(languages),
      JOIN_DOWNLOAD: JSON.stringify(download),
    },
    outdir: sources,
    write: false,
    logLevel: 'silent',
  });
  /** @param {string} name */
  const output = (name) => {
    const file = outputFiles.find((one) => one.path.endsWith(name));
    if (!file) throw new Error(`${name} was not built`);
    // An end of the element within would be one.
    return file.text.trim().replaceAll('</', '<\\/');
  };
  const [script, style] = [output('page.js'), output('style.css')];
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return readFileSync(path.join(sources, 'join.html'), 'utf8')
    .replace("default-src 'none'", () => policy)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`);
}

/** @param {string} folder where join.html is to lie */
export async function writeJoinPage(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'join.html'), await joinPage(process.env['VIGIL_DOWNLOAD_PAGE']));
}
