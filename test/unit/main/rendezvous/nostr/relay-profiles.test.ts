/** Who is found by relays as they are met. */
import { describe, it } from 'vitest';
import type { Envelope } from '../../../../../shared/wire/envelope';
import { usableProfiles, type RelayProfile } from '../../../../tools/relay/profiles';
import { startRelay } from '../../../../../main/volunteer-server/relay/relay';
import { client, envelope, meet, relayOf, room, usual } from './relay-clients';

describe.concurrent.each(Object.entries<RelayProfile>(usableProfiles))(
  'by a relay such as %s',
  (_name, profile) => {
    it('whoever waits knows that it works, and is found', async ({ expect, onTestFinished }) => {
      const { url } = await relayOf(profile, onTestFinished);
      const [door, guest] = [client(url, onTestFinished), client(url, onTestFinished)];
      door.relay.listen(room(), () => undefined);
      await expect.poll(() => door.relay.status.state).toBe('works');
      await meet(door.relay, guest.relay, onTestFinished);
      await expect.poll(() => guest.relay.status.state).toBe('works');
      expect(guest.relay.status.refusal).toBeNull();
    });

    it('a meeting with thirty rooms is heard in each of them', async ({ expect, onTestFinished }) => {
      const { url } = await relayOf(profile, onTestFinished);
      const [host, other] = [client(url, onTestFinished).relay, client(url, onTestFinished).relay];
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

    it.for([-70, -480, 70, 960, 1300])(
      'two meet although the own clock is %i s off, and it is named',
      async (seconds, { expect, onTestFinished }) => {
        const { url } = await relayOf(profile, onTestFinished);
        const [door, guest] = [client(url, onTestFinished, seconds * 1000), client(url, onTestFinished)];
        await meet(guest.relay, door.relay, onTestFinished);
        // Somebody who only waits with such a clock is found as well.
        await meet(door.relay, guest.relay, onTestFinished);
        await expect.poll(() => door.relay.status.state).toBe('works');
        const { limits, conduct } = profile;
        const { secondsBack = 60, secondsAhead = 900 } = limits;
        const isNoticed = conduct.tellsTime !== false || -seconds > secondsBack || seconds > secondsAhead;
        const apart = door.clocks.map((time) => Math.abs(time - (Date.now() + seconds * 1000)));
        if (isNoticed) expect(Math.max(...apart)).toBeGreaterThan(45_000);
        else expect(apart).toEqual([]);
      },
    );
  },
);

describe.concurrent('a question that is lost', () => {
  it('does not end what holds, and is asked again', async ({ expect, onTestFinished }) => {
    // The second question of a connection, and its first repetition.
    let lost = 0;
    const relay = await startRelay({
      hears: (text) => !text.startsWith('["REQ","2"') || ++lost > 2,
    });
    onTestFinished(() => relay.close());
    const [host, other] = [client(relay.url, onTestFinished).relay, client(relay.url, onTestFinished).relay];
    const [meeting, pair] = [room(), room()];
    const heard: Envelope[] = [];
    host.listen(meeting, (one) => heard.push(one));
    await expect.poll(() => host.status.state).toBe('works');
    host.listen(pair, (one) => heard.push(one));
    await expect.poll(() => lost).toBe(1);
    other.listen(room(), () => undefined);
    await expect.poll(() => other.status.state).toBe('works');
    await expect.poll(() => host.status.state).not.toBe('works');
    const [door, pairs] = [envelope('hello'), envelope('sealed')];
    other.publish(meeting, [door]);
    await expect.poll(() => heard).toContainEqual(door);
    expect(host.status.state).not.toBe('works');
    await expect.poll(() => host.status.state).toBe('works');
    other.publish(pair, [pairs]);
    await expect.poll(() => heard).toContainEqual(pairs);
  });

  it('with a NOTICE alone, because there were too many, is repeated until it is answered', async ({
    expect,
    onTestFinished,
  }) => {
    const relay = await relayOf({ limits: {}, conduct: { answersSubscriptions: 'notice' } }, onTestFinished);
    const { relay: host } = client(relay.url, onTestFinished);
    host.listen(room(), () => undefined);
    await expect.poll(() => host.status).toMatchObject({ state: 'refuses', refusal: 'too-much' });
    relay.change({ answersSubscriptions: 'eose' });
    await expect.poll(() => host.status.state).toBe('works');
  });
});

describe.concurrent('a relay that is busy', () => {
  it('is left alone for as long as it asks', async ({ expect, onTestFinished }) => {
    const visits: number[] = [];
    const relay = await relayOf(
      { limits: {}, conduct: { http: { status: 503, headers: { 'Retry-After': '9' } } } },
      onTestFinished,
      { visited: () => visits.push(performance.now()) },
    );
    const { relay: host } = client(relay.url, onTestFinished);
    host.listen(room(), () => undefined);
    await expect.poll(() => host.status.refusal).toBe('busy');
    host.refresh();
    relay.change({ http: null });
    await expect.poll(() => host.status.state).toBe('works');
    const [first = 0, second = 0] = visits;
    expect(second - first).toBeGreaterThan(8900);
  });
});

it.concurrent(
  'a waiting door tells no more by its check than by any other envelope',
  async ({ expect, onTestFinished }) => {
    const events: { content: string; pubkey: string; kind: number; tags: string[][] }[] = [];
    const relay = await relayOf(usual, onTestFinished, { onEvent: (event) => events.push(event) });
    const { relay: door } = client(relay.url, onTestFinished);
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
  },
);
