import { beforeAll, describe, expect, it } from 'vitest';
import { readKeyId } from '../../../../shared/media/key-id';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { FrameCommand } from '../../../../shared/media/frame-messages';
import { seen } from '../../../support/world/people';
import { World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

type SendKeys = Extract<FrameCommand, { type: 'send-keys' }>;

const sealsWith = ({ frames }: Person): SendKeys | undefined =>
  frames.filter((command): command is SendKeys => command.type === 'send-keys').at(-1);

/** Those of the sender for which the receiver was handed keys. */
const generationsOf = ({ frames }: Person, { peerId }: Person): number[] =>
  frames.flatMap((command) =>
    command.type === 'receive-keys' && command.peerId === peerId
      ? command.keys.map(({ keyId }) => readKeyId(keyId).generation)
      : [],
  );

const opensOf = ({ frames }: Person): Set<string> =>
  new Set(frames.flatMap((command) => (command.type === 'receive-keys' ? [command.peerId] : [])));

describe('media keys of a long meeting', () => {
  it('are new ones within every hour, and everybody has each before the first frame is sealed by it', () => {
    const world = new World('hours');
    const had = new Set<string>();
    const late: string[] = [];
    const sealed: { at: number; by: string; generation: number }[] = [];
    let people: Person[] = [];
    world.onFrame = (peerId, command) => {
      if (command.type === 'receive-keys')
        for (const { keyId } of command.keys)
          had.add(`${peerId} ${command.peerId} ${String(readKeyId(keyId).generation)}`);
      if (command.type !== 'send-keys' || people.length === 0) return;
      sealed.push({ at: world.scheduler.now(), by: peerId, generation: command.generation });
      for (const other of people)
        if (other.peerId !== peerId && !had.has(`${other.peerId} ${peerId} ${String(command.generation)}`))
          late.push(`${other.name} lacks ${String(command.generation)} of ${peerId}`);
    };
    people = world.gather(['Bob', 'Carol']);
    const start = world.scheduler.now();
    sealed.length = late.length = 0;
    world.run(2 * 3600_000);
    expect(late).toEqual([]);
    for (const { peerId } of people) {
      const mine = sealed.filter(({ by }) => by === peerId);
      for (let hour = 1; hour <= 2; hour++)
        expect(
          mine.some(({ at }) => at > start + (hour - 1) * 3600_000 && at <= start + hour * 3600_000),
        ).toBe(true);
      expect(mine.length).toBeLessThanOrEqual(4);
    }
    for (const person of people) expect([...person.drops.keys()]).not.toContain('channel-not-genuine');
  }, 120_000);
});

describe('a renewal in the middle of a reconnect', () => {
  it.each([0, 20, 60, 100, 5000])('is made up for, and nobody is lost: cut after %d ms', (afterMs) => {
    const world = new World(`renewal and reconnect ${String(afterMs)}`);
    const people = world.gather(['Bob', 'Carol']);
    const [alice, bob, carol] = people;
    if (!alice || !bob || !carol) throw new Error('three people');
    const before = people.map((person) => sealsWith(person)?.generation ?? -1);
    for (const person of people) person.meeting.networkChanged(true);
    // So long after its beginning: five seconds after the computer woke.
    world.run(5000 + afterMs);
    world.network.interrupt([[alice.connections], [bob.connections, carol.connections]], () => 15_000);
    world.run(12_000);
    world.network.join();
    world.run(15 * 60_000);
    people.forEach((person, index) => {
      expect(sealsWith(person)?.generation).toBeGreaterThan(before[index] ?? Infinity);
      expect(seen(person)).toHaveLength(2);
    });
    // Whatever each seals with, the others have.
    for (const person of people)
      for (const other of people)
        if (other !== person) expect(generationsOf(other, person)).toContain(sealsWith(person)?.generation);
  });
});

describe('media keys of a meeting', () => {
  it('reach everybody inside, each by the channel of the pair', () => {
    const people = new World('keys').gather(['Bob', 'Carol', 'Dave']);
    for (const person of people) expect(opensOf(person).size).toBe(3);
  });

  it('take a step when somebody joins, so that a newcomer cannot open the past', () => {
    const world = new World('join');
    const [alice] = world.gather(['Bob']);
    const before = alice && sealsWith(alice);
    world.guest('Carol');
    world.run(1500);
    if (alice) world.admitFirst(alice);
    world.run(3000);
    const after = alice && sealsWith(alice);
    expect(after?.generation).toBe(before?.generation);
    expect(after?.step).toBe((before?.step ?? 0) + 1);
    expect(after?.tracks[0]?.key).not.toEqual(before?.tracks[0]?.key);
  });

  it('begin a new generation when somebody leaves, so that the leaver cannot open the future', () => {
    const world = new World('leave');
    const [alice, bob, carol] = world.gather(['Bob', 'Carol']);
    const before = [alice, carol].map((person) => person && sealsWith(person)?.generation);
    bob?.meeting.leave();
    world.run(500);
    const after = [alice, carol].map((person) => person && sealsWith(person)?.generation);
    after.forEach((generation, index) => {
      expect(generation).toBeGreaterThan(before[index] ?? Infinity);
    });
  });

  it('are made anew when the frame worker is', () => {
    const [alice] = new World('worker').gather(['Bob']);
    const before = alice && sealsWith(alice);
    alice?.meeting.frames({ type: 'worker-lost', worker: 1 });
    alice?.meeting.frames({ type: 'worker-started', worker: 2 });
    const after = alice && sealsWith(alice);
    expect(after?.worker).toBe(2);
    expect(after?.generation).toBeGreaterThan(before?.generation ?? Infinity);
  });

  it('are told by their number, at every moment the one that is sealed with', () => {
    const world = new World('epoch');
    const people = world.gather(['Bob', 'Carol']);
    const [alice, bob] = people;
    const told = (): void => {
      const keys = alice && sealsWith(alice);
      const expected = keys && { generation: keys.generation, step: keys.step };
      expect(alice?.meeting.view).toMatchObject({ phase: 'inside', epoch: expected });
    };
    told();
    for (const name of ['Dave', 'Erin']) {
      world.guest(name);
      world.run(1500);
      if (alice) world.admitFirst(alice);
      world.run(100);
      told();
      world.run(3000);
      told();
    }
    bob?.meeting.leave();
    world.run(500);
    told();
    alice?.meeting.frames({ type: 'worker-lost', worker: 1 });
    expect(alice?.meeting.view).toMatchObject({ epoch: null });
  });

  it('end with the meeting: nothing of anybody opens any more', () => {
    const world = new World('end');
    const [alice, bob] = world.gather(['Bob']);
    bob?.meeting.leave();
    world.run(500);
    expect(alice?.frames.some(({ type }) => type === 'forget-peer')).toBe(true);
    const count = bob?.frames.length;
    bob?.meeting.frames({ type: 'worker-started', worker: 3 });
    expect(bob?.frames.length).toBe(count);
  });
});
