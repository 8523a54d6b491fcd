/** A member who wants two others not to meet, and people who are said to be here and are not. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fromHex, toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { encodeCarrierFrame } from '../../../../shared/meeting/messages/carrier-frame';
import { encodeIntroduction } from '../../../../shared/meeting/messages/handshake-payloads';
import type { MemberMessage } from '../../../../shared/meeting/messages/member-messages';
import { memberPrologue, memberProtocol } from '../../../../shared/meeting/messages/prologue';
import { createSelf, type Self } from '../../../../shared/meeting/self';
import { identityFromSeed, generateIdentitySeed } from '../../../../shared/identity/identity';
import { HandshakeState, handshakeSeeds } from '../../../../shared/noise/handshake-state';
import { inside, seen } from '../../../support/world/people';
import { World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

interface Apart {
  world: World;
  alice: Person;
  mallory: Person;
  carol: Person;
  dave: Person;
}

/** Alice is the host; Mallory and Carol are inside; Dave is let in now. */
function newcomer(seed: string): Apart {
  const world = new World(seed);
  const [alice, mallory, carol] = world.gather(['Mallory', 'Carol']);
  if (!alice || !mallory || !carol) throw new Error('three people');
  const dave = world.guest('Dave');
  world.run(1500);
  world.admitFirst(alice);
  return { world, alice, mallory, carol, dave };
}

const seeds = new Map<string, string>();

/** The first of these seeds whose people have such peer ids. */
function seedWhere(name: string, holds: (people: Apart) => boolean): string {
  for (let count = 0; !seeds.has(name); count++) {
    const seed = `${name} ${String(count)}`;
    if (holds(newcomer(seed))) seeds.set(name, seed);
  }
  return seeds.get(name) ?? '';
}

const initiates = (one: Person, other: Person): boolean => one.peerId < other.peerId;

/** @param isInitiator whether the newcomer is. */
function withRole(isInitiator: boolean): string {
  return seedWhere(
    isInitiator ? 'begins' : 'answers',
    ({ carol, dave }) => initiates(dave, carol) === isInitiator,
  );
}

function say(from: Person, to: Person, message: MemberMessage): void {
  from.meeting.members.get(to.peerId)?.send(message);
}

/** Says that somebody else has sent this. */
function pretend(by: Person, from: Person, to: Person, handshakeMessage: Uint8Array): void {
  const frame = encodeCarrierFrame('handshake', handshakeMessage);
  say(by, to, { t: 'forwarded', from: fromHex(from.peerId), frame });
}

/** Whoever is in the meeting knows all that the first two messages need. */
function handshakeAs(world: World, by: Person, initiator: Person, responder: Person, self: Self | null) {
  const { meetingId, psk } = by.meeting.gathered.base;
  return new HandshakeState({
    protocol: memberProtocol,
    initiator: self === null,
    prologue: memberPrologue(meetingId, fromHex(initiator.peerId), fromHex(responder.peerId)),
    ...(self ? { staticKey: self.identity.staticKey } : {}),
    psks: [psk],
    ...handshakeSeeds(memberProtocol, self === null, world.random),
  });
}

const firstMessage = (world: World, by: Person, initiator: Person, responder: Person): Uint8Array =>
  handshakeAs(world, by, initiator, responder, null).writeMessage(new Uint8Array(0));

function everyFewMs(world: World, times: number, run: () => void): void {
  if (times === 0) return;
  run();
  world.scheduler.timer(5, () => {
    everyFewMs(world, times - 1, run);
  });
}

/** Two who were together have lost each other, and whoever keeps them apart is the first to bring them together. */
function partedAnd(people: Apart, introducedBy: Person): void {
  const { carol, dave } = people;
  for (const [one, other] of [
    [carol, dave],
    [dave, carol],
  ] as const) {
    const lost = one.meeting.members.get(other.peerId);
    if (lost) one.meeting.members.drop(lost);
  }
  introduce(introducedBy, carol, dave);
}

function introduce(by: Person, one: Person, other: Person): void {
  say(by, one, { t: 'introduce', peers: [fromHex(other.peerId)] });
  say(by, other, { t: 'introduce', peers: [fromHex(one.peerId)] });
}

