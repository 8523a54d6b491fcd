import { describe, expect, it } from 'vitest';
import { MAX_CLOCK } from '../../../../../shared/meeting/messages/spoken-events';
import { Hands } from '../../../../../shared/meeting/speaking-up/hands';
import { PairStream } from '../../../../../shared/meeting/speaking-up/pair-stream';
import { REACH, SpeechClock } from '../../../../../shared/meeting/speaking-up/speech-clock';

describe('raised hands', () => {
  it('stand in the order of their clocks, then of who it is', () => {
    const hands = new Hands();
    for (const [peerId, clock] of [
      ['c', 2],
      ['b', 2],
      ['a', 3],
      ['d', 1],
    ] as const)
      hands.raise(peerId, clock, clock);
    expect(hands.order).toEqual(['d', 'b', 'c', 'a']);
    // It is up already: to raise it again gains nothing and loses nothing.
    hands.raise('a', 1, 1);
    expect(hands.order).toEqual(['d', 'b', 'c', 'a']);
    hands.drop('d');
    hands.raise('d', 9, 9);
    expect(hands.order).toEqual(['b', 'c', 'a', 'd']);
  });

  it('are lowered by name of the raising, also before it was seen', () => {
    const hands = new Hands();
    hands.raise('a', 5, 5);
    hands.lower('a', 4);
    expect(hands.order).toEqual(['a']);
    hands.lower('a', 5);
    hands.lower('b', 7);
    hands.raise('b', 7, 7);
    expect(hands.order).toEqual([]);
    hands.raise('b', 8, 8);
    expect(hands.order).toEqual(['b']);
  });

  it('that are lowered unseen are remembered in bounded number', () => {
    const hands = new Hands();
    hands.lower('a', 1);
    for (let index = 0; index < 64; index++) hands.lower(`x${index}`, 1);
    hands.raise('a', 1, 1);
    hands.raise('x63', 1, 1);
    expect(hands.order).toEqual(['a']);
  });
});

it('a hand that is raised again stands last, though nobody told that it was lowered', () => {
  const hands = new Hands();
  hands.raise('a', 1, 1);
  hands.raise('b', 2, 2);
  hands.raise('a', 3, 3);
  expect(hands.order).toEqual(['b', 'a']);
  hands.raise('b', 2, 9);
  expect(hands.order).toEqual(['b', 'a']);
});

describe('the clock', () => {
  it('puts an answer behind what it answers', () => {
    const clock = new SpeechClock();
    clock.take(41, 0);
    expect(clock.next()).toBe(42);
    clock.take(7, 0);
    expect(clock.next()).toBe(43);
  });

  it('is moved by nobody further than its reach, and goes on at its end', () => {
    const clock = new SpeechClock();
    expect(clock.take(MAX_CLOCK, 0)).toBe(REACH);
    expect(clock.read(MAX_CLOCK, 0)).toBe(2 * REACH);
    expect(clock.now).toBe(REACH);
    const late = new SpeechClock();
    late.begin(MAX_CLOCK);
    expect([late.next(), late.take(MAX_CLOCK, 0)]).toEqual([MAX_CLOCK, MAX_CLOCK]);
  });

  it('reads nothing as before what the same sender said', () => {
    const clock = new SpeechClock();
    clock.take(10, 0);
    expect(clock.take(3, 10)).toBe(10);
  });

  it('is begun once', () => {
    const clock = new SpeechClock();
    clock.begin(5);
    clock.begin(9);
    expect(clock.now).toBe(5);
  });
});

describe('private messages of a pair', () => {
  it('stand behind each other at one clock, whoever of the two writes', () => {
    const [one, other] = [new PairStream(() => 0), new PairStream(() => 0)];
    const first = one.nextPrivate(3);
    expect(first).toEqual({ clock: 3, place: 1 });
    other.saw(first);
    // It has not heard what moved the clock of the first.
    const second = other.nextPrivate(1);
    expect(second).toEqual({ clock: 3, place: 2 });
    one.saw(second);
    expect(one.nextPrivate(3)).toEqual({ clock: 3, place: 3 });
    expect(one.nextPrivate(4)).toEqual({ clock: 4, place: 1 });
    one.saw({ clock: 1, place: 9 });
    expect(one.nextPrivate(4)).toEqual({ clock: 4, place: 2 });
  });
});
