/** Somebody who does everything right but for one lie, at the door and among members. */
import { describe, expect, it } from 'vitest';
import { ed25519FromSeed, type Secret } from '../../../../shared/crypto/sodium';
import {
  generateIdentitySeed,
  identityFromSeed,
  peerIdOf,
  type Identity,
} from '../../../../shared/identity/identity';
import { deriveMeetingKeys } from '../../../../shared/invite/key-schedule';
import { doorKeyFromSeed, openDoorKey } from '../../../../shared/meeting/meeting-keys';
import {
  encodeHello,
  encodeKnock,
  type Introduction,
  type Knock,
} from '../../../../shared/meeting/messages/handshake-payloads';
import { doorPrologue, doorProtocol } from '../../../../shared/meeting/messages/prologue';
import type { Self } from '../../../../shared/meeting/self';
import { NO_HASH, signStatement } from '../../../../shared/membership/statement';
import type { StatementBody } from '../../../../shared/membership/statement-body';
import { HandshakeState, handshakeSeeds } from '../../../../shared/noise/handshake-state';
import { openDoor, type FalseDoor } from '../../../support/world/false-door';
import { seen } from '../../../support/world/people';
import { World, type Person } from '../../../support/world/world';

const newIdentity = (world: World): Identity => identityFromSeed(generateIdentitySeed(world.random));
const newSeed = (world: World): Secret<'per-meeting seed'> => world.random(32) as Secret<'per-meeting seed'>;
const publicKeyOf = (seed: Uint8Array): Uint8Array => ed25519FromSeed(seed).publicKey;

/** The other point with the same X25519 form: the key's negative. */
const negative = (key: Uint8Array): Uint8Array =>
  key.map((byte, index) => (index === 31 ? byte ^ 0x80 : byte));

/** A newcomer looks for a while where this door is the only one. */
function lookFor(world: World, door: FalseDoor): Person {
  const guest = world.guest('Bob');
  world.run(5000);
  expect(door.answered()).toBeGreaterThan(0);
  return guest;
}

function expectRefused(guest: Person, door: FalseDoor): void {
  expect(door.knocks).toEqual([]);
  expect(guest.meeting.view).toMatchObject({ phase: 'knocking', step: 'looking' });
  expect(guest.drops.get('answer-wrong-door')).toBe(door.answered());
}

describe('whoever keeps a door', () => {
  /** The first statement that a key signs in this meeting. */
  function signed(world: World, seed: Uint8Array, body: StatementBody): Uint8Array {
    const { meetingId } = deriveMeetingKeys(world.invite);
    return signStatement(ed25519FromSeed(seed), meetingId, { number: 0, previous: NO_HASH }, body).bytes;
  }

  const naming = (world: World, kind: 'admit' | 'co-host', seed: Uint8Array): StatementBody => {
    const who = { identity: newIdentity(world).publicKey, perMeetingKey: publicKeyOf(seed) };
    return kind === 'admit' ? { kind, ...who, lifts: [] } : { kind, ...who };
  };

  it('with the key of the link is told who knocks', () => {
    const world = new World('the true key');
    const door = openDoor(world, world.invite, { staticKey: doorKeyFromSeed(world.hostKeySeed), proof: [] });
    lookFor(world, door);
    expect(door.knocks.map(({ name }) => name)).toContain('Bob');
  });

  it('with another key is told nothing', () => {
    const world = new World('another key');
    const door = openDoor(world, world.invite, { staticKey: doorKeyFromSeed(newSeed(world)), proof: [] });
    expectRefused(lookFor(world, door), door);
  });

  it("with the key that a host's statement names is told who knocks", () => {
    const world = new World('a true proof');
    const own = newSeed(world);
    const proof = [signed(world, world.hostKeySeed, naming(world, 'co-host', own))];
    const door = openDoor(world, world.invite, { staticKey: doorKeyFromSeed(own), proof });
    lookFor(world, door);
    expect(door.knocks.map(({ name }) => name)).toContain('Bob');
  });

  it('with a proof that is about the key of somebody else is told nothing', () => {
    const world = new World("another's proof");
    const proof = [signed(world, world.hostKeySeed, naming(world, 'co-host', newSeed(world)))];
    const door = openDoor(world, world.invite, { staticKey: doorKeyFromSeed(newSeed(world)), proof });
    expectRefused(lookFor(world, door), door);
  });

  it("with a proof that says it is the host's, and that the host did not sign, is told nothing", () => {
    const world = new World('forged proof');
    const own = newSeed(world);
    const genuine = signed(world, world.hostKeySeed, naming(world, 'co-host', own));
    const forged = genuine.map((byte, index) => (index === genuine.length - 64 ? byte ^ 1 : byte));
    const door = openDoor(world, world.invite, { staticKey: doorKeyFromSeed(own), proof: [forged] });
    expectRefused(lookFor(world, door), door);
  });

  it('with a proof that it signed itself is told nothing', () => {
    const world = new World('own proof');
    const own = newSeed(world);
    const proof = [signed(world, own, naming(world, 'co-host', own))];
    const door = openDoor(world, world.invite, { staticKey: doorKeyFromSeed(own), proof });
    expectRefused(lookFor(world, door), door);
  });

  it('of an open meeting has the key that the link gives', () => {
    const world = new World('open door', { open: true });
    const staticKey = openDoorKey(deriveMeetingKeys(world.invite));
    const door = openDoor(world, world.invite, { staticKey, proof: [] });
    lookFor(world, door);
    expect(door.knocks.map(({ name }) => name)).toContain('Bob');
  });

  it('of an open meeting with another key is told nothing', () => {
    const world = new World('false open door', { open: true });
    const door = openDoor(world, world.invite, { staticKey: doorKeyFromSeed(newSeed(world)), proof: [] });
    expectRefused(lookFor(world, door), door);
  });
});

