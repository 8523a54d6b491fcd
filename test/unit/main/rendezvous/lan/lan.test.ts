import packet from 'dns-packet';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../../shared/wire/envelope';
import { envelope, eventually, listening, loopback, room, sniffer, somebody } from './loopback';

describe('two on one network', () => {
  it('find each other, and exchange envelopes both ways', async () => {
    const place = await loopback();
    const [alice, bob] = [somebody(place), somebody(place)];
    const shared = room();
    const [atAlice, atBob] = [listening(alice, shared), listening(bob, shared)];
    const [hers, his] = [envelope(), envelope('hello')];
    alice.publish(shared, [hers]);
    bob.publish(shared, [his]);
    await eventually(() => atBob.received).toContainEqual(hers);
    await eventually(() => atAlice.received).toContainEqual(his);
    for (const { status } of [alice, bob]) {
      expect(status).toMatchObject({ state: 'works', why: null, others: 1 });
      expect(status.lastExchangeAt).toBeGreaterThan(Date.now() - 10_000);
      expect(status.roundTripMs).toBeLessThan(3000);
    }
  });

  it('of different meetings never do', async () => {
    const place = await loopback();
    const [alice, bob, eve] = [somebody(place), somebody(place), somebody(place)];
    const shared = room();
    listening(alice, shared);
    listening(bob, shared);
    const atEve = listening(eve, room());
    await eventually(() => alice.status.others).toBe(1);
    await eventually(() => bob.status.others).toBe(1);
    expect(eve.status).toMatchObject({ state: 'trying', others: 0, lastExchangeAt: null });
    expect(atEve.received).toEqual([]);
  });

  it('get what was said a moment before they found each other', async () => {
    const place = await loopback();
    const [alice, bob] = [somebody(place), somebody(place)];
    const shared = room();
    listening(bob, shared);
    const [old, early] = [envelope('hello'), envelope('hello')];
    bob.publish(shared, [old]);
    bob.publish(shared, [early]);
    const { received } = listening(alice, shared);
    await eventually(() => received).toContainEqual(early);
    // A hello takes the place of the one before.
    expect(received).not.toContainEqual(old);
  });

  it('get the last word of somebody who leaves in the same breath', async () => {
    const place = await loopback();
    const [alice, bob] = [somebody(place), somebody(place)];
    const shared = room();
    const { received } = listening(alice, shared);
    const { leave } = listening(bob, shared);
    await eventually(() => bob.status.state).toBe('works');
    const last = envelope();
    bob.publish(shared, [last]);
    leave();
    await bob.stop();
    await eventually(() => received).toContainEqual(last);
  });

  it('are in a second room of the two at once', async () => {
    const place = await loopback();
    const [alice, bob] = [somebody(place), somebody(place)];
    const [meeting, pair] = [room(), room()];
    for (const one of [alice, bob]) listening(one, meeting);
    await eventually(() => [alice.status.others, bob.status.others]).toEqual([1, 1]);
    const { received } = listening(alice, pair);
    listening(bob, pair);
    const sent = envelope();
    bob.publish(pair, [sent]);
    await eventually(() => received).toContainEqual(sent);
    expect(alice.status.others).toBe(1);
  });

  it('find each other again when the network was another one', async () => {
    const place = await loopback();
    const [alice, bob] = [somebody(place), somebody(place)];
    const shared = room();
    listening(alice, shared);
    const { received } = listening(bob, shared);
    await eventually(() => bob.status.state).toBe('works');
    alice.refresh();
    await eventually(() => alice.status.others).toBe(0);
    await eventually(() => [alice.status.state, bob.status.state]).toEqual(['works', 'works']);
    const sent = envelope();
    alice.publish(shared, [sent]);
    await eventually(() => received).toContainEqual(sent);
  });
});

