import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady, ed25519FromSeed } from '../../../../shared/crypto/sodium';
import type { MemberMessage } from '../../../../shared/meeting/messages/member-messages';
import { fromHex } from '../../../../shared/bytes';
import { generateIdentitySeed, identityFromSeed, peerIdOf } from '../../../../shared/identity/identity';
import type { Invite, MeetingSecret } from '../../../../shared/invite/link';
import { encodeHello, encodeKnock } from '../../../../shared/meeting/messages/handshake-payloads';
import { doorPrologue, doorProtocol } from '../../../../shared/meeting/messages/prologue';
import { HandshakeState, handshakeSeeds } from '../../../../shared/noise/handshake-state';
import { deriveMeetingKeys } from '../../../../shared/invite/key-schedule';
import type { Message } from '../../../../shared/wire/reassembly';
import { inside } from '../../../support/world/people';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const MANY = 6000;

/** To the only other one. */
function flood({ meeting }: Person, message: MemberMessage): void {
  const [other] = meeting.members.all;
  for (let count = 0; count < MANY; count++) other?.send(message);
}

const droppedBy = (person: Person): number => person.drops.get('member-flood') ?? 0;

describe('a member who never stops talking', () => {
  it.each<MemberMessage>([
    { t: 'roster-hash', hash: new Uint8Array(32), heard: new Uint8Array(4) },
    { t: 'statements', list: [new Uint8Array(200)], more: false },
    { t: 'introduce', peers: [] },
    { t: 'forwarded', from: new Uint8Array(16), frame: new Uint8Array(40) },
  ])('is heeded only so often: $t', (message) => {
    const world = new World(`flood of ${message.t}`);
    const { host, guest } = world.call();
    flood(guest, message);
    world.run(500);
    expect(droppedBy(host)).toBeGreaterThan(MANY / 4);
    expect(droppedBy(guest)).toBe(0);
  });

  it('is heard again afterwards, and was there all the time', () => {
    const world = new World('flood ends');
    const { host, guest } = world.call();
    flood(guest, { t: 'introduce', peers: [] });
    world.run(3000);
    const before = droppedBy(host);
    guest.meeting.setSelf({ microphone: false, camera: false, share: null });
    world.run(1000);
    expect(host.meeting.view).toMatchObject({ peers: [{ name: 'Bob', microphone: false, camera: false }] });
    expect(peersOf(host)).toEqual([{ name: 'Bob', link: 'open' }]);
    expect(droppedBy(host)).toBe(before);
  });

  it('can be removed while it talks', () => {
    const world = new World('flood and removal');
    const { host, guest } = world.call();
    flood(guest, { t: 'roster-hash', hash: new Uint8Array(32), heard: new Uint8Array(4) });
    const { view } = host.meeting;
    host.meeting.moderation.remove(view.phase === 'inside' ? (view.peers[0]?.peerId ?? '') : '');
    world.run(1000);
    expect(peersOf(host)).toEqual([]);
    expect(guest.meeting.view).toMatchObject({ phase: 'ended', reason: 'removed' });
  });
});

describe('copies of a knock, by somebody who has the link', () => {
  function copied(seed: string) {
    const world = new World(seed);
    const { room } = deriveMeetingKeys(world.invite);
    const alice = world.host('Alice');
    const heard: Message[] = [];
    world.bus.join(room, fromHex(alice.peerId), (message) => heard.push(message));
    const bob = world.guest('Bob');
    world.run(2000);
    const knock = heard.find(({ kind }) => kind === 'knock');
    if (!knock) throw new Error('nobody knocked');
    const attacker = world.bus.join(room, knock.from, () => undefined);
    const copy = (): void => {
      attacker.publish('knock', fromHex(alice.peerId), knock.body);
    };
    const knocksShown = (): string[] => inside(alice).knocks.map(({ name }) => name);
    return { world, alice, bob, copy, knocksShown };
  }

  it('are not answered each', () => {
    const { world, bob, copy, knocksShown } = copied('copied knock');
    const topicOf = (): Set<string> => new Set(world.bus.seen.slice(before).map(({ topic }) => topic));
    const before = world.bus.seen.length;
    copy();
    const [ofTheRoom] = topicOf();
    for (let count = 0; count < 1000; count++) copy();
    world.run(900);
    const answers = world.bus.seen.slice(before).filter(({ topic }) => topic !== ofTheRoom);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.length).toBeLessThan(10);
    expect(knocksShown()).toEqual(['Bob']);
    expect(bob.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
  });

  it('keep no knock of somebody who has gone, and none of somebody who waits is lost', () => {
    const { world, bob, copy, knocksShown } = copied('copies for the dead');
    const copyFor = (seconds: number): void => {
      for (let second = 0; second < seconds; second += 5) {
        copy();
        world.run(5000);
      }
    };
    copyFor(200);
    expect(knocksShown()).toEqual(['Bob']);
    bob.crash(() => 0);
    copyFor(90);
    expect(knocksShown()).toEqual([]);
  });
});

