import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import {
  acquaintanceOf,
  afterImport,
  afterKeyChange,
  afterMeeting,
  afterVerification,
  MAX_CONTACTS,
  type Contact,
} from '../../../../shared/identity/contacts';
import { generateIdentitySeed, identityFromSeed } from '../../../../shared/identity/identity';
import { looksAlike } from '../../../../shared/identity/name-key';
import { decodeCodeText, encodeCodeText, judgeCode } from '../../../../shared/verification/code-text';
import { decodeContacts, encodeContacts } from '../../../../main/contacts/contacts-file';
import { seededRandom } from '../../../support/world/random';

beforeAll(cryptoReady);

const random = seededRandom('codes');
const person = (): Uint8Array => identityFromSeed(generateIdentitySeed(random)).publicKey;

describe('the text of a code', () => {
  it.each(['pair', 'identity'] as const)('comes back, and any change makes it no code: %s', (kind) => {
    const code = kind === 'pair' ? { kind, shower: person(), other: person() } : { kind, shower: person() };
    const text = encodeCodeText(code);
    expect(decodeCodeText(text)).toEqual(code);
    for (let place = 0; place < text.length; place++) {
      const changed = text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1);
      expect(decodeCodeText(changed)).toBeNull();
    }
    for (const other of ['', 'https://example.org', text.slice(0, -1), `${text}A`]) {
      expect(decodeCodeText(other)).toBeNull();
    }
  });

  it('with a key that is no identity is none, whole as it is', () => {
    const negative = person().map((byte, index) => (index === 31 ? byte | 0x80 : byte));
    expect(decodeCodeText(encodeCodeText({ kind: 'identity', shower: negative }))).toBeNull();
    expect(decodeCodeText(encodeCodeText({ kind: 'pair', shower: person(), other: negative }))).toBeNull();
  });

  it('matches only between the two, belongs to somebody else only if that is somebody known', () => {
    const [me, them, jonas, stranger] = [person(), person(), person(), person()];
    const known = [{ identity: jonas, name: 'Jonas' }];
    const judge = (shower: Uint8Array, other: Uint8Array): unknown =>
      judgeCode({ kind: 'pair', shower, other }, me, them, known).verdict;
    expect(judge(them, me)).toBe('match');
    expect(judge(them, stranger)).toBe('no-match');
    expect(judge(jonas, me)).toBe('somebody-else');
    // What a man in the middle makes of it: the true person, who sees the attacker's key.
    expect(judge(stranger, person())).toBe('no-match');
    expect(judge(me, them)).toBe('no-match');
  });

  it('of an identity matches whoever has that key, and says whose it is otherwise', () => {
    const [me, them, jonas] = [person(), person(), person()];
    const known = [{ identity: jonas, name: 'Jonas' }];
    const judge = (shower: Uint8Array): unknown => judgeCode({ kind: 'identity', shower }, me, them, known);
    expect(judge(them)).toEqual({ verdict: 'match' });
    expect(judge(jonas)).toEqual({ verdict: 'somebody-else', name: 'Jonas' });
    expect(judge(me)).toEqual({ verdict: 'own-code' });
    // The key of the true person, whom nobody knows yet, while somebody else's is at the other end.
    expect(judge(person())).toEqual({ verdict: 'no-match' });
  });

  it('of one kind is not taken for the other', () => {
    const [pair, identity] = [
      encodeCodeText({ kind: 'pair', shower: person(), other: person() }),
      encodeCodeText({ kind: 'identity', shower: person() }),
    ];
    expect(decodeCodeText(pair.replace('CODE', 'IDENTITY'))).toBeNull();
    expect(decodeCodeText(identity.replace('IDENTITY', 'CODE'))).toBeNull();
  });
});

