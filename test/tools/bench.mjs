/** `npm run bench`: measures Vigil on this computer. */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

await runTool(async () => {
  await ensureDependencies();
  const args = process.argv.slice(2);
  const names = args.filter((argument) => !argument.startsWith('--'));
  if (names.length === 0 || names.includes('media')) await ensureSystemPackages(['chromium']);
  return runTypeScript('test/bench/bench.ts', args);
});
