import { beforeAll, describe, expect, it, vi } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { InsideView } from '../../../../shared/meeting/views';
import { generateIdentitySeed, identityFromSeed } from '../../../../shared/identity/identity';
import { GroupState } from '../../../../shared/meeting/group/group-state';
import { peersOf, World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

function insideOf({ meeting }: Person): InsideView {
  const { view } = meeting;
  if (view.phase !== 'inside') throw new Error('not inside');
  return view;
}

const peerIdOf = (person: Person, name: string): string =>
  insideOf(person).peers.find((peer) => peer.name === name)?.peerId ?? '';

describe('the list of people', () => {
  it('is the same for all in a quiet meeting, and nobody is told otherwise', () => {
    const world = new World('quiet');
    const people = world.gather(['Bob', 'Carol', 'Dave']);
    world.run(60_000);
    for (const person of people) expect(insideOf(person).lists).toEqual({ alarms: [], cannotCompare: [] });
  });

  it('that differs raises an alarm on every side within five seconds, names who is missing, and clears by itself', () => {
    const world = new World('split');
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
    if (!alice || !bob || !carol) throw new Error('three people');
    // Bob keeps losing Carol.
    const loseCarol = (): void => {
      const gone = bob.meeting.members.get(peerIdOf(bob, 'Carol'));
      if (gone) bob.meeting.members.drop(gone);
    };
    loseCarol();
    world.run(2500);
    expect(insideOf(alice).lists.alarms).toEqual([]);
    for (let count = 0; count < 50; count++) {
      world.run(100);
      loseCarol();
    }
    const missing = expect.objectContaining({ kind: 'missing-here', peer: 'Alice' }) as unknown;
    expect(insideOf(alice).lists.alarms).toContainEqual({
      kind: 'missing-there',
      peer: 'Bob',
      about: 'Carol',
    });
    expect(insideOf(bob).lists.alarms).toContainEqual(missing);
    // Carol still counts Bob in, and is told that nothing can be compared with Bob.
    expect(insideOf(carol).lists.cannotCompare).toEqual(['Bob']);
    world.run(25_000);
    for (const person of [alice, bob, carol]) {
      expect(insideOf(person).lists).toEqual({ alarms: [], cannotCompare: [] });
      expect(peersOf(person).map(({ link }) => link)).toEqual(['open', 'open']);
    }
  });

  it.each(['phase 1', 'phase 2', 'phase 3', 'phase 4'])(
    'that differs raises the alarm within five seconds of the moment at which they parted (%s)',
    (seed) => {
      const world = new World(seed);
      const [alice, bob] = world.gather(['Bob', 'Carol']);
      if (!alice || !bob) throw new Error('people');
      // Wherever in the two seconds between hashes it happens.
      world.run((Number(seed.at(-1)) - 1) * 500);
      for (let count = 0; count < 51; count++) {
        const gone = bob.meeting.members.get(peerIdOf(bob, 'Carol'));
        if (gone) bob.meeting.members.drop(gone);
        world.run(100);
      }
      for (const person of [alice, bob]) expect(insideOf(person).lists.alarms).not.toEqual([]);
    },
  );

  it('says of somebody who vanishes within six seconds that nothing can be compared, and lets go in time', () => {
    const world = new World('vanish');
    const [alice, bob] = world.gather(['Bob']);
    if (!alice || !bob) throw new Error('two people');
    // As if the power went: nothing is closed, nothing more is said.
    bob.connections.send = () => undefined;
    world.bus.tamper = () => [];
    world.run(6500);
    expect(insideOf(alice).lists.cannotCompare).toEqual(['Bob']);
    expect(peersOf(alice)).toEqual([{ name: 'Bob', link: 'interrupted' }]);
    world.run(20_000);
    expect(peersOf(alice)).toEqual([]);
  });
});

describe('who may be here', () => {
  it('is signed by the host: everybody holds the same statements', () => {
    const world = new World('statements');
    const people = world.gather(['Bob', 'Carol', 'Dave']);
    world.run(5000);
    for (const person of people) expect(insideOf(person).lists.alarms).toEqual([]);
  });

  it('does not include a ghost: whom a dishonest host brings in unsigned gets nothing, and it is seen', () => {
    // Which side begins a handshake follows from peer ids: both orders come up.
    for (const seed of ['ghost 1', 'ghost 2', 'ghost 3', 'ghost 4']) {
      const world = new World(seed);
      const [alice, bob] = world.gather(['Bob']);
      if (!alice || !bob) throw new Error('two people');
      const unsigned = vi.spyOn(GroupState.prototype, 'admit').mockReturnValue(true);
      const mallory = world.guest('Mallory');
      world.run(1500);
      world.admitFirst(alice);
      world.run(3000);
      unsigned.mockRestore();
      world.run(6000);
      expect(peersOf(alice).map(({ name }) => name)).toContain('Mallory');
      expect(peersOf(bob)).toEqual([{ name: 'Alice', link: 'open' }]);
      expect(bob.drops.get('member-not-admitted')).toBeGreaterThan(0);
      expect(bob.connections.media.size).toBe(1);
      // Nobody's keys, not even the dishonest host's own.
      expect(mallory.frames.filter(({ type }) => type === 'receive-keys')).toEqual([]);
      const seen = insideOf(bob).lists.alarms.filter(({ kind }) => kind === 'missing-here');
      expect(seen).toEqual([{ kind: 'missing-here', peer: 'Alice', about: '' }]);
    }
  });

  it("begins with the host: a door that the host's own statement does not name is left, with an alarm", () => {
    const world = new World('false host');
    const somebodyElse = identityFromSeed(generateIdentitySeed(world.random)).publicKey;
    const { admit } = GroupState.prototype;
    const first = vi.spyOn(GroupState.prototype, 'admit').mockImplementationOnce(function (
      this: GroupState,
      _,
      key,
    ) {
      return admit.call(this, somebodyElse, key);
    });
    const alice = world.host('Alice');
    first.mockRestore();
    const bob = world.guest('Bob');
    world.run(1500);
    world.admitFirst(alice);
    world.run(3000);
    expect(bob.meeting.view).toMatchObject({ phase: 'ended', reason: 'fingerprint-mismatch' });
  });
});
