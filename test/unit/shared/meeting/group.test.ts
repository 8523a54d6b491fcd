import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const NAMES = ['Bob', 'Carol', 'Dave', 'Erin', 'Frank', 'Grace', 'Heidi'];

/** A host and so many guests, one after the other. */
function gather(world: World, count: number): { host: Person; guests: Person[] } {
  const [host, ...guests] = world.gather(NAMES.slice(0, count));
  if (!host) throw new Error('nobody');
  return { host, guests };
}

const seen = (person: Person): string[] =>
  peersOf(person)
    .filter(({ link }) => link === 'open')
    .map(({ name }) => name)
    .sort();

describe('a meeting of several', () => {
  it.each([2, 3, 6])('is a full mesh: of a host and %i guests everyone sees everyone', (count) => {
    const world = new World(`mesh ${String(count)}`);
    const { host, guests } = gather(world, count);
    const names = ['Alice', ...NAMES.slice(0, count)];
    [host, ...guests].forEach((person, index) => {
      expect(seen(person)).toEqual(names.filter((_, other) => other !== index).sort());
      expect(person.connections.media.size).toBe(count);
    });
  });

  it('gives each pair one safety number', () => {
    const world = new World('numbers');
    const { guests } = gather(world, 3);
    const numberOf = (person: Person, name: string): string => {
      const { view } = person.meeting;
      const peer = view.phase === 'inside' ? view.peers.find((one) => one.name === name) : undefined;
      return person.meeting.safetyNumber(peer?.peerId ?? '').groups.join('');
    };
    const [bob, carol, dave] = guests;
    if (!bob || !carol || !dave) throw new Error('three guests');
    expect(numberOf(bob, 'Carol')).toBe(numberOf(carol, 'Bob'));
    expect(numberOf(carol, 'Dave')).toBe(numberOf(dave, 'Carol'));
    expect(numberOf(bob, 'Carol')).not.toBe(numberOf(bob, 'Dave'));
  });

  it('goes on among the guests when the host leaves', () => {
    const world = new World('host leaves');
    const { host, guests } = gather(world, 3);
    host.meeting.leave();
    world.run(2000);
    expect(guests.map(seen)).toEqual([
      ['Carol', 'Dave'],
      ['Bob', 'Dave'],
      ['Bob', 'Carol'],
    ]);
    const before = world.bus.seen.length;
    world.run(120_000);
    expect(guests.map(seen)[0]).toEqual(['Carol', 'Dave']);
    expect(world.bus.seen.length).toBe(before);
  });

  it('takes no more than it can carry, and says so', () => {
    const world = new World('full', {}, 5);
    const { host } = gather(world, 4);
    expect(seen(host)).toHaveLength(4);
    const late = world.guest('Ivan');
    world.run(2000);
    expect(late.meeting.view).toMatchObject({ phase: 'ended', reason: 'full' });
  });

  it('mends a broken link through the others, and without the relay', () => {
    const world = new World('mend');
    const { guests } = gather(world, 3);
    const [bob, carol] = guests;
    if (!bob || !carol) throw new Error('guests');
    const before = world.bus.seen.length;
    bob.connections.loseOne(carol.connections);
    expect(seen(bob)).toEqual(['Alice', 'Dave']);
    world.run(4000);
    expect(seen(bob)).toEqual(['Alice', 'Carol', 'Dave']);
    expect(seen(carol)).toEqual(['Alice', 'Bob', 'Dave']);
    expect(world.bus.seen.length).toBe(before);
  });

  it('takes back somebody who lost everybody, by the same link', () => {
    const world = new World('lost everybody');
    const { host, guests } = gather(world, 3);
    const [bob] = guests;
    bob?.connections.loseAll();
    world.run(10_000);
    expect(bob && seen(bob)).toEqual(['Alice', 'Carol', 'Dave']);
    expect(seen(host)).toEqual(['Bob', 'Carol', 'Dave']);
    for (const guest of guests.slice(1)) expect(seen(guest)).toContain('Bob');
  });

  it('heeds introductions of the door alone: no member makes two others shake hands anew', () => {
    const world = new World('introductions');
    const { guests } = gather(world, 3);
    const [bob, carol, dave] = guests;
    if (!bob || !carol || !dave) throw new Error('guests');
    const idOf = (person: Person, name: string): string => {
      const { view } = person.meeting;
      return view.phase === 'inside' ? (view.peers.find((one) => one.name === name)?.peerId ?? '') : '';
    };
    const opened = carol.connections.opened.length;
    bob.meeting.members
      .get(idOf(bob, 'Carol'))
      ?.send({ t: 'introduce', peers: [fromHex(idOf(bob, 'Dave'))] });
    bob.meeting.members
      .get(idOf(bob, 'Dave'))
      ?.send({ t: 'introduce', peers: [fromHex(idOf(bob, 'Carol'))] });
    world.run(3000);
    expect(carol.drops.get('introduction-refused')).toBe(1);
    expect(carol.connections.opened).toHaveLength(opened);
  });

  it('passes on at most twenty messages a second for a pair, and none to strangers', () => {
    const world = new World('forwards');
    const { host, guests } = gather(world, 2);
    const [bob] = guests;
    const { view } = bob?.meeting ?? {};
    const peers = view?.phase === 'inside' ? view.peers : [];
    const [alice, carol] = ['Alice', 'Carol'].map(
      (name) => peers.find((one) => one.name === name)?.peerId ?? '',
    );
    const toAlice = bob?.meeting.members.get(alice ?? '');
    for (let count = 0; count < 30; count++) {
      toAlice?.send({ t: 'forward', to: fromHex(carol ?? ''), frame: world.random(40) });
    }
    toAlice?.send({ t: 'forward', to: world.random(16), frame: world.random(40) });
    world.run(200);
    expect(host.drops.get('forward-refused')).toBe(11);
  });

  it('removes somebody for good: all stop at once with new keys, and the door refuses it', () => {
    const world = new World('remove');
    const { host, guests } = gather(world, 3);
    const [bob, carol, dave] = guests;
    if (!bob || !carol || !dave) throw new Error('guests');
    const generation = (person: Person): number =>
      person.frames.reduce((last, command) => (command.type === 'send-keys' ? command.generation : last), -1);
    const before = [host, carol, dave].map(generation);
    const { view } = host.meeting;
    const peer = view.phase === 'inside' ? view.peers.find(({ name }) => name === 'Bob') : undefined;
    host.meeting.moderation.remove(peer?.peerId ?? '');
    world.run(1500);
    expect(bob.meeting.view).toMatchObject({ phase: 'ended', reason: 'removed', wasInside: true });
    expect([host, carol, dave].map(seen)).toEqual([
      ['Carol', 'Dave'],
      ['Alice', 'Dave'],
      ['Alice', 'Carol'],
    ]);
    [host, carol, dave].map(generation).forEach((now, index) => {
      expect(now).toBeGreaterThan(before[index] ?? Infinity);
    });
    const again = world.returning(bob);
    world.run(3000);
    expect(again.meeting.view).toMatchObject({ phase: 'ended', reason: 'denied' });
    expect(() => {
      carol.meeting.moderation.remove(peer?.peerId ?? '');
    }).toThrow();
  });

  it('can still remove somebody who came back again and again', () => {
    const world = new World('again and again');
    const { host, guests } = gather(world, 1);
    let [bob] = guests;
    if (!bob) throw new Error('a guest');
    for (let count = 0; count < 12; count++) {
      bob.meeting.leave();
      world.run(1000);
      bob = world.returning(bob);
      world.run(4000);
    }
    expect(seen(host)).toEqual(['Bob']);
    const { view } = host.meeting;
    host.meeting.moderation.remove(view.phase === 'inside' ? (view.peers[0]?.peerId ?? '') : '');
    world.run(1000);
    expect(seen(host)).toEqual([]);
    expect(bob.meeting.view).toMatchObject({ phase: 'ended', reason: 'removed' });
  });

  it('lets two find each other again, however often the one link breaks', () => {
    const world = new World('often');
    const { guests } = gather(world, 3);
    const [bob, carol] = guests;
    if (!bob || !carol) throw new Error('guests');
    for (let count = 0; count < 4; count++) {
      const peer = bob.meeting.members.all.find(({ name }) => name === 'Carol');
      if (peer) bob.meeting.members.drop(peer);
      world.run(4000);
      bob.connections.loseOne(carol.connections);
      world.run(30_000);
    }
    world.run(30_000);
    expect(seen(bob)).toEqual(['Alice', 'Carol', 'Dave']);
    expect(seen(carol)).toEqual(['Alice', 'Bob', 'Dave']);
  });
});
