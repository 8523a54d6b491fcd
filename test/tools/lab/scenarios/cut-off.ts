/** One country is cut off, more and more: whoever is there comes in by what is left, and nobody else notices. */
import type { Ban } from '../bans';
import { frameLoss, framesIn, type FrameLoss } from '../frames';
import { gather } from '../gather';
import type { Participant } from '../participant';
import type { Lab, Scenario } from '../scenario';
import { wan, type Stage } from '../stage';

const LIMIT_MS = 30_000;

interface Cut {
  name: string;
  bans: (stage: Stage) => Ban[];
  byHand: boolean;
}

const addresses = (servers: readonly { address: string }[]): string[] =>
  servers.map(({ address }) => address);
const alone = (stage: Stage): Ban => ({ what: 'neighbours', home: stage.network.addressOf('carol') });

/** Of the country's router; STUN stays, since without it these routers let nothing through. */
const cuts: readonly Cut[] = [
  {
    name: 'oneRelay',
    bans: (stage) => [
      { what: 'servers', servers: [...addresses(stage.relays.slice(1)), ...addresses(stage.dhtNodes)] },
      alone(stage),
    ],
    byHand: false,
  },
  {
    name: 'dht',
    bans: (stage) => [{ what: 'servers', servers: addresses(stage.relays) }, alone(stage)],
    byHand: false,
  },
  {
    name: 'neighbour',
    bans: (stage) => [{ what: 'servers', servers: addresses([...stage.relays, ...stage.dhtNodes]) }],
    byHand: false,
  },
  {
    name: 'byHand',
    bans: (stage) => [
      { what: 'servers', servers: addresses([...stage.relays, ...stage.dhtNodes]) },
      alone(stage),
    ],
    byHand: true,
  },
];

/** Milliseconds until the newcomer sees everybody; null if that does not happen. */
async function enter(carol: Participant, others: readonly Participant[], link: string, cut: Cut) {
  const [alice] = others;
  if (!alice) return null;
  const text = cut.byHand ? await alice.tell('inviteByHand') : link;
  await carol.tell('ask', { link: text, name: carol.name });
  const answer = cut.byHand ? await carol.tell('answerByHand') : null;
  if (answer !== null) await alice.tell('takeAnswer', answer);
  const sights = others.map(({ name, index }) => ({ name, index, limitMs: LIMIT_MS }));
  const seen = await carol.tell('picturesSinceAsking', sights);
  return seen.includes(null) ? null : Math.max(...seen.flatMap((ms) => ms ?? []));
}

async function run({ say, stage: build }: Lab) {
  const stage = build([
    { name: 'a', nat: 'cone', wan: wan(1), subnet: '192.168.1', homes: ['alice'] },
    { name: 'b', nat: 'cone', wan: wan(2), subnet: '192.168.2', homes: ['bob'] },
    { name: 'c', nat: 'cone', wan: wan(3), subnet: '192.168.3', homes: ['dave', 'carol'] },
  ]);
  await stage.startServers({ relays: 2, dht: 3 });
  const all = { transports: 'nostr,dht,lan' };
  const [alice, bob, dave, carol] = await Promise.all([
    stage.participant('alice', 'Alice', 0, all),
    stage.participant('bob', 'Bob', 1, all),
    stage.participant('dave', 'Dave', 3, all),
    stage.participant('carol', 'Carol', 2, all),
  ]);
  const inside = [alice, bob, dave];
  const link = await gather(alice, [bob, dave]);
  // Whoever keeps a door in the country can let somebody in there.
  await alice.tell('makeCoHost', dave.name);
  await alice.tell('openDoor');

  const part: Record<string, { ms: number | null; others: FrameLoss & { lost: number } }> = {};
  const problems: string[] = [];
  for (const cut of cuts) {
    const before = await framesIn(alice, 3);
    stage.network.ban('c', cut.bans(stage));
    const loss = frameLoss(before, await framesIn(alice, 3));
    const lost = (await Promise.all(inside.map((one) => one.tell('lost')))).reduce(
      (sum, count) => sum + count,
      0,
    );
    const ms = await enter(carol, inside, link, cut).catch((error: unknown) => {
      problems.push(`${cut.name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`);
      return null;
    });
    part[cut.name] = { ms, others: { ...loss, lost } };
    say(`${cut.name}: ${JSON.stringify(part[cut.name])}.`);
    if (ms === null) problems.push(`with what ${cut.name} leaves nobody can join`);
    if (lost > 0 || loss.framesLost > loss.noise) problems.push(`${cut.name}: the others notice`);
    if (cut.byHand) await alice.tell('closeByHand').catch(() => undefined);
    await carol.tell('backHome');
    await Promise.all(inside.map((one) => one.tell('tilesAre', 2)));
  }
  return { part, problems };
}

export const cutOff: Scenario = { name: 'cutOff', limitMs: 300_000, run };
