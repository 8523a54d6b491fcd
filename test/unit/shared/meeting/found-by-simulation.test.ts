/** Situations that the simulation (test/unit/simulation) found, each by itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { FrameCommand } from '../../../../shared/media/frame-messages';
import { keyIdOf, tracks } from '../../../../shared/media/key-id';
import type { Member } from '../../../../shared/meeting/members/member';
import type { MemberMessage } from '../../../../shared/meeting/messages/member-messages';
import { RosterExchange } from '../../../../shared/meeting/group/roster-exchange';
import { createSelf } from '../../../../shared/meeting/self';
import { generateIdentitySeed, identityFromSeed } from '../../../../shared/identity/identity';
import { toHex } from '../../../../shared/bytes';
import type { CompactDescription } from '../../../../shared/wire/description';
import { Scheduler } from '../../../support/world/scheduler';
import { seededRandom } from '../../../support/world/random';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const seen = (person: Person): string[] => peersOf(person).map(({ name }) => name);

function peopleOf<Count extends number>(
  people: readonly Person[],
  count: Count,
): Person[] & { length: Count } {
  if (people.length !== count) throw new Error(`not ${String(count)} people`);
  return people as Person[] & { length: Count };
}

describe('the way back in', () => {
  it('does not wait for ever for a link that a door was to open: introductions count again', () => {
    const world = new World('stuck');
    const [, bob] = peopleOf(world.gather(['Bob', 'Carol']), 3);
    const peerId = toHex(world.random(16));
    const signalling = { describe: () => undefined, end: () => undefined };
    const remote: CompactDescription = {
      ufrag: 'none',
      pwd: 'abcdefghijklmnopqrstuv',
      fingerprint: world.random(32),
      setup: 'actpass',
      candidates: [],
    };
    const arrival = { peerId, signalling, remote, expected: null, knownName: '' };
    bob?.meeting.members.arriveByDoor(arrival);
    world.run(44_000);
    expect(bob?.meeting.members.get(peerId)?.state.phase).toBe('arriving');
    world.run(2000);
    expect(bob?.meeting.members.get(peerId)).toBeUndefined();
  });

  it('takes the whole of many statements before it judges a door by them', () => {
    const world = new World('many statements');
    const [alice, carol] = peopleOf(world.gather(['Carol']), 2);
    if (!alice || !carol) throw new Error('two people');
    for (let count = 0; count < 12; count++) {
      alice.meeting.moderation.setLock(true);
      alice.meeting.moderation.setLock(false);
    }
    // What lets Bob in is far behind in the statements.
    const bob = world.guest('Bob');
    world.run(1500);
    world.admitFirst(alice);
    world.run(3000);
    alice.meeting.moderation.setCoHost(carol.peerId, true);
    world.run(1000);
    alice.meeting.leave();
    bob.meeting.leave();
    world.run(1000);
    const again = world.returning(bob);
    world.run(8000);
    expect(seen(again)).toEqual(['Carol']);
    expect(again.meeting.gathered.group.ledger.all.length).toBeGreaterThan(20);
  });

  /** Carol and Bob are sent away, and Bob's own app waits for Bob's word about it. */
  function withBobOutside(seed: string): { world: World; alice: Person; bob: Person; dave: Person } {
    const world = new World(seed);
    const [alice, bob, carol, dave] = peopleOf(world.gather(['Bob', 'Carol', 'Dave']), 4);
    if (!alice || !bob || !carol || !dave) throw new Error('four people');
    alice.meeting.moderation.remove(carol.peerId);
    world.run(500);
    alice.meeting.moderation.remove(bob.peerId);
    world.run(500);
    dave.meeting.moderation.answered('removals', true);
    world.run(500);
    return { world, alice, bob, dave };
  }

  function expectsToBeLooking(world: World, person: Person): void {
    expect(person.meeting.view).not.toMatchObject({ phase: 'ended' });
    expect(peersOf(person).filter(({ link }) => link !== 'interrupted')).toEqual([]);
    const before = world.bus.seen.length;
    world.run(60_000);
    expect(world.bus.seen.length).toBeGreaterThan(before);
  }

  it('looks for another door when the one that answers turns out to be kept by somebody who was sent away', () => {
    const { world, alice, bob, dave } = withBobOutside('sent away');
    alice.meeting.leave();
    dave.meeting.leave();
    world.run(2000);
    const again = world.returning(dave);
    world.run(20_000);
    expect(bob.meeting.view.phase).toBe('inside');
    expectsToBeLooking(world, again);
  });

  it('does so, too, when it knew that before', () => {
    const { world, alice, dave } = withBobOutside('sent away, and known');
    alice.crash(() => 1000);
    dave.connections.loseAll();
    world.run(20_000);
    expectsToBeLooking(world, dave);
  });

  it.each(['keeper 1', 'keeper 2', 'keeper 3', 'keeper 4'])(
    'is open though the host is back without its key: members keep the door (%s)',
    (seed) => {
      const world = new World(seed);
      const [alice, bob, ...others] = world.gather(['Bob', 'Carol', 'Dave', 'Erin']);
      if (!alice || !bob) throw new Error('people');
      alice.meeting.leave();
      world.run(1000);
      const host = world.returning(alice);
      world.run(8000);
      expect(seen(host)).toHaveLength(4);
      bob.meeting.leave();
      const again = world.returning(bob);
      world.run(10_000);
      expect(seen(again).sort()).toEqual(['Alice', ...others.map(({ name }) => name)].sort());
    },
  );
});

