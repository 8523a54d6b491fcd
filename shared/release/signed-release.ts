/** A manifest with its signatures: what is kept, passed on and opened from a file. */
import { z } from 'zod';
import { ascii, concat, equalPublic, toHex } from '../bytes';
import { ed25519FromSeed, ed25519Sign, ed25519Verify, wipe } from '../crypto/sodium';
import { bytesOfLength, bytesUpTo } from '../wire/bytes-schema';
import { decodeCbor, encodeCbor, type CborValue } from '../wire/cbor';
import { MAX_RELEASE_LENGTH, MAX_SIGNATURES, SIGNATURES_NEEDED } from './limits';
import { contentHash, decodeManifest, type Manifest } from './manifest';

const CONTEXT = ascii('vigil-release-1');

const signedSchema = z.strictObject({
  manifest: bytesUpTo(MAX_RELEASE_LENGTH),
  signatures: z
    .array(z.strictObject({ key: bytesOfLength(32), signature: bytesOfLength(64) }))
    .max(MAX_SIGNATURES),
});
export type SignedManifest = z.infer<typeof signedSchema>;

export interface Release {
  /** The signed file, written anew: whoever handed it over could have marked theirs. */
  bytes: Uint8Array;
  manifest: Manifest;
  /** Of everything in it but the two times, 32 bytes. */
  content: Uint8Array;
}

export function encodeSigned(signed: SignedManifest): Uint8Array {
  return encodeCbor(signed);
}

/** Null for what is no such file, is too long, or has another form. Never throws. */
export function decodeSigned(bytes: Uint8Array): SignedManifest | null {
  if (bytes.length > MAX_RELEASE_LENGTH) return null;
  try {
    const raw = decodeCbor(bytes);
    if (!equalPublic(encodeCbor(raw as CborValue), bytes)) return null;
    return signedSchema.safeParse(raw).data ?? null;
  } catch {
    return null;
  }
}

/** @param seed of a release key, 32 bytes. */
export function signManifest(manifest: Uint8Array, seed: Uint8Array): SignedManifest['signatures'][number] {
  const { publicKey, secretKey } = ed25519FromSeed(seed);
  const signature = ed25519Sign(concat(CONTEXT, manifest), secretKey);
  wipe(secretKey);
  return { key: publicKey, signature };
}

/** unreadable: no release file. unsigned: fewer than two of the keys signed it. */
export type Opened = { release: Release } | { release: null; why: 'unreadable' | 'unsigned' };

/**
 * Two different keys of `keys` must have signed. Those of other keys count for nothing (a release may be signed for
 * apps that hold to older keys); a key that stands there twice, or a signature of a known key that is wrong, refuses
 * all of it. What is kept of it is the manifest with the two lowest keys that signed: the same for everybody whom those
 * two reached. Never throws. @param keys 32 bytes each.
 */
export function openRelease(bytes: Uint8Array, keys: readonly Uint8Array[]): Opened {
  const signed = decodeSigned(bytes);
  const manifest = signed && decodeManifest(signed.manifest);
  if (!signed || !manifest) return { release: null, why: 'unreadable' };
  const signatures = countedOf(signed, keys);
  if (!signatures) return { release: null, why: 'unsigned' };
  return {
    release: { bytes: encodeSigned({ ...signed, signatures }), manifest, content: contentHash(manifest) },
  };
}

/** Null where they are not enough. */
function countedOf(
  { manifest, signatures }: SignedManifest,
  keys: readonly Uint8Array[],
): SignedManifest['signatures'] | null {
  const signers = new Set(signatures.map(({ key }) => toHex(key)));
  if (signers.size !== signatures.length) return null;
  const known = signatures.filter(({ key }) => keys.some((pinned) => equalPublic(pinned, key)));
  const message = concat(CONTEXT, manifest);
  const areRight = known.every(({ key, signature }) => ed25519Verify(signature, message, key));
  if (!areRight || known.length < SIGNATURES_NEEDED) return null;
  return known.toSorted((a, b) => (toHex(a.key) < toHex(b.key) ? -1 : 1)).slice(0, SIGNATURES_NEEDED);
}
