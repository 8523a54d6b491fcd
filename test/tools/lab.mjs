/** `npm run lab -- [SCENARIO…] [--json]`: the app in networks that this computer makes for it. Linux, as root. */
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { prepare } from './prepare.mjs';
import { runTypeScript } from './processes.mjs';
import { chooseRuntime } from './runtime.mjs';
import { runTool } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

await runTool(async () => {
  await prepare();
  const runtime = await chooseRuntime({ forTests: true });
  await ensureSystemPackages([
    'coturn',
    'ethtool',
    'iproute2',
    'microsocks',
    'nftables',
    'python3',
    'tcpdump',
  ]);
  const virtual = !hasDisplay() && (await ensureSystemPackages(['xvfb'])).length === 0;
  const display = virtual ? await startVirtualDisplay() : undefined;
  try {
    return await runTypeScript('test/lab/lab.ts', process.argv.slice(2), { ...runtime.env, ...display?.env });
  } finally {
    await display?.stop();
  }
});
