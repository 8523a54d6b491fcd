import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ascii, concat, toHex, uintBE } from '../../../../shared/bytes';
import { blake2b, blake2b256, cryptoReady, utf8 } from '../../../../shared/crypto/sodium';
import type { Head } from '../../../../shared/membership/chain';
import {
  differencesOf,
  isRoster,
  MAX_ROSTER_ENTRIES,
  nameHashOf,
  rosterHash,
  type Roster,
  type RosterEntry,
} from '../../../../shared/roster/roster';
import { identityOf, MEETING_ID } from '../membership/people';

beforeAll(cryptoReady);

const entryOf = (name: string, device = 'first'): RosterEntry => ({
  identity: identityOf(name),
  peerId: blake2b(16, [ascii(name), ascii(device)]),
  nameHash: nameHashOf(name),
});
const headOf = (name: string, count = 1): Head => ({
  signer: identityOf(name),
  count,
  hash: identityOf(`${name} ${String(count)}`),
  contradicted: false,
});
const roster = (): Roster => ({
  entries: ['ann', 'bob', 'cid'].map((name) => entryOf(name)),
  heads: [headOf('host', 4), headOf('cid', 2)],
});
const hex = (given: Roster, meetingId = MEETING_ID): string => toHex(rosterHash(meetingId, given));

describe('the roster hash', () => {
  it('has the input of docs/protocol.md', () => {
    const entry = entryOf('ann');
    const head = { ...headOf('host', 258), contradicted: true };
    const input = concat(
      ascii('vigil-roster-1'),
      MEETING_ID,
      Uint8Array.of(0, 1),
      concat(entry.identity, entry.peerId, blake2b(16, [ascii('vigil-name-1'), utf8('ann')])),
      Uint8Array.of(0, 1),
      concat(head.signer, uintBE(258, 4), head.hash, Uint8Array.of(1)),
    );
    expect(rosterHash(MEETING_ID, { entries: [entry], heads: [head] })).toEqual(blake2b256([input]));
  });

  it('does not depend on order', () => {
    const { entries, heads } = roster();
    fc.assert(
      fc.property(fc.shuffledSubarray<RosterEntry>([...entries], { minLength: 3 }), (order) => {
        expect(hex({ entries: order, heads: heads.toReversed() })).toBe(hex(roster()));
      }),
    );
  });

  it('changes with meeting, identity, peer, name, and with every part of a head', () => {
    const { entries, heads } = roster();
    const [ann, ...others] = entries;
    const [host, ...signers] = heads;
    const variants: Roster[] = [
      { entries: others, heads },
      { entries: [entryOf('ann', 'second'), ...others], heads },
      { entries: [...entries, entryOf('ann', 'second')], heads },
      { entries: [{ ...ann!, nameHash: nameHashOf('Ann') }, ...others], heads },
      { entries: [{ ...ann!, identity: identityOf('dan') }, ...others], heads },
      { entries, heads: signers },
      { entries, heads: [{ ...host!, count: 5 }, ...signers] },
      { entries, heads: [{ ...host!, hash: identityOf('x') }, ...signers] },
      { entries, heads: [{ ...host!, contradicted: true }, ...signers] },
    ];
    const hashes = [
      hex(roster()),
      hex(roster(), identityOf('x')),
      ...variants.map((variant) => hex(variant)),
    ];
    expect(new Set(hashes).size).toBe(variants.length + 2);
  });

  it('is of rosters only: at most 100 people, nobody twice, right lengths', () => {
    const crowd = Array.from({ length: MAX_ROSTER_ENTRIES + 1 }, (_, index) => entryOf(String(index)));
    expect(isRoster({ entries: crowd.slice(1), heads: [] })).toBe(true);
    const wrong: Roster[] = [
      { entries: crowd, heads: [] },
      { entries: [entryOf('ann'), { ...entryOf('ann'), nameHash: nameHashOf('bob') }], heads: [] },
      { entries: [{ ...entryOf('ann'), peerId: new Uint8Array(15) }], heads: [] },
      { entries: [], heads: [headOf('host'), headOf('host', 2)] },
      { entries: [], heads: [{ ...headOf('host'), count: 2 ** 32 }] },
      { entries: [], heads: [{ ...headOf('host'), hash: new Uint8Array(33) }] },
      { entries: [], heads: Array.from({ length: 18 }, (_, index) => headOf(String(index))) },
    ];
    for (const given of wrong) {
      expect(isRoster(given)).toBe(false);
      expect(() => hex(given)).toThrow(RangeError);
    }
  });
});

describe('the differences of two rosters', () => {
  it('name who is missing for whom, who has another name, and whose statements differ', () => {
    const here = roster();
    const there: Roster = {
      entries: [entryOf('ann'), { ...entryOf('bob'), nameHash: nameHashOf('Robert') }, entryOf('dan')],
      heads: [headOf('host', 5), headOf('cid', 2), headOf('dan')],
    };
    expect(new Set(differencesOf(here, there).values())).toEqual(
      new Set([
        { kind: 'other-name', entry: entryOf('bob') },
        { kind: 'missing-there', entry: entryOf('cid') },
        { kind: 'missing-here', entry: entryOf('dan') },
        { kind: 'other-statements', signer: identityOf('host') },
        { kind: 'other-statements', signer: identityOf('dan') },
      ]),
    );
    expect(differencesOf(here, here).size).toBe(0);
    const contradicted = { ...here, heads: here.heads.map((head) => ({ ...head, contradicted: true })) };
    expect(differencesOf(here, contradicted).size).toBe(2);
  });

  it('exist exactly when the hashes differ', () => {
    const names = fc.subarray(['ann', 'bob', 'cid', 'dan']);
    const heads = fc.subarray([headOf('host', 1), headOf('cid', 2)]);
    const some = fc.record({ entries: names.map((list) => list.map((name) => entryOf(name))), heads });
    fc.assert(
      fc.property(some, some, (here, there) => {
        expect(differencesOf(here, there).size === 0).toBe(hex(here) === hex(there));
        expect([...differencesOf(here, there).keys()].sort()).toEqual(
          [...differencesOf(there, here).keys()].sort(),
        );
      }),
    );
  });
});
