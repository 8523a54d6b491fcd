/**
 * `npm run dist`: makes packages with electron-builder; its own options follow (`npm run dist -- --dir`). Where
 * Electron's binary cannot be had, the package holds the stand-in and is good for checks alone.
 */
import { prepare } from './prepare.mjs';
import path from 'node:path';
import { packageScript, root } from './paths.mjs';
import { runAttached } from './processes.mjs';
import { chooseRuntime } from './runtime.mjs';
import { runTool, say } from './say.mjs';

await runTool(async () => {
  await prepare();
  const runtime = await chooseRuntime({ forTests: true });
  const args = [packageScript('electron-builder/cli.js'), '--publish', 'never'];
  if (runtime.kind === 'stand-in') {
    say('This package holds the stand-in instead of Electron: use it for checks, give it to nobody.');
    args.push(`-c.electronDist=${path.dirname(runtime.executable)}`);
  }
  const code = await runAttached(process.execPath, [...args, ...process.argv.slice(2)], {
    // The archive is the same for the same sources.
    SOURCE_DATE_EPOCH: process.env['SOURCE_DATE_EPOCH'] ?? '1767225600',
  });
  if (code === 0) say(`The result lies in ${path.join(root, 'dist')}.`);
  return code;
});
