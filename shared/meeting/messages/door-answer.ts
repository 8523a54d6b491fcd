/**
 * Payload of the door's answer: who keeps the door, and by which statements it may. A newcomer checks it before it
 * says who it is (docs/protocol.md, The door).
 */
import { ByteReader, concat, equalPublic, uintBE } from '../../bytes';
import { ed25519PublicToX25519 } from '../../crypto/sodium';
import { PEER_ID_LENGTH } from '../../identity/identity';
import {
  decodeStatement,
  MAX_STATEMENT_LENGTH,
  meetingIdOf,
  verifyStatement,
  type VerifiedStatement,
} from '../../membership/statement';

/** A co-host's statement about a member, and the host's about that co-host. */
const MAX_PROOF = 2;

export interface DoorAnswer {
  /** 16 bytes. */
  peerId: Uint8Array;
  /** None for the host's own door and for that of an open meeting; else the host's statement first. */
  proof: readonly Uint8Array[];
}

/** `peer id 16 ‖ (length u16 ‖ statement)*`. */
export function encodeDoorAnswer({ peerId, proof }: DoorAnswer): Uint8Array {
  return concat(peerId, ...proof.flatMap((statement) => [uintBE(statement.length, 2), statement]));
}

/** Throws RangeError on any other length than encodeDoorAnswer writes. */
export function decodeDoorAnswer(payload: Uint8Array): DoorAnswer {
  const reader = new ByteReader(payload);
  const peerId = reader.take(PEER_ID_LENGTH);
  const proof: Uint8Array[] = [];
  while (reader.remaining > 0) {
    const length = reader.uintBE(2);
    if (proof.length >= MAX_PROOF || length > MAX_STATEMENT_LENGTH) throw new RangeError('proof too long');
    proof.push(reader.take(length));
  }
  return { peerId, proof };
}

/** By what right somebody keeps a door. A member may let in only those about whom nothing is left to decide. */
export type DoorRight = 'host' | 'co-host' | 'member';

/**
 * By what right the owner of a static key keeps the door: it is the host, the host names it co-host, or the host or
 * a co-host admits it. That it was dropped or removed since cannot be seen here; the members see it.
 * @param staticKey X25519, 32 bytes. @param hostKey Ed25519 of the link, 32 bytes. Null: by none.
 */
export function doorRightOf(
  staticKey: Uint8Array,
  proof: readonly Uint8Array[],
  hostKey: Uint8Array,
): DoorRight | null {
  let signer = hostKey;
  let right: DoorRight = 'host';
  for (const bytes of proof) {
    const statement = genuine(bytes);
    if (!statement || !equalPublic(statement.signer, signer) || right === 'member') return null;
    const { body } = statement;
    if (body.kind === 'co-host' && right === 'host') right = 'co-host';
    else if (body.kind === 'admit') right = 'member';
    else return null;
    signer = body.perMeetingKey;
  }
  try {
    return equalPublic(ed25519PublicToX25519(signer), staticKey) ? right : null;
  } catch {
    // A key that cannot be converted keeps no door.
    return null;
  }
}

/** The host key is this meeting's alone, so the meeting's id need not be known yet. */
function genuine(bytes: Uint8Array): VerifiedStatement | null {
  const decoded = decodeStatement(bytes, meetingIdOf(bytes));
  return decoded.ok && verifyStatement(decoded.statement) ? decoded.statement : null;
}
