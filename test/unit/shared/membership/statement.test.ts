import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ascii, concat, toHex, uintBE } from '../../../../shared/bytes';
import { blake2b256, cryptoReady, ed25519Sign } from '../../../../shared/crypto/sodium';
import {
  decodeStatement,
  MAX_STATEMENT_LENGTH,
  MIN_STATEMENT_LENGTH,
  NO_HASH,
  signStatement,
  verifyStatement,
  type Statement,
} from '../../../../shared/membership/statement';
import {
  statementKinds,
  type StatementBody,
  type StatementKind,
} from '../../../../shared/membership/statement-body';
import { inviteHash } from '../../../../shared/membership/invite-hash';
import type { MeetingSecret } from '../../../../shared/invite/link';
import { admit, altered, identityOf, keyOf, lobbyOff, MEETING_ID, Signer } from './people';

beforeAll(cryptoReady);

const FIRST = { number: 0, previous: NO_HASH };
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const identity = bytes32.map((bytes) => bytes.map((byte, index) => (index === 31 ? byte & 0x7f : byte)));
const lifts = (minLength: number, maxLength: number): fc.Arbitrary<Uint8Array[]> =>
  fc.uniqueArray(bytes32, { minLength, maxLength, selector: toHex });

const body: fc.Arbitrary<StatementBody> = fc.oneof(
  fc.record({ kind: fc.constant('admit'), identity, perMeetingKey: bytes32, lifts: lifts(0, 14) }),
  fc.record({ kind: fc.constantFrom('remove', 'pre-admit', 'silence'), identity }),
  fc.record({ kind: fc.constantFrom('lobby-on', 'lock', 'please-end', 'pause-chat') }),
  fc.record({
    kind: fc.constantFrom('lobby-off', 'unlock', 'resume-chat', 'end-silence', 'end-spotlight'),
    lifts: lifts(1, 16),
  }),
  fc.record({
    kind: fc.constant('silence-all'),
    floor: fc.uniqueArray(identity, { maxLength: 16, selector: toHex }),
  }),
  fc.record({ kind: fc.constant('let-speak'), identity, lifts: lifts(1, 15) }),
  fc.record({
    kind: fc.constant('spotlight'),
    peerId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    lifts: lifts(0, 15),
  }),
  fc.record({ kind: fc.constant('co-host'), identity, perMeetingKey: bytes32 }),
  fc.record({
    kind: fc.constant('drop-co-host'),
    perMeetingKey: bytes32,
    counting: fc.integer({ min: 0, max: 0xffffffff }),
  }),
  fc.record({ kind: fc.constant('replace-link'), linkHash: bytes32 }),
);
const place = fc.record({ number: fc.integer({ min: 0, max: 0xffffffff }), previous: bytes32 });

/** Decodes and verifies; the refusal, or 'good'. */
function fateOf(bytes: Uint8Array, meetingId = MEETING_ID): string {
  const decoded = decodeStatement(bytes, meetingId);
  if (!decoded.ok) return decoded.refusal;
  return verifyStatement(decoded.statement) ? 'good' : 'not-genuine';
}

/** A genuine signature over whatever stands behind the signer's number and hash. */
function signedByHand(code: number, content: Uint8Array, label = 'vigil-member-1'): Uint8Array {
  const { publicKey, secretKey } = keyOf('host');
  const head = [ascii(label), MEETING_ID, publicKey, uintBE(0, 4), NO_HASH];
  const signed = concat(...head, Uint8Array.of(code), content);
  return concat(signed, ed25519Sign(signed, secretKey));
}

