/** Two homes behind routers of each kind: who connects, and what the screen says to those who cannot. */
import type { Lab, Scenario } from '../scenario';
import type { Participant } from '../participant';
import type { NatKind } from '../plan';
import { wan, type Stage } from '../stage';
import ending from '../../../../renderer/locales/en/ending.json' with { type: 'json' };

/** From asking to join: the app tries more than once before it says that there is no path. */
const REFUSED_LIMIT_MS = 55_000;
const PICTURE_LIMIT_MS = 25_000;

const pairs = [
  { name: 'coneCone', kinds: ['cone', 'cone'], direct: true },
  { name: 'coneSym', kinds: ['cone', 'symmetric'], direct: false },
  { name: 'symSym', kinds: ['symmetric', 'symmetric'], direct: false },
] as const satisfies { name: string; kinds: [NatKind, NatKind]; direct: boolean }[];

/** true: both have pictures. said: the screen says that there is no path, and what would help. */
type Result = boolean | 'said';

interface Pair {
  alice: Participant;
  bob: Participant;
}

async function meet({ alice, bob }: Pair, canConnect: boolean): Promise<Result> {
  const link = await alice.tell('host', alice.name);
  await bob.tell('ask', { link, name: bob.name });
  await alice.tell('admit');
  if (!canConnect) {
    const { reason, text } = await bob.tell('ended', REFUSED_LIMIT_MS);
    const isSaid = reason === 'no-path' && text.includes(ending.ended['no-path'].todo);
    await Promise.all([bob.tell('backHome'), alice.tell('backHome')]);
    return isSaid ? 'said' : false;
  }
  const seen = await Promise.all([alice.sees(bob, PICTURE_LIMIT_MS), bob.sees(alice, PICTURE_LIMIT_MS)]);
  await bob.tell('backHome');
  await alice.tell('backHome');
  return seen.every((ms) => ms !== null);
}

async function useTurn(stage: Stage, people: Pair, on: boolean): Promise<void> {
  const turn = on && stage.turn ? [stage.turn.setting('udp')] : [];
  await Promise.all(Object.values(people).map((one: Participant) => one.tell('saveSettings', { turn })));
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
  const people = { alice, bob };
  const part: Record<string, { withoutTurn: Result; withTurn: Result }> = {};
  const problems: string[] = [];
  for (const { name, kinds, direct } of pairs) {
    stage.network.setNat('a', kinds[0]);
    stage.network.setNat('b', kinds[1]);
    await useTurn(stage, people, false);
    const withoutTurn = await meet(people, direct);
    say(`${name} without TURN: ${String(withoutTurn)}.`);
    await useTurn(stage, people, true);
    const withTurn = await meet(people, true);
    say(`${name} with TURN: ${String(withTurn)}.`);
    part[name] = { withoutTurn, withTurn };
    if (withoutTurn !== (direct ? true : 'said'))
      problems.push(`${name} without TURN is ${String(withoutTurn)}`);
    if (!withTurn) problems.push(`${name} does not connect with TURN`);
  }
  return { part, problems };
}

export const nat: Scenario = { name: 'nat', limitMs: 300_000, run };
