/**
 * A person's long-term key: Ed25519, whose X25519 form is the static key of member handshakes.
 * It signs nothing, so handshakes stay deniable (docs/protocol.md, Keys).
 */
import { ascii } from '../bytes';
import {
  blake2b,
  ed25519FromSeed,
  ed25519PublicToX25519,
  ed25519SecretToX25519,
  equalSecret,
  wipe,
  type Secret,
} from '../crypto/sodium';
import type { KeyPair } from '../noise/handshake-state';

export const SEED_LENGTH = 32;
export const IDENTITY_LENGTH = 32;
export const PEER_ID_LENGTH = 16;
export const SALT_LENGTH = 16;

export type IdentitySeed = Secret<'identity seed'>;

export interface Identity {
  /** Ed25519 public key, 32 bytes: what others know a person by. */
  publicKey: Uint8Array;
  /** Its X25519 form: the Noise static key. */
  staticKey: KeyPair;
}

/** A and −A convert to the same X25519 key; only the one whose bit 255 is 0 is an identity. */
export function isCanonical(publicKey: Uint8Array): boolean {
  return publicKey.length === IDENTITY_LENGTH && ((publicKey[31] ?? 0x80) & 0x80) === 0;
}

/** Draws seeds until the public key is canonical. @param random returns that many random bytes. */
export function generateIdentitySeed(random: (length: number) => Uint8Array): IdentitySeed {
  for (;;) {
    const seed = random(SEED_LENGTH) as IdentitySeed;
    if (isCanonical(ed25519FromSeed(seed).publicKey)) return seed;
  }
}

/** Throws RangeError if the seed's public key is not canonical. */
export function identityFromSeed(seed: IdentitySeed): Identity {
  const { publicKey, secretKey } = ed25519FromSeed(seed);
  if (!isCanonical(publicKey)) throw new RangeError('identity key is not canonical');
  const staticKey = {
    publicKey: ed25519PublicToX25519(publicKey),
    secretKey: ed25519SecretToX25519(secretKey),
  };
  wipe(secretKey);
  return { publicKey, staticKey };
}

/** True if `identity` is canonical and `staticKey` is its X25519 form. Any failure is a refusal. */
export function identityMatchesStatic(identity: Uint8Array, staticKey: Uint8Array): boolean {
  if (!isCanonical(identity)) return false;
  try {
    return equalSecret(ed25519PublicToX25519(identity), staticKey);
  } catch {
    return false;
  }
}

/** Nobody can occupy another's peer id: it is bound to the static key. 16 bytes. */
export function peerIdOf(staticPublicKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return blake2b(PEER_ID_LENGTH, [ascii('vigil-peer-1'), staticPublicKey, salt]);
}
