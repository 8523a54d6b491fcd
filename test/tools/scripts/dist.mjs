/**
 * `npm run dist`: makes packages with electron-builder, and join.html; its own options follow (`npm run dist -- --dir`). Where
 * Electron's binary cannot be had, the package holds the stand-in and is good for checks alone.
 */
import path from 'node:path';
import { givenElectron, versionOf } from './given-electron.mjs';
import { prepare } from './prepare.mjs';
import { packageScript, root } from './paths.mjs';
import { runAttached } from './processes.mjs';
import { chooseRuntime } from './runtime.mjs';
import { runTool, say } from './say.mjs';

/** @returns {string[]} options that put the Electron that VIGIL_ELECTRON names into the package */
function ofGivenElectron() {
  const given = givenElectron();
  if (given === undefined) return [];
  return [`-c.electronDist=${given.folder}`, `-c.electronVersion=${versionOf(given.folder)}`];
}

await runTool(async () => {
  await prepare();
  const runtime = await chooseRuntime('package');
  const args = [packageScript('electron-builder/cli.js'), '--publish', 'never'];
  if (runtime.kind === 'stand-in') {
    say('This package holds the stand-in instead of Electron: use it for checks, give it to nobody.');
    args.push(`-c.electronDist=${path.dirname(runtime.executable)}`);
  } else args.push(...ofGivenElectron());
  // Not before: it needs packages that `prepare` installs.
  const { writeJoinPage } = await import('./join-page.mjs');
  await writeJoinPage(path.join(root, 'dist'));
  const code = await runAttached(process.execPath, [...args, ...process.argv.slice(2)], {
    // The archive is the same for the same sources.
    SOURCE_DATE_EPOCH: process.env['SOURCE_DATE_EPOCH'] ?? '1767225600',
  });
  if (code === 0) say(`The result lies in ${path.join(root, 'dist')}.`);
  return code;
});
