/** Keys of a meeting from its link, and of a pair from its handshake (docs/protocol.md, Link and Rendezvous). */
import { ascii, concat, uintBE } from '../bytes';
import { blake2b256, deriveKey, wipe, type Secret } from '../crypto/sodium';
import type { Invite } from './link';
import { PROTOCOL_VERSION } from './protocol-version';

/** What it takes to find and read envelopes: a meeting has one, and each pair after its handshake. */
export interface Room {
  topicKey: Secret<'topic key'>;
  envelopeKey: Secret<'envelope key'>;
  /** Of a pair only: a meeting's would be everybody's to write. */
  mailboxes?: Mailboxes;
}

/** Seeds of the two mailboxes of a pair, 32 bytes each: one writes its own, and reads the other's. */
export interface Mailboxes {
  own: Secret<'mailbox seed'>;
  theirs: Secret<'mailbox seed'>;
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

/** The meeting's keys. Whoever alters host key, flags or expiry of a link gets another meeting's keys. */
export function deriveMeetingKeys(invite: Invite): MeetingKeys {
  const flags = invite.open ? 1 : 0;
  const bound = concat(Uint8Array.of(PROTOCOL_VERSION, flags), uintBE(invite.expiry, 4), invite.hostKey);
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
 * @param role own one in that handshake: it says which mailbox is whose.
 */
export function derivePairRoom(
  chainingKey: Uint8Array,
  handshakeHash: Uint8Array,
  role: 'initiator' | 'responder',
): Room {
  const root = blake2b256([ascii('vigil-pair-1'), handshakeHash], chainingKey);
  const subkey = (id: number): Uint8Array => deriveKey(root, id, 'vigil-p1');
  const initiators = subkey(3) as Secret<'mailbox seed'>;
  const responders = subkey(4) as Secret<'mailbox seed'>;
  const room: Room = {
    topicKey: subkey(1) as Secret<'topic key'>,
    envelopeKey: subkey(2) as Secret<'envelope key'>,
    mailboxes:
      role === 'initiator'
        ? { own: initiators, theirs: responders }
        : { own: responders, theirs: initiators },
  };
  wipe(root);
  return room;
}
