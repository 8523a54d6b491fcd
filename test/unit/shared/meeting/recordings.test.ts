import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import {
  decodeMemberMessage,
  encodeMemberMessage,
} from '../../../../shared/meeting/messages/member-messages';
import { COUNTDOWN_MS, PATIENCE_MS, SETTLING_MS } from '../../../../shared/meeting/recording/own-recording';
import type { RecorderView } from '../../../../shared/meeting/recording/recording-view';
import { encodeCbor, type CborValue } from '../../../../shared/wire/cbor';
import { idOf, inside, three } from '../../../support/world/people';
import { World, type Person } from '../../../support/world/world';

beforeAll(cryptoReady);

const mine = (person: Person) => inside(person).recording.mine;
const others = (person: Person): RecorderView[] => inside(person).recording.others;

function answer(person: Person, name: string): void {
  const recorder = others(person).find((one) => one.name === name);
  if (!recorder) throw new Error(`${name} does not record`);
  person.meeting.recordings.answer(recorder.peerId, recorder.number);
}

function includedOf(person: Person): string[] {
  const own = mine(person);
  if (own.state !== 'running') throw new Error(own.state);
  const names = new Map(inside(person).peers.map(({ peerId, name }) => [peerId, name]));
  return own.included.map((peerId) => names.get(peerId) ?? peerId).sort();
}

describe('a recording', () => {
  it('is told to everybody, begins after ten seconds where all have answered, and its end is told', () => {
    const { world, alice, bob, carol } = three('recording');
    alice.meeting.recordings.own.announce();
    world.run(500);
    for (const person of [bob, carol])
      expect(others(person)).toMatchObject([{ name: 'Alice', state: 'announced', answer: 'asked' }]);
    for (const person of [bob, carol]) answer(person, 'Alice');
    world.run(COUNTDOWN_MS - 1500);
    // Nobody's time is cut short, whatever they answer.
    expect(mine(alice)).toMatchObject({ state: 'announced', waitsFor: [] });
    world.run(1500);
    expect(includedOf(alice)).toEqual(['Bob', 'Carol']);
    for (const person of [bob, carol])
      expect(others(person)).toMatchObject([{ state: 'running', answer: 'answered' }]);
    alice.meeting.recordings.own.stop();
    world.run(500);
    expect(others(bob)).toEqual([]);
    expect(mine(alice)).toEqual({ state: 'off' });
  });

  it('waits a little longer for an app that has not answered, and then leaves it out', () => {
    const { world, alice, bob, carol } = three('unanswered');
    alice.meeting.recordings.own.announce();
    world.run(500);
    answer(bob, 'Alice');
    world.run(COUNTDOWN_MS);
    expect(mine(alice)).toMatchObject({ state: 'announced', waitsFor: ['Carol'] });
    world.run(PATIENCE_MS);
    expect(includedOf(alice)).toEqual(['Bob']);
    answer(carol, 'Alice');
    // What was under way when she answered is not in it either.
    world.run(SETTLING_MS - 100);
    expect(includedOf(alice)).toEqual(['Bob']);
    world.run(500);
    expect(includedOf(alice)).toEqual(['Bob', 'Carol']);
  });

  it('begins as soon as the last one has answered whose time was over', () => {
    const { world, alice, bob, carol } = three('late-answer');
    alice.meeting.recordings.own.announce();
    world.run(500);
    answer(bob, 'Alice');
    world.run(COUNTDOWN_MS);
    answer(carol, 'Alice');
    world.run(SETTLING_MS + 500);
    expect(includedOf(alice)).toEqual(['Bob', 'Carol']);
  });

  it('is told to whoever joins while it lasts, who is not in it before their answer', () => {
    const world = new World('late');
    const { host } = world.call();
    host.meeting.recordings.own.announce();
    world.run(COUNTDOWN_MS + PATIENCE_MS + 500);
    expect(mine(host).state).toBe('running');
    const carol = world.guest('Carol');
    world.run(1500);
    world.admitFirst(host);
    world.run(3000);
    expect(others(carol)).toMatchObject([{ state: 'running', answer: 'asked' }]);
    expect(includedOf(host)).not.toContain('Carol');
    answer(carol, inside(carol).recording.others[0]?.name ?? '');
    world.run(SETTLING_MS + 500);
    expect(includedOf(host)).toContain('Carol');
  });

  it('ends with the meeting, and no other begins in it', () => {
    const { world, alice, bob } = three('over');
    const { own } = alice.meeting.recordings;
    own.announce();
    expect(() => {
      own.announce();
    }).toThrow(new VigilError('already-recording'));
    world.run(500);
    alice.meeting.leave();
    world.run(1000);
    expect(own.isOver).toBe(true);
    expect(others(bob)).toEqual([]);
    expect(() => {
      own.announce();
    }).toThrow(new VigilError('no-meeting'));
    world.run(COUNTDOWN_MS + PATIENCE_MS);
    expect(own.view).toEqual({ state: 'off' });
  });

  it('that was stopped before it began does not begin', () => {
    const { world, alice, bob } = three('cancelled');
    alice.meeting.recordings.own.announce();
    world.run(500);
    alice.meeting.recordings.own.stop();
    world.run(COUNTDOWN_MS + PATIENCE_MS);
    expect(mine(alice)).toEqual({ state: 'off' });
    expect(others(bob)).toEqual([]);
  });
});

