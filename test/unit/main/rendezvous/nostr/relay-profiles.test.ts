/** What a relay is said to be, and who meets by it, for relays as they are met. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { NostrRelay } from '../../../../../main/rendezvous/nostr/relay';
import { NostrTransport } from '../../../../../main/rendezvous/nostr/nostr-transport';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import type { Envelope } from '../../../../../shared/wire/envelope';
import { rankRelays } from '../../../../../shared/wire/relay-choice';
import { uselessProfiles, usableProfiles, type RelayProfile } from '../../../../tools/relay/profiles';
import { startRelay, type Relay, type RelayOptions } from '../../../../tools/relay/relay';

const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});
const envelope = (kind: Envelope['kind']): Envelope => ({
  kind,
  from: randomBytes(16),
  to: kind === 'hello' ? new Uint8Array(16) : randomBytes(16),
  messageId: randomBytes(8),
  part: 0,
  parts: 1,
  body: randomBytes(10),
});

async function relayOf({ limits, conduct }: RelayProfile, options: RelayOptions = {}): Promise<Relay> {
  const relay = await startRelay({ limits, conduct, ...options });
  onTestFinished(() => relay.close());
  return relay;
}

interface Client {
  relay: NostrRelay;
  clocks: number[];
}

function client(url: string, offset = 0, maySignIn = false): Client {
  const clocks: number[] = [];
  const events = {
    changed: () => undefined,
    clock: (_url: string, time: number) => clocks.push(time),
    maySignIn: () => maySignIn,
  };
  const relay = new NostrRelay(url, () => Date.now() + offset, events);
  onTestFinished(() => relay.stop());
  return { relay, clocks };
}

function transport(urls: readonly string[]): NostrTransport {
  const events = { changed: () => undefined, clock: () => undefined };
  const one = new NostrTransport({ named: [], own: urls }, Date.now, events);
  onTestFinished(() => one.stop());
  return one;
}

/** Whoever waits at the door, and whoever says hello until there is an answer, as a newcomer does. */
async function meet(door: Pick<NostrRelay, 'listen' | 'publish'>, guest: typeof door): Promise<void> {
  const shared = room();
  const [hello, answer] = [envelope('hello'), envelope('answer')];
  const [atDoor, atGuest]: [Envelope[], Envelope[]] = [[], []];
  const saysHello = setInterval(() => {
    guest.publish(shared, [hello]);
  }, 2000);
  onTestFinished(() => {
    clearInterval(saysHello);
  });
  door.listen(shared, (one) => atDoor.push(one));
  guest.listen(shared, (one) => atGuest.push(one));
  guest.publish(shared, [hello]);
  await expect.poll(() => atDoor, { timeout: 60_000 }).toContainEqual(hello);
  clearInterval(saysHello);
  door.publish(shared, [answer]);
  await expect.poll(() => atGuest, { timeout: 60_000 }).toContainEqual(answer);
}

describe.each(Object.entries<RelayProfile>(usableProfiles))('by a relay such as %s', (_name, profile) => {
  it('whoever waits knows that it works, and is found', async () => {
    const { url } = await relayOf(profile);
    const [door, guest] = [client(url), client(url)];
    door.relay.listen(room(), () => undefined);
    await expect.poll(() => door.relay.status.state).toBe('works');
    await meet(door.relay, guest.relay);
    await expect.poll(() => guest.relay.status.state).toBe('works');
    expect(guest.relay.status.refusal).toBeNull();
  });

  it('a meeting with thirty rooms is heard in each of them', async () => {
    const { url } = await relayOf(profile);
    const [host, other] = [client(url).relay, client(url).relay];
    const rooms = Array.from({ length: 30 }, room);
    const heard: Envelope[] = [];
    for (const one of rooms) host.listen(one, (said) => heard.push(said));
    other.listen(room(), () => undefined);
    await expect.poll(() => [host.status.state, other.status.state]).toEqual(['works', 'works']);
    const last = rooms.at(-1);
    const [first] = rooms;
    const said = [envelope('sealed'), envelope('sealed')];
    if (first && last)
      [first, last].forEach((one, index) => other.publish(one, said.slice(index, index + 1)));
    await expect.poll(() => heard).toEqual(expect.arrayContaining(said));
  });

  it.each([-70, -480, 70, 960, 1300])(
    'two meet although the own clock is %i s off, and it is named',
    async (seconds) => {
      const { url } = await relayOf(profile);
      const [door, guest] = [client(url, seconds * 1000), client(url)];
      await meet(guest.relay, door.relay);
      // Somebody who only waits with such a clock is found as well.
      await meet(door.relay, guest.relay);
      await expect.poll(() => door.relay.status.state).toBe('works');
      const { limits, conduct } = profile;
      const { secondsBack = 60, secondsAhead = 900 } = limits;
      const isNoticed = conduct.tellsTime !== false || -seconds > secondsBack || seconds > secondsAhead;
      const apart = door.clocks.map((time) => Math.abs(time - (Date.now() + seconds * 1000)));
      if (isNoticed) expect(Math.max(...apart)).toBeGreaterThan(45_000);
      else expect(apart).toEqual([]);
    },
  );
});

