/** Keys that a meeting works with beside those of its members: what all of them share, and with what a door answers. */
import {
  ed25519FromSeed,
  ed25519PublicToX25519,
  ed25519SecretToX25519,
  x25519PublicKey,
  type Secret,
} from '../crypto/sodium';
import type { MeetingKeys } from '../invite/key-schedule';
import type { KeyPair } from '../noise/handshake-state';

/**
 * What all members of a meeting share, by whichever of its links they came: the keys of its first link. A link that
 * replaces another, or is made for one invitee, has keys of its own up to the door only.
 */
export type MeetingKeyring = Pick<MeetingKeys, 'meetingId' | 'psk'>;

/** Of an Ed25519 key, 32 bytes: its public half stands in the invite. */
export type HostKeySeed = Secret<'host key seed'>;

/** X25519. @param seed of an Ed25519 key: the host's, or the per-meeting key that a statement names. */
export function doorKeyFromSeed(seed: HostKeySeed | Secret<'per-meeting seed'>): KeyPair {
  const { publicKey, secretKey } = ed25519FromSeed(seed);
  return { publicKey: ed25519PublicToX25519(publicKey), secretKey: ed25519SecretToX25519(secretKey) };
}

/** X25519. In an open meeting its link gives the door's key to everybody. */
export function openDoorKey({ doorSeed }: MeetingKeys): KeyPair {
  return { secretKey: doorSeed, publicKey: x25519PublicKey(doorSeed) };
}
