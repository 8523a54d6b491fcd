import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { InsideView } from '../../../../shared/meeting/views';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

function inside({ meeting }: Person): InsideView {
  const { view } = meeting;
  if (view.phase !== 'inside') throw new Error(`not inside but ${view.phase}`);
  return view;
}

const seen = (person: Person): string[] =>
  peersOf(person)
    .filter(({ link }) => link === 'open')
    .map(({ name }) => name)
    .sort();

function idOf(person: Person, name: string): string {
  const peer = inside(person).peers.find((one) => one.name === name);
  if (!peer) throw new Error(`${person.name} does not see ${name}`);
  return peer.peerId;
}

function three(seed: string): { world: World; alice: Person; bob: Person; carol: Person } {
  const world = new World(seed);
  const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
  if (!alice || !bob || !carol) throw new Error('three people');
  return { world, alice, bob, carol };
}

describe('lobby and lock', () => {
  it('off: whoever has the link comes in, and everybody sees that it was let in', () => {
    const { world, alice, bob } = three('lobby off');
    alice.meeting.moderation.setLobby(false);
    const dave = world.guest('Dave');
    world.run(4000);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol']);
    expect(inside(bob)).toMatchObject({ lobby: false, lists: { alarms: [], cannotCompare: [] } });
    alice.meeting.moderation.setLobby(true);
    const erin = world.guest('Erin');
    world.run(3000);
    expect(erin.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
    expect(inside(bob).lobby).toBe(true);
  });

  it('off: lets in at once who was waiting', () => {
    const { world, alice } = three('lobby off while waiting');
    const dave = world.guest('Dave');
    world.run(2000);
    expect(inside(alice).knocks.map(({ name }) => name)).toEqual(['Dave']);
    alice.meeting.moderation.setLobby(false);
    world.run(4000);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol']);
  });

  it('locked: nobody new comes in and is told so; who was in comes back', () => {
    const { world, alice, bob } = three('lock');
    const waiting = world.guest('Dave');
    world.run(2000);
    alice.meeting.moderation.setLock(true);
    world.run(2000);
    expect(waiting.meeting.view).toMatchObject({ phase: 'ended', reason: 'locked' });
    expect(inside(bob).locked).toBe(true);
    const erin = world.guest('Erin');
    world.run(2000);
    expect(erin.meeting.view).toMatchObject({ phase: 'ended', reason: 'locked' });
    bob.meeting.leave();
    const again = world.returning(bob);
    world.run(6000);
    expect(seen(again)).toEqual(['Alice', 'Carol']);
    alice.meeting.moderation.setLock(false);
    const frank = world.guest('Frank');
    world.run(2000);
    expect(frank.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
  });

  it('can be decided by host and co-hosts only', () => {
    const { bob } = three('rights');
    expect(() => {
      bob.meeting.moderation.setLock(true);
    }).toThrow('not-allowed');
    expect(() => {
      bob.meeting.moderation.replaceLink();
    }).toThrow('not-allowed');
  });
});

describe('a co-host', () => {
  it('sees who knocks at the host, and lets in', () => {
    const { world, alice, bob, carol } = three('co-host decides');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    const dave = world.guest('Dave');
    world.run(3000);
    expect(inside(bob)).toMatchObject({ rights: 'co-host', knocks: [{ name: 'Dave' }] });
    expect(inside(carol).knocks).toEqual([]);
    bob.meeting.moderation.decide(inside(bob).knocks[0]?.knockId ?? '', true);
    world.run(4000);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol']);
    expect(inside(bob).knocks).toEqual([]);
  });

  it('keeps the door when the host is gone, and newcomers see that it may', () => {
    const { world, alice, bob, carol } = three('co-host at the door');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    alice.meeting.leave();
    world.run(2000);
    expect(inside(carol).hostIsHere).toBe(false);
    const dave = world.guest('Dave');
    world.run(3000);
    expect(inside(bob).knocks.map(({ name }) => name)).toEqual(['Dave']);
    world.admitFirst(bob);
    world.run(4000);
    expect(seen(dave)).toEqual(['Bob', 'Carol']);
    expect(seen(carol)).toEqual(['Bob', 'Dave']);
    expect(inside(dave).peers.find(({ name }) => name === 'Bob')?.role).toBe('co-host');
  });

  it('can no longer when it is dropped', () => {
    const { world, alice, bob } = three('dropped');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), false);
    world.run(1000);
    expect(inside(bob).rights).toBe('none');
    expect(() => {
      bob.meeting.moderation.setLock(true);
    }).toThrow('not-allowed');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    expect(inside(bob).rights).toBe('co-host');
  });

  it('is one again after coming back in another run', () => {
    const { world, alice, bob } = three('co-host returns');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    bob.meeting.leave();
    const again = world.returning(bob);
    world.run(8000);
    expect(seen(again)).toEqual(['Alice', 'Carol']);
    expect(inside(again).rights).toBe('co-host');
  });

  it('removes members, but not the host', () => {
    const { world, alice, bob, carol } = three('co-host removes');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    expect(inside(bob).peers.map(({ name, removable }) => [name, removable])).toEqual([
      ['Alice', false],
      ['Carol', true],
    ]);
    expect(() => {
      bob.meeting.moderation.remove(idOf(bob, 'Alice'));
    }).toThrow('not-allowed');
    bob.meeting.moderation.remove(idOf(bob, 'Carol'));
    world.run(2000);
    expect(carol.meeting.view).toMatchObject({ phase: 'ended', reason: 'removed' });
    expect(seen(alice)).toEqual(['Bob']);
  });
});

