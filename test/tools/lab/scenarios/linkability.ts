/**
 * The same people meet twice, two hours apart, each time by another relay and another DHT: what the logs of all these
 * servers have in common.
 */
import type { RecordedRequest } from '../../../support/dht/recording';
import { pause } from '../frames';
import { gather } from '../gather';
import type { Participant } from '../participant';
import type { Lab, Scenario } from '../scenario';
import type { DhtNode, Relay } from '../servers';
import { wan, type Stage } from '../stage';
import { isWriting, recordSizes, relaySizes, shared, tokensOfDht, tokensOfRelay } from '../tokens';

/** Two hours later no topic of before is listened to any more. */
const LATER_MS = 2 * 60 * 60 * 1000;
/** The last answers of those who have just met. */
const SETTLED_AFTER_MS = 4000;
const IDLE_MS = 15_000;
const DHT_SIZE = 2;

/** What serves one meeting. */
interface Servers {
  relay: Relay;
  dhtNodes: readonly DhtNode[];
}

/** What participants asked; nodes talk with each other as well. */
function requestsTo({ dhtNodes }: Servers): RecordedRequest[] {
  const nodes = new Set(dhtNodes.map(({ address }) => address));
  return dhtNodes
    .flatMap(({ heard }) => heard.map((line) => (JSON.parse(line) as { request: RecordedRequest }).request))
    .filter(({ from }) => !nodes.has(from));
}

const chosen = ({ relay, dhtNodes }: Servers) => ({ relays: [relay], transports: 'nostr,dht', dhtNodes });

async function startServers(stage: Stage): Promise<[Servers, Servers]> {
  await stage.startServers({ relays: 2, record: true, clockOffsets: [0, LATER_MS] });
  const [first, second] = stage.relays;
  if (!first || !second) throw new Error('there are no two relays');
  return [
    { relay: first, dhtNodes: await stage.startDht(DHT_SIZE, { record: true }) },
    { relay: second, dhtNodes: await stage.startDht(DHT_SIZE, { record: true, clockOffset: LATER_MS }) },
  ];
}

/** @returns how much was said while nothing happened in the meeting. */
async function meet(host: Participant, guest: Participant, servers: Servers) {
  await gather(host, [guest]);
  await pause(SETTLED_AFTER_MS);
  const said = () => ({
    messages: servers.relay.heard.length,
    records: requestsTo(servers).filter(isWriting).length,
  });
  const before = said();
  await pause(IDLE_MS);
  const after = said();
  return { messages: after.messages - before.messages, records: after.records - before.records };
}

async function run({ say, stage: build }: Lab) {
  const stage = build([
    { name: 'a', nat: 'cone', wan: wan(1), subnet: '192.168.1', homes: ['alice'] },
    { name: 'b', nat: 'cone', wan: wan(2), subnet: '192.168.2', homes: ['bob'] },
  ]);
  const meetings = await startServers(stage);
  const [first, second] = meetings;
  const [alice, bob] = await Promise.all([
    stage.participant('alice', 'Alice', 0, chosen(first)),
    stage.participant('bob', 'Bob', 1, chosen(first)),
  ]);
  const idle = await meet(alice, bob, first);
  say(
    `they have met; in ${String(IDLE_MS / 1000)} s of the meeting the relay was told ${String(idle.messages)} messages, and the DHT given ${String(idle.records)} records.`,
  );

  for (const one of [alice, bob]) {
    await one.tell('close');
    await one.start(stage.startOptions(chosen(second)));
    await one.tell('moveClock', LATER_MS);
  }
  await gather(alice, [bob]);
  await pause(SETTLED_AFTER_MS);

  const logs = meetings.map((servers) => ({ relay: servers.relay.heard, dht: requestsTo(servers) }));
  // Any two of the four: also a relay and a DHT that served the same meeting.
  const tokens = logs.flatMap(({ relay, dht }) => [tokensOfRelay(relay), tokensOfDht(dht)]);
  const tied = tokens.flatMap((one, index) => tokens.slice(index + 1).flatMap((other) => shared(one, other)));
  const sizes = new Set(logs.flatMap(({ relay, dht }) => [...relaySizes(relay), ...recordSizes(dht)]));
  const messages = logs.map(({ relay }) => relay.length);
  const records = logs.map(({ dht }) => dht.filter(isWriting).length);
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const idleMessages = idle.messages + idle.records;
  say(
    `${String(sum(messages))} messages to two relays and ${String(sum(records))} records in two DHTs have ${String(tied.length)} tokens in common.`,
  );
  const part = {
    sharedTokens: tied.length,
    sizes: sizes.size,
    idleMessages,
    messages: sum(messages),
    dhtRecords: sum(records),
  };
  const problems = [
    ...([...messages, ...records].some((count) => count === 0) ? ['a server was told nothing'] : []),
    ...(tied.length > 0 ? ['the logs of two servers can be tied together'] : []),
    ...(sizes.size === 1 ? [] : [`envelopes have ${String(sizes.size)} sizes`]),
    ...(idleMessages > 0 ? ['a meeting that runs writes to servers'] : []),
  ];
  return { part, problems };
}

export const linkability: Scenario = { name: 'linkability', limitMs: 150_000, run };
