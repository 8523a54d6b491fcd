/** Commitment and result of the emoji comparison, bound to the handshake and to both identities. */
import { ascii, comparePublic, concat } from '../bytes';
import { blake2b, blake2b256 } from '../crypto/sodium';

/** Bytes of a nonce, of a commitment, and of a result of which 36 bits are used. */
export const NONCE_LENGTH = 32;
export const COMMIT_LENGTH = 32;
const RESULT_LENGTH = 16;

export interface EmojiParties {
  /** Handshake hash of the pair's channel, 64 bytes. */
  handshakeHash: Uint8Array;
  /** Identities, 32 bytes each. */
  mine: Uint8Array;
  theirs: Uint8Array;
}

/** The lower identity commits, whoever starts. */
export function isCommitter({ mine, theirs }: EmojiParties): boolean {
  return comparePublic(mine, theirs) < 0;
}

/** BLAKE2b-256("vigil-sas-c1" ‖ h ‖ committer ‖ other ‖ nonce): 32 bytes. @param nonce of the committer, 32 bytes. */
export function commitment(parties: EmojiParties, nonce: Uint8Array): Uint8Array {
  const [committer, other] = inOrder(parties);
  return blake2b256([ascii('vigil-sas-c1'), parties.handshakeHash, committer, other, nonce]);
}

/** BLAKE2b-128("vigil-sas-1" ‖ h ‖ committer ‖ other ‖ committer's nonce ‖ other's nonce): 16 bytes. */
export function comparison(parties: EmojiParties, committed: Uint8Array, answered: Uint8Array): Uint8Array {
  const [committer, other] = inOrder(parties);
  const said = concat(parties.handshakeHash, committer, other, committed, answered);
  return blake2b(RESULT_LENGTH, [ascii('vigil-sas-1'), said]);
}

function inOrder({ mine, theirs }: EmojiParties): [committer: Uint8Array, other: Uint8Array] {
  return comparePublic(mine, theirs) < 0 ? [mine, theirs] : [theirs, mine];
}
