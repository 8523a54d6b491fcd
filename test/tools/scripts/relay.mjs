/** `npm run relay -- --port 7777 --host 127.0.0.1`: runs a relay of one's own. */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await ensureDependencies();
  return runTypeScript('test/tools/relay/serve.ts', process.argv.slice(2));
});
