/**
 * `npm start`: opens Vigil. What follows `--` goes to the app: a profile (`--profile bob`) or an invite link. The
 * arguments are never printed, since a link is a secret.
 */
import { prepare } from './prepare.mjs';
import { hasDisplay } from './display.mjs';
import { runAttached } from './processes.mjs';
import { appCommand, chooseRuntime } from './runtime.mjs';
import { runTool, say } from './say.mjs';

await runTool(async () => {
  if (!hasDisplay()) {
    say('There is no display for a window here; running the demo call instead (`npm run demo`).');
    const { demo } = await import('./demo.mjs');
    return demo([]);
  }
  await prepare();
  const runtime = await chooseRuntime('person');
  const { file, args } = appCommand(runtime, process.argv.slice(2));
  return runAttached(file, args, runtime.env);
});
