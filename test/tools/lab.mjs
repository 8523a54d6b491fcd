/** `npm run lab`: runs meetings in a network of its own, made of namespaces (Linux, root). */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await ensureDependencies();
  return runTypeScript('test/lab/lab.ts', process.argv.slice(2));
});
