/** `npm run fuzz`: feeds the parsers with what nobody would send in good faith. */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await ensureDependencies();
  return runTypeScript('test/tools/fuzz/fuzz.ts', process.argv.slice(2));
});
