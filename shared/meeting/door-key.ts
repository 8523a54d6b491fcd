/** The door's static key: the host's, or in an open meeting one that its link gives, so that anybody can keep it. */
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

export function doorKey(open: boolean, keys: MeetingKeys, hostKeySeed: HostKeySeed): KeyPair {
  if (open) return { secretKey: keys.doorSeed, publicKey: x25519PublicKey(keys.doorSeed) };
  const { publicKey, secretKey } = ed25519FromSeed(hostKeySeed);
  return { publicKey: ed25519PublicToX25519(publicKey), secretKey: ed25519SecretToX25519(secretKey) };
}
