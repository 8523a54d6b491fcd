import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import type { Member } from '../../../../../shared/meeting/members/member';
import type { MemberMessage } from '../../../../../shared/meeting/messages/member-messages';
import { peersOf, World, type Person } from '../../../../support/world/world';

beforeAll(cryptoReady);

const open = (name: string): { name: string; link: string }[] => [{ name, link: 'open' }];
const broken = (name: string): { name: string; link: string }[] => [{ name, link: 'interrupted' }];

function memberOf(person: Person, name: string): Member {
  const member = person.meeting.members.all.find((one) => one.name === name);
  if (!member) throw new Error(`${person.name} sees no ${name}`);
  return member;
}

/** The one of the two who offered their link, and the one who answered. */
function sides(one: Person, other: Person): { offerer: Person; answerer: Person } {
  return one.connections.offered(other.connections)
    ? { offerer: one, answerer: other }
    : { offerer: other, answerer: one };
}

describe('a link of two that is interrupted', () => {
  it('is restarted, stays the same link, and nobody knocks again', () => {
    const world = new World('restart');
    const { host, guest } = world.call();
    const before = memberOf(guest, 'Alice');
    world.network.cut(host.connections, guest.connections, true);
    world.run(3500);
    expect([peersOf(host), peersOf(guest)]).toEqual([broken('Bob'), broken('Alice')]);
    world.run(3000);
    world.network.restore(host.connections, guest.connections);
    world.run(3000);
    expect([peersOf(host), peersOf(guest)]).toEqual([open('Bob'), open('Alice')]);
    expect([host.connections.opened.length, guest.connections.opened.length]).toEqual([1, 1]);
    expect([host.connections.restarts, guest.connections.restarts]).toEqual([1, 1]);
    expect(memberOf(guest, 'Alice')).toBe(before);
  });

  it('comes back by itself where it can, and what was said meanwhile arrives', () => {
    const world = new World('by itself');
    const { host, guest } = world.call();
    world.network.cut(host.connections, guest.connections);
    world.run(3500);
    host.meeting.setSelf({ microphone: false, camera: false, share: null });
    world.network.restore(host.connections, guest.connections);
    world.run(1000);
    expect(guest.meeting.view).toMatchObject({ peers: [{ link: 'open', microphone: false, camera: false }] });
    world.network.cut(host.connections, guest.connections, true);
    world.run(6000);
    world.network.restore(host.connections, guest.connections);
    world.run(12_000);
    expect([peersOf(host), peersOf(guest)]).toEqual([open('Bob'), open('Alice')]);
    expect(guest.connections.opened).toHaveLength(1);
  });

  it('is replaced when it does not come back in time, by the rendezvous and without knocking again', () => {
    const world = new World('replace');
    const { host, guest } = world.call();
    const before = [memberOf(host, 'Bob'), memberOf(guest, 'Alice')];
    world.network.cut(host.connections, guest.connections, true);
    world.run(30_000);
    expect([peersOf(host), peersOf(guest)]).toEqual([broken('Bob'), broken('Alice')]);
    world.network.restore(host.connections, guest.connections);
    world.run(15_000);
    expect([peersOf(host), peersOf(guest)]).toEqual([open('Bob'), open('Alice')]);
    expect([memberOf(host, 'Bob'), memberOf(guest, 'Alice')]).toEqual(before);
    expect(host.connections.opened.length).toBeGreaterThan(1);
    expect(host.connections.media.size).toBe(2);
    expect(guest.connections.media.size).toBe(2);
  });

  it('is restarted though it works, by either side, where a better path may be open now', () => {
    const world = new World('renew');
    const { host, guest } = world.call();
    world.run(5000);
    const restarts = (): number => host.connections.restarts + guest.connections.restarts;
    for (const [one, other] of [
      [host, guest],
      [guest, host],
    ] as const) {
      const before = restarts();
      one.meeting.renewConnection(other.peerId);
      world.run(30_000);
      // One on each side, and not again.
      expect(restarts()).toBe(before + 2);
      expect([peersOf(host), peersOf(guest)]).toEqual([open('Bob'), open('Alice')]);
    }
    host.meeting.renewConnection('nobody');
    expect(host.meeting.trustOf(guest.peerId)).toBe('new');
    expect(host.meeting.trustOf('nobody')).toBeNull();
  });

  it('holds no room and says nothing at any relay before it breaks and after it is back', () => {
    const world = new World('rooms');
    const { host, guest } = world.call();
    world.run(10_000);
    const rooms = world.bus.rooms;
    const parcels = world.bus.seen.length;
    world.run(60_000);
    expect([world.bus.rooms, world.bus.seen.length]).toEqual([rooms, parcels]);
    world.network.cut(host.connections, guest.connections, true);
    world.run(6000);
    expect(world.bus.rooms).toBe(rooms + 2);
    world.network.restore(host.connections, guest.connections);
    world.run(10_000);
    const after = world.bus.seen.length;
    expect(after).toBeGreaterThan(parcels);
    world.run(120_000);
    expect([world.bus.rooms, world.bus.seen.length]).toEqual([rooms, after]);
  });

  it('is given up in time, and not at the cost of the relays', () => {
    const world = new World('for ever');
    const { host, guest } = world.call();
    world.run(5000);
    const parcels = world.bus.seen.length;
    world.network.cut(host.connections, guest.connections, true);
    world.run(70_000);
    expect(peersOf(host)).toEqual(broken('Bob'));
    expect(world.bus.seen.length - parcels).toBeLessThan(60);
    world.run(15_000);
    expect(peersOf(host).filter(({ link }) => link === 'open')).toEqual([]);
    world.network.restore(host.connections, guest.connections);
    world.run(60_000);
    expect([peersOf(host), peersOf(guest)]).toEqual([open('Bob'), open('Alice')]);
  });

  it('without any carrier is noticed and let go as ever, and the guest comes back through the door', () => {
    const world = new World('nothing works');
    const { host, guest } = world.call();
    world.network.cut(host.connections, guest.connections, true);
    world.bus.tamper = () => [];
    world.run(6000);
    expect([peersOf(host), peersOf(guest)]).toEqual([broken('Bob'), broken('Alice')]);
    world.run(15_000);
    expect(peersOf(host)).toEqual([]);
    world.bus.tamper = (parcel) => [parcel];
    world.network.restore(host.connections, guest.connections);
    world.run(31_000);
    expect([peersOf(host), peersOf(guest)]).toEqual([open('Bob'), open('Alice')]);
  });

  it('ends at once for the other when one leaves meanwhile', () => {
    const world = new World('bye meanwhile');
    const { host, guest } = world.call();
    world.network.cut(host.connections, guest.connections, true);
    world.run(6000);
    guest.meeting.leave();
    world.run(200);
    expect(peersOf(host)).toEqual([]);
  });

  it('has the keys of now when it is another one', () => {
    const world = new World('keys meanwhile');
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
    if (!alice || !bob || !carol) throw new Error('three people');
    world.network.cut(alice.connections, bob.connections);
    world.network.cut(carol.connections, bob.connections);
    world.run(5000);
    carol.meeting.leave();
    world.run(20_000);
    world.network.restore(alice.connections, bob.connections);
    world.run(20_000);
    const generation = alice.frames.reduce(
      (last, command) => (command.type === 'send-keys' ? command.generation : last),
      -1,
    );
    const opens = bob.frames.flatMap((command) => (command.type === 'receive-keys' ? command.keys : []));
    expect(peersOf(bob)).toContainEqual({ name: 'Alice', link: 'open' });
    expect(opens.map(({ keyId }) => Math.floor(keyId / 4096))).toContain(generation);
  });
});