describe.each(Object.entries(uselessProfiles))('a relay that is %s', (_name, { refusal, ...profile }) => {
  it('is never said to work, and says why', async () => {
    const { url } = await relayOf(profile);
    const { relay } = client(url);
    const states = new Set<string>();
    const watching = setInterval(() => states.add(relay.status.state), 5);
    onTestFinished(() => {
      clearInterval(watching);
    });
    const shared = room();
    relay.listen(shared, () => undefined);
    relay.publish(shared, [envelope('hello')]);
    if (refusal === null) {
      // Time enough for an echo, were there one.
      await expect.poll(() => states.has('silent') || relay.status.lastAnswerAt === null).toBe(true);
      expect(relay.status.refusal).toBeNull();
    } else {
      await expect.poll(() => relay.status).toMatchObject({ state: 'refuses', refusal });
    }
    expect(states).not.toContain('works');
  });

  it('four of which stand first parts nobody: two others in both lists are enough', async () => {
    const relays = await Promise.all(Array.from({ length: 6 }, () => relayOf({ limits: {}, conduct: {} })));
    const byUrl = new Map(relays.map((one) => [one.url, one]));
    const [door, guest] = [transport([...byUrl.keys()]), transport([...byUrl.keys()].reverse())];
    const shared = room();
    const ranked = rankRelays(shared.topicKey, [...byUrl.keys()]);
    for (const url of ranked.slice(0, 4)) byUrl.get(url)?.change(profile.conduct);
    const [hello, answer] = [envelope('hello'), envelope('answer')];
    const [atDoor, atGuest]: [Envelope[], Envelope[]] = [[], []];
    door.listen(shared, (one) => atDoor.push(one));
    // The door has waited long before somebody comes.
    const good = ranked.slice(4);
    const works = (one: NostrTransport): string[] =>
      one.statuses.flatMap(({ url, state }) => (state === 'works' ? [url] : []));
    await expect.poll(() => works(door), { timeout: 60_000 }).toEqual(good);
    guest.listen(shared, (one) => atGuest.push(one));
    guest.publish(shared, [hello]);
    await expect.poll(() => atDoor, { timeout: 60_000 }).toContainEqual(hello);
    door.publish(shared, [answer]);
    await expect.poll(() => atGuest, { timeout: 60_000 }).toContainEqual(answer);
  });
});