describe('a co-host whose app comes back', () => {
  it('before the run that crashed was noticed to be gone keeps the role, or has it again soon after', () => {
    const { world, alice, bob } = three('co-host crashed');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    bob.crash(() => 15_000);
    const again = world.returning(bob);
    world.run(60_000);
    expect(inside(again).rights).toBe('co-host');
    expect(inside(alice).peers.filter(({ name }) => name === 'Bob')).toMatchObject([{ role: 'co-host' }]);
  });

  it('signs on after sixteen statements: the host names it again', () => {
    const { world, alice, bob } = three('busy co-host');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    for (let times = 0; times < 12; times++) {
      bob.meeting.moderation.setLock(times % 2 === 0);
      world.run(500);
    }
    const { coHosts } = alice.meeting.gathered.group.ledger.membership;
    expect(coHosts).toMatchObject([{ state: 'active', allowance: 32 }]);
    for (let times = 0; times < 12; times++) {
      bob.meeting.moderation.setLock(times % 2 === 0);
      world.run(500);
    }
    expect(inside(alice).locked).toBe(false);
  });
});

describe('while the lobby is off', () => {
  it('one who comes again and again under new names turns it on, before all admissions are used up', () => {
    const { world, alice } = three('lobby off flood');
    alice.meeting.moderation.setLobby(false);
    for (let count = 0; count < 20; count++) {
      world.guest(`M${String(count)}`).meeting.leave();
      const stranger = world.guest(`N${String(count)}`);
      world.run(400);
      stranger.meeting.leave();
    }
    world.run(5000);
    expect(inside(alice).lobby).toBe(true);
    expect(alice.meeting.gathered.group.ledger.membership.admitted.size).toBeLessThan(12);
    const dave = world.guest('Dave');
    world.run(2000);
    expect(inside(alice).knocks.map(({ name }) => name)).toContain('Dave');
    dave.meeting.leave();
  });
});