/** Of what it is to pass on to the other, only what `passes` lets through. */
function passOnOnly(mallory: Person, passes: (frame: Uint8Array, count: number) => boolean): void {
  const { members } = mallory.meeting.gathered;
  const passOn = members.passOn.bind(members);
  let count = 0;
  vi.spyOn(members, 'passOn').mockImplementation((from, to, frame) => {
    if (passes(frame, count++)) passOn(from, to, frame);
  });
}

/** Shorter than a description of a connection, in bytes. */
const SHORT = 150;

const isHandshake = (frame: Uint8Array): boolean => frame[0] === 1;

describe('a member keeps no newcomer from another member', () => {
  it('by first messages of its own before that of the newcomer', () => {
    const seed = withRole(true);
    const { world, mallory, carol, dave } = newcomer(seed);
    const answers = vi.spyOn(mallory.meeting.gathered.members, 'passOn');
    everyFewMs(world, 400, () => {
      pretend(mallory, dave, carol, firstMessage(world, mallory, dave, carol));
    });
    world.run(3000);
    expect(answers.mock.calls.length).toBeLessThan(20);
    expect(seen(carol)).toEqual(['Alice', 'Dave', 'Mallory']);
    expect(seen(dave)).toEqual(['Alice', 'Carol', 'Mallory']);
  });

  it('by first messages before that of the member who was here', () => {
    const seed = withRole(false);
    const { world, mallory, carol, dave } = newcomer(seed);
    everyFewMs(world, 400, () => {
      pretend(mallory, carol, dave, firstMessage(world, mallory, carol, dave));
    });
    world.run(3000);
    expect(seen(carol)).toEqual(['Alice', 'Dave', 'Mallory']);
  });

  it('by first messages to the door, which shakes hands over the connection alone', () => {
    const seed = seedWhere('at the door', ({ alice, dave }) => initiates(dave, alice));
    const { world, alice, mallory, dave } = newcomer(seed);
    everyFewMs(world, 400, () => {
      pretend(mallory, dave, alice, firstMessage(world, mallory, dave, alice));
    });
    world.run(3000);
    expect(seen(alice)).toEqual(['Carol', 'Dave', 'Mallory']);
    expect(alice.drops.get('forward-refused')).toBeGreaterThan(0);
  });

  it('by answering in its place, with a key of its own', () => {
    const people = newcomer(withRole(true));
    const { world, mallory, carol, dave } = people;
    world.run(3000);
    const identity = identityFromSeed(generateIdentitySeed(world.random));
    const facts = { identity, name: 'Carol', microphone: true, camera: true } as const;
    const rest = { addressShownTo: 'everybody', version: '1', buildHash: new Uint8Array(8) } as const;
    const self = createSelf({ ...facts, ...rest }, world.random);
    const { members } = mallory.meeting.gathered;
    vi.spyOn(members, 'passOn').mockImplementation((from, to, frame) => {
      if (from.facts.peerId !== dave.peerId || to !== carol.peerId || !isHandshake(frame)) return;
      const handshake = handshakeAs(world, mallory, dave, carol, self);
      try {
        handshake.readMessage(frame.subarray(1));
      } catch {
        return;
      }
      pretend(mallory, carol, dave, handshake.writeMessage(encodeIntroduction(self.introduction)));
    });
    partedAnd(people, mallory);
    world.run(500);
    // The true one is still waited for.
    expect(dave.meeting.members.kept).toBe(3);
    world.run(12_000);
    expect(seen(dave)).toEqual(['Alice', 'Carol', 'Mallory']);
    expect(dave.drops.get('member-wrong-identity')).toBeGreaterThan(0);
    expect(inside(dave)).toMatchObject({ alarm: 'none' });
  });

  describe.each<[string, (frame: Uint8Array, count: number) => boolean]>([
    ['nothing', () => false],
    ['the first message of the handshake', (_, count) => count === 0],
    ['the first two', (_, count) => count < 2],
    ['the handshake, and nothing after it', isHandshake],
    ['the handshake, and all that is short', (frame) => isHandshake(frame) || frame.length < SHORT],
  ])('by introducing them first, and passing on %s', (_, passes) => {
    it.each([true, false])('where the newcomer begins: %s', (isInitiator) => {
      const people = newcomer(withRole(isInitiator));
      const { world, alice, mallory, carol, dave } = people;
      world.run(3000);
      passOnOnly(mallory, passes);
      partedAnd(people, mallory);
      introduce(alice, carol, dave);
      world.run(2000);
      expect(seen(carol)).toEqual(['Alice', 'Dave', 'Mallory']);
      expect(seen(dave)).toEqual(['Alice', 'Carol', 'Mallory']);
    });

    it('and again and again, until others do', () => {
      const people = newcomer(withRole(true));
      const { world, mallory, carol, dave } = people;
      world.run(3000);
      passOnOnly(mallory, passes);
      partedAnd(people, mallory);
      for (let second = 0; second < 12; second++) {
        world.run(1000);
        if (!seen(carol).includes('Dave')) introduce(mallory, carol, dave);
      }
      expect(seen(carol)).toEqual(['Alice', 'Dave', 'Mallory']);
      expect(seen(dave)).toEqual(['Alice', 'Carol', 'Mallory']);
    });
  });

  it('by passing on all of the handshake that it alone carries, and then only what is short', () => {
    const people = newcomer(withRole(true));
    const { world, mallory, carol, dave } = people;
    world.run(3000);
    passOnOnly(mallory, (frame) => isHandshake(frame) || frame.length < SHORT);
    partedAnd(people, mallory);
    world.run(1500);
    expect(seen(carol)).toEqual(['Alice', 'Dave', 'Mallory']);
    expect(seen(dave)).toEqual(['Alice', 'Carol', 'Mallory']);
  });

  it('by frames that it says are of the newcomer, so that the answers go its way', () => {
    const people = newcomer(withRole(true));
    const { world, alice, mallory, carol, dave } = people;
    world.run(3000);
    world.network.cut(carol.connections, dave.connections);
    const [byAlice, byMallory] = [alice, mallory].map((one) =>
      vi.spyOn(one.meeting.gathered.members, 'passOn'),
    );
    everyFewMs(world, 1000, () => {
      const frame = encodeCarrierFrame('sealed', world.random(60));
      say(mallory, carol, { t: 'forwarded', from: fromHex(dave.peerId), frame });
    });
    world.run(10_000);
    const ofCarol = (spy: typeof byAlice): number =>
      (spy?.mock.calls ?? []).filter(([from, to]) => from.name === 'Carol' && to === dave.peerId).length;
    expect(ofCarol(byAlice)).toBeGreaterThan(ofCarol(byMallory));
    expect(ofCarol(byMallory)).toBeGreaterThan(0);
  });
});

