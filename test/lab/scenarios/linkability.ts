/** The same people meet twice, on two relays, in two periods: what the relays' logs have in common. */
import { pause } from '../frames';
import { gather } from '../gather';
import type { Lab, Scenario } from '../scenario';
import { wan } from '../stage';
import { contentSizes, shared, tokensOf } from '../tokens';

/** Two hours later no topic of before is listened to any more. */
const LATER_MS = 2 * 60 * 60 * 1000;
/** The last answers of those who have just met. */
const SETTLED_AFTER_MS = 4000;
const IDLE_MS = 15_000;

async function run({ say, stage: build }: Lab) {
  const stage = build([
    { name: 'a', nat: 'cone', wan: wan(1), subnet: '192.168.1', homes: ['alice'] },
    { name: 'b', nat: 'cone', wan: wan(2), subnet: '192.168.2', homes: ['bob'] },
  ]);
  await stage.startServers({ relays: 2, record: true, clockOffsets: [0, LATER_MS] });
  const [first, second] = stage.relays;
  if (!first || !second) throw new Error('there are no two relays');
  const people = await Promise.all([
    stage.participant('alice', 'Alice', 0, { relays: [first] }),
    stage.participant('bob', 'Bob', 1, { relays: [first] }),
  ]);
  const [alice, bob] = people;
  await gather(alice, [bob]);
  await pause(SETTLED_AFTER_MS);
  const before = first.heard.length;
  await pause(IDLE_MS);
  const idleMessages = first.heard.length - before;
  say(
    `they have met; in ${String(IDLE_MS / 1000)} s of the meeting the relay was told ${String(idleMessages)} messages.`,
  );

  for (const one of people) {
    await one.tell('close');
    await one.start(stage.startOptions({ relays: [second] }));
    await one.tell('moveClock', LATER_MS);
  }
  await gather(alice, [bob]);
  await pause(SETTLED_AFTER_MS);
  const tied = shared(tokensOf(first.heard), tokensOf(second.heard));
  const sizes = contentSizes([...first.heard, ...second.heard]);
  const messages = first.heard.length + second.heard.length;
  const part = { sharedTokens: tied.length, sizes: sizes.size, idleMessages, messages };
  say(`${String(messages)} messages at the two relays have ${String(tied.length)} tokens in common.`);
  const problems = [
    ...(tied.length > 0 ? ['the logs of two relays can be tied together'] : []),
    ...(sizes.size === 1 ? [] : [`envelopes have ${String(sizes.size)} sizes`]),
    ...(idleMessages > 0 ? ['a meeting that runs writes to relays'] : []),
  ];
  return { part, problems };
}

export const linkability: Scenario = { name: 'linkability', limitMs: 150_000, run };
