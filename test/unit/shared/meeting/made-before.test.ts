/** A host opens a meeting again, and makes links for one person each. */
import { describe, expect, it } from 'vitest';
import type { Invite } from '../../../../shared/invite/link';
import type { Past } from '../../../../shared/meeting/session';
import { inviteIdOf } from '../../../../shared/meeting/door/personal-invites';
import { peersOf, World, type Person } from '../../../support/world/world';

const names = (person: Person): string[] =>
  peersOf(person).flatMap(({ name, link }) => (link === 'open' ? name : []));

function knocksOf({ meeting: { view } }: Person): { name: string; byLink: string | null }[] {
  return view.phase === 'inside' ? view.knocks.map(({ name, byLink }) => ({ name, byLink })) : [];
}

/** What a host keeps, as it is kept. */
function keeping(world: World): { host: Person; kept: Uint8Array[]; past: () => Past } {
  const kept: Uint8Array[] = [];
  const host = world.person('Alice', {
    role: 'host',
    hostKeySeed: world.hostKeySeed,
    keep: (statement) => kept.push(statement),
  });
  return { host, kept, past: () => ({ statements: [...kept], ...host.meeting.gathered.door.invites }) };
}

function reopen(world: World, before: Person, past: Past): Person {
  const role = { role: 'host', hostKeySeed: world.hostKeySeed, past } as const;
  return world.person('Alice', role, {}, before.seed, before.perMeetingSeed);
}

describe('a meeting that its host opens again', () => {
  it('is the same one: who was inside comes back without asking, who was removed does not', () => {
    const world = new World('again');
    const { host, past } = keeping(world);
    const [bob, eve] = ['Bob', 'Eve'].map((name) => {
      const guest = world.guest(name);
      world.run(1500);
      world.admitFirst(host);
      world.run(3000);
      return guest;
    });
    if (!bob || !eve) throw new Error('nobody came');
    const evesId = eve.peerId;
    host.meeting.moderation.remove(evesId);
    world.run(1000);
    const kept = past();
    host.crash(() => 6000);
    world.run(20_000);
    const again = reopen(world, host, kept);
    world.run(60_000);
    expect(names(again)).toEqual(['Bob']);
    const back = world.returning(eve);
    world.run(5000);
    expect(back.meeting.view).toMatchObject({ phase: 'ended', reason: 'denied' });
    expect(again.meeting.view).toMatchObject({ rights: 'host', alarm: 'none' });
    again.meeting.moderation.setLock(true);
    world.run(1000);
    // One chain: nothing was signed twice in one place.
    expect(bob.meeting.view).toMatchObject({ locked: true, alarm: 'none' });
  });

  it('has its host at the door again: co-hosts tell it who knocks, and hear of links for one person', () => {
    const world = new World('host again');
    const { host, past } = keeping(world);
    const carol = world.guest('Carol');
    world.run(1500);
    world.admitFirst(host);
    world.run(3000);
    host.meeting.moderation.setCoHost(carol.peerId, true);
    world.run(2000);
    const kept = past();
    host.crash(() => 6000);
    world.run(20_000);
    const again = reopen(world, host, kept);
    world.run(60_000);
    const link = again.meeting.moderation.invitePerson();
    world.run(1000);
    expect(carol.meeting.gathered.door.invites.personal).toHaveLength(1);
    const bob = world.guest('Bob', link);
    world.run(3000);
    for (const keeper of [again, carol]) expect(knocksOf(keeper).map(({ name }) => name)).toEqual(['Bob']);
    carol.meeting.moderation.decide(bob.peerId, true);
    world.run(5000);
    expect(again.meeting.gathered.door.invites.personal).toMatchObject([{ closed: true }]);
  });

  it('finds those again who stayed when its host had said goodbye, and do not look for it', () => {
    const world = new World('goodbye and again');
    const { host, past } = keeping(world);
    const bob = world.guest('Bob');
    world.run(1500);
    world.admitFirst(host);
    world.run(3000);
    const kept = past();
    host.meeting.leave();
    world.run(20 * 60_000);
    expect(names(bob)).toEqual([]);
    const again = reopen(world, host, kept);
    world.run(15_000);
    expect(names(again)).toEqual(['Bob']);
    expect(names(bob)).toEqual(['Alice']);
    expect(again.meeting.view).toMatchObject({ rights: 'host', alarm: 'none' });
    expect(bob.meeting.view).toMatchObject({ alarm: 'none' });
  });

  it('looks for others for a while only, and hears newcomers meanwhile and afterwards', () => {
    const world = new World('nobody left');
    const { host, past } = keeping(world);
    world.run(1000);
    const kept = past();
    host.meeting.leave();
    world.run(1000);
    const again = reopen(world, host, kept);
    world.run(5000);
    const bob = world.guest('Bob');
    world.run(6000);
    expect(knocksOf(again).map(({ name }) => name)).toEqual(['Bob']);
    bob.meeting.leave();
    world.run(60_000);
    const sent = world.bus.seen.length;
    world.run(120_000);
    expect(world.bus.seen.length).toBe(sent);
    const carol = world.guest('Carol');
    world.run(2000);
    world.admitFirst(again);
    world.run(3000);
    expect(names(carol)).toEqual(['Alice']);
  });

  it('signs nothing that cannot be kept', () => {
    const world = new World('full disk');
    let isFull = false;
    const keep = (): void => {
      if (isFull) throw new Error('no space');
    };
    const host = world.person('Alice', { role: 'host', hostKeySeed: world.hostKeySeed, keep });
    const guest = world.guest('Bob');
    world.run(1500);
    isFull = true;
    world.admitFirst(host);
    world.run(3000);
    expect(names(host)).toEqual([]);
    expect(guest.meeting.view).toMatchObject({ phase: 'ended', reason: 'full' });
    expect(() => {
      host.meeting.moderation.setLock(true);
    }).toThrow('cannot-sign');
  });

  it('makes a new link when the one that was signed last is lost', () => {
    const world = new World('lost link');
    const { host, past } = keeping(world);
    host.meeting.moderation.replaceLink();
    const lost = host.meeting.invite;
    const again = reopen(world, host, { ...past(), replacements: [] });
    expect(again.meeting.invite.secret).not.toEqual(lost.secret);
    expect(again.meeting.invite.secret).not.toEqual(world.invite.secret);
    const guest = world.guest('Bob', again.meeting.invite);
    world.run(8000);
    world.admitFirst(again);
    world.run(3000);
    expect(names(guest)).toEqual(['Alice']);
  });
});

