/** A call over a bad network: what is heard and seen, and how soon all is well afterwards. */
import { concealment, framesIn, packetLoss, pause } from '../frames';
import { gather, seeEachOther } from '../gather';
import type { Participant } from '../participant';
import type { Lab, Scenario } from '../scenario';
import type { Shaper } from '../shaper';
import { wan } from '../stage';

/** Each way; there and back twice as long. */
const DELAY_MS = 100;
const LOSSES = [5, 10, 20] as const;
const BURST_MS = 8000;
const OUTAGE_MS = 10_000;
const RECOVERY_LIMIT_MS = 45_000;
/** Of the sound may be made up at a loss of so many percent, each way. */
const MOST_CONCEALED: Record<(typeof LOSSES)[number], number> = { 5: 0.15, 10: 0.25, 20: 0.45 };

const clean = { delay: DELAY_MS, jitter: 5, loss: 0 };

interface Burst {
  heard: boolean;
  /** Share of the sound's packets that did not arrive. */
  lost: number;
  /** Share of the sound that was made up. */
  concealed: number;
  /** Decoded in a second during the burst. */
  framesPerSecond: number;
  /** Until both pictures are seen to move afterwards; null: not in time. */
  pictureAfterMs: number | null;
}

async function recovery(one: Participant, other: Participant): Promise<number | null> {
  const started = performance.now();
  const seen = await seeEachOther(one, other, RECOVERY_LIMIT_MS);
  return seen ? Math.round(performance.now() - started) : null;
}

async function burst(alice: Participant, bob: Participant, shaper: Shaper, loss: number): Promise<Burst> {
  await shaper.set({ ...clean, loss });
  const before = await alice.tell('inbound');
  const [heard] = await Promise.all([alice.hears(bob), pause(BURST_MS)]);
  const after = await alice.tell('inbound');
  await shaper.set(clean);
  const seconds = (after.at - before.at) / 1000;
  return {
    heard,
    lost: packetLoss(before, after),
    concealed: concealment(before, after),
    framesPerSecond: Number(((after.framesDecoded - before.framesDecoded) / seconds).toFixed(1)),
    pictureAfterMs: await recovery(alice, bob),
  };
}

async function run({ say, stage: build }: Lab) {
  const stage = build([
    { name: 'a', nat: 'cone', wan: wan(1), subnet: '192.168.1', homes: ['alice'] },
    { name: 'b', nat: 'cone', wan: wan(2), subnet: '192.168.2', homes: ['bob'] },
  ]);
  await stage.startServers({ relays: 2 });
  const [alice, bob] = await Promise.all([
    stage.participant('alice', 'Alice', 0),
    stage.participant('bob', 'Bob', 1),
  ]);
  const shaper = await stage.shape('b');
  await shaper.set(clean);
  await gather(alice, [bob]);
  await framesIn(alice, 2);

  const problems: string[] = [];
  const bursts: Record<string, Burst> = {};
  for (const loss of LOSSES) {
    const seen = await burst(alice, bob, shaper, loss);
    bursts[`percent${String(loss)}`] = seen;
    say(`${String(loss)} % lost: ${JSON.stringify(seen)}.`);
    if (seen.lost < loss / 200) problems.push(`the lab does not lose ${String(loss)} %`);
    if (!seen.heard) problems.push(`at ${String(loss)} % loss nothing is heard`);
    if (seen.concealed > MOST_CONCEALED[loss])
      problems.push(`at ${String(loss)} % loss ${String(seen.concealed)} of the sound is made up`);
    if (seen.pictureAfterMs === null) problems.push(`after ${String(loss)} % loss the picture stays away`);
  }

  await shaper.set({ ...clean, loss: 100 });
  await pause(OUTAGE_MS);
  await shaper.set(clean);
  const afterOutageMs = await recovery(alice, bob);
  say(`after an outage of ${String(OUTAGE_MS / 1000)} s: picture in ${String(afterOutageMs)} ms.`);
  if (afterOutageMs === null) problems.push('an outage is not survived');

  stage.network.move('b', 'bob', 77);
  const afterMoveMs = await recovery(alice, bob);
  say(`after a change of address: picture in ${String(afterMoveMs)} ms.`);
  if (afterMoveMs === null) problems.push('a change of address is not survived');

  return { part: { roundTripMs: 2 * DELAY_MS, ...bursts, afterOutageMs, afterMoveMs }, problems };
}

export const loss: Scenario = { name: 'loss', limitMs: 240_000, run };
