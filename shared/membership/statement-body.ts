/**
 * What a membership statement says. Two kinds of wishes meet: strict ones (remove, lobby on, lock) stand
 * until a milder one names their hash and so lifts them (docs/protocol.md, Membership statements).
 */
import { ByteReader, comparePublic, concat, EMPTY, uintBE } from '../bytes';
import { IDENTITY_LENGTH, isCanonical, PEER_ID_LENGTH } from '../identity/identity';

export const HASH_LENGTH = 32;
export const KEY_LENGTH = 32;
/** Longest body, in bytes. */
export const MAX_STATEMENT_BODY = 512;
const MAX_ADMIT_LIFTS = (MAX_STATEMENT_BODY - IDENTITY_LENGTH - KEY_LENGTH) / HASH_LENGTH;
const MAX_SWITCH_LIFTS = MAX_STATEMENT_BODY / HASH_LENGTH;
/** Silences that one statement can lift for one identity. */
export const MAX_SPEAK_LIFTS = (MAX_STATEMENT_BODY - IDENTITY_LENGTH) / HASH_LENGTH;
/** Spotlights whose place one statement can take. */
export const MAX_SPOTLIGHT_LIFTS = Math.floor((MAX_STATEMENT_BODY - PEER_ID_LENGTH) / HASH_LENGTH);
/** Who can be left out of a silence of all. */
export const MAX_FLOOR = MAX_STATEMENT_BODY / IDENTITY_LENGTH;

/** Identities, keys and hashes are 32 bytes each. */
export type StatementBody =
  /** lifts: hashes of removals of this identity that shall no longer stand; at most 14. */
  | { kind: 'admit'; identity: Uint8Array; perMeetingKey: Uint8Array; lifts: readonly Uint8Array[] }
  | { kind: 'remove'; identity: Uint8Array }
  | { kind: 'pre-admit'; identity: Uint8Array }
  | { kind: 'lobby-on' }
  /** lifts: hashes of what keeps the lobby on; 1 to 16. */
  | { kind: 'lobby-off'; lifts: readonly Uint8Array[] }
  | { kind: 'lock' }
  /** lifts: hashes of locks; 1 to 16. */
  | { kind: 'unlock'; lifts: readonly Uint8Array[] }
  | { kind: 'co-host'; identity: Uint8Array; perMeetingKey: Uint8Array }
  /** counting: how many statements of the key count, so those numbered below it; 0 for none. */
  | { kind: 'drop-co-host'; perMeetingKey: Uint8Array; counting: number }
  /** linkHash: the new link's (replaced-link.ts). */
  | { kind: 'replace-link'; linkHash: Uint8Array }
  | { kind: 'please-end' }
  | { kind: 'pause-chat' }
  /** lifts: hashes of pauses; 1 to 16. */
  | { kind: 'resume-chat'; lifts: readonly Uint8Array[] }
  | { kind: 'silence'; identity: Uint8Array }
  /** floor: identities of those who hold the floor; at most 16. */
  | { kind: 'silence-all'; floor: readonly Uint8Array[] }
  /** lifts: hashes of silences that reach this identity; 1 to 15. */
  | { kind: 'let-speak'; identity: Uint8Array; lifts: readonly Uint8Array[] }
  /** lifts: hashes of silences of all; 1 to 16. */
  | { kind: 'end-silence'; lifts: readonly Uint8Array[] }
  /** peerId: 16 bytes, so for one run. lifts: hashes of spotlights whose place it takes; at most 15. */
  | { kind: 'spotlight'; peerId: Uint8Array; lifts: readonly Uint8Array[] }
  /** lifts: hashes of spotlights; 1 to 16. */
  | { kind: 'end-spotlight'; lifts: readonly Uint8Array[] };

export type StatementKind = StatementBody['kind'];

/** The kind's byte on the wire. */
export const statementKinds: Readonly<Record<StatementKind, number>> = {
  admit: 1,
  remove: 2,
  'pre-admit': 3,
  'lobby-on': 4,
  'lobby-off': 5,
  lock: 6,
  unlock: 7,
  'co-host': 8,
  'drop-co-host': 9,
  'replace-link': 10,
  'please-end': 11,
  'pause-chat': 12,
  'resume-chat': 13,
  silence: 14,
  'silence-all': 15,
  'let-speak': 16,
  'end-silence': 17,
  spotlight: 18,
  'end-spotlight': 19,
};

/** The kind of a byte, or undefined for one that this version does not know. */
export function statementKindOf(code: number): StatementKind | undefined {
  return (Object.keys(statementKinds) as StatementKind[]).find((kind) => statementKinds[kind] === code);
}

function fixed(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError('field has another length');
  return bytes;
}

