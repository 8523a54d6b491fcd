/** All servers die in the middle of a call: nothing is lost, and what needs no server still works. */
import { frameLoss, framesIn, pause } from '../frames';
import { gather } from '../gather';
import type { Participant } from '../participant';
import type { Lab, Scenario } from '../scenario';
import { wan } from '../stage';

const WINDOWS = 4;
const NEWCOMER_LIMIT_MS = 40_000;
const SETTLED_AFTER_MS = 4000;

/** The camera goes off and on, which both must agree about without any server. */
async function cameraAgain(of: Participant, at: Participant): Promise<boolean> {
  await of.tell('camera', false);
  await at.tell('seesNoCamera', of.name);
  await of.tell('camera', true);
  return (await at.sees(of)) !== null;
}

async function run({ say, stage: build }: Lab) {
  const stage = build([
    { name: 'a', nat: 'cone', wan: wan(1), subnet: '192.168.1', homes: ['alice', 'bob', 'carol'] },
  ]);
  await stage.startServers({ relays: 2, dht: 3 });
  const all = { transports: 'nostr,dht,lan' };
  const [alice, bob, carol] = await Promise.all([
    stage.participant('alice', 'Alice', 0, all),
    stage.participant('bob', 'Bob', 1, all),
    stage.participant('carol', 'Carol', 2, all),
  ]);
  const link = await gather(alice, [bob]);
  await alice.tell('openDoor');
  await pause(SETTLED_AFTER_MS);
  const before = await framesIn(alice, WINDOWS);
  for (const server of stage.servers) server.kill();
  const { framesLost, noise } = frameLoss(before, await framesIn(alice, WINDOWS));
  say(
    `all ${String(stage.servers.length)} servers are dead: ${String(framesLost)} frames lost, noise ${String(noise)}.`,
  );
  const renegotiated = await cameraAgain(bob, alice);
  say(`a camera off and on again is ${renegotiated ? '' : 'NOT '}seen.`);

  await carol.tell('ask', { link, name: carol.name });
  const seen = await Promise.all([alice, bob].map((one) => carol.sees(one, NEWCOMER_LIMIT_MS)));
  const newcomerJoined = seen.every((ms) => ms !== null);
  say(`a newcomer ${newcomerJoined ? 'has' : 'has NOT'} joined.`);
  const problems = [
    ...(framesLost > noise ? [`${String(framesLost)} frames were lost`] : []),
    ...(renegotiated ? [] : ['a camera that was switched on is not seen']),
    ...(newcomerJoined ? [] : ['nobody new can join']),
  ];
  return { part: { framesLost, noise, newcomerJoined, renegotiated }, problems };
}

export const serversKilled: Scenario = { name: 'serversKilled', limitMs: 150_000, run };