describe('without host and co-host', () => {
  it('members let back in who was in, and nobody else', () => {
    const { world, alice, bob, carol } = three('member at the door');
    alice.meeting.leave();
    world.run(2000);
    const stranger = world.guest('Dave');
    world.run(20_000);
    expect(stranger.meeting.view).toMatchObject({ phase: 'knocking', step: 'looking' });
    bob.meeting.leave();
    const again = world.returning(bob);
    world.run(20_000);
    expect(seen(again)).toEqual(['Carol']);
    expect(seen(carol)).toEqual(['Bob']);
  });

  it('the meeting sends nothing while nobody comes', () => {
    const { world, alice } = three('idle without host');
    alice.meeting.leave();
    world.run(3000);
    const before = world.bus.seen.length;
    world.run(600_000);
    expect(world.bus.seen.length).toBe(before);
  });

  it('goes on in a new meeting, with those who are asked', () => {
    const { world, alice, bob, carol } = three('continue');
    alice.meeting.leave();
    world.run(2000);
    const next = new World('the next meeting');
    const identities = bob.meeting.moderation.askToMove([idOf(bob, 'Carol')], next.invite);
    world.run(500);
    expect(inside(carol).asks).toEqual([{ kind: 'move', from: 'Bob' }]);
    expect(carol.meeting.moderation.offered.secret).toEqual(next.invite.secret);
    next.person('Bob', { role: 'host', hostKeySeed: next.hostKeySeed, expected: identities }, {}, bob.seed);
    const carolAgain = next.person('Carol', { role: 'guest' }, {}, carol.seed);
    next.run(4000);
    expect(seen(carolAgain)).toEqual(['Bob']);
    carol.meeting.moderation.answered('move', false);
    expect(inside(carol).asks).toEqual([]);
  });
});

describe('a link that was replaced', () => {
  it('lets in no stranger any more, the new one does, and both lead to one meeting', () => {
    const { world, alice, bob, carol } = three('replace');
    const old = world.invite;
    alice.meeting.moderation.replaceLink();
    world.run(1000);
    expect(bob.meeting.invite.secret).toEqual(alice.meeting.invite.secret);
    expect(bob.meeting.invite.secret).not.toEqual(old.secret);
    const thief = world.guest('Mallory');
    world.run(3000);
    expect(thief.meeting.view).toMatchObject({ phase: 'ended', reason: 'replaced' });
    const dave = world.guest('Dave', { secret: alice.meeting.invite.secret });
    world.run(2000);
    world.admitFirst(alice);
    world.run(4000);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol']);
    expect(seen(carol)).toEqual(['Alice', 'Bob', 'Dave']);
    expect(inside(dave).groupCode).toEqual(inside(carol).groupCode);
    expect(dave.meeting.invite.secret).toEqual(alice.meeting.invite.secret);
  });

  it('still lets back in who was in', () => {
    const { world, alice, bob } = three('replace and return');
    bob.meeting.leave();
    world.run(1000);
    alice.meeting.moderation.replaceLink();
    world.run(1000);
    const again = world.returning(bob);
    world.run(6000);
    expect(seen(again)).toEqual(['Alice', 'Carol']);
    expect(again.meeting.invite.secret).toEqual(alice.meeting.invite.secret);
  });
});

describe('what others ask', () => {
  it('to end is a wish: whoever wants stays', () => {
    const { world, alice, bob, carol } = three('please end');
    alice.meeting.moderation.askToEnd();
    alice.meeting.leave();
    world.run(2000);
    expect(inside(bob).asks).toEqual([{ kind: 'end' }]);
    bob.meeting.moderation.answered('end', false);
    expect(inside(bob).asks).toEqual([]);
    expect(seen(bob)).toEqual(['Carol']);
    expect(seen(carol)).toEqual(['Bob']);
  });

  it('about removals: the second within ten seconds counts only for those who agree', () => {
    const world = new World('purge');
    const [alice, bob, carol, dave] = world.gather(['Bob', 'Carol', 'Dave']);
    if (!alice || !bob || !carol || !dave) throw new Error('four people');
    alice.meeting.moderation.remove(idOf(alice, 'Carol'));
    world.run(2000);
    expect(carol.meeting.view).toMatchObject({ phase: 'ended', reason: 'removed' });
    alice.meeting.moderation.remove(idOf(alice, 'Dave'));
    world.run(2000);
    expect(inside(bob).asks).toEqual([{ kind: 'removals', names: ['Dave'], me: false }]);
    expect(inside(dave).asks).toEqual([{ kind: 'removals', names: [], me: true }]);
    expect(seen(alice)).toEqual(['Bob']);
    expect(seen(bob)).toEqual(['Alice', 'Dave']);
    bob.meeting.moderation.answered('removals', false);
    world.run(2000);
    expect(seen(bob)).toContain('Dave');
  });

  it('about removals: whoever agrees lets them go', () => {
    const world = new World('purge agreed');
    const [alice, bob, carol, dave] = world.gather(['Bob', 'Carol', 'Dave']);
    if (!alice || !bob || !carol || !dave) throw new Error('four people');
    alice.meeting.moderation.remove(idOf(alice, 'Carol'));
    alice.meeting.moderation.remove(idOf(alice, 'Dave'));
    world.run(2000);
    bob.meeting.moderation.answered('removals', true);
    world.run(2000);
    expect(seen(bob)).toEqual(['Alice']);
  });
});

