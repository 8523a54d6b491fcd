import { beforeAll, describe, expect, it } from 'vitest';
import { concat, toHex } from '../../../../shared/bytes';
import { cryptoReady, ed25519FromSeed, x25519PublicKey } from '../../../../shared/crypto/sodium';
import { deriveMeetingKeys } from '../../../../shared/invite/key-schedule';
import type { MeetingSecret } from '../../../../shared/invite/link';
import { doorKeyFromSeed, type HostKeySeed } from '../../../../shared/meeting/meeting-keys';
import { HandshakeState, handshakeSeeds } from '../../../../shared/noise/handshake-state';
import { doorPrologue, doorProtocol } from '../../../../shared/meeting/messages/prologue';
import type { Message } from '../../../../shared/wire/reassembly';
import type { Parcel } from '../../../support/world/bus';
import { openDoor } from '../../../support/world/false-door';
import { seededRandom } from '../../../support/world/random';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const inside = (person: Person): boolean => peersOf(person).some(({ link }) => link === 'open');

/** A world in which somebody is asked in, whatever the relay does meanwhile. */
function meetThrough(
  seed: string,
  tamper: (parcel: Parcel, world: World) => Parcel[],
): { host: Person; guest: Person } {
  const world = new World(seed);
  world.bus.tamper = (parcel) => tamper(parcel, world);
  const host = world.host('Alice');
  const guest = world.guest('Bob');
  for (let second = 0; second < 180; second++) {
    world.run(1000);
    const { view } = host.meeting;
    if (view.phase === 'inside' && view.knocks[0])
      host.meeting.moderation.decide(view.knocks[0].knockId, true);
  }
  return { host, guest };
}

function flipped(bytes: Uint8Array, place: number): Uint8Array {
  return bytes.map((byte, index) => (index === place ? byte ^ 1 : byte));
}

describe('a hostile relay', () => {
  it.each([0, 23, 24, 60, 500, 983, 999])('gets no call by changing byte %i of everything', (place) => {
    const { host, guest } = meetThrough('flip', ({ topic, bytes }) => [
      { topic, bytes: flipped(bytes, place) },
    ]);
    expect([inside(host), inside(guest)]).toEqual([false, false]);
  });

  it('gets no call by cutting everything off', () => {
    const { host, guest } = meetThrough('cut', ({ topic, bytes }) => [
      { topic, bytes: bytes.subarray(0, 700) },
    ]);
    expect([inside(host), inside(guest)]).toEqual([false, false]);
  });

  it('gets no call by moving everything to other topics', () => {
    let last: Parcel | null = null;
    const { host, guest } = meetThrough('move', (parcel) => {
      const moved = last ? [{ topic: last.topic, bytes: parcel.bytes }] : [];
      last = parcel;
      // The same topic twice in a row is no move at all.
      return moved.filter(({ topic }) => topic !== parcel.topic);
    });
    expect([inside(host), inside(guest)]).toEqual([false, false]);
  });

  it('changes nothing by sending everything three times, late and in another order', () => {
    const { host, guest } = meetThrough('repeat', (parcel, world) => {
      world.scheduler.timer(300, () => {
        world.bus.inject(parcel);
      });
      world.scheduler.timer(120, () => {
        world.bus.inject(parcel);
      });
      return [parcel];
    });
    expect([inside(host), inside(guest)]).toEqual([true, true]);
    expect(peersOf(host)).toHaveLength(1);
  });

  it('changes nothing by handing what it kept for five minutes to whoever comes later', () => {
    const world = new World('late copies');
    world.bus.keepsMs = 300_000;
    const { host, guest } = world.call();
    // Two whose knocks and answers are still there when they come again, and one who comes after all of it.
    const leaves = world.guest('Carol');
    world.run(3000);
    leaves.meeting.leave();
    guest.meeting.leave();
    world.run(5000);
    const [again, dave] = [world.returning(guest), world.guest('Dave')];
    const shown = new Set<string>();
    for (let second = 0; second < 60; second++) {
      world.run(1000);
      const { view } = host.meeting;
      if (view.phase !== 'inside') continue;
      for (const { knockId, name } of view.knocks) {
        shown.add(name);
        host.meeting.moderation.decide(knockId, true);
      }
    }
    // Bob was let in before, and Carol has gone: nobody is asked about either.
    expect([...shown]).toEqual(['Dave']);
    expect([inside(again), inside(dave)]).toEqual([true, true]);
    expect(
      peersOf(host)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Bob', 'Dave']);
  });

  it.each([1, 2, 3, 4, 5])(
    'delays, but does not stop, by dropping a third of all parcels (seed %i)',
    (seed) => {
      const chance = seededRandom(`loss ${String(seed)}`);
      const { host, guest } = meetThrough('drop', (parcel) => ((chance(1)[0] ?? 0) < 170 ? [parcel] : []));
      expect([inside(host), inside(guest)]).toEqual([true, true]);
    },
  );

  it('sees parcels of one size only, and none twice', () => {
    const world = new World('sizes');
    world.call();
    expect(new Set(world.bus.seen.map(({ bytes }) => bytes.length))).toEqual(new Set([1000]));
    expect(new Set(world.bus.seen.map(({ bytes }) => toHex(bytes))).size).toBe(world.bus.seen.length);
  });

  it('learns nothing that it could read: no name, title or key in what it sees', () => {
    const world = new World('readable');
    const { host } = world.call();
    const everything = world.bus.seen.map(({ topic, bytes }) => topic + toHex(bytes)).join();
    for (const secret of [
      Buffer.from('Alice'),
      Buffer.from('Bob'),
      Buffer.from('Reading'),
      host.identity,
      world.invite.secret,
      world.invite.hostKey,
    ]) {
      expect(everything).not.toContain(toHex(secret));
    }
  });
});

describe('a false link', () => {
  it('with another secret, host key, expiry or lobby flag leads nowhere', () => {
    const world = new World('false link');
    const host = world.host('Alice');
    const { expiry } = world.invite;
    const changes = [
      { secret: world.random(32) as MeetingSecret },
      { hostKey: ed25519FromSeed(world.random(32)).publicKey },
      { expiry: expiry + 1 },
      { open: true },
    ];
    const guests = changes.map((change) => world.guest('Bob', change));
    world.run(60_000);
    expect(host.meeting.view).toMatchObject({ knocks: [] });
    for (const guest of guests)
      expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'looking' });
  });
});

