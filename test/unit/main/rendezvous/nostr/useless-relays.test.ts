/** Relays that are there, and by which nobody is found: they are said to be what they are, and part nobody. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NostrTransport } from '../../../../../main/rendezvous/nostr/nostr-transport';
import type { Envelope } from '../../../../../shared/wire/envelope';
import { rankRelays } from '../../../../../shared/wire/relay-choice';
import { startHostileRelay } from '../../../../tools/relay/hostile-relay';
import { uselessProfiles } from '../../../../tools/relay/profiles';
import {
  PATIENCE_MS,
  client,
  envelope,
  meet,
  relayOf,
  room,
  sayUntilTold,
  transportOf,
  usualRelays,
} from './relay-clients';

describe.concurrent.each(Object.entries(uselessProfiles))(
  'a relay that is %s',
  (_name, { refusal, ...profile }) => {
    it('is never said to work, and says why', async ({ expect, onTestFinished }) => {
      const { url } = await relayOf(profile, onTestFinished);
      const { relay } = client(url, onTestFinished);
      const states = new Set<string>();
      const watching = setInterval(() => states.add(relay.status.state), 5);
      onTestFinished(() => {
        clearInterval(watching);
      });
      const shared = room();
      relay.listen(shared, () => undefined);
      relay.publish(shared, [envelope('hello')]);
      if (refusal === null) {
        expect(relay.status.refusal).toBeNull();
      } else {
        await expect.poll(() => relay.status).toMatchObject({ state: 'refuses', refusal });
      }
      expect(states).not.toContain('works');
    });

    it('four of which stand first parts nobody: two others in both lists are enough', async ({
      expect,
      onTestFinished,
    }) => {
      const byUrl = await usualRelays(6, onTestFinished);
      const [door, guest]: [NostrTransport, NostrTransport] = [
        transportOf([...byUrl.keys()], onTestFinished),
        transportOf([...byUrl.keys()].reverse(), onTestFinished),
      ];
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
      await expect.poll(() => works(door), { timeout: PATIENCE_MS }).toEqual(good);
      guest.listen(shared, (one) => atGuest.push(one));
      const saidHello = sayUntilTold(guest, shared, hello, onTestFinished);
      await expect.poll(() => atDoor, { timeout: PATIENCE_MS }).toContainEqual(hello);
      saidHello();
      door.publish(shared, [answer]);
      await expect.poll(() => atGuest, { timeout: PATIENCE_MS }).toContainEqual(answer);
    });
  },
);

describe.concurrent('beyond a few', () => {
  it('more relays that refuse than are tried at once without a network leave the others to be found', async ({
    expect,
    onTestFinished,
  }) => {
    const byUrl = await usualRelays(14, onTestFinished);
    const door = transportOf([...byUrl.keys()], onTestFinished);
    const shared = room();
    const ranked = rankRelays(shared.topicKey, [...byUrl.keys()]);
    const answersEvents = { words: 'restricted: members only' };
    for (const url of ranked.slice(0, 12)) byUrl.get(url)?.change({ answersEvents });
    door.listen(shared, () => undefined);
    await expect.poll(() => door.status.others, { timeout: PATIENCE_MS }).toBe(2);
    expect(door.statuses.map(({ url }) => url)).toEqual(ranked);
  });

  it('relays that all refuse are said to refuse, not to be without an answer', async ({
    expect,
    onTestFinished,
  }) => {
    const byUrl = await usualRelays(2, onTestFinished);
    for (const one of byUrl.values()) one.change({ answersEvents: { words: 'restricted: members only' } });
    const door = transportOf([...byUrl.keys()], onTestFinished);
    door.listen(room(), () => undefined);
    await expect
      .poll(() => door.status, { timeout: PATIENCE_MS })
      .toMatchObject({ state: 'silent', why: 'refused' });
  });

  it('a relay that is cut off without a goodbye is noticed', async ({ expect, onTestFinished }) => {
    const own = await startHostileRelay();
    onTestFinished(() => own.close());
    const { relay } = client(own.url, onTestFinished);
    relay.listen(room(), () => undefined);
    await expect.poll(() => relay.status.state).toBe('works');
    own.freeze();
    await expect
      .poll(() => relay.status, { timeout: PATIENCE_MS })
      .toMatchObject({ state: 'silent', refusal: null });
  });
});

describe('a relay that wants a sign-in', () => {
  const { 'wants a sign-in': profile } = uselessProfiles;
  if (!profile) throw new Error('there is no such profile');

  it('gets it where the person allows it, by keys that nothing else has, and works then', async () => {
    const received: { type: string; pubkey: string }[] = [];
    const relay = await relayOf(profile, onTestFinished, {
      tap: (entry) => {
        if (entry.type !== 'received') return;
        const [type, event] = JSON.parse(entry.text) as [string, { pubkey: string }];
        received.push({ type, pubkey: event.pubkey });
      },
    });
    const [one, other] = [
      client(relay.url, onTestFinished, 0, true).relay,
      client(relay.url, onTestFinished, 0, true).relay,
    ];
    await meet(one, other, onTestFinished);
    await expect.poll(() => one.status.state).toBe('works');
    const keys = (wanted: string): string[] =>
      received.flatMap(({ type, pubkey }) => (type === wanted ? [pubkey] : []));
    const signIns = keys('AUTH');
    expect(signIns).toHaveLength(2);
    expect(new Set(signIns).size).toBe(2);
    expect(keys('EVENT').filter((key) => signIns.includes(key))).toEqual([]);
  });

  it('gets none where it is not allowed', async () => {
    const types: string[] = [];
    const relay = await relayOf(profile, onTestFinished, {
      tap: (entry) => {
        if (entry.type === 'received') types.push((JSON.parse(entry.text) as [string])[0]);
      },
    });
    const { relay: refused } = client(relay.url, onTestFinished);
    refused.listen(room(), () => undefined);
    await expect.poll(() => refused.status.refusal).toBe('sign-in');
    // Whatever was said by then has arrived before this.
    refused.listen(room(), () => undefined);
    await expect.poll(() => types.length).toBeGreaterThanOrEqual(2);
    expect(new Set(types)).toEqual(new Set(['REQ']));
  });
});
