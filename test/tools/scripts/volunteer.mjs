/** `npm run volunteer -- --host ADDRESS [--relay] [--turn]`: a volunteer's server (docs/volunteering.md). */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await ensureDependencies();
  return runTypeScript('main/volunteer-server/serve.ts', process.argv.slice(2));
});
