import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady, ed25519FromSeed } from '../../../../shared/crypto/sodium';
import { encodeLink, type Invite, type MeetingSecret } from '../../../../shared/invite/link';
import type { HostKeySeed } from '../../../../shared/meeting/meeting-keys';
import {
  decodeNext,
  encodeNext,
  NEXT_BODY_LENGTH,
  type NextMeeting,
} from '../../../../shared/meeting/messages/next-message';
import { encodeMemberMessage } from '../../../../shared/meeting/messages/member-messages';
import type { Ask } from '../../../../shared/meeting/views';
import { inside } from '../../../support/world/people';
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
): { world: World; people: Person[]; next: NextMeeting } {
  const world = new World(seed);
  const next = nextOf(world);
  const alice = world.person('Alice', { role: 'host', hostKeySeed: world.hostKeySeed, next });
  const others = names.map((name) => {
    const person = world.guest(name);
    world.run(1500);
    world.admitFirst(alice);
    world.run(3000);
    return person;
  });
  return { world, people: [alice, ...others], next };
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
    bob.meeting.nextOffer.answered();
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
      'a link that has expired',
      (world) => ({ invite: { ...nextOf(world).invite, expiry: 1000 }, startsAt: 0 }),
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
