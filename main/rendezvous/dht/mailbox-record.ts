/**
 * The list that stands in a mailbox: where envelopes are, and for whom. Always 1,000 bytes, sealed, so that a list of
 * one entry and a full one, and lists and envelopes, look alike (docs/protocol.md, DHT).
 */
import { ascii, concat, uintBE } from '../../../shared/bytes';
import {
  blake2b256,
  ed25519FromSeed,
  xchachaPolyOpen,
  xchachaPolySeal,
  type Ed25519KeyPair,
  type Secret,
} from '../../../shared/crypto/sodium';
import type { Room } from '../../../shared/invite/key-schedule';

export const RECORD_LENGTH = 1000;
export const MAX_ENTRIES = 24;
const TAG_LENGTH = 8;
const HASH_LENGTH = 32;
const ENTRY_LENGTH = TAG_LENGTH + HASH_LENGTH;
const NONCE_LENGTH = 24;

export interface RecordEntry {
  /** Whom the envelope is for, 8 bytes. */
  tag: Uint8Array;
  /** BLAKE2b-256 of the sealed envelope: where the DHT keeps it. */
  hash: Uint8Array;
}

/** Where a list stands: bound to it, so that a copy elsewhere does not open. */
export interface RecordPlace {
  topic: Uint8Array;
  /** Of the key that signs the mailbox, 32 bytes. */
  publicKey: Uint8Array;
}

/** 8 bytes. @param to peer id, or 16 zeros for everybody. */
export function recipientTag(room: Room, topic: Uint8Array, to: Uint8Array): Uint8Array {
  return blake2b256([ascii('vigil-dht-tag-1'), topic, to], room.topicKey).subarray(0, TAG_LENGTH);
}

/** A pair's mailbox: only its owner can write it, and only the two can find it. @param seed 32 bytes. */
export function mailboxKeyPair(seed: Secret<'mailbox seed'>, period: number): Ed25519KeyPair {
  return ed25519FromSeed(blake2b256([ascii('vigil-dht-mailbox-1'), uintBE(period, 4)], seed));
}

/** 1,000 bytes. Throws RangeError on more than 24 entries. @param nonce 24 random bytes. */
export function sealRecord(
  entries: readonly RecordEntry[],
  room: Room,
  place: RecordPlace,
  nonce: Uint8Array,
): Uint8Array {
  if (entries.length > MAX_ENTRIES) throw new RangeError('too many entries');
  const plain = new Uint8Array(MAX_ENTRIES * ENTRY_LENGTH);
  plain.set(concat(...entries.flatMap(({ tag, hash }) => [tag, hash])));
  const ad = concat(place.topic, place.publicKey);
  return concat(nonce, xchachaPolySeal(recordKey(room), nonce, ad, plain));
}

/** Throws on another length, and on what was not sealed for this place. */
export function openRecord(sealed: Uint8Array, room: Room, place: RecordPlace): RecordEntry[] {
  if (sealed.length !== RECORD_LENGTH) throw new RangeError('record has another length');
  const nonce = sealed.subarray(0, NONCE_LENGTH);
  const ad = concat(place.topic, place.publicKey);
  const plain = xchachaPolyOpen(recordKey(room), nonce, ad, sealed.subarray(NONCE_LENGTH));
  return Array.from({ length: MAX_ENTRIES }, (_, index) => {
    const entry = plain.subarray(index * ENTRY_LENGTH, (index + 1) * ENTRY_LENGTH);
    return { tag: entry.subarray(0, TAG_LENGTH), hash: entry.subarray(TAG_LENGTH) };
  }).filter(({ hash }) => hash.some((byte) => byte !== 0));
}

function recordKey(room: Room): Uint8Array {
  return blake2b256([ascii('vigil-dht-record-1')], room.envelopeKey);
}
