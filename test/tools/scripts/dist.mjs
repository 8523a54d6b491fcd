/** `npm run dist`: see test/tools/packages/dist.ts, and for `--check` and `--reproducible` the files named so beside it. */
import { ensureDependencies, prepare } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { runTool } from './say.mjs';

const tools = 'test/tools/packages';

await runTool(async () => {
  const args = process.argv.slice(2);
  for (const name of ['check', 'reproducible']) {
    if (!args.includes(`--${name}`)) continue;
    await ensureDependencies();
    return runTypeScript(
      `${tools}/${name}.ts`,
      args.filter((argument) => argument !== `--${name}`),
    );
  }
  await prepare();
  return runTypeScript(`${tools}/dist.ts`, args);
});