describe('a statement', () => {
  it('has the bytes of docs/protocol.md', () => {
    const { bytes, hash } = new Signer('host').sayAt({ number: 5, previous: identityOf('x') }, admit('bob'));
    const { publicKey, secretKey } = keyOf('host');
    const signed = concat(
      ascii('vigil-member-1'),
      MEETING_ID,
      publicKey,
      uintBE(5, 4),
      identityOf('x'),
      Uint8Array.of(1),
      identityOf('bob'),
      keyOf('bob').publicKey,
    );
    expect(bytes).toEqual(concat(signed, ed25519Sign(signed, secretKey)));
    expect(hash).toEqual(blake2b256([bytes]));
    expect([MIN_STATEMENT_LENGTH, MAX_STATEMENT_LENGTH]).toEqual([179, 691]);
  });

  it('comes back as it went, with hashes in one order', () => {
    fc.assert(
      fc.property(place, body, (where, said) => {
        const statement = new Signer('host').sayAt(where, said);
        const decoded = decodeStatement(statement.bytes, MEETING_ID);
        expect(decoded).toEqual({ ok: true, statement });
        expect(fateOf(statement.bytes)).toBe('good');
        expect(statement).toMatchObject({ ...where, signer: keyOf('host').publicKey });
        const sorted = {
          ...said,
          ...('lifts' in said ? { lifts: said.lifts.toSorted(bytewise) } : {}),
          ...('floor' in said ? { floor: said.floor.toSorted(bytewise) } : {}),
        };
        expect(statement.body).toEqual(sorted);
        // One meaning, one encoding.
        const again = signStatement(keyOf('host'), MEETING_ID, statement, statement.body);
        expect(again.bytes).toEqual(statement.bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when any byte of it was changed', () => {
    const { bytes } = new Signer('host').sayAt(FIRST, admit('bob'));
    for (let index = 0; index < bytes.length; index++)
      expect(fateOf(altered(bytes, index)), `byte ${String(index)}`).not.toBe('good');
  });

  it('is refused with a reason, and never crashes, whatever arrives', () => {
    const { bytes } = new Signer('host').sayAt(FIRST, admit('bob'));
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 800 }),
      fc.uint8Array({ maxLength: 600 }).map((rest) => concat(bytes.subarray(0, 115), rest)),
      fc.nat({ max: bytes.length - 1 }).map((length) => bytes.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => concat(bytes, more)),
    );
    fc.assert(
      fc.property(anything, (given) => {
        expect(['malformed', 'unknown-kind', 'wrong-meeting', 'not-genuine']).toContain(fateOf(given));
      }),
      { numRuns: 300 },
    );
  });

  it('belongs to one meeting and one signer', () => {
    const { bytes } = new Signer('host').sayAt(FIRST, { kind: 'lock' });
    expect(fateOf(bytes, new Uint8Array(32))).toBe('wrong-meeting');
    expect(fateOf(bytes, new Uint8Array(0))).toBe('wrong-meeting');
    const underAnotherName = concat(bytes.subarray(0, 46), keyOf('bob').publicKey, bytes.subarray(78));
    expect(fateOf(underAnotherName)).toBe('not-genuine');
    const underNoKey = concat(bytes.subarray(0, 46), new Uint8Array(32), bytes.subarray(78));
    expect(fateOf(underNoKey)).toBe('not-genuine');
  });

  it.each<[what: string, kind: StatementKind, content: () => Uint8Array]>([
    ['too short', 'remove', () => new Uint8Array(31)],
    ['too long', 'remove', () => new Uint8Array(33)],
    ['an identity that is not canonical', 'remove', () => new Uint8Array(32).fill(0x80)],
    ['an admit that is cut', 'admit', () => concat(identityOf('bob'), new Uint8Array(31))],
    ['a hash that is cut', 'admit', () => concat(identityOf('bob'), new Uint8Array(32 + 31))],
    ['a hash twice', 'unlock', () => new Uint8Array(64)],
    ['hashes in another order', 'unlock', () => concat(new Uint8Array(32).fill(1), new Uint8Array(32))],
    ['nothing to lift', 'lobby-off', () => new Uint8Array(0)],
    ['a switch with content', 'lock', () => new Uint8Array(1)],
    ['a drop without its number', 'drop-co-host', () => new Uint8Array(32)],
    ['a link hash of 33 bytes', 'replace-link', () => new Uint8Array(33)],
    ['an end with content', 'please-end', () => new Uint8Array(32)],
    ['a pause with content', 'pause-chat', () => new Uint8Array(1)],
    ['a silence of nobody', 'silence', () => new Uint8Array(0)],
    ['somebody on the floor twice', 'silence-all', () => concat(identityOf('bob'), identityOf('bob'))],
    ['a floor that is not canonical', 'silence-all', () => new Uint8Array(32).fill(0x80)],
    ['a word given that lifts nothing', 'let-speak', () => identityOf('bob')],
  ])('is malformed though signed: %s', (_, kind, content) => {
    expect(fateOf(signedByHand(statementKinds[kind], content()))).toBe('malformed');
  });

  it('is refused under another label or of an unknown kind, though signed', () => {
    expect(fateOf(signedByHand(statementKinds.lock, new Uint8Array(0)))).toBe('good');
    expect(fateOf(signedByHand(statementKinds.lock, new Uint8Array(0), 'vigil-member-2'))).toBe('malformed');
    for (const code of [0, 20, 255])
      expect(fateOf(signedByHand(code, new Uint8Array(0)))).toBe('unknown-kind');
  });

  it('cannot be made with fields of wrong lengths', () => {
    const host = new Signer('host');
    const hashes = (count: number): Uint8Array[] =>
      Array.from({ length: count }, (_, index) => new Uint8Array(32).fill(index));
    expect(host.sayAt(FIRST, lobbyOff(...hashes(16))).bytes).toHaveLength(MAX_STATEMENT_LENGTH);
    const wrong: (() => Statement)[] = [
      () => host.sayAt(FIRST, lobbyOff(...hashes(17))),
      () => host.sayAt(FIRST, lobbyOff()),
      () => host.sayAt(FIRST, lobbyOff(NO_HASH, NO_HASH)),
      () => host.sayAt(FIRST, { kind: 'remove', identity: new Uint8Array(31) }),
      () => host.sayAt(FIRST, { kind: 'replace-link', linkHash: new Uint8Array(16) }),
      () => host.sayAt({ number: -1, previous: NO_HASH }, { kind: 'lock' }),
      () => host.sayAt({ number: 0, previous: new Uint8Array(33) }, { kind: 'lock' }),
      () => host.sayAt(FIRST, { kind: 'lock' }, new Uint8Array(31)),
    ];
    for (const make of wrong) expect(make).toThrow(RangeError);
  });

  it('names a new link by all that its keys depend on', () => {
    const secret = new Uint8Array(32).fill(1) as MeetingSecret;
    const invite = { open: false, expiry: 1_900_000_000, secret, hostKey: new Uint8Array(32).fill(2) };
    const changes = [
      {},
      { open: true },
      { expiry: 1 },
      { secret: NO_HASH as MeetingSecret },
      { hostKey: NO_HASH },
    ];
    const hashes = changes.map((change) => toHex(inviteHash({ ...invite, ...change })));
    expect(new Set(hashes).size).toBe(changes.length);
    expect(hashes[0]).toHaveLength(64);
  });
});

function bytewise(one: Uint8Array, other: Uint8Array): number {
  return toHex(one) < toHex(other) ? -1 : 1;
}
