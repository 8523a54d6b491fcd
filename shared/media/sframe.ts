/**
 * SFrame (RFC 9605) for the AES-GCM cipher suites 4 and 5, by WebCrypto. The platform's SubtleCrypto is
 * handed in; keys are imported non-extractable. Meetings use suite 5 only.
 */
import { ascii, concat, EMPTY, u64BE, uintBE } from '../bytes';
import { decodeSframeHeader, encodeSframeHeader, type SframeHeader } from './sframe-header';

/** RFC 9605, section 4.5: Nk and Nn in bytes. */
const suites = {
  4: { name: 'AES_128_GCM_SHA256_128', hash: 'SHA-256', keyBits: 128 },
  5: { name: 'AES_256_GCM_SHA512_128', hash: 'SHA-512', keyBits: 256 },
} as const;
export type SframeSuite = keyof typeof suites;

const NONCE_LENGTH = 12;
const TAG_BITS = 128;

declare const cryptoKey: unique symbol;
/** WebCrypto's CryptoKey, opaque here. */
export interface OpaqueKey {
  readonly [cryptoKey]?: never;
}

interface GcmParameters {
  name: 'AES-GCM';
  iv: Uint8Array;
  additionalData: Uint8Array;
  tagLength: number;
}

/** The part of SubtleCrypto that SFrame needs. */
export interface Subtle {
  importKey: (
    format: 'raw',
    bytes: Uint8Array,
    algorithm: { name: string },
    extractable: false,
    usages: ('deriveBits' | 'encrypt' | 'decrypt')[],
  ) => Promise<OpaqueKey>;
  deriveBits: (
    parameters: { name: 'HKDF'; hash: string; salt: Uint8Array; info: Uint8Array },
    key: OpaqueKey,
    bits: number,
  ) => Promise<ArrayBuffer>;
  encrypt: (parameters: GcmParameters, key: OpaqueKey, plain: Uint8Array) => Promise<ArrayBuffer>;
  decrypt: (parameters: GcmParameters, key: OpaqueKey, sealed: Uint8Array) => Promise<ArrayBuffer>;
}

export interface SframeKey {
  readonly keyId: bigint;
  readonly key: OpaqueKey;
  readonly salt: Uint8Array;
}

/** The label of section 4.4.2: purpose, key id (8 bytes) and suite (2 bytes). */
export function sframeLabel(purpose: 'key' | 'salt', keyId: bigint, suite: SframeSuite): Uint8Array {
  return concat(ascii(`SFrame 1.0 Secret ${purpose} `), u64BE(keyId), uintBE(suite, 2));
}

/** Derives key and salt of one key id (section 4.4.2). @param baseKey the shared secret. */
export async function deriveSframeKey(
  subtle: Subtle,
  suite: SframeSuite,
  baseKey: Uint8Array,
  keyId: bigint,
): Promise<SframeKey> {
  const { hash, keyBits } = suites[suite];
  const secret = await subtle.importKey('raw', baseKey, { name: 'HKDF' }, false, ['deriveBits']);
  const expand = async (purpose: 'key' | 'salt', bits: number): Promise<Uint8Array> => {
    const info = sframeLabel(purpose, keyId, suite);
    return new Uint8Array(
      await subtle.deriveBits({ name: 'HKDF', hash, salt: new Uint8Array(0), info }, secret, bits),
    );
  };
  const raw = await expand('key', keyBits);
  const key = await subtle.importKey('raw', raw, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return { keyId, key, salt: await expand('salt', NONCE_LENGTH * 8) };
}

/** Section 4.4.3: the counter, padded to the salt's length, XOR the salt. */
export function sframeNonce(salt: Uint8Array, counter: bigint): Uint8Array {
  const nonce = salt.slice();
  const halves = [Number(counter >> 32n), Number(counter & 0xffff_ffffn)] as const;
  for (let index = 0; index < 8; index++) {
    const at = NONCE_LENGTH - 8 + index;
    nonce[at] = (nonce[at] ?? 0) ^ (halves[index < 4 ? 0 : 1] >>> (24 - 8 * (index % 4)));
  }
  return nonce;
}

/**
 * `header ‖ ciphertext ‖ tag`, in a buffer of its own. A counter must never repeat under one key.
 * @param metadata also authenticated.
 * @param before put in front of the result, in the same buffer, so that a long frame is copied only once.
 */
export async function sealSframe(
  subtle: Subtle,
  key: SframeKey,
  counter: bigint,
  metadata: Uint8Array,
  plain: Uint8Array,
  before: Uint8Array = EMPTY,
): Promise<Uint8Array> {
  const header = encodeSframeHeader({ keyId: key.keyId, counter });
  const parameters = gcm(key, counter, concat(header, metadata));
  return concat(before, header, new Uint8Array(await subtle.encrypt(parameters, key.key, plain)));
}

/** Throws if the frame was not sealed with this key, counter and metadata. */
export async function openSframe(
  subtle: Subtle,
  key: SframeKey,
  metadata: Uint8Array,
  frame: Uint8Array,
): Promise<{ header: SframeHeader; plain: Uint8Array }> {
  const { header, length } = decodeSframeHeader(frame);
  const plain = await openSframeBody(subtle, key, { header, length }, metadata, frame);
  return { header, plain: new Uint8Array(plain) };
}

/** As openSframe, for who has read the frame's header already; rejects where that throws. */
export function openSframeBody(
  subtle: Subtle,
  key: SframeKey,
  { header, length }: { header: SframeHeader; length: number },
  metadata: Uint8Array,
  frame: Uint8Array,
): Promise<ArrayBuffer> {
  if (header.keyId !== key.keyId) return Promise.reject(new RangeError('frame of another key'));
  const parameters = gcm(key, header.counter, concat(frame.subarray(0, length), metadata));
  return subtle.decrypt(parameters, key.key, frame.subarray(length));
}

function gcm(key: SframeKey, counter: bigint, additionalData: Uint8Array): GcmParameters {
  return { name: 'AES-GCM', iv: sframeNonce(key.salt, counter), additionalData, tagLength: TAG_BITS };
}
