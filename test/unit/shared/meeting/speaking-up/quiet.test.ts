import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import type { QuietView } from '../../../../../shared/meeting/views';
import { idOf, inside, three } from '../../../../support/world/people';
import { World, type Person } from '../../../../support/world/world';
import { forge, textsOf } from './says';

beforeAll(cryptoReady);

const quietOf = (person: Person): QuietView => inside(person).speakingUp.quiet;

/** Whose sound this person's frame worker drops. */
function dropped({ frames }: Person, from = 0): string[] {
  const silenced = new Set<string>();
  for (const command of frames.slice(from)) {
    if (command.type !== 'silence-peer') continue;
    if (command.on) silenced.add(command.peerId);
    else silenced.delete(command.peerId);
  }
  return [...silenced];
}

/** They have been together for a while: what is signed now is new to all. */
function settled(seed: string, names: readonly string[]): { world: World; people: Person[] } {
  const world = new World(seed);
  const people = world.gather(names);
  world.run(12_000);
  return { world, people };
}

describe('somebody who is silenced', () => {
  it('is heard by nobody, and is told by whom', () => {
    const { world, alice, bob, carol } = three('silenced');
    alice.meeting.quiet.setSilenced(idOf(alice, 'Bob'), true);
    world.run(500);
    expect(dropped(alice)).toEqual([bob.peerId]);
    expect(dropped(carol)).toEqual([bob.peerId]);
    expect(dropped(bob)).toEqual([]);
    expect(quietOf(bob)).toMatchObject({ mine: { by: 'Alice' }, silenced: [] });
    expect(quietOf(carol)).toMatchObject({ mine: null, silenced: [bob.peerId], asked: null });
    // To ask to speak is to raise the hand.
    bob.meeting.speakingUp.raiseHand(true);
    world.run(500);
    expect(inside(alice).speakingUp.hands).toMatchObject([{ name: 'Bob' }]);
    alice.meeting.quiet.setSilenced(idOf(alice, 'Bob'), false);
    world.run(500);
    for (const person of [alice, carol]) expect(dropped(person)).toEqual([]);
    expect(quietOf(bob).mine).toBeNull();
  });

  it('is so for another frame worker too, before it has any key', () => {
    const { world, alice, bob, carol } = three('silenced and a new worker');
    alice.meeting.quiet.setSilenced(idOf(alice, 'Bob'), true);
    world.run(500);
    const before = carol.frames.length;
    carol.meeting.frames({ type: 'worker-started', worker: 2 });
    const since = carol.frames.slice(before);
    expect(since[0]).toEqual({ type: 'silence-peer', peerId: bob.peerId, on: true });
    expect(since.some(({ type }) => type === 'receive-keys')).toBe(true);
  });

  it('is so in another run, and for who comes later', () => {
    const { world, alice, bob } = three('silenced in another run');
    alice.meeting.quiet.setSilenced(idOf(alice, 'Bob'), true);
    bob.meeting.leave();
    world.run(1000);
    const again = world.returning(bob);
    world.run(8000);
    const dave = world.guest('Dave');
    world.run(1500);
    world.admitFirst(alice);
    world.run(3000);
    for (const person of [alice, dave]) expect(dropped(person)).toEqual([again.peerId]);
    expect(quietOf(again).mine).toEqual({ by: 'Alice' });
  });

  it('can be by a co-host, not by a member, and never the host', () => {
    const { world, alice, bob, carol } = three('who silences');
    expect(() => {
      bob.meeting.quiet.setSilenced(idOf(bob, 'Carol'), true);
    }).toThrow('not-allowed');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(500);
    expect(() => {
      bob.meeting.quiet.setSilenced(idOf(bob, 'Alice'), true);
    }).toThrow('not-allowed');
    expect(() => {
      bob.meeting.quiet.setSilenced('ff'.repeat(16), true);
    }).toThrow('no-such-peer');
    bob.meeting.quiet.setSilenced(idOf(bob, 'Carol'), true);
    world.run(500);
    expect(quietOf(carol).mine).toEqual({ by: 'Bob' });
    expect(dropped(alice)).toEqual([carol.peerId]);
  });

  it('is heard again by the worker when the meeting is over', () => {
    const { world, alice, bob, carol } = three('after a silence');
    alice.meeting.quiet.setSilenced(idOf(alice, 'Bob'), true);
    world.run(500);
    carol.meeting.leave();
    expect(dropped(carol)).toEqual([]);
    expect(dropped(alice)).toEqual([bob.peerId]);
  });
});

