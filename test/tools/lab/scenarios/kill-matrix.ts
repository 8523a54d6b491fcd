/**
 * Every combination of ways to find each other, all others being cut off: a newcomer meets the host; and, while the
 * host cannot be found at all, comes in by a co-host's door and is introduced.
 */
import { bansFor, combinations, nameOf, shortCombinations, type Way } from '../alive';
import { pause } from '../frames';
import { gather } from '../gather';
import type { Participant } from '../participant';
import { median } from '../report';
import type { Lab, Scenario } from '../scenario';
import { wan, type Stage } from '../stage';

/** From asking to join to the first picture. */
const FIRST_PICTURE_LIMIT_MS = 15_000;
const ALL_PICTURES_LIMIT_MS = 20_000;
/** Whoever was cut off for long asks servers again only now and then. */
const WORKS_AGAIN_LIMIT_MS = 40_000;
const LOOK_AGAIN_MS = 300;

type Meets = 'host' | 'coHost';

interface Cell {
  alive: readonly Way[];
  /** Who can be found. */
  door: Participant;
  /** Who cannot, and is already in a call with the other. */
  cutOff: Participant;
  newcomer: Participant;
  link: string;
}

/** Milliseconds to the first picture, or why there is none. */
type Result = { ms: number } | { why: string };

function cutOff(stage: Stage, { alive, door, cutOff: other, newcomer }: Cell): void {
  const places = {
    relays: stage.relays.map(({ address }) => address),
    dhtNodes: stage.dhtNodes.map(({ address }) => address),
  };
  const bans = (one: Participant, left: readonly Way[]) =>
    bansFor(stage.network.addressOf(one.home), left, places);
  stage.network.ban('a', [...bans(door, alive), ...bans(newcomer, alive), ...bans(other, [])]);
}

/** The door has found its servers again. */
async function works({ alive, door }: Cell): Promise<void> {
  const needed = alive.filter((way) => way === 'nostr' || way === 'dht');
  const end = performance.now() + WORKS_AGAIN_LIMIT_MS;
  while (performance.now() < end) {
    const working = await door.tell('workingWays');
    if (needed.every((way) => working.includes(way))) return;
    await pause(LOOK_AGAIN_MS);
  }
}

async function enter({ alive, door, newcomer, link }: Cell): Promise<void> {
  const { name } = newcomer;
  if (!alive.includes('paste')) {
    await newcomer.tell('ask', { link, name });
    return;
  }
  // It holds the whole link, so that every other way races with it.
  await newcomer.tell('ask', { link: await door.tell('inviteByHand'), name });
  const answer = await newcomer.tell('answerByHand');
  if (answer !== null) await door.tell('takeAnswer', answer);
}

async function play(stage: Stage, cell: Cell): Promise<Result> {
  const { alive, door, cutOff: other, newcomer } = cell;
  cutOff(stage, cell);
  await works(cell);
  try {
    await enter(cell);
    const limitMs = ALL_PICTURES_LIMIT_MS;
    const sights = [door, other].map(({ name, index }) => ({ name, index, limitMs }));
    const seen = await newcomer.tell('picturesSinceAsking', sights);
    const missing = seen.flatMap((ms, which) => (ms === null ? [sights[which]?.name ?? ''] : []));
    if (missing.length > 0) return { why: `no picture of ${missing.join(' and ')}` };
    const first = Math.min(...seen.flatMap((ms) => ms ?? []));
    return first < FIRST_PICTURE_LIMIT_MS
      ? { ms: first }
      : { why: `first picture after ${String(first)} ms` };
  } catch (error) {
    return { why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  } finally {
    if (alive.includes('paste')) await door.tell('closeByHand').catch(() => undefined);
    await newcomer.tell('backHome');
    await Promise.all([door, other].map((one) => one.tell('tilesAre', 1)));
  }
}

const wordsOf = (result: Result): string => ('ms' in result ? `${String(result.ms)} ms` : result.why);

/** Computers may be busy: what fails is played once more, and that is said. */
async function playTwice(stage: Stage, cell: Cell, say: (result: Result) => void): Promise<Result> {
  const first = await play(stage, cell);
  if ('ms' in first) return first;
  say(first);
  return play(stage, cell);
}

async function run({ isShort, say, stage: build }: Lab) {
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
  await alice.tell('makeCoHost', bob.name);
  await alice.tell('openDoor');

  const played = isShort ? shortCombinations() : combinations();
  const cells: Record<Meets, Record<string, number | string>> = { host: {}, coHost: {} };
  const times: number[] = [];
  const problems: string[] = [];
  for (const [meets, door, other] of [
    ['host', alice, bob],
    ['coHost', bob, alice],
  ] as const)
    for (const alive of played) {
      const tell = (result: Result, rest: string) => {
        say(`${meets}, ${nameOf(alive)}: ${wordsOf(result)}${rest}`);
      };
      const cell = { alive, door, cutOff: other, newcomer: carol, link };
      const result = await playTwice(stage, cell, (first) => {
        tell(first, '; it is played once more.');
      });
      tell(result, '.');
      cells[meets][nameOf(alive)] = 'ms' in result ? result.ms : result.why;
      if ('ms' in result) times.push(result.ms);
      else problems.push(`${meets} by ${nameOf(alive)}: ${result.why}`);
    }
  const total = 2 * played.length;
  return { part: { passed: times.length, total, medianMs: median(times), cells }, problems };
}

export const killMatrix: Scenario = { name: 'killMatrix', limitMs: 1_500_000, run };
