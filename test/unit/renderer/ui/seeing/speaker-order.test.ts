import { describe, expect, it } from 'vitest';
import { heldOrder, speakerOrder } from '../../../../../renderer/ui/seeing/speaker-order';

const people = ['Dora', 'Änne', 'Bob', 'Carl'].map((name) => ({ peerId: name[0] ?? '', name }));
const order = (pinned: string[], speaker: string | null, hands: string[]) =>
  speakerOrder(people, pinned, speaker, hands, 'de');

describe('the order of the speaker view', () => {
  it('is the speaker, then hands in their order, then the others by name as one reads them', () => {
    expect(order([], null, [])).toEqual({ large: ['Ä'], rail: ['B', 'C', 'D'] });
    expect(order([], 'C', [])).toEqual({ large: ['C'], rail: ['Ä', 'B', 'D'] });
    expect(order([], 'C', ['D', 'C', 'B'])).toEqual({ large: ['C'], rail: ['D', 'B', 'Ä'] });
  });

  it('has all large who are pinned, whoever speaks', () => {
    expect(order(['D'], 'C', ['B'])).toEqual({ large: ['D'], rail: ['C', 'B', 'Ä'] });
    expect(order(['D', 'B'], 'C', [])).toEqual({ large: ['D', 'B'], rail: ['C', 'Ä'] });
  });

  it('passes over those who are gone, and has no more than four large', () => {
    expect(order(['gone'], 'gone', ['gone', 'D'])).toEqual({ large: ['D'], rail: ['Ä', 'B', 'C'] });
    const many = 'a b c d e f'.split(' ').map((peerId) => ({ peerId, name: peerId }));
    expect(speakerOrder(many, 'f e d c b'.split(' '), 'a', [], 'en')).toEqual({
      large: ['f', 'e', 'd', 'c'],
      rail: ['b', 'a'],
    });
    expect(speakerOrder([], ['f'], 'a', [], 'en')).toEqual({ large: [], rail: [] });
  });
});

describe('while it is held', () => {
  const shown = { large: ['a'], rail: ['b', 'c'] };

  it('nobody moves, whoever speaks', () => {
    expect(heldOrder(shown, { large: ['c'], rail: ['a', 'b'] })).toEqual(shown);
  });

  it('who is gone leaves, who comes stands last', () => {
    expect(heldOrder(shown, { large: ['d'], rail: ['a', 'c'] })).toEqual({ large: ['a'], rail: ['c', 'd'] });
    expect(heldOrder(shown, { large: ['c'], rail: ['b'] })).toEqual({ large: ['c'], rail: ['b'] });
  });
});
