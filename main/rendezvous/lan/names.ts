/** What is seen of a topic on the local network: a name that tells nothing, and proofs that one knows the topic. */
import { ascii, concat, toHex, uintBE } from '../../../shared/bytes';
import { blake2b, blake2b256, equalSecret } from '../../../shared/crypto/sodium';

export const NONCE_LENGTH = 32;
export const ID_LENGTH = 16;
export const PROOF_LENGTH = 32;

/** Which side of a connection proves: nobody can hand somebody his own proof back. */
export const sides = { caller: 1, called: 2 } as const;
export type Side = keyof typeof sides;

/** The id of a run: 14 random bytes, and the TCP port on which it listens. */
export function runId(random: Uint8Array, port: number): Uint8Array {
  return concat(random, uintBE(port, 2));
}

export function portOf(id: Uint8Array): number {
  return ((id[ID_LENGTH - 2] ?? 0) << 8) | (id[ID_LENGTH - 1] ?? 0);
}

/**
 * The multicast DNS name of a topic. It has the form of the names by which browsers hide their addresses (version 4
 * UUID, then `.local`), so that it does not stand out by its form; that it comes with a port does.
 */
export function hostNameOf(topic: Uint8Array): string {
  const bytes = blake2b(16, [ascii('vigil-lan-name-1')], topic);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(bytes);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${groups.join('-')}.local`;
}

/**
 * 48 bytes: the run's id, masked, and the proof that whoever sent it knows the topic.
 * @param nonces the caller's 32 bytes, then the called one's. @param id 16 bytes.
 */
export function introduce(topic: Uint8Array, side: Side, nonces: Uint8Array, id: Uint8Array): Uint8Array {
  return concat(masked(topic, side, nonces, id), proofOf(topic, side, nonces, id));
}

/** The id of whoever sent these 48 bytes; null if it does not know the topic. */
export function recognise(
  topic: Uint8Array,
  side: Side,
  nonces: Uint8Array,
  introduction: Uint8Array,
): Uint8Array | null {
  const id = masked(topic, side, nonces, introduction.subarray(0, ID_LENGTH));
  const proof = proofOf(topic, side, nonces, id);
  return equalSecret(proof, introduction.subarray(ID_LENGTH)) ? id : null;
}

function proofOf(topic: Uint8Array, side: Side, nonces: Uint8Array, id: Uint8Array): Uint8Array {
  return blake2b256([ascii('vigil-lan-proof-1'), Uint8Array.of(sides[side]), nonces, id], topic);
}

/** The same once more takes the mask off. */
function masked(topic: Uint8Array, side: Side, nonces: Uint8Array, id: Uint8Array): Uint8Array {
  const mask = blake2b(ID_LENGTH, [ascii('vigil-lan-mask-1'), Uint8Array.of(sides[side]), nonces], topic);
  return id.map((byte, index) => byte ^ (mask[index] ?? 0));
}
