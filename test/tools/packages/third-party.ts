/** The licences of all that others have made and that goes into Vigil, in one file that every package holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

export const THIRD_PARTY = 'third-party.txt';

const IMPORT =
  /^(?:import|export)\b[^;'"]*\bfrom '([^'.][^']*)'|^import '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm;
const LICENCE = /^(?:licen[cs]e|copying|notice)/i;
/** Of Electron, its own files lie beside it. */
const OF_THE_SYSTEM = /^(?:node:|electron$)/;

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});

/** Taken along by others that find them here: `debug` colors by it. */
const FOUND = ['supports-color'];

const packageOf = (imported: string): string =>
  imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');

/** The packages that these sources ask for by name. */
function importedBy(root: string): Set<string> {
  const found = new Set<string>();
  for (const folder of ['main', 'renderer', 'shared'])
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.name.endsWith('.d.ts')) continue;
      const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
      for (const [, named, alone, late] of text.matchAll(IMPORT)) {
        const name = packageOf(named ?? alone ?? late ?? '');
        if (!OF_THE_SYSTEM.test(name)) found.add(name);
      }
    }
  return found;
}

/** As Node finds it: the nearest one. */
function folderOf(name: string, from: string, root: string): string {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (at === root) throw new Error(`${name} is not installed`);
  }
}

const read = (folder: string): z.infer<typeof manifest> =>
  manifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));

/** @returns folders of all packages that go into Vigil, and of what these need. */
export function shippedPackages(root: string): string[] {
  const folders = new Set<string>();
  const add = (name: string, from: string): void => {
    const folder = folderOf(name, from, root);
    if (folders.has(folder)) return;
    folders.add(folder);
    for (const needed of Object.keys(read(folder).dependencies ?? {})) add(needed, folder);
  };
  for (const name of [...importedBy(root), ...FOUND]) add(name, root);
  return [...folders].sort();
}

/** @throws where a package neither brings its licence nor has one whose words are known. */
export function licenceOf(folder: string, texts: string): string {
  const { name, version, license, author } = read(folder);
  const files = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .sort();
  const title = `${name} ${version} (${license})`;
  if (files.length > 0)
    return [title, ...files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim())].join('\n\n');
  const words = path.join(texts, `${license}.txt`);
  if (!existsSync(words)) throw new Error(`${name} does not bring its licence (${license})`);
  const by = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`;
  return [title, `Copyright (c) ${by}`, readFileSync(words, 'utf8').trim()].join('\n\n');
}

/** The same for the same packages. */
export function thirdParty(root: string): string {
  const texts = path.join(root, 'main/packaging/licences');
  const works = readdirSync(texts)
    .filter((file) => file.startsWith('work-'))
    .sort()
    .map((file) => readFileSync(path.join(texts, file), 'utf8').trim());
  const licences = shippedPackages(root).map((folder) => licenceOf(folder, texts));
  const head = 'What others have made and Vigil holds, each under its own licence.';
  return `${[head, ...licences, ...works].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** @param isMain of the build that writes the file; each build fails where it holds a package that is not named there. */
export function licences(root: string, isMain = false): Plugin {
  return {
    name: 'vigil:licences',
    generateBundle() {
      const known = shippedPackages(root);
      for (const id of this.getModuleIds()) {
        const at = id.lastIndexOf('/node_modules/');
        if (at === -1) continue;
        const inside = id.slice(id.startsWith('\0') ? 1 : 0, at + '/node_modules/'.length);
        const folder = path.join(inside, packageOf(id.slice(at + '/node_modules/'.length)));
        if (!known.includes(folder)) this.error(`the licence of ${folder} is not told`);
      }
      if (isMain) this.emitFile({ type: 'asset', fileName: THIRD_PARTY, source: thirdParty(root) });
    },
  };
}