function identityField(identity: Uint8Array): Uint8Array {
  if (!isCanonical(identity)) throw new RangeError('identity is not canonical');
  return identity;
}

function encodeLifts(lifts: readonly Uint8Array[], minimum: number, maximum: number): Uint8Array {
  const sorted = lifts.map((hash) => fixed(hash, HASH_LENGTH)).sort(comparePublic);
  requireAscending(sorted);
  if (sorted.length < minimum || sorted.length > maximum) throw new RangeError('impossible number of hashes');
  return concat(...sorted);
}

/** One order, nothing twice: one meaning has one encoding. */
function requireAscending(hashes: readonly Uint8Array[]): void {
  hashes.forEach((hash, index) => {
    const previous = hashes[index - 1];
    if (previous && comparePublic(previous, hash) >= 0) throw new RangeError('hashes are not ascending');
  });
}

function decodeLifts(reader: ByteReader, minimum: number): Uint8Array[] {
  const lifts: Uint8Array[] = [];
  while (reader.remaining > 0) lifts.push(reader.take(HASH_LENGTH));
  if (lifts.length < minimum) throw new RangeError('names nothing to lift');
  requireAscending(lifts);
  return lifts;
}

/** 0 to 512 bytes. Throws RangeError on wrong lengths, identities that are not canonical, too many hashes. */
export function encodeStatementBody(body: StatementBody): Uint8Array {
  switch (body.kind) {
    case 'admit':
      return concat(
        identityField(body.identity),
        fixed(body.perMeetingKey, KEY_LENGTH),
        encodeLifts(body.lifts, 0, MAX_ADMIT_LIFTS),
      );
    case 'remove':
    case 'pre-admit':
    case 'silence':
      return identityField(body.identity);
    case 'lobby-off':
    case 'unlock':
    case 'resume-chat':
    case 'end-silence':
    case 'end-spotlight':
      return encodeLifts(body.lifts, 1, MAX_SWITCH_LIFTS);
    case 'spotlight':
      return concat(fixed(body.peerId, PEER_ID_LENGTH), encodeLifts(body.lifts, 0, MAX_SPOTLIGHT_LIFTS));
    case 'silence-all':
      return encodeLifts(body.floor.map(identityField), 0, MAX_FLOOR);
    case 'let-speak':
      return concat(identityField(body.identity), encodeLifts(body.lifts, 1, MAX_SPEAK_LIFTS));
    case 'co-host':
      return concat(identityField(body.identity), fixed(body.perMeetingKey, KEY_LENGTH));
    case 'drop-co-host':
      return concat(fixed(body.perMeetingKey, KEY_LENGTH), uintBE(body.counting, 4));
    case 'replace-link':
      return fixed(body.linkHash, HASH_LENGTH);
    case 'lobby-on':
    case 'lock':
    case 'please-end':
    case 'pause-chat':
      return EMPTY;
  }
}

function decodeFields(kind: StatementKind, reader: ByteReader): StatementBody {
  const identity = (): Uint8Array => identityField(reader.take(IDENTITY_LENGTH));
  const perMeetingKey = (): Uint8Array => reader.take(KEY_LENGTH);
  switch (kind) {
    case 'admit':
      return { kind, identity: identity(), perMeetingKey: perMeetingKey(), lifts: decodeLifts(reader, 0) };
    case 'remove':
    case 'pre-admit':
    case 'silence':
      return { kind, identity: identity() };
    case 'lobby-off':
    case 'unlock':
    case 'resume-chat':
    case 'end-silence':
    case 'end-spotlight':
      return { kind, lifts: decodeLifts(reader, 1) };
    case 'spotlight':
      return { kind, peerId: reader.take(PEER_ID_LENGTH), lifts: decodeLifts(reader, 0) };
    case 'silence-all':
      return { kind, floor: decodeLifts(reader, 0).map(identityField) };
    case 'let-speak':
      return { kind, identity: identity(), lifts: decodeLifts(reader, 1) };
    case 'co-host':
      return { kind, identity: identity(), perMeetingKey: perMeetingKey() };
    case 'drop-co-host':
      return { kind, perMeetingKey: perMeetingKey(), counting: reader.uintBE(4) };
    case 'replace-link':
      return { kind, linkHash: reader.take(HASH_LENGTH) };
    case 'lobby-on':
    case 'lock':
    case 'please-end':
    case 'pause-chat':
      return { kind };
  }
}

/** Throws RangeError on any other length or value than encodeStatementBody writes. */
export function decodeStatementBody(kind: StatementKind, bytes: Uint8Array): StatementBody {
  if (bytes.length > MAX_STATEMENT_BODY) throw new RangeError('body too long');
  const reader = new ByteReader(bytes);
  const body = decodeFields(kind, reader);
  reader.end();
  return body;
}
