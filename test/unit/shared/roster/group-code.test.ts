import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ascii, comparePublic, concat } from '../../../../shared/bytes';
import { cryptoReady, sha512, utf8 } from '../../../../shared/crypto/sodium';
import { groupCode, type Named } from '../../../../shared/roster/group-code';
import { identityOf, MEETING_ID } from '../membership/people';

beforeAll(cryptoReady);

const people: Named[] = ['ann', 'bob', 'cid'].map((name) => ({ identity: identityOf(name), name }));

/** Written from docs/protocol.md, without the code under test. */
function byThePage(): string[] {
  const entries = people.map(({ identity, name }) =>
    concat(identity, Uint8Array.of(name.length), utf8(name)),
  );
  const digest = sha512(concat(ascii('vigil-code-1'), MEETING_ID, ...entries.sort(comparePublic)));
  const halves = [0, 1].map((number) => {
    const key = concat(Uint8Array.of(number), digest);
    let d = sha512(concat(Uint8Array.of(0, 0), key, digest, key));
    for (let round = 0; round < 5199; round++) d = sha512(concat(d, key));
    const groups = [0, 5, 10, 15, 20, 25].map((offset) => Buffer.from(d).readUIntBE(offset, 5) % 100_000);
    return groups.map((group) => String(group).padStart(5, '0')).join('');
  });
  return halves.sort().join('').match(/.{5}/g) ?? [];
}

describe('the group code', () => {
  it('is twelve groups of five digits, as docs/protocol.md computes them', () => {
    expect(groupCode(MEETING_ID, people)).toEqual(byThePage());
    expect(groupCode(MEETING_ID, people).join(' ')).toMatch(/^(\d{5} ){11}\d{5}$/);
  });

  it('is the same in whatever order people are listed', () => {
    const expected = groupCode(MEETING_ID, people);
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (order) => {
        expect(groupCode(MEETING_ID, order)).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  });

  it('changes with each person, name, device and meeting', () => {
    const [ann, bob, cid] = people as [Named, Named, Named];
    const rosters: Named[][] = [
      people,
      [ann, bob],
      [ann, bob, cid, cid],
      [ann, bob, { ...cid, name: 'Cid' }],
      [ann, bob, { ...cid, identity: identityOf('dan') }],
      [{ ...ann, name: '' }, bob, cid],
      [],
    ];
    const codes = rosters.map((roster) => groupCode(MEETING_ID, roster).join(''));
    codes.push(groupCode(identityOf('another meeting'), people).join(''));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('takes names as they are shown', () => {
    const dressed = people.map(({ identity, name }) => ({ identity, name: ` ${name}\u200b ` }));
    expect(groupCode(MEETING_ID, dressed)).toEqual(groupCode(MEETING_ID, people));
  });
});