interface Knocker {
  identity: Identity;
  knock: Knock;
  /** Under which it says its hello and its knock. */
  peerId: Uint8Array;
}

/** Knocks by hand, truly but for what `lie` changes. @param afterMs how long it waits with the knock itself. */
function knock(world: World, lie: (truth: Knocker) => Partial<Knocker>, afterMs = 0): Person {
  const host = world.host('Alice');
  const keys = deriveMeetingKeys(world.invite);
  const identity = newIdentity(world);
  const salt = world.random(16);
  const truth: Knocker = {
    identity,
    knock: {
      identity: identity.publicKey,
      salt,
      perMeetingKey: publicKeyOf(newSeed(world)),
      name: 'Mallory',
    },
    peerId: peerIdOf(identity.staticKey.publicKey, salt),
  };
  const said = { ...truth, ...lie(truth) };
  const handshake = new HandshakeState({
    protocol: doorProtocol,
    initiator: true,
    prologue: doorPrologue(keys.meetingId, said.peerId),
    staticKey: said.identity.staticKey,
    psks: [keys.psk],
    ...handshakeSeeds(doorProtocol, true, world.random),
  });
  const room = world.bus.join(keys.room, said.peerId, ({ kind, from, body }) => {
    if (kind !== 'answer') return;
    handshake.readMessage(body);
    world.scheduler.timer(afterMs, () => {
      room.publish('knock', from, handshake.writeMessage(encodeKnock(said.knock)));
    });
  });
  const time = Math.floor(world.scheduler.now() / 1000);
  const noise = handshake.writeMessage(new Uint8Array(0));
  room.publish('hello', new Uint8Array(16), encodeHello({ time, noise }));
  world.run(1000 + afterMs);
  expect(handshake.finished).toBe(true);
  return host;
}

