/** `npm run mutate`: takes protections out, one at a time, and sees whether a test misses them. */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await ensureDependencies();
  return runTypeScript('test/tools/mutate/mutate.ts', process.argv.slice(2));
});
