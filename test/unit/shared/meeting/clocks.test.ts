/** A clock that is set during a meeting costs nobody anything: what lasts goes by the steady clock. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { idOf, inside, seen, three } from '../../../support/world/people';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const hasKeyOf = (person: Person, sender: Person): boolean =>
  person.frames.some((command) => command.type === 'receive-keys' && command.peerId === sender.peerId);

describe('a clock nine minutes ahead', () => {
  it.each(['Alice', 'Bob'])('that is put right costs nobody their place (%s, in 700 seconds)', (whose) => {
    const world = new World(`put right ${whose}`);
    const host = world.host('Alice');
    if (whose === 'Alice') host.clock.offset = 9 * MINUTE;
    const guests = ['Bob', 'Carol'].map((name) => {
      const guest = world.guest(name);
      if (name === whose) guest.clock.offset = 9 * MINUTE;
      world.run(1500);
      world.admitFirst(host);
      world.run(3000);
      return guest;
    });
    const all = [host, ...guests];
    for (const { clock } of all) clock.offset = 0;
    let lost = 0;
    for (let seconds = 0; seconds < 700; seconds++) {
      world.run(1000);
      lost += all.filter((one) => seen(one).length !== 2).length;
    }
    expect(lost).toBe(0);
    for (const one of all)
      expect(one.meeting.view).toMatchObject({ lists: { alarms: [], cannotCompare: [] } });
  });
});

describe('a newcomer', () => {
  it.each([-9 * MINUTE, -DAY, DAY])(
    "gets everybody's keys although a member's clock was set by %i ms",
    (by) => {
      const { world, alice, bob, carol } = three(`keys ${String(by)}`);
      for (const { clock } of [bob, carol]) clock.offset = by;
      const dave = world.guest('Dave');
      world.run(1500);
      world.admitFirst(alice);
      world.run(2000);
      for (const other of [alice, bob, carol]) {
        expect(hasKeyOf(dave, other)).toBe(true);
        expect(hasKeyOf(other, dave)).toBe(true);
      }
    },
  );

  it("is let in although the door's clock is set between its hello and its knock", () => {
    const world = new World('half open');
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    // The hello takes 40 ms, and so does the answer.
    world.run(60);
    host.clock.offset = 9 * MINUTE;
    world.run(400);
    expect(host.drops).toEqual(new Map());
    world.admitFirst(host);
    world.run(2000);
    expect(seen(guest)).toEqual(['Alice']);
  });
});

describe('a second removal within seconds', () => {
  it('is asked about although the clock is set by an hour in between', () => {
    const world = new World('purge by a clock');
    const [alice, bob] = world.gather(['Bob', 'Carol', 'Dave']);
    if (!alice || !bob) throw new Error('people');
    alice.meeting.moderation.remove(idOf(alice, 'Carol'));
    world.run(2000);
    bob.clock.offset = 60 * MINUTE;
    alice.meeting.moderation.remove(idOf(alice, 'Dave'));
    world.run(2000);
    expect(inside(bob).asks).toEqual([{ kind: 'removals', names: ['Dave'], me: false }]);
  });
});

describe('a computer that sleeps', () => {
  it.each(['clock-stops', 'clock-runs'] as const)('like all others loses nobody, where the %s', (sleep) => {
    const { world, ...people } = three(`night ${sleep}`);
    const all = Object.values(people);
    for (const one of all) one.sleep(sleep, () => 10 * MINUTE);
    world.run(MINUTE);
    for (const one of all) one.wake();
    for (let seconds = 0; seconds < 30; seconds++) {
      world.run(1000);
      for (const one of all) expect(peersOf(one)).toHaveLength(2);
    }
    for (const one of all) expect(seen(one)).toHaveLength(2);
  });

  it.each(['clock-stops', 'clock-runs'] as const)('for a few seconds loses nobody, where the %s', (sleep) => {
    const { world, alice, bob, carol } = three(`nap ${sleep}`);
    bob.sleep(sleep, () => 25_000);
    world.run(8000);
    bob.wake();
    world.run(2000);
    for (const one of [alice, bob, carol]) {
      expect(seen(one)).toHaveLength(2);
      expect(one.connections.opened).toHaveLength(2);
    }
  });
});