describe('a holder of the link', () => {
  it('cannot pose as the door: its answer is dropped and counted, and the true door is still found', () => {
    const world = new World('false door');
    const staticKey = doorKeyFromSeed(world.random(32) as HostKeySeed);
    const door = openDoor(world, world.invite, { staticKey, proof: [] });
    const guest = world.guest('Bob');
    world.run(5000);
    expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'looking' });
    expect(guest.drops.get('answer-wrong-door')).toBe(door.answered());
    expect(door.knocks).toEqual([]);
    const host = world.host('Alice');
    world.run(10_000);
    expect(host.meeting.view).toMatchObject({ knocks: [{ name: 'Bob' }] });
  });

  it('cannot finish the handshake without the pre-shared key', () => {
    const world = new World('wrong psk');
    const host = world.host('Alice');
    const keys = deriveMeetingKeys(world.invite);
    const me = world.random(16);
    const handshake = new HandshakeState({
      protocol: doorProtocol,
      initiator: true,
      prologue: doorPrologue(keys.meetingId, me),
      staticKey: { secretKey: world.random(32), publicKey: x25519PublicKey(world.random(32)) },
      psks: [world.random(32)],
      ...handshakeSeeds(doorProtocol, true, world.random),
    });
    const time = Math.floor(world.scheduler.now() / 1000);
    const room = world.bus.join(keys.room, me, (message) => {
      if (message.kind !== 'answer') return;
      handshake.readMessage(message.body);
      room.publish('knock', message.from, handshake.writeMessage(new Uint8Array(120)));
    });
    const hello = handshake.writeMessage(new Uint8Array(0));
    room.publish(
      'hello',
      new Uint8Array(16),
      concat(Uint8Array.of(time >>> 24, time >>> 16, time >>> 8, time), hello),
    );
    world.run(2000);
    expect(host.drops.get('knock-not-genuine')).toBe(1);
    expect(host.meeting.view).toMatchObject({ knocks: [] });
  });

  it('cannot use an old hello again, nor one with a false time', () => {
    const world = new World('old hello');
    const recorded: Parcel[] = [];
    world.bus.tamper = (parcel) => {
      recorded.push(parcel);
      return [parcel];
    };
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    world.run(200);
    guest.meeting.leave();
    const keys = deriveMeetingKeys(world.invite);
    const thief = world.bus.join(keys.room, world.random(16), () => undefined);
    for (const age of [-3600, 3600]) {
      const time = Math.floor(world.scheduler.now() / 1000) + age;
      thief.publish(
        'hello',
        new Uint8Array(16),
        concat(Uint8Array.of(time >>> 24, time >>> 16, time >>> 8, time), world.random(48)),
      );
    }
    world.run(1000);
    expect(host.drops.get('hello-stale')).toBe(2);
  });

  it('cannot have a hello answered again, under its own name and time', () => {
    const world = new World('hello twice');
    const host = world.host('Alice');
    const keys = deriveMeetingKeys(world.invite);
    const heard: Message[] = [];
    world.bus.join(keys.room, world.random(16), (message) => heard.push(message));
    const guest = world.guest('Bob');
    world.run(100);
    const hello = heard.find(({ kind }) => kind === 'hello');
    if (!hello) throw new Error('no hello');
    guest.crash(() => 0);
    const answers: Message[] = [];
    const thief = world.bus.join(keys.room, hello.from, (message) => answers.push(message));
    world.run(100);
    answers.length = 0;
    for (let count = 0; count < 3; count++) thief.publish('hello', new Uint8Array(16), hello.body);
    world.run(1000);
    expect(host.drops.get('hello-repeated')).toBe(3);
    expect(answers).toEqual([]);
  });

  it('cannot flood the door: at most twenty answers a second', () => {
    const world = new World('flood');
    const host = world.host('Alice');
    const keys = deriveMeetingKeys(world.invite);
    const before = world.bus.seen.length;
    for (let index = 0; index < 60; index++) {
      const me = world.random(16);
      const handshake = new HandshakeState({
        protocol: doorProtocol,
        initiator: true,
        prologue: doorPrologue(keys.meetingId, me),
        staticKey: { secretKey: world.random(32), publicKey: x25519PublicKey(world.random(32)) },
        psks: [keys.psk],
        ...handshakeSeeds(doorProtocol, true, world.random),
      });
      const time = Math.floor(world.scheduler.now() / 1000);
      world.bus
        .join(keys.room, me, () => undefined)
        .publish(
          'hello',
          new Uint8Array(16),
          concat(
            Uint8Array.of(time >>> 24, time >>> 16, time >>> 8, time),
            handshake.writeMessage(new Uint8Array(0)),
          ),
        );
    }
    world.run(500);
    const envelopes = world.bus.seen.length - before - 60;
    // Without a proof an answer has two parts.
    expect(envelopes).toBe(2 * 20);
    expect(host.drops.get('hello-flood')).toBe(40);
    world.run(1000);
    world.guest('Bob');
    world.run(3000);
    expect(host.meeting.view).toMatchObject({ knocks: [{ name: 'Bob' }] });
  });
});