describe('a media key that was lost on its way', () => {
  it('is asked for when frames come that it would open', () => {
    const world = new World('lost key');
    const [alice, bob] = peopleOf(world.gather(['Bob']), 2);
    if (!alice || !bob) throw new Error('two people');
    const { send } = alice.connections;
    alice.connections.send = () => undefined;
    alice.meeting.frames({ type: 'worker-lost', worker: 1 });
    alice.meeting.frames({ type: 'worker-started', worker: 2 });
    alice.connections.send = send;
    world.run(1000);
    const sealing = alice.frames.findLast(
      (command): command is Extract<FrameCommand, { type: 'send-keys' }> => command.type === 'send-keys',
    );
    if (!sealing) throw new Error('no key');
    const keyId = keyIdOf(sealing, tracks.audio);
    const hasIt = (): boolean =>
      bob.frames.some(
        (command) => command.type === 'receive-keys' && command.keys.some((one) => one.keyId === keyId),
      );
    expect(hasIt()).toBe(false);
    bob.meeting.frames({ type: 'key-missing', peerId: alice.peerId, keyId });
    world.run(200);
    expect(hasIt()).toBe(true);
  });
});

describe('the list of people', () => {
  it('is cut at a hundred, and compared all the same', () => {
    const [random, scheduler] = [seededRandom('crowded'), new Scheduler()];
    const identity = identityFromSeed(generateIdentitySeed(random));
    const facts = {
      identity,
      name: 'Alice',
      microphone: true,
      camera: true,
      version: '1',
      addressShownTo: 'everybody',
    } as const;
    const self = createSelf({ ...facts, buildHash: new Uint8Array(8) }, random);
    const sent: MemberMessage[] = [];
    const members = Array.from({ length: 120 }, (_, index) => {
      const introduction = { identity: random(32), name: `guest ${String(index)}` };
      const send = (message: MemberMessage): boolean => sent.push(message) > 0;
      return { facts: { peerId: toHex(random(16)) }, state: { phase: 'open', introduction }, send };
    }) as unknown as Member[];
    const options = { meetingId: random(32), self, members: () => members, heads: () => [], heard: () => 0 };
    const ignore = (): void => undefined;
    const keeper = new RosterExchange({ ...options, react: ignore, silent: ignore }, scheduler);
    scheduler.run(1000);
    const [first] = members;
    if (first) keeper.said(first, { t: 'roster-list', entries: [], heads: [] });
    keeper.end();
    expect(sent).toMatchObject([{ t: 'roster-list' }]);
    expect(sent[0]?.t === 'roster-list' && sent[0].entries.length).toBe(100);
  });
});