describe('people who are introduced and are not there', () => {
  const ghosts = (world: World, by: Person, to: Person, times: number): void => {
    for (let count = 0; count < times; count++) {
      say(by, to, { t: 'introduce', peers: [world.random(16)] });
      world.run(220);
    }
  };

  it('are shown to nobody', () => {
    const world = new World('unseen ghosts');
    const { host, guest } = world.call();
    ghosts(world, guest, host, 20);
    expect(inside(host).peers.map(({ name }) => name)).toEqual(['Bob']);
  });

  it('take one member no more than a quarter of the places', () => {
    const world = new World('ghosts of one');
    const { host, guest } = world.call();
    let refused = 0;
    for (let count = 0; count < 40; count++) {
      ghosts(world, guest, host, 1);
      if (count === 7) expect(host.drops.get('introduction-refused') ?? 0).toBe(0);
      refused = host.drops.get('introduction-refused') ?? 0;
    }
    expect(refused).toBeGreaterThan(20);
  });

  it('give way to those whom the host brings, however many members bring them', () => {
    const world = new World('ghosts of many', {}, 6);
    const [alice, bob, mallory, erin, carol] = world.gather(['Bob', 'Mallory', 'Erin', 'Carol']);
    if (!alice || !bob || !mallory || !erin || !carol) throw new Error('five people');
    const liars = [bob, mallory, erin];
    const dave = world.guest('Dave');
    for (let count = 0; count < 10; count++) {
      for (const by of liars) say(by, carol, { t: 'introduce', peers: [world.random(16)] });
      world.run(220);
      if (count === 8) world.admitFirst(alice);
    }
    everyFewMs(world, 400, () => {
      for (const by of liars) {
        const member = carol.meeting.members.get(by.peerId);
        if (member) carol.meeting.members.introduced(member, toHex(world.random(16)));
      }
    });
    world.run(4000);
    expect(seen(carol)).toEqual(['Alice', 'Bob', 'Dave', 'Erin', 'Mallory']);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol', 'Erin', 'Mallory']);
    expect(carol.meeting.members.kept).toBeLessThanOrEqual(12);
  });
});
