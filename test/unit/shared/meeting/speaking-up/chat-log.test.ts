import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { SteadyTime } from '../../../../../shared/clocks';
import {
  ChatLog,
  MAX_OF_ALL,
  MAX_OF_ONE,
  type ChatEntry,
} from '../../../../../shared/meeting/speaking-up/chat-log';

const entry = (peerId: string, clock: number, place = 0, number = clock): ChatEntry => ({
  ...{ peerId, clock, place, number },
  identity: peerId,
  name: peerId,
  to: null,
  text: `${peerId} ${clock}.${place}`,
  at: 0,
});

function shown(entries: readonly ChatEntry[]): string[] {
  const log = new ChatLog(() => 0);
  for (const one of entries) log.add(one);
  return log.all.map(({ text }) => text);
}

describe('the log', () => {
  it('has one order, by clock, then by place, then by who it is', () => {
    const all = [
      entry('b', 1),
      entry('a', 2),
      entry('b', 2),
      entry('a', 2, 1),
      entry('a', 2, 2),
      entry('a', 3),
    ];
    const expected = all.map(({ text }) => text);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) => {
        expect(shown(some)).toEqual(expected);
      }),
    );
  });

  it('keeps the last ones of each person and of all, whichever came first', () => {
    const people = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const all = people.flatMap((peerId, index) =>
      Array.from({ length: index === 0 ? 3 * MAX_OF_ONE : 190 }, (_, clock) => entry(peerId, clock + index)),
    );
    const once = shown(all);
    expect(once).toHaveLength(MAX_OF_ALL);
    expect(shown(all.toReversed())).toEqual(once);
    expect(once.filter((text) => text.startsWith('p0 '))).toHaveLength(MAX_OF_ONE);
  });

  it('says what came late: behind its place something has been read', () => {
    let now: SteadyTime = 0;
    const log = new ChatLog(() => now);
    log.add(entry('a', 1));
    log.add(entry('a', 5));
    log.add(entry('b', 4));
    now = 3000;
    log.add(entry('c', 3));
    log.add(entry('c', 6));
    expect(log.all.map(({ text, late }) => [text, late])).toEqual([
      ['a 1.0', false],
      ['c 3.0', true],
      ['b 4.0', false],
      ['a 5.0', false],
      ['c 6.0', false],
    ]);
    expect(log.count).toBe(5);
  });

  it('is empty afterwards', () => {
    const log = new ChatLog(() => 0);
    log.add(entry('a', 1));
    log.clear();
    expect(log.all).toEqual([]);
  });
});
