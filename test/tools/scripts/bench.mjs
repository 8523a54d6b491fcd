/** `npm run bench`: measures Vigil on this computer. */
import { displayFor } from './display.mjs';
import { ensureDependencies, prepare } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { chooseRuntime } from './runtime.mjs';
import { runTool } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const program = 'test/tools/bench/bench.ts';

/**
 * With the app itself, built. The stand-in gets no window: what it is compared with has none either.
 * @param {string[]} args
 */
async function runWithApp(args) {
  await prepare();
  const runtime = await chooseRuntime('tests');
  const { kind, env } = runtime;
  if (kind === 'stand-in') return runTypeScript(program, args, { ...env, VIGIL_HEADLESS: '1' });
  const display = await displayFor(runtime);
  try {
    return await runTypeScript(program, args, { ...env, ...display.env });
  } finally {
    await display.stop();
  }
}

await runTool(async () => {
  await ensureDependencies();
  const args = process.argv.slice(2);
  const names = args.filter((argument) => !argument.startsWith('--'));
  const isAsked = (/** @type {string} */ name) => names.length === 0 || names.includes(name);
  const needsApp = ['join', 'files', 'share', 'start', 'memory'].some(isAsked);
  if (['media', 'mesh'].some(isAsked) || needsApp) await ensureSystemPackages(['chromium']);
  return needsApp ? runWithApp(args) : runTypeScript(program, args);
});
