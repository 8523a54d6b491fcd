/** `npm run demo`: a call between participants on this computer, with fake cameras. Results alone go to stdout. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { displayFor } from './display.mjs';
import { runTypeScript } from './processes.mjs';
import { chooseRuntime } from './runtime.mjs';
import { runTool } from './say.mjs';

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function demo(args) {
  await prepare();
  const runtime = await chooseRuntime('tests');
  const display = await displayFor(runtime);
  try {
    return await runTypeScript('test/tools/demo/demo.ts', args, { ...runtime.env, ...display.env });
  } finally {
    await display.stop();
  }
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runTool(() => demo(process.argv.slice(2)));
}