describe('a peer that misbehaves after the handshake', () => {
  it('sends garbage: dropped and counted, the call goes on', () => {
    const world = new World('garbage');
    const { host, guest } = world.call();
    const garbage = [
      new Uint8Array(0),
      Uint8Array.of(9),
      world.random(40),
      concat(Uint8Array.of(1), world.random(60)),
      concat(Uint8Array.of(2), world.random(60)),
    ];
    for (const bytes of garbage) guest.connections.injectEverywhere(bytes);
    guest.connections.injectEverywhere(new Uint8Array(100_000));
    world.run(100);
    expect(guest.drops.get('carrier-malformed')).toBe(4);
    expect(guest.drops.get('channel-not-genuine')).toBe(1);
    expect(guest.drops.get('unexpected')).toBe(1);
    host.meeting.setSelf({ microphone: false, camera: true, share: null });
    world.run(100);
    expect(guest.meeting.view).toMatchObject({ peers: [{ microphone: false }] });
  });

  it('names another certificate for media than the link has: the link is closed with an alarm', () => {
    const world = new World('other certificate');
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    guest.connections.rewriteMedia = (description) => ({
      ...description,
      transport: { ...description.transport, fingerprint: world.random(32) },
    });
    world.run(1000);
    world.admitFirst(host);
    world.run(2000);
    expect(host.connections.media.size).toBe(0);
    expect(host.meeting.view).toMatchObject({ phase: 'inside', peers: [], alarm: 'fingerprint-mismatch' });
  });

  it('has a live certificate that differs from the described one: no call, and an alarm', () => {
    const world = new World('live certificate');
    const host = world.host('Alice');
    world.guest('Bob');
    world.run(1000);
    world.admitFirst(host);
    host.connections.onEvent(host.connections.opened[0] ?? '', {
      type: 'closed',
      reason: 'fingerprint-mismatch',
    });
    world.run(2000);
    expect(host.meeting.view).toMatchObject({ phase: 'inside', peers: [], alarm: 'fingerprint-mismatch' });
  });
});
