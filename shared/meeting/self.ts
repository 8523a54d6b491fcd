/** The own part in one meeting: who I am in it, and what I send. */
import { ed25519FromSeed, type Secret } from '../crypto/sodium';
import { peerIdOf, SALT_LENGTH, type Identity } from '../identity/identity';
import type { Introduction, Knock } from './messages/handshake-payloads';
import type { SaidRecording } from '../wire/recording';
import type { Share } from '../wire/share';
import type { AddressShownTo } from './views';

/** What this person sends; a screen only while it is shared. */
export interface OwnMedia {
  microphone: boolean;
  camera: boolean;
  share: Share | null;
}

export interface Self extends OwnMedia {
  readonly identity: Identity;
  readonly peerId: Uint8Array;
  readonly salt: Uint8Array;
  readonly name: string;
  /** Signs membership statements in this meeting only; a key that was dropped as co-host's is replaced. */
  perMeetingSeed: Secret<'per-meeting seed'>;
  /** What is said of the own recording; null: there is none. */
  recording: SaidRecording | null;
  readonly introduction: Introduction;
  knock: Knock;
  readonly addressShownTo: AddressShownTo;
}

export interface SelfOptions {
  identity: Identity;
  name: string;
  microphone: boolean;
  camera: boolean;
  addressShownTo: AddressShownTo;
  version: string;
  /** 8 bytes. */
  buildHash: Uint8Array;
  /** Of a host who opens its meeting again: the others know it by the key that this gives. */
  perMeetingSeed?: Secret<'per-meeting seed'> | undefined;
}

/** A fresh peer id and per-meeting key for this run. */
export function createSelf(options: SelfOptions, random: (length: number) => Uint8Array): Self {
  const { identity, name, microphone, camera, addressShownTo, version, buildHash } = options;
  const salt = random(SALT_LENGTH);
  const perMeetingSeed = options.perMeetingSeed ?? (random(32) as Secret<'per-meeting seed'>);
  const perMeetingKey = ed25519FromSeed(perMeetingSeed).publicKey;
  return {
    identity,
    name,
    salt,
    perMeetingSeed,
    peerId: peerIdOf(identity.staticKey.publicKey, salt),
    introduction: { identity: identity.publicKey, salt, name, version, buildHash },
    knock: { identity: identity.publicKey, salt, perMeetingKey, name },
    microphone,
    camera,
    share: null,
    recording: null,
    addressShownTo,
  };
}

/** A key that was dropped never signs again: whoever is to be named anew needs another one. */
export function renewPerMeetingKey(self: Self, random: (length: number) => Uint8Array): void {
  self.perMeetingSeed = random(32) as Secret<'per-meeting seed'>;
  self.knock = { ...self.knock, perMeetingKey: ed25519FromSeed(self.perMeetingSeed).publicKey };
}