describe('five on one network', () => {
  it('all hear each other', async () => {
    const place = await loopback();
    const shared = room();
    const people = [1, 2, 3, 4, 5].map(() => somebody(place));
    const heard = people.map((one) => listening(one, shared).received);
    await eventually(() => people.map(({ status }) => status.others)).toEqual([4, 4, 4, 4, 4]);
    const sent = people.map(() => envelope());
    for (const [index, one] of people.entries()) one.publish(shared, [sent[index] as Envelope]);
    for (const [index, received] of heard.entries()) {
      const others = sent.filter((_one, of) => of !== index);
      await eventually(() => received).toEqual(expect.arrayContaining(others));
      expect(received).not.toContainEqual(sent[index]);
    }
  });
});

describe('what the network hears', () => {
  it('is names that look random, differ by room, and nothing else', async () => {
    const place = await loopback();
    const { heard } = await sniffer(place);
    const people = [somebody(place), somebody(place), somebody(place)];
    const shared = room();
    for (const one of people.slice(0, 2)) listening(one, shared);
    listening(people[2] as (typeof people)[0], room());
    await eventually(() => people[0]?.status.state).toBe('works');
    await eventually(() => heard.length).toBeGreaterThan(3);
    const names = new Set<string>();
    for (const bytes of heard) {
      const { questions = [], answers = [], authorities = [], additionals = [] } = packet.decode(bytes);
      expect(additionals).toEqual([]);
      for (const { name } of [...questions, ...answers, ...authorities]) names.add(name);
      expect(bytes.toString('latin1').toLowerCase()).not.toMatch(/vigil|meet|host|lan|tcp/);
    }
    // Two rooms, each in one period, or two near its border.
    expect(names.size).toBeGreaterThanOrEqual(2);
    expect(names.size).toBeLessThanOrEqual(4);
    for (const name of names) {
      expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.local$/);
    }
  });

  it('is nothing when nobody is looked for', async () => {
    const place = await loopback();
    const { heard } = await sniffer(place);
    const alice = somebody(place);
    expect(alice.status.state).toBe('idle');
    const { leave } = listening(alice, room());
    await eventually(() => heard.length).toBeGreaterThan(0);
    leave();
    expect(alice.status.state).toBe('idle');
    await alice.stop();
    const before = heard.length;
    alice.refresh();
    alice.publish(room(), [envelope()]);
    // Whoever comes now is heard, and nobody answers.
    const bob = somebody(place);
    listening(bob, room());
    await eventually(() => heard.length).toBeGreaterThan(before + 1);
    expect(heard.slice(before).every((bytes) => packet.decode(bytes).type === 'query')).toBe(true);
  });
});

describe('a computer', () => {
  it('without a network says so', async () => {
    const place = await loopback();
    const alice = somebody({ ...place, addresses: () => [] });
    listening(alice, room());
    await eventually(() => alice.status).toMatchObject({ state: 'failed', why: 'no-network' });
  });

  it('that cannot join the group says so', async () => {
    const place = await loopback();
    const alice = somebody({ ...place, addresses: () => ['203.0.113.77'] });
    listening(alice, room());
    await eventually(() => alice.status).toMatchObject({ state: 'failed', why: 'no-multicast' });
  });

  it('that cannot listen for calls says so', async () => {
    const alice = somebody({ ...(await loopback()), host: '203.0.113.77' });
    listening(alice, room());
    await eventually(() => alice.status).toMatchObject({ state: 'failed', why: 'no-network' });
  });

  it('is found once it is on the network, and searched again', async () => {
    const place = await loopback();
    let addresses: string[] = [];
    const [alice, bob] = [somebody({ ...place, addresses: () => addresses }), somebody(place)];
    const shared = room();
    listening(alice, shared);
    listening(bob, shared);
    await eventually(() => alice.status.state).toBe('failed');
    addresses = ['127.0.0.1'];
    alice.refresh();
    await eventually(() => [alice.status.state, bob.status.state]).toEqual(['works', 'works']);
  });
});
