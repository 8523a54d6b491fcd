import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady, ed25519FromSeed } from '../../../../shared/crypto/sodium';
import { encodeLink, MAX_LINK_LENGTH, type Invite, type MeetingSecret } from '../../../../shared/invite/link';
import type { HostKeySeed } from '../../../../shared/meeting/meeting-keys';
import {
  decodeNext,
  encodeNext,
  NEXT_BODY_LENGTH,
  type NextMeeting,
} from '../../../../shared/meeting/messages/next-message';
import { encodeMemberMessage } from '../../../../shared/meeting/messages/member-messages';
import type { Role } from '../../../../shared/meeting/phase';
import type { Ask } from '../../../../shared/meeting/views';
import { idOf, inside } from '../../../support/world/people';
import { World, type Person } from '../../../support/world/world';
import { memberOf } from './speaking-up/says';

beforeAll(cryptoReady);

function nextOf(world: World, change: Partial<NextMeeting> = {}, title = 'Reading circle'): NextMeeting {
  const now = world.scheduler.now();
  const invite: Invite = {
    ...world.invite,
    expiry: Math.floor(now / 1000) + 8 * 24 * 3600,
    secret: world.random(32) as MeetingSecret,
    hostKey: ed25519FromSeed(world.random(32)).publicKey,
    hints: { title, relays: [], turn: [] },
  };
  return { invite, startsAt: now + 7 * 24 * 3_600_000, zone: 'Europe/Berlin', ...change };
}

/** Alice hosts a meeting of a series; the others are inside. */
function weekly(
  seed: string,
  names: readonly string[],
  role: Role = { role: 'guest' },
): { world: World; people: Person[]; next: NextMeeting; drawn: NextMeeting[] } {
  const world = new World(seed);
  const next = nextOf(world);
  const drawn: NextMeeting[] = [];
  const nextAnew = (): NextMeeting => {
    const { startsAt } = next;
    const one = nextOf(world, { startsAt });
    drawn.push(one);
    return one;
  };
  const alice = world.person('Alice', { role: 'host', hostKeySeed: world.hostKeySeed, next, nextAnew });
  const others = names.map((name) => comesIn(world, alice, name, role));
  return { world, people: [alice, ...others], next, drawn };
}

function comesIn(world: World, alice: Person, name: string, role: Role = { role: 'guest' }): Person {
  const person = world.person(name, role);
  world.run(1500);
  world.admitFirst(alice);
  world.run(3000);
  return person;
}

function linkOrNull(invite: Invite): string | null {
  try {
    return encodeLink(invite);
  } catch {
    return null;
  }
}

const asksOf = (person: Person): Ask[] => inside(person).asks.filter(({ kind }) => kind === 'next');