describe('many who are silenced at once', () => {
  it('are so here only if this person agrees', () => {
    const { world, people } = settled('silence of all', ['Bob', 'Carol', 'Dave']);
    const [alice, bob, carol, dave] = people as [Person, Person, Person, Person];
    alice.meeting.quiet.silenceAll([carol.peerId]);
    world.run(500);
    expect(dropped(alice).toSorted()).toEqual([bob.peerId, dave.peerId].toSorted());
    expect(quietOf(alice).asked).toBeNull();
    expect(quietOf(bob).asked).toEqual({ names: ['Dave'], me: true });
    expect(quietOf(carol).asked?.names.toSorted()).toEqual(['Bob', 'Dave']);
    for (const person of [bob, carol, dave]) expect(dropped(person)).toEqual([]);
    expect(quietOf(bob).mine).toBeNull();
    bob.meeting.quiet.answer(true);
    carol.meeting.quiet.answer(false);
    expect(dropped(bob)).toEqual([dave.peerId]);
    expect(quietOf(bob)).toMatchObject({ mine: { by: 'Alice' }, asked: null, everybody: true });
    expect(dropped(carol)).toEqual([]);
    expect(quietOf(carol).asked).toBeNull();
    // What was answered lasts as long as what it is about.
    alice.meeting.quiet.endSilence();
    world.run(12_000);
    for (const person of people) expect(dropped(person)).toEqual([]);
    alice.meeting.quiet.setSilenced(idOf(alice, 'Bob'), true);
    world.run(500);
    expect(dropped(carol)).toEqual([bob.peerId]);
  });

  it('are asked about from the second on, though signed one by one', () => {
    const { world, people } = settled('one by one', ['Bob', 'Carol', 'Dave']);
    const [alice, bob, carol, dave] = people as [Person, Person, Person, Person];
    alice.meeting.quiet.setSilenced(idOf(alice, 'Bob'), true);
    world.run(3000);
    alice.meeting.quiet.setSilenced(idOf(alice, 'Carol'), true);
    world.run(500);
    expect(dropped(dave)).toEqual([bob.peerId]);
    expect(quietOf(dave).asked).toEqual({ names: ['Carol'], me: false });
    expect(quietOf(carol).asked).toEqual({ names: [], me: true });
    dave.meeting.quiet.answer(true);
    expect(dropped(dave)).toEqual([bob.peerId, carol.peerId]);
  });

  it('before somebody came are so for that one at once, and so is whoever comes', () => {
    const { world, people } = settled('silent from the beginning', ['Bob']);
    const [alice, bob] = people as [Person, Person];
    alice.meeting.quiet.silenceAll([]);
    world.run(500);
    const [carol, dave] = ['Carol', 'Dave'].map((name) => {
      const person = world.guest(name);
      world.run(1500);
      world.admitFirst(alice);
      world.run(3000);
      return person;
    }) as [Person, Person];
    world.run(12_000);
    expect(quietOf(dave)).toMatchObject({ mine: { by: 'Alice' }, asked: null, everybody: true });
    expect(dropped(dave).toSorted()).toEqual([bob.peerId, carol.peerId].toSorted());
    expect(dropped(carol).toSorted()).toEqual([bob.peerId, dave.peerId].toSorted());
    alice.meeting.quiet.setSilenced(idOf(alice, 'Dave'), false);
    world.run(500);
    expect(quietOf(dave).mine).toBeNull();
    expect(dropped(carol)).toEqual([bob.peerId]);
  });
});

describe('a pause of chat', () => {
  const write = ({ meeting }: Person, text: string): unknown => meeting.speakingUp.chat.write(text, null);

  it('leaves writing to host and co-hosts, until it ends', () => {
    const { world, alice, bob, carol } = three('pause');
    alice.meeting.moderation.setCoHost(idOf(alice, 'Bob'), true);
    world.run(500);
    bob.meeting.quiet.setPaused(true);
    world.run(500);
    expect(quietOf(carol)).toMatchObject({ paused: { by: 'Bob' }, mayWrite: false });
    expect(write(carol, 'x')).toEqual({ ok: false, why: 'paused' });
    expect([write(alice, 'one'), write(bob, 'two')]).toEqual([{ ok: true }, { ok: true }]);
    world.run(500);
    expect(textsOf(carol).toSorted()).toEqual(['one', 'two']);
    alice.meeting.quiet.setPaused(false);
    world.run(500);
    expect(write(carol, 'three')).toEqual({ ok: true });
  });

  it('is obeyed by every receiver, whatever the app of a member does', () => {
    const { world, alice, bob, carol } = three('pause and a liar');
    alice.meeting.quiet.setPaused(true);
    world.run(3000);
    forge(bob, carol, { e: 'chat', clock: 1, text: 'x' });
    forge(bob, alice, { e: 'private', clock: 1, place: 1, text: 'x' });
    world.run(500);
    expect([textsOf(carol), textsOf(alice)]).toEqual([[], []]);
    expect(carol.drops.get('speech-refused')).toBe(1);
    // Nor is it shown when the pause is over.
    alice.meeting.quiet.setPaused(false);
    world.run(5000);
    expect([textsOf(carol), textsOf(alice)]).toEqual([[], []]);
    write(bob, 'y');
    world.run(500);
    expect(textsOf(carol)).toEqual(['y']);
  });

  it('lets a message through that was on its way', () => {
    const { world, alice, bob, carol } = three('pause in flight');
    world.network.delay = () => 400;
    write(bob, 'just in time');
    alice.meeting.quiet.setPaused(true);
    world.run(2000);
    for (const person of [alice, bob, carol]) expect(textsOf(person)).toEqual(['just in time']);
  });

  it('is not for a member to make', () => {
    const { bob } = three('pause by a member');
    expect(() => {
      bob.meeting.quiet.setPaused(true);
    }).toThrow('not-allowed');
  });
});
