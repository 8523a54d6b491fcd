/**
 * libsodium enters here and nowhere else. Thin, typed, length-checked; every function throws on bad
 * lengths and on failed authentication, and none falls back to anything weaker.
 */
import sodium from 'libsodium-wrappers';
import { concat } from '../bytes';

declare const secret: unique symbol;
/** Bytes that must not reach a log, an error or a file in the clear. The name says which secret it is. */
export type Secret<Name extends string> = Uint8Array & { readonly [secret]: Name };

/** Resolves when libsodium's WebAssembly is ready; everything below needs it. */
export async function cryptoReady(): Promise<void> {
  await sodium.ready;
}

/** Cryptographic random bytes of the platform. */
export function randomBytes(length: number): Uint8Array {
  return sodium.randombytes_buf(length);
}

/** BLAKE2b (RFC 7693) of `parts` joined, 16 to 64 bytes out, optionally keyed with 16 to 64 bytes. */
export function blake2b(
  length: number,
  parts: readonly Uint8Array[],
  key: Uint8Array | null = null,
): Uint8Array {
  return sodium.crypto_generichash(length, concat(...parts), key);
}

/** BLAKE2b-256: libsodium's crypto_generichash with 32 bytes out. */
export function blake2b256(parts: readonly Uint8Array[], key: Uint8Array | null = null): Uint8Array {
  return blake2b(32, parts, key);
}

/** SHA-512 (FIPS 180-4), 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  return sodium.crypto_hash(message);
}

/** libsodium's crypto_kdf: 32-byte subkey number `id` of a 32-byte key under an 8-character context. */
export function deriveKey(key: Uint8Array, id: number, context: string): Uint8Array {
  return sodium.crypto_kdf_derive_from_key(32, id, context, key);
}

/** ChaCha20-Poly1305 (RFC 8439): 32-byte key, 12-byte nonce; the result is 16 bytes longer. */
export function chachaPolySeal(
  key: Uint8Array,
  nonce: Uint8Array,
  ad: Uint8Array,
  plain: Uint8Array,
): Uint8Array {
  return sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plain, ad, null, nonce, key);
}

/** Throws if the ciphertext was not made with this key, nonce and associated data. */
export function chachaPolyOpen(
  key: Uint8Array,
  nonce: Uint8Array,
  ad: Uint8Array,
  sealed: Uint8Array,
): Uint8Array {
  return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, ad, nonce, key);
}

/** XChaCha20-Poly1305: 32-byte key, 24-byte nonce that may be random; the result is 16 bytes longer. */
export function xchachaPolySeal(
  key: Uint8Array,
  nonce: Uint8Array,
  ad: Uint8Array,
  plain: Uint8Array,
): Uint8Array {
  return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, null, nonce, key);
}

/** Throws if the ciphertext was not made with this key, nonce and associated data. */
export function xchachaPolyOpen(
  key: Uint8Array,
  nonce: Uint8Array,
  ad: Uint8Array,
  sealed: Uint8Array,
): Uint8Array {
  return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, ad, nonce, key);
}

/** X25519 (RFC 7748), 32 bytes each. Throws on an all-zero result, so low-order points are refused. */
export function x25519(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return sodium.crypto_scalarmult(secretKey, publicKey);
}

/** The 32-byte X25519 public key of a 32-byte secret key. */
export function x25519PublicKey(secretKey: Uint8Array): Uint8Array {
  return sodium.crypto_scalarmult_base(secretKey);
}

/** Of ML-KEM-768 (FIPS 203, section 8), in bytes. */
export const MLKEM768_PUBLIC_KEY_LENGTH = 1184;
export const MLKEM768_CIPHERTEXT_LENGTH = 1088;
/** `d ‖ z` of FIPS 203, algorithm 16. */
export const MLKEM768_KEY_SEED_LENGTH = 64;
/** `m` of FIPS 203, algorithm 17. */
export const MLKEM768_ENCAPSULATION_SEED_LENGTH = 32;

export interface KemKeyPair {
  publicKey: Uint8Array;
  /** 2,400 bytes. */
  secretKey: Uint8Array;
}

/** The ML-KEM-768 key pair of 64 random bytes. */
export function mlkem768KeyPair(seed: Uint8Array): KemKeyPair {
  const { publicKey, privateKey } = sodium.crypto_kem_mlkem768_seed_keypair(seed);
  return { publicKey, secretKey: privateKey };
}

