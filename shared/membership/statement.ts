/**
 * One membership statement: signed by the meeting's host key or a co-host's per-meeting key, and chained to
 * the signer's last one (docs/protocol.md, Membership statements). Nothing here says whether it counts:
 * membership.ts does, from the whole set.
 */
import { ascii, ByteReader, concat, equalPublic, uintBE } from '../bytes';
import { blake2b256, ed25519Sign, ed25519Verify, type Ed25519KeyPair } from '../crypto/sodium';
import {
  decodeStatementBody,
  encodeStatementBody,
  HASH_LENGTH,
  KEY_LENGTH,
  MAX_STATEMENT_BODY,
  statementKindOf,
  statementKinds,
  type StatementBody,
} from './statement-body';

const LABEL = ascii('vigil-member-1');
const MEETING_ID_LENGTH = 32;
const SIGNATURE_LENGTH = 64;
const HEAD_LENGTH = LABEL.length + MEETING_ID_LENGTH + KEY_LENGTH + 4 + HASH_LENGTH + 1;
/** 179 bytes. */
export const MIN_STATEMENT_LENGTH = HEAD_LENGTH + SIGNATURE_LENGTH;
/** 691 bytes. */
export const MAX_STATEMENT_LENGTH = MIN_STATEMENT_LENGTH + MAX_STATEMENT_BODY;
/** So many of the longest statements fit into one sealed message. */
export const STATEMENTS_PER_MESSAGE = 20;

/** What stands where the hash of an earlier statement would, when there is none: 32 zero bytes. */
export const NO_HASH: Uint8Array = new Uint8Array(HASH_LENGTH);

/** Where in its signer's chain a statement stands. */
export interface ChainPlace {
  /** Counts from 0. */
  number: number;
  /** Hash of the signer's statement before, 32 bytes; NO_HASH for number 0. */
  previous: Uint8Array;
}

export interface Statement extends ChainPlace {
  meetingId: Uint8Array;
  /** Ed25519 public key, 32 bytes. */
  signer: Uint8Array;
  body: StatementBody;
  /**
   * BLAKE2b-256 of `bytes`, the signature with them: what somebody will sign next cannot be foretold, so
   * nobody can lift it in advance.
   */
  hash: Uint8Array;
  /** All of it as it travels, 179 to 691 bytes. */
  bytes: Uint8Array;
}

declare const verified: unique symbol;
/** Had only from signStatement and verifyStatement. */
export type VerifiedStatement = Statement & { readonly [verified]: true };

export type StatementRefusal = 'malformed' | 'unknown-kind' | 'wrong-meeting' | 'not-genuine';

export type DecodedStatement =
  { ok: true; statement: Statement } | { ok: false; refusal: Exclude<StatementRefusal, 'not-genuine'> };

/**
 * @param keyPair the meeting's host key, or the own per-meeting key.
 * Throws RangeError if a field of the body has a wrong length or value. Sign each place once only, and keep
 * the bytes before they are sent: a second statement at one place ends the signer's rights.
 */
export function signStatement(
  keyPair: Ed25519KeyPair,
  meetingId: Uint8Array,
  place: ChainPlace,
  body: StatementBody,
): VerifiedStatement {
  if (place.previous.length !== HASH_LENGTH) throw new RangeError('hash has another length');
  const signed = concat(
    LABEL,
    meetingId,
    keyPair.publicKey,
    uintBE(place.number, 4),
    place.previous,
    Uint8Array.of(statementKinds[body.kind]),
    encodeStatementBody(body),
  );
  const bytes = concat(signed, ed25519Sign(signed, keyPair.secretKey));
  const decoded = decodeStatement(bytes, meetingId);
  if (!decoded.ok) throw new RangeError('meeting id or key has another length');
  return decoded.statement as VerifiedStatement;
}

/** Which meeting a statement says it belongs to, 32 bytes; fewer if it is cut off. */
export function meetingIdOf(bytes: Uint8Array): Uint8Array {
  return bytes.slice(LABEL.length, LABEL.length + MEETING_ID_LENGTH);
}

/** Reads strictly, without looking at the signature. Never throws. @param bytes from anywhere. */
export function decodeStatement(bytes: Uint8Array, meetingId: Uint8Array): DecodedStatement {
  if (bytes.length < MIN_STATEMENT_LENGTH || bytes.length > MAX_STATEMENT_LENGTH)
    return { ok: false, refusal: 'malformed' };
  // A copy: who hands in bytes may change them later.
  const own = bytes.slice();
  const reader = new ByteReader(own.subarray(0, -SIGNATURE_LENGTH));
  if (!equalPublic(reader.take(LABEL.length), LABEL)) return { ok: false, refusal: 'malformed' };
  if (!equalPublic(reader.take(MEETING_ID_LENGTH), meetingId)) return { ok: false, refusal: 'wrong-meeting' };
  const signer = reader.take(KEY_LENGTH);
  const number = reader.uintBE(4);
  const previous = reader.take(HASH_LENGTH);
  const kind = statementKindOf(reader.uintBE(1));
  if (kind === undefined) return { ok: false, refusal: 'unknown-kind' };
  try {
    const body = decodeStatementBody(kind, reader.rest());
    const statement = { meetingId, signer, number, previous, body, hash: blake2b256([own]), bytes: own };
    return { ok: true, statement };
  } catch {
    return { ok: false, refusal: 'malformed' };
  }
}

/** True if the signer signed it. Ed25519 as in RFC 8032, cofactorless, with libsodium's strict checks. */
export function verifyStatement(statement: Statement): statement is VerifiedStatement {
  const { bytes, signer } = statement;
  const signature = bytes.subarray(-SIGNATURE_LENGTH);
  return ed25519Verify(signature, bytes.subarray(0, -SIGNATURE_LENGTH), signer);
}
