/**
 * `npm run bench -- [frames|handshake|control] [--json]`: what Vigil's cryptography costs on this computer, as ratios
 * to the least that it could cost, and how many control messages a join costs a simulated meeting. With --json the last line of the output is one JSON object.
 */
import { benchControl } from './control';
import { benchFrames } from './frames';
import { benchHandshake } from './handshake';

const benches: Record<string, () => Promise<unknown>> = {
  frames: benchFrames,
  handshake: benchHandshake,
  control: benchControl,
};

async function main(): Promise<number> {
  const given = process.argv.slice(2);
  const names = given.filter((argument) => argument !== '--json');
  const json = given.includes('--json');
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`usage: npm run bench -- [${Object.keys(benches).join('|')}] [--json]`);
    return 2;
  }
  const results: Record<string, unknown> = {};
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const result = await benches[name]?.();
    results[name] = result;
    if (!json) console.log(`${name}\n${JSON.stringify(result, null, 2)}`);
  }
  if (json) console.log(JSON.stringify(results));
  return 0;
}

process.exitCode = await main();