describe('an open meeting', () => {
  it('lets in everybody with the link, through any member when the host is gone', () => {
    const world = new World('open', { open: true });
    const alice = world.host('Alice');
    const bob = world.guest('Bob');
    world.run(4000);
    const carol = world.guest('Carol');
    world.run(4000);
    expect(seen(carol)).toEqual(['Alice', 'Bob']);
    alice.meeting.leave();
    world.run(2000);
    const dave = world.guest('Dave');
    world.run(6000);
    expect(seen(dave)).toEqual(['Bob', 'Carol']);
    for (const person of [bob, carol, dave]) {
      expect(inside(person).lists.alarms).toEqual([]);
      expect(person.connections.media.size).toBeGreaterThanOrEqual(2);
    }
  });

  it('asks about strangers from a removal on', () => {
    const world = new World('open removal', { open: true });
    const alice = world.host('Alice');
    const bob = world.guest('Bob');
    world.guest('Carol');
    world.run(6000);
    alice.meeting.moderation.remove(idOf(alice, 'Carol'));
    world.run(2000);
    expect(inside(bob).lobby).toBe(true);
    const dave = world.guest('Dave');
    world.run(3000);
    expect(dave.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
    expect(seen(bob)).toEqual(['Alice']);
  });

  it('takes those who are here already for no flood', () => {
    const world = new World('open and full', { open: true });
    const alice = world.host('Alice');
    for (let count = 0; count < 7; count++) {
      world.guest(`G${String(count)}`);
      world.run(4000);
    }
    alice.meeting.leave();
    world.run(15_000);
    const late = world.guest('Late');
    world.run(20_000);
    expect(seen(late)).toHaveLength(7);
    expect(inside(late)).toMatchObject({ lobby: false, lists: { alarms: [], cannotCompare: [] } });
  });

  it('asks about strangers when too many come at once', () => {
    const world = new World('open flood', { open: true });
    const alice = world.host('Alice');
    const crowd = Array.from({ length: 8 }, (_, index) => world.guest(`Guest ${String(index)}`));
    world.run(9000);
    expect(inside(alice).lobby).toBe(true);
    expect(seen(alice).length).toBeLessThan(8);
    expect(seen(alice).length).toBeGreaterThan(4);
    expect(crowd.filter(({ meeting }) => meeting.view.phase === 'knocking').length).toBeGreaterThan(0);
  });
});

describe('a meeting that fell in two', () => {
  it('becomes one again when the paths are back', () => {
    const world = new World('two halves');
    const [alice, bob, carol, dave] = world.gather(['Bob', 'Carol', 'Dave']);
    if (!alice || !bob || !carol || !dave) throw new Error('four people');
    world.network.part([
      [alice.connections, bob.connections],
      [carol.connections, dave.connections],
    ]);
    world.run(40_000);
    expect(seen(alice)).toEqual(['Bob']);
    expect(seen(carol)).toEqual(['Dave']);
    world.network.join();
    world.run(60_000);
    expect(seen(alice)).toEqual(['Bob', 'Carol', 'Dave']);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol']);
  });
});

describe('two whose network went away after the host had left', () => {
  it('find each other again', () => {
    const { world, alice, bob, carol } = three('two alone');
    alice.meeting.leave();
    world.run(2000);
    world.network.part([[bob.connections], [carol.connections]]);
    world.run(40_000);
    expect(seen(bob)).toEqual([]);
    world.network.join();
    world.run(60_000);
    expect(seen(bob)).toEqual(['Carol']);
    expect(seen(carol)).toEqual(['Bob']);
  });
});
