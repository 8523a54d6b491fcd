/** What travels inside handshake messages: the hello, the knock and the member's introduction. */
import { ByteReader, concat, equalPublic, uintBE } from '../../bytes';
import { identityMatchesStatic, IDENTITY_LENGTH, peerIdOf, SALT_LENGTH } from '../../identity/identity';
import { nameBytes, readName } from '../../identity/name';
import { fromUtf8, utf8 } from '../../crypto/sodium';

const MAX_VERSION_BYTES = 32;
const BUILD_HASH_LENGTH = 8;

export interface Hello {
  /** Unix seconds by the newcomer's clock. */
  time: number;
  noise: Uint8Array;
}

export function encodeHello(hello: Hello): Uint8Array {
  return concat(uintBE(hello.time, 4), hello.noise);
}

export function decodeHello(body: Uint8Array): Hello {
  const reader = new ByteReader(body);
  return { time: reader.uintBE(4), noise: reader.rest() };
}

export interface Knock {
  identity: Uint8Array;
  salt: Uint8Array;
  /** Ed25519 key that signs this person's statements in this meeting, 32 bytes. */
  perMeetingKey: Uint8Array;
  name: string;
}

export function encodeKnock(knock: Knock): Uint8Array {
  return concat(knock.identity, knock.salt, knock.perMeetingKey, nameBytes(knock.name));
}

export function decodeKnock(payload: Uint8Array): Knock {
  const reader = new ByteReader(payload);
  return {
    identity: reader.take(IDENTITY_LENGTH),
    salt: reader.take(SALT_LENGTH),
    perMeetingKey: reader.take(32),
    name: readName(reader.rest()),
  };
}

export interface Introduction {
  identity: Uint8Array;
  salt: Uint8Array;
  name: string;
  /** What the other side says it runs: for display, proves nothing. */
  version: string;
  buildHash: Uint8Array;
}

export function encodeIntroduction(introduction: Introduction): Uint8Array {
  const name = nameBytes(introduction.name);
  const version = utf8(introduction.version).subarray(0, MAX_VERSION_BYTES);
  return concat(
    introduction.identity,
    introduction.salt,
    Uint8Array.of(name.length),
    name,
    Uint8Array.of(version.length),
    version,
    introduction.buildHash.subarray(0, BUILD_HASH_LENGTH),
  );
}

export function decodeIntroduction(payload: Uint8Array): Introduction {
  const reader = new ByteReader(payload);
  const identity = reader.take(IDENTITY_LENGTH);
  const salt = reader.take(SALT_LENGTH);
  const name = readName(reader.take(reader.uintBE(1)));
  const versionLength = reader.uintBE(1);
  if (versionLength > MAX_VERSION_BYTES) throw new RangeError('version too long');
  const version = fromUtf8(reader.take(versionLength));
  const buildHash = reader.take(BUILD_HASH_LENGTH);
  reader.end();
  return { identity, salt, name, version, buildHash };
}

/** True if the handshake's static key, the identity and the peer id all belong to one another. */
export function belongsTogether(
  claim: { identity: Uint8Array; salt: Uint8Array },
  staticKey: Uint8Array | null,
  peerId: Uint8Array,
): boolean {
  return (
    staticKey !== null &&
    identityMatchesStatic(claim.identity, staticKey) &&
    equalPublic(peerIdOf(staticKey, claim.salt), peerId)
  );
}