describe('a link for one person', () => {
  const forOne = (world: World): { host: Person; link: Invite } => {
    const host = world.host('Alice');
    return { host, link: host.meeting.moderation.invitePerson() };
  };

  it('leads into the same meeting, and whoever comes by it meets everybody', () => {
    const world = new World('one each');
    const { host, link } = forOne(world);
    const bob = world.guest('Bob', link);
    world.run(1500);
    expect(knocksOf(host)).toEqual([{ name: 'Bob', byLink: inviteIdOf(link) }]);
    world.admitFirst(host);
    world.run(3000);
    const carol = world.guest('Carol');
    world.run(1500);
    expect(knocksOf(host)).toEqual([{ name: 'Carol', byLink: null }]);
    world.admitFirst(host);
    world.run(5000);
    expect(names(bob).sort()).toEqual(['Alice', 'Carol']);
    expect(names(carol).sort()).toEqual(['Alice', 'Bob']);
  });

  it('lets in one: whoever has a copy of it is refused, who came by it comes back', () => {
    const world = new World('copied');
    const { host, link } = forOne(world);
    const bob = world.guest('Bob', link);
    const eve = world.guest('Eve', link);
    world.run(1500);
    host.meeting.moderation.decide(bob.peerId, true);
    world.run(5000);
    expect(names(host)).toEqual(['Bob']);
    expect(eve.meeting.view).toMatchObject({ phase: 'ended', reason: 'replaced' });
    bob.crash(() => 6000);
    world.run(10_000);
    const back = world.person('Bob', { role: 'guest' }, link, bob.seed);
    world.run(5000);
    expect(names(back)).toEqual(['Alice']);
  });

  it('is closed alone: the other links go on', () => {
    const world = new World('closed alone');
    const { host, link } = forOne(world);
    const other = host.meeting.moderation.invitePerson();
    host.meeting.moderation.closePersonal(inviteIdOf(link));
    const [closed, open, general] = [
      world.guest('Eve', link),
      world.guest('Bob', other),
      world.guest('Carol'),
    ];
    world.run(3000);
    expect(closed.meeting.view).toMatchObject({ phase: 'ended', reason: 'replaced' });
    expect(
      knocksOf(host)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Bob', 'Carol']);
    expect([open, general].map(({ meeting }) => meeting.view)).toMatchObject([
      { step: 'asked' },
      { step: 'asked' },
    ]);
  });

  it('outlives the replacement of the general one', () => {
    const world = new World('outlives');
    const { host, link } = forOne(world);
    host.meeting.moderation.replaceLink();
    const bob = world.guest('Bob', link);
    world.run(1500);
    world.admitFirst(host);
    world.run(3000);
    expect(names(bob)).toEqual(['Alice']);
    expect(bob.meeting.invite.secret).toEqual(host.meeting.invite.secret);
  });

  it('works at the door of a co-host too, and is closed at both when it was used there', () => {
    const world = new World('co-host');
    const { host, link } = forOne(world);
    const carol = world.guest('Carol');
    world.run(1500);
    world.admitFirst(host);
    world.run(3000);
    host.meeting.moderation.setCoHost(carol.peerId, true);
    world.run(2000);
    host.crash(() => 6000);
    world.run(20_000);
    const bob = world.guest('Bob', link);
    world.run(3000);
    carol.meeting.moderation.decide(bob.peerId, true);
    world.run(5000);
    expect(names(bob)).toContain('Carol');
    const eve = world.guest('Eve', link);
    world.run(5000);
    expect(eve.meeting.view).toMatchObject({ phase: 'ended', reason: 'replaced' });
  });

  it('is the host alone who makes and closes them', () => {
    const world = new World('rights');
    const { guest } = world.call();
    expect(() => guest.meeting.moderation.invitePerson()).toThrow('not-allowed');
    expect(() => {
      guest.meeting.moderation.closePersonal('00');
    }).toThrow('not-allowed');
  });

  it('there are at most 32 of', () => {
    const world = new World('many');
    const host = world.host('Alice');
    for (let count = 0; count < 32; count++) host.meeting.moderation.invitePerson();
    expect(() => host.meeting.moderation.invitePerson()).toThrow('too-many-links');
  });
});
