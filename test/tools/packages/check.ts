/**
 * `npm run dist -- --check [FILE|FOLDER…]`: looks into packages, those in dist/ if none is named; a line for each check,
 * exit code 1 if one fails. `--release` also refuses packages that were made for tests, `--lintian` asks Debian's judge.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/paths.mjs';
import { Explained, runTool } from '../scripts/say.mjs';
import { isForTests } from './check/archive';
import { checks } from './check/checks';
import { lintian } from './check/lintian';
import { isPackage, openPackage, type Opened } from './check/opened';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function packagesIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(isPackage) : [];
  if (names.length === 0)
    throw new Explained(`There is no package in ${folder}: make one by \`npm run dist\`.`);
  return names.sort().map((name) => path.join(folder, name));
}

function show(name: string, problems: readonly string[]): boolean {
  print(problems.length === 0 ? `✓ ${name}` : `✗ ${name}: ${problems.slice(0, 5).join('; ')}`);
  return problems.length === 0;
}

interface Wishes {
  readonly release: boolean;
  readonly lintian: boolean;
}

/** @returns whether all is well. */
async function check(named: string, wishes: Wishes): Promise<boolean> {
  print(path.basename(named));
  let opened: Opened;
  try {
    opened = await openPackage(named);
  } catch (error) {
    if (!(error instanceof Explained)) throw error;
    return show('it can be opened', [error.message]);
  }
  try {
    let isWell = true;
    for (const { name, applies, problems } of checks)
      if (applies(opened)) isWell = show(name, await problems(opened)) && isWell;
    const note = isForTests(opened.archive) ? ['an older Electron is inside'] : [];
    if (wishes.release) isWell = show('it is for people, not for tests', note) && isWell;
    else if (note.length > 0) print('  It is for tests: an older Electron is inside.');
    if (wishes.lintian && named.endsWith('.deb'))
      isWell = show('lintian finds no error', await lintian(named)) && isWell;
    return isWell;
  } finally {
    opened.close();
  }
}

await runTool(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { release: { type: 'boolean', default: false }, lintian: { type: 'boolean', default: false } },
  });
  const from = process.env['INIT_CWD'] ?? '.';
  const named = positionals.map((file) => path.resolve(from, file));
  let isWell = true;
  for (const each of named.length > 0 ? named : packagesIn(path.join(root, 'dist')))
    isWell = (await check(each, values)) && isWell;
  return isWell ? 0 : 1;
});
