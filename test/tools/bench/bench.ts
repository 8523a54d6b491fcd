/**
 * `npm run bench -- [frames|handshake|media|mesh|join|files|share|sound|background|control|start|memory] [--json]`: what Vigil's cryptography costs on this computer, as
 * ratios to the least that it could cost and to what others pay, what each further viewer costs a sender, how many control messages a join costs a simulated
 * meeting, how long real apps take to join, how fast files go, and what a shared screen, strong noise suppression and a background cost, and how soon and how large an open app is. With --json the last line of the output is one JSON object; the
 * numbers of media and join stand in it by themselves.
 */
import { benchBackground } from './background';
import { benchControl } from './control';
import { benchFiles, explainFiles } from './files';
import { benchFrames } from './frames';
import { benchHandshake } from './handshake';
import { benchJoin, explainJoin } from './join';
import { benchMemory } from './memory';
import { benchMedia, explainMedia } from './media';
import { benchMesh, explainMesh } from './mesh';
import { benchSound } from './sound';
import { benchStart } from './start';
import { benchShare, explainShare } from './share';

interface Bench {
  run: () => Promise<object>;
  /** In words for people. */
  show: (result: object) => string;
}

const asJson = (result: object): string => JSON.stringify(result, null, 2);
const benches: Record<string, Bench> = {
  frames: { run: async () => ({ frames: await benchFrames() }), show: asJson },
  handshake: { run: async () => ({ handshake: await benchHandshake() }), show: asJson },
  media: { run: benchMedia, show: (result) => `${explainMedia}\n${asJson(result)}` },
  mesh: {
    run: async () => ({ mesh: await benchMesh() }),
    show: (result) => `${explainMesh}\n${asJson(result)}`,
  },
  join: { run: benchJoin, show: (result) => `${explainJoin}\n${asJson(result)}` },
  files: {
    run: async () => ({ files: await benchFiles() }),
    show: (result) => `${explainFiles}\n${asJson(result)}`,
  },
  share: {
    run: async () => ({ share: await benchShare() }),
    show: (result) => `${explainShare}\n${asJson(result)}`,
  },
  sound: { run: () => Promise.resolve({ sound: benchSound() }), show: asJson },
  background: { run: async () => ({ background: await benchBackground() }), show: asJson },
  control: { run: async () => ({ control: await benchControl() }), show: asJson },
  start: { run: async () => ({ start: await benchStart() }), show: asJson },
  memory: { run: async () => ({ memory: await benchMemory() }), show: asJson },
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
  const results: object = {};
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const bench = benches[name];
    if (!bench) continue;
    const result = await bench.run();
    Object.assign(results, result);
    if (!json) console.log(bench.show(result));
  }
  if (json) console.log(JSON.stringify(results));
  return 0;
}

process.exitCode = await main();
