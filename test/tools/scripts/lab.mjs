/** `npm run lab -- [SCENARIO…] [--json] [--short]`: the app in networks that this computer makes for it. Linux, as root. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayFor } from './display.mjs';
import { labPackages } from './lab-suite.mjs';
import { prepare } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { chooseRuntime } from './runtime.mjs';
import { runTool, say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * @param {string[]} args
 * @returns {Promise<number>} 0: all holds. 1: something does not. 2: there can be no lab here.
 */
export async function lab(args) {
  await prepare();
  const runtime = await chooseRuntime('tests');
  const missing =
    process.platform === 'linux' ? await ensureSystemPackages([...labPackages]) : [...labPackages];
  if (missing.length > 0) {
    say(`There can be no lab here: ${missing.join(', ')} cannot be had.`);
    return 2;
  }
  const display = await displayFor(runtime);
  try {
    return await runTypeScript('test/tools/lab/lab.ts', args, { ...runtime.env, ...display.env });
  } finally {
    await display.stop();
  }
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runTool(() => lab(process.argv.slice(2)));
}