describe('a relay that wants a sign-in', () => {
  const { 'wants a sign-in': profile } = uselessProfiles;
  if (!profile) throw new Error('there is no such profile');

  it('gets it where the person allows it, by keys that nothing else has, and works then', async () => {
    const received: { type: string; pubkey: string }[] = [];
    const relay = await relayOf(profile, {
      tap: (entry) => {
        if (entry.type !== 'received') return;
        const [type, event] = JSON.parse(entry.text) as [string, { pubkey: string }];
        received.push({ type, pubkey: event.pubkey });
      },
    });
    const [one, other] = [client(relay.url, 0, true).relay, client(relay.url, 0, true).relay];
    await meet(one, other);
    await expect.poll(() => one.status.state).toBe('works');
    const keys = (wanted: string): string[] =>
      received.flatMap(({ type, pubkey }) => (type === wanted ? [pubkey] : []));
    const signIns = keys('AUTH');
    expect(signIns).toHaveLength(2);
    expect(new Set(signIns).size).toBe(2);
    expect(keys('EVENT').filter((key) => signIns.includes(key))).toEqual([]);
  });

  it('gets none where it is not allowed', async () => {
    const types = new Set<string>();
    const relay = await relayOf(profile, {
      tap: (entry) => {
        if (entry.type === 'received') types.add((JSON.parse(entry.text) as [string])[0]);
      },
    });
    const { relay: refused } = client(relay.url);
    refused.listen(room(), () => undefined);
    await expect.poll(() => refused.status.refusal).toBe('sign-in');
    expect(types).toEqual(new Set(['REQ']));
  });
});

describe('a question that is lost', () => {
  it('does not end what holds, and is asked again', async () => {
    let questions = 0;
    const relay = await startRelay({
      hears: (text) => !text.startsWith('["REQ"') || ++questions !== 2,
    });
    onTestFinished(() => relay.close());
    const [host, other] = [client(relay.url).relay, client(relay.url).relay];
    const [meeting, pair] = [room(), room()];
    const heard: Envelope[] = [];
    host.listen(meeting, (one) => heard.push(one));
    await expect.poll(() => host.status.state).toBe('works');
    // The second question, which is lost.
    host.listen(pair, (one) => heard.push(one));
    await expect.poll(() => questions).toBe(2);
    other.listen(room(), () => undefined);
    await expect.poll(() => other.status.state).toBe('works');
    await expect.poll(() => host.status.state).not.toBe('works');
    const [door, pairs] = [envelope('hello'), envelope('sealed')];
    other.publish(meeting, [door]);
    await expect.poll(() => heard).toContainEqual(door);
    await expect.poll(() => host.status.state).toBe('works');
    other.publish(pair, [pairs]);
    await expect.poll(() => heard).toContainEqual(pairs);
  });

  it('with a NOTICE alone, because there were too many, is repeated until it is answered', async () => {
    const relay = await relayOf({ limits: {}, conduct: { answersSubscriptions: 'notice' } });
    const { relay: host } = client(relay.url);
    host.listen(room(), () => undefined);
    await expect.poll(() => host.status).toMatchObject({ state: 'refuses', refusal: 'too-much' });
    relay.change({ answersSubscriptions: 'eose' });
    await expect.poll(() => host.status.state).toBe('works');
  });
});

describe('a relay that is busy', () => {
  it('is left alone for as long as it asks', async () => {
    const visits: number[] = [];
    const relay = await relayOf(
      { limits: {}, conduct: { http: { status: 503, headers: { 'Retry-After': '9' } } } },
      { visited: () => visits.push(performance.now()) },
    );
    const { relay: host } = client(relay.url);
    host.listen(room(), () => undefined);
    await expect.poll(() => host.status.refusal).toBe('busy');
    host.refresh();
    relay.change({ http: null });
    await expect.poll(() => host.status.state).toBe('works');
    const [first = 0, second = 0] = visits;
    expect(second - first).toBeGreaterThan(8900);
  });
});

it('a waiting door tells no more by its check than by any other envelope', async () => {
  const events: { content: string; pubkey: string; kind: number; tags: string[][] }[] = [];
  const relay = await relayOf({ limits: {}, conduct: {} }, { onEvent: (event) => events.push(event) });
  const { relay: door } = client(relay.url);
  const shared = room();
  door.listen(shared, () => undefined);
  await expect.poll(() => door.status.state).toBe('works');
  const check = events.length;
  expect(check).toBeLessThanOrEqual(2);
  door.publish(shared, [envelope('answer')]);
  await expect.poll(() => events.length).toBe(check * 2);
  const shapes = events.map(({ content, kind, pubkey, tags }) => [content.length, kind, pubkey, tags]);
  expect(shapes.slice(check)).toEqual(shapes.slice(0, check));
  expect(new Set(events.map(({ content }) => content)).size).toBe(events.length);
});
