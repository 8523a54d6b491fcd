/**
 * `npm run dist`: packages of Vigil, and join.html. For Linux, on Linux: by the systems' own tools, around the app that
 * electron-builder lays out. For other systems electron-builder does all, and needs the network.
 *
 *     npm run dist                       all packages for this system
 *     npm run dist -- deb tar.gz         these alone
 *     npm run dist -- --dir              the app without a package around it
 *     npm run dist -- --mac …            electron-builder's own options
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeJoinPage } from '../scripts/join-page.mjs';
import { root } from '../scripts/paths.mjs';
import { Explained, runTool, say } from '../scripts/say.mjs';
import { chooseCore, makeAppFolder, runElectronBuilder } from './app-folder';
import { makeAppImage } from './app-image';
import { readConfig } from './config';
import { makeDeb, makeRpm, makeTarball, type Making } from './formats';

const makers: Record<string, (making: Making) => Promise<string>> = {
  'tar.gz': makeTarball,
  deb: makeDeb,
  rpm: makeRpm,
  AppImage: makeAppImage,
};

/** @returns whether all of them could be made. */
async function makeAll(names: readonly string[], making: Omit<Making, 'scratch'>): Promise<boolean> {
  const missing: string[] = [];
  for (const name of names) {
    const scratch = mkdtempSync(path.join(os.tmpdir(), 'vigil-dist-'));
    try {
      const file = await makers[name]?.({ ...making, scratch });
      say(`Made ${path.relative(root, file ?? '')}.`);
    } catch (error) {
      if (!(error instanceof Explained)) throw error;
      missing.push(name);
      say(`The ${name} was not made: ${error.message}.`);
    } finally {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 20 });
    }
  }
  return missing.length === 0;
}

async function forLinux(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      dir: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      linux: { type: 'boolean', default: false },
      output: { type: 'string', default: path.join(root, 'dist') },
    },
  });
  const config = readConfig();
  const wanted = positionals.length > 0 ? positionals : config.linux.target;
  const unknown = wanted.filter((name) => !(name in makers));
  if (unknown.length > 0)
    throw new Explained(
      `There is no package ${unknown.join(', ')}. There are: ${Object.keys(makers).join(', ')}.`,
    );
  const output = path.resolve(process.env['INIT_CWD'] ?? '.', values.output);
  mkdirSync(output, { recursive: true });
  const core = await chooseCore();
  await writeJoinPage(output);
  const unpacked = await makeAppFolder(core, output, []);
  // There is nothing to install of it.
  const isDirAlone = values.dir || core.inside === 'stand-in';
  const isWhole = isDirAlone || (await makeAll(wanted, { config, unpacked, output, quick: values.quick }));
  say(`The result lies in ${output}.`);
  // Whoever asks for one by name wants it.
  return isWhole || positionals.length === 0 ? 0 : 1;
}

async function byElectronBuilder(argv: readonly string[]): Promise<number> {
  const core = await chooseCore();
  await writeJoinPage(path.join(root, 'dist'));
  const code = await runElectronBuilder([...core.args, ...argv]);
  if (code === 0) say(`The result lies in ${path.join(root, 'dist')}.`);
  return code;
}

/** Another system's package, or another's tools. */
const isForeign = (argv: readonly string[]): boolean =>
  process.platform !== 'linux' ||
  argv.some((argument) => /^(-[mw]+|--(mac|macos|win|windows|config.*)|-c.*)$/.test(argument));

await runTool(() => {
  const argv = process.argv.slice(2);
  return isForeign(argv) ? byElectronBuilder(argv) : forLinux(argv);
});
