import { describe, expect, it, onTestFinished } from 'vitest';
import { NostrTransport } from '../../../../../main/rendezvous/nostr/nostr-transport';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import type { Envelope } from '../../../../../shared/wire/envelope';
import { rankRelays } from '../../../../../shared/wire/relay-choice';
import { startHostileRelay, type HostileRelay } from '../../../../tools/relay/hostile-relay';
import { startRelay } from '../../../../../main/volunteer-server/relay/relay';

const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});
const hello = (): Envelope => ({
  kind: 'hello',
  from: randomBytes(16),
  to: new Uint8Array(16),
  messageId: randomBytes(8),
  part: 0,
  parts: 1,
  body: randomBytes(10),
});

async function relays(count: number): Promise<Map<string, HostileRelay>> {
  const started = await Promise.all(Array.from({ length: count }, () => startHostileRelay()));
  onTestFinished(async () => {
    await Promise.all(started.map((relay) => relay.close()));
  });
  return new Map(started.map((relay) => [relay.url, relay]));
}

function transportOf(own: readonly string[], named: readonly string[] = []): NostrTransport {
  const events = { changed: () => undefined, clock: () => undefined };
  const transport = new NostrTransport({ named, own }, Date.now, events);
  onTestFinished(() => transport.stop());
  return transport;
}

const statesOf = (transport: NostrTransport) =>
  Object.fromEntries(transport.statuses.map(({ url, state }) => [url, state]));

describe('of many relays', () => {
  it('a meeting uses the best four at once, for all its rooms, and asks the others nothing', async () => {
    const all = await relays(7);
    const [meeting, pair] = [room(), room()];
    const ranked = rankRelays(meeting.topicKey, [...all.keys()]);
    const transport = transportOf([...all.keys()]);
    expect(transport.status.state).toBe('idle');
    transport.listen(meeting, () => undefined);
    transport.listen(pair, () => undefined);
    await expect.poll(() => transport.status.others, { timeout: 30_000 }).toBe(4);
    expect(Object.keys(statesOf(transport))).toEqual(ranked.slice(0, 4));
    const asked = [...all].filter(([, relay]) => relay.connections.size > 0).map(([url]) => url);
    expect(asked.sort()).toEqual(ranked.slice(0, 4).sort());
  });

  it('two with different lists meet by what both have', async () => {
    const [, ...all] = [...(await relays(3)).keys()];
    const shared = room();
    const dead = (of: string) => Array.from({ length: 3 }, (_, n) => `ws://127.0.0.1:9/${of}${String(n)}`);
    const named = all.slice(0, 1);
    const alice = transportOf([...dead('a'), ...all.slice(1)], named);
    const bob = transportOf(dead('b'), named);
    const received: Envelope[] = [];
    alice.listen(shared, (envelope) => received.push(envelope));
    bob.listen(shared, () => undefined);
    await expect.poll(() => alice.status.others, { timeout: 30_000 }).toBeGreaterThan(0);
    const said = hello();
    bob.publish(shared, [said]);
    await expect.poll(() => received, { timeout: 30_000 }).toContainEqual(said);
  });
});

describe('a dead relay', () => {
  it('gets the next best one as a substitute, which is told what was said, and may come back', async () => {
    const all = await relays(6);
    const shared = room();
    const ranked = rankRelays(shared.topicKey, [...all.keys()]);
    const [first = '', , , , fifth = ''] = ranked;
    await all.get(first)?.close();
    const transport = transportOf([...all.keys()]);
    transport.listen(shared, () => undefined);
    const said = hello();
    transport.publish(shared, [said]);
    await expect.poll(() => transport.status.others, { timeout: 30_000 }).toBe(3);
    await expect.poll(() => statesOf(transport)[fifth], { timeout: 30_000 }).toBe('works');
    await expect.poll(() => all.get(fifth)?.seen.length, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(Object.keys(statesOf(transport))).toEqual(ranked.slice(0, 5));
    const again = await startRelay({ port: Number(new URL(first).port) });
    onTestFinished(() => again.close());
    await expect.poll(() => statesOf(transport)[first], { timeout: 30_000 }).toBe('works');
    expect(transport.status.others).toBe(5);
  }, 120_000);

  it('that worked and falls silent is replaced too, and no more than one for one', async () => {
    const all = await relays(6);
    const shared = room();
    const ranked = rankRelays(shared.topicKey, [...all.keys()]);
    const transport = transportOf([...all.keys()]);
    transport.listen(shared, () => undefined);
    await expect.poll(() => transport.status.others, { timeout: 30_000 }).toBe(4);
    await all.get(ranked[1] ?? '')?.close();
    await expect.poll(() => statesOf(transport)[ranked[4] ?? ''], { timeout: 30_000 }).toBe('works');
    expect(statesOf(transport)[ranked[1] ?? '']).toBe('silent');
    expect(Object.keys(statesOf(transport))).toEqual(ranked.slice(0, 5));
  }, 120_000);
});