describe('one pair of several', () => {
  it('that is interrupted leaves the others alone, and is mended through them without the relay', () => {
    const world = new World('one pair');
    const people = world.gather(['Bob', 'Carol', 'Dave']);
    const [alice, bob, carol, dave] = people;
    if (!alice || !bob || !carol || !dave) throw new Error('four people');
    world.run(5000);
    const parcels = world.bus.seen.length;
    const others: string[] = [];
    for (const person of [alice, dave]) {
      const { onEvent } = person.connections;
      person.connections.onEvent = (connectionId, event) => {
        if (event.type !== 'received') others.push(event.type);
        onEvent(connectionId, event);
      };
    }
    world.network.cut(bob.connections, carol.connections, true);
    world.run(7000);
    expect(peersOf(bob)).toEqual([
      { name: 'Alice', link: 'open' },
      { name: 'Carol', link: 'interrupted' },
      { name: 'Dave', link: 'open' },
    ]);
    expect([bob.connections.restarts, carol.connections.restarts]).toEqual([1, 1]);
    world.network.restore(bob.connections, carol.connections);
    world.run(3000);
    for (const person of people)
      expect(peersOf(person).map(({ link }) => link)).toEqual(['open', 'open', 'open']);
    expect(others).toEqual([]);
    expect([bob.connections.opened.length, carol.connections.opened.length]).toEqual([3, 3]);
    expect(world.bus.seen.length).toBe(parcels);
    for (const { meeting } of people)
      expect(meeting.view).toMatchObject({ lists: { alarms: [], cannotCompare: [] } });
  });

  it('meets at the rendezvous when the member in between brings nothing', () => {
    const world = new World('silent between');
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
    if (!alice || !bob || !carol) throw new Error('three people');
    // Alice is there for both, and passes nothing on.
    for (const { meeting } of [alice]) {
      for (const member of meeting.members.all) {
        const send = member.send.bind(member);
        member.send = (message) => message.t !== 'forwarded' && send(message);
      }
    }
    world.network.cut(bob.connections, carol.connections, true);
    world.run(10_000);
    world.network.restore(bob.connections, carol.connections);
    world.run(5000);
    expect(peersOf(bob)).toEqual([
      { name: 'Alice', link: 'open' },
      { name: 'Carol', link: 'open' },
    ]);
  });
});