describe('an answer', () => {
  it('counts for its sender and for nobody else', () => {
    const { world, alice, bob } = three('own-answer');
    alice.meeting.recordings.own.announce();
    world.run(500);
    for (let i = 0; i < 3; i++) answer(bob, 'Alice');
    world.run(COUNTDOWN_MS + PATIENCE_MS);
    expect(includedOf(alice)).toEqual(['Bob']);
  });

  it('to an earlier recording does not count for the next one', () => {
    const { world, alice, bob } = three('stale-answer');
    const { own } = alice.meeting.recordings;
    own.announce();
    world.run(500);
    answer(bob, 'Alice');
    // Before the answer has come.
    own.stop();
    own.announce();
    world.run(COUNTDOWN_MS + PATIENCE_MS);
    expect(includedOf(alice)).toEqual([]);
    expect(alice.drops.get('unexpected')).toBe(1);
  });

  it('to a recording that nobody makes is no answer', () => {
    const { world, alice, bob } = three('no-recording');
    expect(() => {
      bob.meeting.recordings.answer(idOf(bob, 'Alice'), 1);
    }).toThrow(new VigilError('no-such-peer'));
    const member = bob.meeting.members.get(idOf(bob, 'Alice'));
    member?.send({ t: 'recording-ready', number: 1 });
    world.run(500);
    expect(alice.drops.get('unexpected')).toBe(1);
    expect(mine(alice)).toEqual({ state: 'off' });
  });
});

describe('somebody who says again and again that they are about to record', () => {
  it('asks three times at once; afterwards is shown, and is not answered', () => {
    const { world, alice, bob } = three('flood');
    const { own } = alice.meeting.recordings;
    for (let i = 0; i < 6; i++) {
      own.announce();
      world.run(300);
      own.stop();
      world.run(300);
    }
    own.announce();
    world.run(300);
    expect(others(bob)).toMatchObject([{ name: 'Alice', answer: 'unanswered' }]);
    expect(bob.drops.get('recording-flood')).toBe(4);
    expect(() => {
      answer(bob, 'Alice');
    }).toThrow(new VigilError('no-such-peer'));
    world.run(COUNTDOWN_MS + PATIENCE_MS);
    expect(includedOf(alice)).toEqual([]);
  });
});

describe('messages about recordings', () => {
  const self = { t: 'self' as const, microphone: true, camera: true, perMeetingKey: new Uint8Array(32) };

  it('come back as they were said', () => {
    for (const message of [
      self,
      { ...self, recording: { number: 1, state: 'announced' as const } },
      { ...self, recording: { number: 0xffffffff, state: 'running' as const } },
      { t: 'recording-ready' as const, number: 7 },
    ])
      expect(decodeMemberMessage(encodeMemberMessage(message))).toEqual(message);
  });

  it.each<CborValue>([
    null,
    true,
    {},
    { number: 1 },
    { state: 'running' },
    { number: 0, state: 'running' },
    { number: 0x100000000, state: 'running' },
    { number: 1, state: 'paused' },
    { number: '1', state: 'running' },
  ])('are dropped whole when the recording is %j', (recording) => {
    expect(decodeMemberMessage(encodeCbor({ ...self, recording }))).toBeNull();
  });

  it.each<CborValue>([0, -1, 0x100000000, '1', null])('are ignored when the answer is to %j', (number) => {
    expect(decodeMemberMessage(encodeCbor({ t: 'recording-ready', number }))).toBeNull();
  });
});