interface Stranger {
  knock: () => void;
  isAnswered: () => boolean;
}

/** Somebody who has a link and a program of its own: says hello, and knocks when it likes. */
function stranger(world: World, link: Invite): Stranger {
  const { room, meetingId, psk } = deriveMeetingKeys(link);
  const identity = identityFromSeed(generateIdentitySeed(world.random));
  const salt = world.random(16);
  const peerId = peerIdOf(identity.staticKey.publicKey, salt);
  const handshake = new HandshakeState({
    protocol: doorProtocol,
    initiator: true,
    prologue: doorPrologue(meetingId, peerId),
    staticKey: identity.staticKey,
    psks: [psk],
    ...handshakeSeeds(doorProtocol, true, world.random),
  });
  let door: Uint8Array | null = null;
  const handle = world.bus.join(room, peerId, ({ kind, from, body }) => {
    if (kind !== 'answer' || door) return;
    handshake.readMessage(body);
    door = from;
  });
  const time = Math.floor(world.scheduler.now() / 1000);
  const noise = handshake.writeMessage(new Uint8Array(0));
  handle.publish('hello', new Uint8Array(16), encodeHello({ time, noise }));
  const perMeetingKey = ed25519FromSeed(world.random(32)).publicKey;
  return {
    isAnswered: () => door !== null,
    knock: () => {
      if (!door) return;
      const knock = encodeKnock({ identity: identity.publicKey, salt, perMeetingKey, name: 'Stranger' });
      handle.publish('knock', door, handshake.writeMessage(knock));
    },
  };
}

describe('strangers with a link', () => {
  /** Their hellos, of `times` strangers at once by each link. */
  const strangers = (world: World, links: readonly Invite[], times: number): Stranger[] =>
    links.flatMap((link) => Array.from({ length: times }, () => stranger(world, link)));

  function doorWithLinks(seed: string, count: number): { world: World; alice: Person; links: Invite[] } {
    const world = new World(seed);
    const alice = world.host('Alice');
    world.run(1000);
    const links = Array.from({ length: count }, () => {
      const invite = { ...world.invite, secret: world.random(32) as MeetingSecret };
      alice.meeting.gathered.door.addPersonal(invite);
      return invite;
    });
    return { world, alice, links };
  }

  it('make a door answer thirty hellos a second, by however many links', () => {
    const { world, alice, links } = doorWithLinks('hellos by many links', 6);
    strangers(world, links, 15);
    world.run(500);
    expect(alice.drops.get('hello-flood')).toBe(6 * 15 - 30);
  });

  it('leave something to those who come by another link', () => {
    const { world, links } = doorWithLinks('hellos by one link', 2);
    const [flooded, other] = links;
    if (!flooded || !other) throw new Error('two links');
    strangers(world, [flooded], 40);
    const others = strangers(world, [other], 10);
    world.run(500);
    expect(others.map(({ isAnswered }) => isAnswered())).not.toContain(false);
  });

  it('make it read sixty times a second, four for each of the knocks that are not genuine', () => {
    const { world, alice } = doorWithLinks('knocks that are not genuine', 0);
    const { room, meetingId, psk } = deriveMeetingKeys(world.invite);
    const peerId = world.random(16);
    const handshakes = Array.from({ length: 8 }, () => {
      const handshake = new HandshakeState({
        protocol: doorProtocol,
        initiator: true,
        prologue: doorPrologue(meetingId, peerId),
        staticKey: identityFromSeed(generateIdentitySeed(world.random)).staticKey,
        psks: [psk],
        ...handshakeSeeds(doorProtocol, true, world.random),
      });
      return { handshake, noise: handshake.writeMessage(new Uint8Array(0)) };
    });
    const handle = world.bus.join(room, peerId, () => undefined);
    const time = Math.floor(world.scheduler.now() / 1000);
    for (const { noise } of handshakes)
      handle.publish('hello', new Uint8Array(16), encodeHello({ time, noise }));
    world.run(1500);
    for (let count = 0; count < 100; count++)
      handle.publish('knock', fromHex(alice.peerId), world.random(1300));
    world.run(500);
    expect(alice.drops.get('knock-not-genuine')).toBe(15);
    expect(alice.drops.get('knock-flood')).toBe(85);
    world.guest('Bob');
    world.run(3000);
    expect(inside(alice).knocks.map(({ name }) => name)).toEqual(['Bob']);
  });

  it('make it hear no more than thirty knocks a second, also of those who waited with them', () => {
    const { world, alice } = doorWithLinks('knocks that were saved up', 0);
    const all: Stranger[] = [];
    for (let second = 0; second < 3; second++) {
      all.push(...strangers(world, [world.invite], 15));
      world.run(1200);
    }
    for (const { knock } of all) knock();
    world.run(500);
    expect(inside(alice).knocks).toHaveLength(30);
    expect(alice.drops.get('knock-flood')).toBe(15);
  });
});