describe('contacts', () => {
  const [amara, other] = [person(), person()];

  it('are new, then met, then verified', () => {
    let contacts: Contact[] = [];
    expect(acquaintanceOf(contacts, amara, 'Amara').trust).toBe('new');
    contacts = afterMeeting(contacts, amara, 'Amara', 1);
    expect(acquaintanceOf(contacts, amara, 'Amara').trust).toBe('met');
    contacts = afterVerification(contacts, amara, 'Amara', 'number', 2);
    expect(acquaintanceOf(contacts, amara, 'Amara').trust).toBe('verified');
    expect(acquaintanceOf(contacts, amara, 'Mara')).toMatchObject({
      trust: 'verified',
      contactName: 'Amara',
    });
  });

  it('with a known name and another key are held, also when the name only looks the same', () => {
    const contacts = afterVerification([], amara, 'Amara', 'emoji', 1);
    for (const name of ['Amara', 'amara', 'A m a r a', 'Аmаrа', 'Ámara'])
      expect(acquaintanceOf(contacts, other, name)).toMatchObject({
        trust: 'changed',
        sharesNameWith: 'Amara',
      });
    expect(acquaintanceOf(contacts, other, 'Amaranth').trust).toBe('new');
    expect(acquaintanceOf(afterMeeting([], amara, '', 1), other, '').trust).toBe('new');
  });

  it('with a new key that the person accepts are not verified any more, and the old key is unknown', () => {
    const before = afterVerification([], amara, 'Amara', 'emoji', 1);
    const after = afterKeyChange(before, other, 'Amara', 2);
    expect(after).toHaveLength(1);
    expect(acquaintanceOf(after, other, 'Amara').trust).toBe('met');
    expect(acquaintanceOf(after, amara, 'Amara').trust).toBe('changed');
  });

  it('with a new key leave others alone who have, or once had, the same name', () => {
    const eve = Uint8Array.of(...amara.slice(0, -1), 99);
    let before = afterMeeting([], eve, 'Eve', 1);
    before = afterMeeting(before, eve, 'Amara', 2);
    before = afterVerification(before, amara, 'Amara', 'emoji', 3);
    const after = afterKeyChange(before, other, 'Amara', 4);
    expect(after).toHaveLength(2);
    expect(after.find(({ name }) => name === 'Eve')?.identity).toEqual(eve);
    expect(after.find(({ name }) => name === 'Amara')).toMatchObject({ identity: other, verified: null });
  });

  it('of one name can be two people, if the person says so; a verified one is pointed out', () => {
    const before = afterVerification([], amara, 'Amara', 'emoji', 1);
    const after = afterMeeting(before, other, 'Amara', 2);
    expect(acquaintanceOf(after, other, 'Amara')).toMatchObject({ trust: 'met', sharesNameWith: 'Amara' });
  });

  it('are forgotten when there are too many, but never those who were verified', () => {
    let contacts = afterVerification([], amara, 'Amara', 'code', 0);
    for (let count = 1; count <= MAX_CONTACTS; count++)
      contacts = afterMeeting(contacts, Uint8Array.of(count, count >> 8), String(count), count);
    expect(contacts).toHaveLength(MAX_CONTACTS);
    expect(acquaintanceOf(contacts, amara, 'Amara').trust).toBe('verified');
    expect(acquaintanceOf(contacts, Uint8Array.of(1, 0), '1').trust).toBe('new');
  });

  it('come back from a file, and nothing else does', () => {
    const contacts = afterVerification([], amara, 'Amara', 'number', 3);
    const file = encodeContacts(contacts);
    expect(decodeContacts(file)).toEqual(contacts);
    for (const bytes of [new Uint8Array(), file.slice(0, -1), Uint8Array.of(...file.slice(0, 9), 1)])
      expect(() => decodeContacts(bytes)).toThrow('file-not-contacts');
  });

  it('come from a file in bounded number, with names that are shown, and drive nobody out', () => {
    const person = (index: number, change: Partial<Contact> = {}): Contact => {
      const identity = Uint8Array.from({ length: 32 }, (_, place) =>
        place < 2 ? (index >> (8 * place)) & 255 : 1,
      );
      const named = { name: `Nobody ${String(index)}`, calledThemselves: '' };
      return { identity, ...named, verified: null, firstMetAt: 1, lastMetAt: 1, ...change };
    };
    const many = (count: number): Contact[] => Array.from({ length: count }, (_, index) => person(index));
    expect(decodeContacts(encodeContacts(many(2000)))).toHaveLength(2000);
    const refused = [many(2001), [person(1, { name: 'x'.repeat(257) })], [person(1, { lastMetAt: -1 })]];
    for (const list of refused)
      expect(() => decodeContacts(encodeContacts(list))).toThrow('file-not-contacts');
    const [odd] = decodeContacts(encodeContacts([person(1, { name: `\u3164${'ab'.repeat(60)}\u202e` })]));
    expect(odd?.name).toBe('ab'.repeat(32));

    const known = afterMeeting([], amara, 'Amara', 5);
    const future = person(7, { lastMetAt: 9e15, verified: { by: 'number', at: 1 } });
    const merged = afterImport(known, [...many(2000), future, future, person(3000, { name: '' })], 10);
    expect(merged).toHaveLength(MAX_CONTACTS);
    expect(merged[0]).toEqual(known[0]);
    expect(merged[1]).toEqual({ ...future, verified: null, lastMetAt: 10 });
    expect(merged.filter(({ identity }) => toHex(identity) === toHex(future.identity))).toHaveLength(1);
    expect(merged.some(({ name }) => name === '')).toBe(false);
    expect(afterImport(merged, many(2000), 10)).toEqual(merged);
  });

  it('names look the same in any case, spacing, marks and look-alike letters', () => {
    for (const [one, other] of [
      ['MEI  Lin', 'mei-lin'],
      ['Раul', 'paul'],
      ['Alice', 'AIice'],
      ['aIice', 'ALICE'],
      ['Alice', 'AӀice'],
      ['Alice', 'Al\u0456ce'],
      ['Alice', 'A∣ice'],
      ['Alice', '𝐀𝐥𝐢𝐜𝐞'],
      ['Alice', 'Ａｌｉｃｅ'],
      ['BOB', 'ВОВ'],
      ['Bob', 'B0b'],
      ['Øyvind', 'Oyvind'],
      ['Łukasz', 'Lukasz'],
      ['İpek', 'Ipek'],
      ['Amara', 'Arnara'],
      ['علی‌رضا', 'علیرضا'],
      ['辻\u{e0100}', '辻'],
      ['🕯️', '🕯'],
      ['🦊', '🦊'],
    ] as const) {
      expect(looksAlike(one, other), `${one} ${other}`).toBe(true);
      expect(looksAlike(other, one), `${other} ${one}`).toBe(true);
    }
    for (const [one, other] of [
      ['小美', '小妹'],
      ['राम', 'रमा'],
      ['Ana', 'Anna'],
      ['Ali', 'Ala'],
      ['🦊', '🐺'],
      ['👩‍👩‍👧', '👩‍👧'],
      ['', ''],
    ] as const)
      expect(looksAlike(one, other), `${one} ${other}`).toBe(false);
  });
});