export interface Encapsulated {
  ciphertext: Uint8Array;
  sharedSecret: Uint8Array;
}

/**
 * A 32-byte shared secret, and the 1,088 bytes by which the owner of the public key finds it. @param seed 32 random
 * bytes. Throws on a key that is no encoding of one (FIPS 203, section 7.2: the modulus check).
 */
export function mlkem768Encapsulate(publicKey: Uint8Array, seed: Uint8Array): Encapsulated {
  return sodium.crypto_kem_mlkem768_enc_deterministic(publicKey, seed);
}

/** The 32-byte shared secret. Of a ciphertext that was not made for this key: another one that nobody knows. */
export function mlkem768Decapsulate(ciphertext: Uint8Array, secretKey: Uint8Array): Uint8Array {
  return sodium.crypto_kem_mlkem768_dec(ciphertext, secretKey);
}

export interface Ed25519KeyPair {
  publicKey: Uint8Array;
  /** 64 bytes in libsodium's form: seed ‖ public key. */
  secretKey: Uint8Array;
}

/** The Ed25519 key pair (RFC 8032) of a 32-byte seed. */
export function ed25519FromSeed(seed: Uint8Array): Ed25519KeyPair {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
  return { publicKey, secretKey: privateKey };
}

/** A 64-byte Ed25519 signature. */
export function ed25519Sign(message: Uint8Array, secretKey: Uint8Array): Uint8Array {
  return sodium.crypto_sign_detached(message, secretKey);
}

/** True only for a valid signature; wrong lengths are false, not an error. */
export function ed25519Verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  return sodium.crypto_sign_verify_detached(signature, message, publicKey);
}

/** X25519 form of an Ed25519 public key, by libsodium only. Throws on invalid and low-order points. */
export function ed25519PublicToX25519(publicKey: Uint8Array): Uint8Array {
  return sodium.crypto_sign_ed25519_pk_to_curve25519(publicKey);
}

export function ed25519SecretToX25519(secretKey: Uint8Array): Uint8Array {
  return sodium.crypto_sign_ed25519_sk_to_curve25519(secretKey);
}

/** Compares secrets in constant time; different lengths are simply unequal. */
export function equalSecret(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sodium.memcmp(a, b);
}

/** Overwrites a secret that is no longer needed. Copies that the engine made are out of reach. */
export function wipe(bytes: Uint8Array): void {
  sodium.memzero(bytes);
}

export function utf8(text: string): Uint8Array {
  return sodium.from_string(text);
}

/** Throws on bytes that are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return sodium.to_string(bytes);
}

/** What stands before a sealed stream. */
export const STREAM_HEADER_LENGTH = 24;
/** Bytes by which each chunk of a stream is longer sealed than plain. */
export const STREAM_OVERHEAD = 17;

export interface StreamSealer {
  /** 24 bytes, to be kept beside the chunks. */
  header: Uint8Array;
  /** Each chunk once, in order. @param isLast nothing follows: an end that is missing is seen. */
  seal: (plain: Uint8Array, ad: Uint8Array, isLast: boolean) => Uint8Array;
}

/** libsodium's secretstream (XChaCha20-Poly1305) under a 32-byte key. */
export function streamSealer(key: Uint8Array): StreamSealer {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
  const { crypto_secretstream_xchacha20poly1305_TAG_FINAL: last } = sodium;
  const { crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: more } = sodium;
  return {
    header,
    seal: (plain, ad, isLast) =>
      sodium.crypto_secretstream_xchacha20poly1305_push(state, plain, ad, isLast ? last : more),
  };
}

/** Opens the chunks of a stream in order; null for one that is not the next of this key and header. */
export function streamOpener(
  key: Uint8Array,
  header: Uint8Array,
): (sealed: Uint8Array, ad: Uint8Array) => { plain: Uint8Array; isLast: boolean } | null {
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
  return (sealed, ad) => {
    if (sealed.length < STREAM_OVERHEAD) return null;
    // The types know the failure of a whole result only; libsodium answers false.
    const opened: { message: Uint8Array; tag: number } | false =
      sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed, ad);
    if (opened === false) return null;
    const isLast = opened.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return { plain: opened.message, isLast };
  };
}
