/** `npm run vectors -- <kind> <file>`: runs test vectors. */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await ensureDependencies();
  return runTypeScript('test/vectors/run.ts', process.argv.slice(2));
});
