/** `npm run bench`: measures Vigil on this computer. */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await ensureDependencies();
  return runTypeScript('test/bench/bench.ts', process.argv.slice(2));
});
