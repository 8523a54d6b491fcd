/** Keys of a meeting from its link, and of a pair from its handshake (docs/protocol.md, Link and Rendezvous). */
import { ascii, concat, uintBE } from '../bytes';
import { blake2b256, deriveKey, wipe, type Secret } from '../crypto/sodium';
import type { Invite } from './link';

/** What it takes to find and read envelopes: a meeting has one, and each pair after its handshake. */
export interface Room {
  topicKey: Secret<'topic key'>;
  envelopeKey: Secret<'envelope key'>;
}

export interface MeetingKeys {
  room: Room;
  psk: Secret<'pre-shared key'>;
  /** 32 bytes, public among members, unknown outside. */
  meetingId: Uint8Array;
  /** Seed of the door's key in an open meeting. */
  doorSeed: Secret<'door seed'>;
  /** Of the texts that are passed by hand. */
  handKey: Secret<'by-hand key'>;
}

const VERSION = 1;

/** The meeting's keys. Whoever alters host key, flags or expiry of a link gets another meeting's keys. */
export function deriveMeetingKeys(invite: Invite): MeetingKeys {
  const flags = invite.open ? 1 : 0;
  const bound = concat(Uint8Array.of(VERSION, flags), uintBE(invite.expiry, 4), invite.hostKey);
  const root = blake2b256([ascii('vigil-root-1'), bound], invite.secret);
  const subkey = (id: number): Uint8Array => deriveKey(root, id, 'vigil-m1');
  const keys: MeetingKeys = {
    room: {
      envelopeKey: subkey(1) as Secret<'envelope key'>,
      topicKey: subkey(2) as Secret<'topic key'>,
    },
    psk: subkey(3) as Secret<'pre-shared key'>,
    meetingId: subkey(4),
    doorSeed: subkey(5) as Secret<'door seed'>,
    handKey: subkey(6) as Secret<'by-hand key'>,
  };
  wipe(root);
  return keys;
}

/**
 * The room of one pair: nobody else who holds the link can read, find or overwrite what stands there.
 * @param chainingKey final chaining key of the handshake, 64 bytes.
 * @param handshakeHash 64 bytes.
 */
export function derivePairRoom(chainingKey: Uint8Array, handshakeHash: Uint8Array): Room {
  const root = blake2b256([ascii('vigil-pair-1'), handshakeHash], chainingKey);
  const room: Room = {
    topicKey: deriveKey(root, 1, 'vigil-p1') as Secret<'topic key'>,
    envelopeKey: deriveKey(root, 2, 'vigil-p1') as Secret<'envelope key'>,
  };
  wipe(root);
  return room;
}