describe('a network that changes, a computer that wakes', () => {
  it('restarts what does not work, and after sleep everything', () => {
    const world = new World('network');
    const { host, guest } = world.call();
    world.run(10_000);
    host.meeting.networkChanged(false);
    world.run(1000);
    expect([host.connections.restarts, guest.connections.restarts]).toEqual([0, 0]);
    for (const [count, sleeper] of [host, guest, host, guest].entries()) {
      sleeper.meeting.networkChanged(true);
      world.run(1000);
      expect([host.connections.restarts, guest.connections.restarts]).toEqual([count + 1, count + 1]);
    }
    expect([peersOf(host), peersOf(guest)]).toEqual([open('Bob'), open('Alice')]);
  });

  it('does not wait for a restart that was begun in the network before', () => {
    const world = new World('other network');
    const { host, guest } = world.call();
    world.run(10_000);
    world.network.cut(host.connections, guest.connections, true);
    const dropped = world.bus.tamper;
    world.bus.tamper = () => [];
    world.run(4000);
    world.bus.tamper = dropped;
    world.network.restore(host.connections, guest.connections, true);
    for (const person of [host, guest]) person.meeting.networkChanged(false);
    world.run(6000);
    expect([peersOf(host), peersOf(guest)]).toEqual([open('Bob'), open('Alice')]);
  });
});

