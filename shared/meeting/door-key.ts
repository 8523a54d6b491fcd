/** The key with which a door answers: the keeper's, or in an open meeting one that its link gives to everybody. */
import {
  ed25519FromSeed,
  ed25519PublicToX25519,
  ed25519SecretToX25519,
  x25519PublicKey,
  type Secret,
} from '../crypto/sodium';
import type { MeetingKeys } from '../invite/key-schedule';
import type { KeyPair } from '../noise/handshake-state';

export type HostKeySeed = Secret<'host key seed'>;

/** @param seed of an Ed25519 key: the host's, or the per-meeting key that a statement names. */
export function doorKeyFromSeed(seed: Secret<'host key seed'> | Secret<'per-meeting seed'>): KeyPair {
  const { publicKey, secretKey } = ed25519FromSeed(seed);
  return { publicKey: ed25519PublicToX25519(publicKey), secretKey: ed25519SecretToX25519(secretKey) };
}

export function openDoorKey({ doorSeed }: MeetingKeys): KeyPair {
  return { secretKey: doorSeed, publicKey: x25519PublicKey(doorSeed) };
}
