/** People who are inside, and try more than they may. */
import { describe, expect, it, vi } from 'vitest';
import { fromHex } from '../../../../shared/bytes';
import { ed25519FromSeed, type Secret } from '../../../../shared/crypto/sodium';
import { generateIdentitySeed, identityFromSeed } from '../../../../shared/identity/identity';
import { encodeLink, type Invite, type MeetingSecret } from '../../../../shared/invite/link';
import { idOf, inside, seen, three } from '../../../support/world/people';
import { peersOf, World, type Person } from '../../../support/world/world';

/** What one says to another over their own channel. */
function say(
  from: Person,
  to: string,
  message: Parameters<NonNullable<ReturnType<typeof memberOf>>['send']>[0],
): void {
  memberOf(from, to)?.send(message);
}
const memberOf = (person: Person, name: string): ReturnType<Person['meeting']['members']['get']> =>
  person.meeting.members.get(idOf(person, name));

const withAnotherSecret = (world: World): Invite => ({
  ...world.invite,
  secret: world.random(32) as MeetingSecret,
});
const ofAnotherHost = (world: World): Invite => ({
  ...withAnotherSecret(world),
  hostKey: ed25519FromSeed(world.random(32)).publicKey,
});

describe('a decision about a knock', () => {
  function decideBy(seed: string, isCoHost: boolean): { alice: Person; dave: Person } {
    const { world, alice, bob } = three(seed);
    if (isCoHost) alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    const dave = world.guest('Dave');
    world.run(2000);
    const [knock] = inside(alice).knocks;
    say(bob, 'Alice', { t: 'decide', id: fromHex(knock?.knockId ?? ''), admit: true });
    world.run(4000);
    return { alice, dave };
  }

  it("of a co-host counts at the host's door", () => {
    const { dave } = decideBy('co-host says yes', true);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol']);
  });

  it('of a member does not', () => {
    const { alice, dave } = decideBy('member says yes', false);
    expect(dave.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
    expect(inside(alice).knocks).toMatchObject([{ name: 'Dave' }]);
    expect(alice.drops.get('unexpected')).toBe(1);
  });
});

describe('links for single people', () => {
  const personalOf = ({ meeting }: Person): unknown[] => [...meeting.gathered.door.invites.personal];

  function told(seed: string, by: 'host' | 'co-host', link: (world: World) => Invite): Person {
    const { world, alice, bob } = three(seed);
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    const [from, to] = by === 'host' ? [alice, bob] : [bob, alice];
    say(from, to.name, { t: 'personal-links', list: [{ link: encodeLink(link(world)), closed: false }] });
    world.run(500);
    return to;
  }

  it('of the host are heard of by a co-host', () => {
    expect(personalOf(told('links of the host', 'host', withAnotherSecret))).toHaveLength(1);
  });

  it('are not made by a co-host', () => {
    expect(personalOf(told('links of a co-host', 'co-host', withAnotherSecret))).toEqual([]);
  });

  it('do not lead to a meeting of another host key', () => {
    expect(personalOf(told('links elsewhere', 'host', ofAnotherHost))).toEqual([]);
  });
});

describe('a link that is said to hold now', () => {
  it('does not, while the host has not signed so, whoever says it', () => {
    const { world, bob, carol } = three('link of a member');
    say(bob, 'Carol', { t: 'link-now', link: encodeLink(withAnotherSecret(world)) });
    world.run(500);
    expect(carol.meeting.invite.secret).toEqual(world.invite.secret);
  });

  it('does not, if it leads to a meeting of another host key', () => {
    const { world, alice, bob } = three('link elsewhere');
    say(alice, 'Bob', { t: 'link-now', link: encodeLink(ofAnotherHost(world)) });
    world.run(500);
    expect(bob.meeting.invite.hostKey).toEqual(world.invite.hostKey);
    expect(bob.drops.get('unexpected')).toBe(1);
  });
});

describe('introductions of people who are not there', () => {
  it('fill no more than twice a meeting', () => {
    const world = new World('many ghosts', {}, 6);
    const [, bob, carol, dave, erin] = world.gather(['Bob', 'Carol', 'Dave', 'Erin']);
    if (!bob || !carol || !dave || !erin) throw new Error('five people');
    for (let count = 0; count < 20; count++) {
      for (const by of [bob, carol, dave]) say(by, 'Erin', { t: 'introduce', peers: [world.random(16)] });
      world.run(220);
    }
    expect(erin.meeting.members.kept).toBe(12);
    expect(erin.drops.get('introduction-refused')).toBeGreaterThan(0);
    expect(peersOf(erin)).toHaveLength(4);
  });
});

describe('somebody whose link ended with an alarm', () => {
  it('is asked about again, although it was admitted', () => {
    const world = new World('after an alarm');
    const host = world.host('Alice');
    const guest = world.guest('Bob');
    guest.connections.rewriteMedia = (description) => ({
      ...description,
      transport: { ...description.transport, fingerprint: world.random(32) },
    });
    world.run(1000);
    world.admitFirst(host);
    world.run(2000);
    expect(inside(host)).toMatchObject({ alarm: 'fingerprint-mismatch', peers: [] });
    guest.crash(() => 0);
    const again = world.returning(guest);
    world.run(4000);
    expect(inside(host).knocks).toMatchObject([{ name: 'Bob' }]);
    expect(again.meeting.view).toMatchObject({ phase: 'knocking', step: 'asked' });
  });
});

describe('what let somebody in and turns out not to count', () => {
  it('takes the media keys back from who came by it, and takes none of theirs', () => {
    const { world, alice, bob, carol } = three('taken back');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(1000);
    const seed = generateIdentitySeed(world.random);
    const { publicKey } = identityFromSeed(seed);
    const perMeetingSeed = world.random(32) as Secret<'per-meeting seed'>;
    bob.meeting.gathered.group.admit(publicKey, ed25519FromSeed(perMeetingSeed).publicKey);
    world.run(1000);
    const dave = world.person('Dave', { role: 'guest' }, {}, seed, perMeetingSeed);
    world.run(5000);
    expect(seen(dave)).toEqual(['Alice', 'Bob', 'Carol']);
    const { group } = alice.meeting.gathered;
    const [named] = group.ledger.membership.coHosts;
    if (!named) throw new Error('no co-host');
    const before = carol.frames.length;
    group.sign({ kind: 'drop-co-host', perMeetingKey: named.perMeetingKey, counting: 0 });
    world.run(2000);
    const since = carol.frames.slice(before);
    expect(since).toContainEqual({ type: 'forget-peer', peerId: dave.peerId });
    expect(since.some(({ type }) => type === 'send-keys')).toBe(true);
    const heard = carol.frames.length;
    dave.meeting.frames({ type: 'worker-started', worker: 2 });
    world.run(1000);
    expect(carol.drops.get('key-refused')).toBeGreaterThan(0);
    expect(carol.frames.slice(heard).filter(({ type }) => type === 'receive-keys')).toEqual([]);
    const told = dave.frames.length;
    carol.meeting.frames({ type: 'worker-started', worker: 2 });
    world.run(1000);
    expect(dave.frames.slice(told).filter(({ type }) => type === 'receive-keys')).toEqual([]);
  });
});

describe('a member of an open meeting that is locked', () => {
  it('lets a stranger in by a client of its own, whom nobody else meets or gives a key', () => {
    const world = new World('open and locked', { open: true });
    const alice = world.host('Alice');
    const [bob, carol] = ['Bob', 'Carol'].map((name) => {
      const person = world.guest(name);
      world.run(4000);
      return person;
    });
    if (!bob || !carol) throw new Error('three people');
    alice.meeting.moderation.setLock(true);
    world.run(1000);
    // Only Bob's door can be found.
    alice.meeting.leave();
    world.run(1000);
    const ofBob = bob.meeting.gathered.group.access;
    vi.spyOn(ofBob, 'isLocked', 'get').mockReturnValue(false);
    const mallory = world.guest('Mallory');
    world.run(20_000);
    // Bob's door opened, so that the others were asked to meet her.
    expect(seen(bob)).toContain('Mallory');
    expect(seen(carol)).toEqual(['Bob']);
    const keysFor = carol.frames.filter(({ type }) => type === 'send-keys');
    expect(keysFor).not.toHaveLength(0);
    expect(carol.meeting.members.all.filter(({ name }) => name === 'Mallory')).toEqual([]);
    expect(inside(carol)).toMatchObject({ locked: true });
    mallory.meeting.leave();
  });
});
