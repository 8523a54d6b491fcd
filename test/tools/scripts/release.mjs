/** `npm run release`: words about a release, made and signed by those who hold release keys (docs/releasing.md). */
import { ensureDependencies } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

await runTool(async () => {
  await ensureDependencies();
  return runTypeScript('test/tools/release/release.ts', process.argv.slice(2));
});