describe('whoever knocks', () => {
  it('and tells the truth is shown', () => {
    const host = knock(new World('true knock'), () => ({}));
    expect(host.meeting.view).toMatchObject({ knocks: [{ name: 'Mallory' }] });
  });

  it.each<[string, (world: World) => (truth: Knocker) => Partial<Knocker>]>([
    [
      'as somebody else, with the own static key',
      (world) => (truth) => ({ knock: { ...truth.knock, identity: newIdentity(world).publicKey } }),
    ],
    [
      'as the negative of the own key, which has the same static key',
      () => (truth) => ({ knock: { ...truth.knock, identity: negative(truth.knock.identity) } }),
    ],
    ['under the peer id of somebody else', (world) => () => ({ peerId: world.random(16) })],
  ])('%s is dropped', (title, lie) => {
    const world = new World(title);
    const host = knock(world, lie(world));
    expect(host.meeting.view).toMatchObject({ knocks: [] });
    expect(host.drops.get('knock-wrong-identity')).toBe(1);
  });

  it('more than ten seconds after the door has answered comes too late', () => {
    const inTime = knock(new World('in time'), () => ({}), 9000);
    expect(inTime.meeting.view).toMatchObject({ knocks: [{ name: 'Mallory' }] });
    const late = knock(new World('too late'), () => ({}), 11_000);
    expect(late.meeting.view).toMatchObject({ knocks: [] });
    expect(late.drops.get('knock-not-genuine')).toBe(1);
  });
});

/** Tells the truth to whoever let it in, and the lie to all that it meets there. */
function lyingInside(self: Self, lie: Partial<Introduction>): Self {
  let told = 0;
  return {
    ...self,
    get introduction() {
      return told++ === 0 ? self.introduction : { ...self.introduction, ...lie };
    },
  };
}

/** Mallory is let in where Alice, Bob and Carol are. */
function enter(
  world: World,
  lie: (self: Self, others: readonly Person[]) => Partial<Introduction>,
): readonly Person[] {
  const people = world.gather(['Bob', 'Carol']);
  world.disguise = (self) => lyingInside(self, lie(self, people));
  world.guest('Mallory');
  world.run(1500);
  const [host] = people;
  if (host) world.admitFirst(host);
  world.run(3000);
  return people;
}

describe('whoever introduces itself among members', () => {
  it('and tells the truth is met by all', () => {
    const [, bob, carol] = enter(new World('true introduction'), () => ({}));
    expect([bob, carol].map((person) => person && seen(person))).toEqual([
      ['Alice', 'Carol', 'Mallory'],
      ['Alice', 'Bob', 'Mallory'],
    ]);
  });

  it('under another name than the one that was let in comes in nowhere, and is asked about again', () => {
    const world = new World('another name inside');
    const [host] = world.gather(['Bob']);
    world.disguise = (self) => ({ ...self, introduction: { ...self.introduction, name: 'Carol' } });
    world.guest('Mallory');
    world.run(1500);
    if (!host) throw new Error('no host');
    world.admitFirst(host);
    world.run(3000);
    expect(seen(host)).toEqual(['Bob']);
    expect(host.drops.get('member-wrong-name')).toBe(1);
    expect(host.meeting.view).toMatchObject({ phase: 'inside', alarm: 'fingerprint-mismatch' });
  });

  it('under another name at the same door than before is asked about, under the same one is not', () => {
    const world = new World('another name at the door');
    const host = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(1500);
    world.admitFirst(host);
    world.run(3000);
    expect(seen(host)).toEqual(['Bob']);
    bob.meeting.leave();
    world.run(2000);
    const again = world.returning(bob);
    world.run(4000);
    expect(seen(host)).toEqual(['Bob']);
    again.meeting.leave();
    world.run(2000);
    world.returning({ ...bob, name: 'Alice' });
    world.run(4000);
    expect(seen(host)).toEqual([]);
    expect(host.meeting.view).toMatchObject({ knocks: [{ name: 'Alice' }] });
    world.admitFirst(host);
    world.run(3000);
    expect(seen(host)).toEqual(['Alice']);
  });

  it.each<[string, Parameters<typeof enter>[1]]>([
    ['as somebody else who may be here', (_, [alice]) => ({ identity: alice?.identity ?? new Uint8Array() })],
    ['as the negative of the own key', ({ identity }) => ({ identity: negative(identity.publicKey) })],
    ['with the salt of another peer id', () => ({ salt: new Uint8Array(16) })],
  ])('%s is nobody', (title, lie) => {
    const [, bob, carol] = enter(new World(title), lie);
    expect(bob && seen(bob)).toEqual(['Alice', 'Carol']);
    expect(carol && seen(carol)).toEqual(['Alice', 'Bob']);
    expect(bob?.drops.get('member-wrong-identity')).toBe(1);
    expect(carol?.drops.get('member-wrong-identity')).toBe(1);
  });
});