describe('a restart', () => {
  const restart = (world: World, person: Person, other: Person, number: number): MemberMessage => ({
    t: 'restart',
    link: other.connections.certificates().at(-1)?.subarray(0, 8) ?? new Uint8Array(8),
    number,
    kind: 'offer',
    description: {
      ufrag: world.network.fragment(),
      pwd: 'abcdefghijklmnopqrstuv',
      fingerprint: person.connections.certificates().at(-1) ?? new Uint8Array(32),
      setup: 'actpass',
      candidates: [],
    },
  });

  it('that names another certificate closes the link with an alarm', () => {
    const world = new World('foreign restart');
    const { host, guest } = world.call();
    const { offerer, answerer } = sides(host, guest);
    offerer.connections.rewriteRestart = (description) => ({ ...description, fingerprint: world.random(32) });
    offerer.meeting.networkChanged(true);
    world.run(500);
    expect(answerer.connections.restarts).toBe(0);
    if (answerer === guest) {
      expect(guest.meeting.view).toMatchObject({ phase: 'ended', reason: 'fingerprint-mismatch' });
    } else expect(host.meeting.view).toMatchObject({ peers: [], alarm: 'fingerprint-mismatch' });
  });

  it('of another link, an older one, or one by the wrong side changes nothing and is counted', () => {
    const world = new World('stale');
    const { host, guest } = world.call();
    const { offerer, answerer } = sides(host, guest);
    const send = (message: MemberMessage): void => {
      memberOf(offerer, answerer.name).send(message);
      world.run(100);
    };
    const genuine = restart(world, offerer, answerer, 3);
    if (genuine.t !== 'restart') throw new Error('a restart');
    send({ ...genuine, link: world.random(8) });
    send({ ...genuine, kind: 'answer' });
    expect(answerer.connections.restarts).toBe(0);
    send(genuine);
    send({ ...genuine, number: 2 });
    expect(answerer.connections.restarts).toBe(1);
    expect(answerer.drops.get('restart-stale')).toBe(3);
    memberOf(answerer, offerer.name).send(restart(world, answerer, offerer, 1));
    world.run(100);
    expect(offerer.connections.restarts).toBe(0);
    expect(offerer.drops.get('restart-stale')).toBeGreaterThan(0);
  });

  it('cannot be asked for so often that candidates are gathered all the time', () => {
    const world = new World('restart flood');
    const { host, guest } = world.call();
    const { offerer, answerer } = sides(host, guest);
    const link = offerer.connections.certificates().at(-1)?.subarray(0, 8) ?? new Uint8Array(8);
    for (let count = 1; count <= 100; count++) {
      memberOf(offerer, answerer.name).send(restart(world, offerer, answerer, count));
      memberOf(answerer, offerer.name).send({
        t: 'link-wanted',
        link,
        restarts: offerer.connections.restarts,
        gone: false,
      });
      world.run(100);
    }
    expect(answerer.connections.restarts).toBeLessThanOrEqual(9);
    expect(answerer.drops.get('restart-refused')).toBeGreaterThan(80);
    expect(offerer.connections.restarts).toBeLessThanOrEqual(9);
  });

  it('of a link that is wanted anew, or offered anew, is bounded as well', () => {
    const world = new World('link flood');
    const { host, guest } = world.call();
    for (const [one, other] of [
      [host, guest],
      [guest, host],
    ] as const) {
      for (let count = 0; count < 50; count++) {
        const description = { ...restart(world, one, other, 1), t: 'link' } as MemberMessage;
        one.meeting.members.all.find(({ name }) => name === other.name)?.send(description);
        const link = other.connections.certificates().at(-1)?.subarray(0, 8) ?? new Uint8Array(8);
        one.meeting.members.all
          .find(({ name }) => name === other.name)
          ?.send({ t: 'link-wanted', link, restarts: 0, gone: true });
        world.run(100);
      }
    }
    expect(host.connections.opened.length).toBeLessThan(25);
    expect(guest.connections.opened.length).toBeLessThan(25);
  });
});

describe('a clock that is set during a meeting', () => {
  it.each([-600_000, 600_000])('by %d ms parts nobody', (by) => {
    const world = new World(`clock ${String(by)}`);
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
    if (!alice || !bob || !carol) throw new Error('three people');
    for (const one of [bob, alice]) {
      one.clock.offset = by;
      for (let seconds = 0; seconds < 60; seconds++) {
        world.run(1000);
        for (const person of [alice, bob, carol])
          expect(peersOf(person).map(({ link }) => link)).toEqual(['open', 'open']);
      }
    }
    for (const person of [alice, bob, carol]) {
      expect(person.connections.opened.length).toBe(2);
      expect(person.meeting.view).toMatchObject({ lists: { alarms: [], cannotCompare: [] } });
    }
  });
});
