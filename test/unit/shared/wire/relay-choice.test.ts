import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Secret } from '../../../../shared/crypto/sodium';
import { chooseRelays, rankRelays } from '../../../../shared/wire/relay-choice';

const keys = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Uint8Array.from(bytes) as Secret<'topic key'>);
const relay = fc.integer({ min: 0, max: 40 }).map((n) => `wss://relay-${String(n)}.example`);
const lists = fc.uniqueArray(relay, { maxLength: 16 });
const fixedKey = new Uint8Array(32).fill(7) as Secret<'topic key'>;
const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `wss://relay-${String(n)}.example`);

describe('the order of relays', () => {
  it('is one, whatever the order and the copies in the list', () => {
    fc.assert(
      fc.property(keys, lists, (key, list) => {
        const ranked = rankRelays(key, list);
        expect(rankRelays(key, [...list, ...list].reverse())).toEqual(ranked);
        expect([...ranked].sort()).toEqual([...list].sort());
      }),
    );
  });

  it('of what is in both lists is the same for both', () => {
    fc.assert(
      fc.property(keys, lists, lists, (key, a, b) => {
        const common = (list: string[], other: string[]) =>
          rankRelays(key, list).filter((url) => other.includes(url));
        expect(common(a, b)).toEqual(common(b, a));
      }),
    );
  });

  it('is another for another meeting, and puts none first too often', () => {
    const firsts = new Map<string, number>();
    for (let meeting = 0; meeting < 500; meeting++) {
      const key = new Uint8Array(32).fill(meeting & 255).fill(meeting >> 8, 16) as Secret<'topic key'>;
      const [first = ''] = rankRelays(key, numbered(5));
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect(firsts.size).toBe(5);
    for (const count of firsts.values()) expect(count).toBeLessThan(150);
  });
});

describe('the choice', () => {
  it('is the link first, then four to six in total, and the others wait', () => {
    const totals = [0, 1, 2, 3, 4, 7].map((inLink) => {
      const named = Array.from({ length: inLink }, (_, n) => `wss://named-${String(n)}.example`);
      const { chosen, reserves } = chooseRelays(fixedKey, named, numbered(10));
      expect(chosen.slice(0, Math.min(4, inLink))).toEqual(named.slice(0, 4));
      expect([...chosen.filter((url) => !named.includes(url)), ...reserves]).toEqual(
        rankRelays(fixedKey, numbered(10)),
      );
      return chosen.length;
    });
    expect(totals).toEqual([4, 4, 4, 5, 6, 6]);
    expect(chooseRelays(fixedKey, [], numbered(2)).chosen).toHaveLength(2);
    expect(chooseRelays(fixedKey, numbered(2), numbered(2)).reserves).toEqual([]);
  });

  it('overlaps as much as two lists allow', () => {
    fc.assert(
      fc.property(keys, lists, lists, lists, (key, named, a, b) => {
        const [mine, theirs] = [chooseRelays(key, named, a).chosen, chooseRelays(key, named, b).chosen];
        const common = mine.filter((url) => theirs.includes(url));
        // Whatever both know and is among the best of all that either knows is used by both.
        const wanted = Math.min(mine.length, theirs.length) - Math.min(4, named.length);
        const first = named.slice(0, 4);
        const best = rankRelays(key, [...a, ...b]).filter((url) => !first.includes(url));
        const sure = best.slice(0, wanted).filter((url) => a.includes(url) && b.includes(url));
        for (const url of [...first, ...sure]) expect(common).toContain(url);
      }),
    );
  });

  it('changes by one relay at most when one is added to the list, or taken away', () => {
    fc.assert(
      fc.property(keys, lists, relay, (key, list, added) => {
        const [before, after] = [list, [...list, added]].map((own) => chooseRelays(key, [], own).chosen);
        expect(before?.filter((url) => !after?.includes(url)).length).toBeLessThanOrEqual(1);
        expect(after?.filter((url) => !before?.includes(url)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