describe('the next meeting', () => {
  it('is offered by its host to everybody who is in this one, also to who comes later, and to each once', () => {
    const { world, people, next } = weekly('next', ['Bob', 'Carol']);
    const [alice, bob, carol] = people as [Person, Person, Person];
    const asked = { kind: 'next', from: 'Alice', title: 'Reading circle', startsAt: next.startsAt };
    for (const person of [bob, carol]) expect(asksOf(person)).toMatchObject([asked]);
    expect(asksOf(alice)).toEqual([]);
    expect(encodeLink(bob.meeting.nextOffer.offered.invite)).toBe(encodeLink(next.invite));
    bob.meeting.nextOffer.answered(bob.meeting.nextOffer.offered);
    expect(asksOf(bob)).toEqual([]);
    memberOf(alice, 'Bob').send(encodeNext(next, alice.meeting.gathered.base.meetingId, world.hostKeySeed));
    world.run(1000);
    expect(asksOf(bob)).toEqual([]);
    expect(asksOf(carol)).toHaveLength(1);
  });

  it('counts from the host alone: told again by a member, or signed by one, it asks nobody', () => {
    const world = new World('next of a member');
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']) as [Person, Person, Person];
    const { meetingId } = carol.meeting.gathered.base;
    const genuine = encodeNext(nextOf(world), meetingId, world.hostKeySeed);
    memberOf(bob, 'Carol').send(genuine);
    world.run(500);
    expect(asksOf(carol)).toEqual([]);
    expect(carol.drops.get('unexpected')).toBe(1);
    // From the host, but by another key, or for another meeting.
    const other = world.random(32) as HostKeySeed;
    memberOf(alice, 'Carol').send(encodeNext(nextOf(world), meetingId, other));
    memberOf(alice, 'Carol').send(encodeNext(nextOf(world), world.random(32), world.hostKeySeed));
    world.run(500);
    expect(asksOf(carol)).toEqual([]);
    expect(carol.drops.get('unexpected')).toBe(3);
    memberOf(alice, 'Carol').send(genuine);
    world.run(500);
    expect(asksOf(carol)).toHaveLength(1);
  });

  it('is not offered to who is there with a one-time identity', () => {
    const role = { role: 'guest', keepsNothing: true } as const;
    const { people } = weekly('next of a stranger', ['Bob'], role);
    const bob = people[1] as Person;
    expect(inside(bob).peers).toHaveLength(1);
    expect(asksOf(bob)).toEqual([]);
    expect(() => bob.meeting.nextOffer.offered).toThrow('no-meeting');
  });

  it('has another link once somebody is removed, which is offered to those who stay, and to who comes', () => {
    const { world, people, next, drawn } = weekly('next after a removal', ['Bob', 'Carol', 'Dave']);
    const [alice, bob, carol, dave] = people as [Person, Person, Person, Person];
    const linkOf = (person: Person): string => encodeLink(person.meeting.nextOffer.offered.invite);
    carol.meeting.nextOffer.answered(carol.meeting.nextOffer.offered);
    alice.meeting.moderation.remove(idOf(alice, 'Bob'));
    world.run(3000);
    expect(bob.meeting.view.phase).toBe('ended');
    expect(drawn).toHaveLength(1);
    const fresh = encodeLink(drawn[0]?.invite ?? next.invite);
    expect(fresh).not.toBe(encodeLink(next.invite));
    // Also to whom the first one was still a question.
    for (const person of [carol, dave, comesIn(world, alice, 'Erin')]) {
      expect(asksOf(person)).toHaveLength(1);
      expect(linkOf(person)).toBe(fresh);
    }
    expect(carol.meeting.nextOffer.superseded.map(encodeLink)).toEqual([encodeLink(next.invite)]);
    // Whoever is still occupied with the first one has not answered this one.
    carol.meeting.nextOffer.answered(next);
    expect(asksOf(carol)).toHaveLength(1);
    expect(drawn).toHaveLength(1);
  });

  it('keeps its link though its host opens the meeting again in which somebody was removed', () => {
    const { world, people, drawn } = weekly('next and opened again', ['Bob', 'Carol']);
    const [alice] = people as [Person];
    alice.meeting.moderation.remove(idOf(alice, 'Bob'));
    world.run(1000);
    expect(drawn).toHaveLength(1);
    const statements = alice.meeting.gathered.group.ledger.all;
    alice.meeting.leave();
    const past = { statements, replacements: [], personal: [] };
    const next = drawn[0] ?? nextOf(world);
    const nextAnew = (): NextMeeting => {
      throw new Error('drawn anew');
    };
    const role = { role: 'host', hostKeySeed: world.hostKeySeed, past, next, nextAnew } as const;
    const again = world.person('Alice', role, {}, alice.seed);
    const dave = comesIn(world, again, 'Dave');
    expect(encodeLink(dave.meeting.nextOffer.offered.invite)).toBe(encodeLink(next.invite));
  });

  it('holds the longest link that there is', () => {
    const world = new World('next of the longest link');
    const relays = Array.from(
      { length: 4 },
      (_, index) => `wss://${'r'.repeat(210)}${String(index)}.example`,
    );
    const long = (title: string): NextMeeting => {
      const { invite, ...rest } = nextOf(world, { zone: 'America/Argentina/ComodRivadavia' });
      return { ...rest, invite: { ...invite, hints: { title, relays, turn: [] } } };
    };
    let length = 0;
    while (linkOrNull(long('t'.repeat(length + 1)).invite) !== null) length++;
    const next = long('t'.repeat(length));
    expect(encodeLink(next.invite).length).toBeGreaterThan(MAX_LINK_LENGTH - 4);
    const meeting = { meetingId: world.random(32), hostKey: world.invite.hostKey };
    const message = encodeNext(next, meeting.meetingId, world.hostKeySeed);
    expect(message.body).toHaveLength(NEXT_BODY_LENGTH);
    expect(decodeNext(message, meeting, world.scheduler.now() / 1000)?.invite).toEqual(next.invite);
  });

  it('is told in messages of one length, whatever its title, link and zone', () => {
    const world = new World('next of one length');
    const messages = [
      encodeNext(nextOf(world, {}, ''), world.random(32), world.hostKeySeed),
      encodeNext(
        nextOf(world, { zone: 'America/Argentina/ComodRivadavia' }, 'a'.repeat(64)),
        world.random(32),
        world.hostKeySeed,
      ),
    ];
    expect(new Set(messages.map((message) => encodeMemberMessage(message).length)).size).toBe(1);
    expect(messages.map(({ body }) => body.length)).toEqual([NEXT_BODY_LENGTH, NEXT_BODY_LENGTH]);
  });

  it.each<[what: string, change: (world: World) => Partial<NextMeeting>]>([
    ['a zone that there is not', () => ({ zone: 'Mars/Olympus' })],
    [
      'a start behind the end of its link',
      (world) => ({ startsAt: world.scheduler.now() + 9 * 24 * 3_600_000 }),
    ],
    [
      'a link that is good for longer than links are made for',
      (world) => {
        const expiry = Math.floor(world.scheduler.now() / 1000) + 31 * 24 * 3600 + 1;
        return { invite: { ...nextOf(world).invite, expiry } };
      },
    ],
    ['a start more than a day ago', (world) => ({ startsAt: world.scheduler.now() - 24 * 3_600_000 - 1 })],
    [
      'a link that has expired',
      (world) => {
        const now = world.scheduler.now();
        return {
          invite: { ...nextOf(world).invite, expiry: Math.floor(now / 1000) - 1 },
          startsAt: now - 5000,
        };
      },
    ],
  ])('is nothing with %s', (_, change) => {
    const world = new World('next that is wrong');
    const meeting = { meetingId: world.random(32), hostKey: world.invite.hostKey };
    const now = world.scheduler.now() / 1000;
    const read = (next: NextMeeting) =>
      decodeNext(encodeNext(next, meeting.meetingId, world.hostKeySeed), meeting, now);
    expect(read(nextOf(world))).not.toBeNull();
    expect(read(nextOf(world, change(world)))).toBeNull();
  });

  it('is nothing with anything behind its content, or where that does not end', () => {
    const world = new World('next that is longer');
    const meeting = { meetingId: world.random(32), hostKey: world.invite.hostKey };
    const { body, ...rest } = encodeNext(nextOf(world), meeting.meetingId, world.hostKeySeed);
    for (const [place, byte] of [
      [NEXT_BODY_LENGTH - 1, 1],
      [0, 0xff],
    ] as const) {
      const altered = body.slice();
      altered[place] = byte;
      expect(decodeNext({ ...rest, body: altered }, meeting, world.scheduler.now() / 1000)).toBeNull();
    }
  });
});
