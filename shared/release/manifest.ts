/** What a release is: its version, its builds, its files, and until when that is news (docs/protocol.md, Releases). */
import { z } from 'zod';
import { equalPublic } from '../bytes';
import { blake2b256 } from '../crypto/sodium';
import { bytesOfLength } from '../wire/bytes-schema';
import { decodeCbor, encodeCbor, type CborValue } from '../wire/cbor';
import { FILE_HASH_LENGTH, MAX_BUILDS, MAX_FILES, MAX_NEWS_SECONDS, MAX_PACKAGE_SIZE } from './limits';
import { MAX_VERSION_NUMBER } from './version';

const number = z.int().min(0).max(MAX_VERSION_NUMBER);
const seconds = z.int().min(0).max(0xffff_ffff);
/** Of a system, a processor or a kind of package: those that this version does not know are read and left alone. */
const word = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,15}$/i);

export const versionSchema = z.tuple([number, number, number]).readonly();

const buildSchema = z.looseObject({
  platform: word,
  arch: word,
  /** SHA-256 of the archive that is the app. */
  hash: bytesOfLength(FILE_HASH_LENGTH),
});

const fileSchema = z.looseObject({
  /** It leads nowhere: letters, digits and three marks. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  platform: word,
  arch: word,
  kind: word,
  size: z.int().min(1).max(MAX_PACKAGE_SIZE),
  hash: bytesOfLength(FILE_HASH_LENGTH),
});

const manifestSchema = z
  .looseObject({
    v: z.literal(1),
    version: versionSchema,
    /** Unix seconds. */
    issued: seconds,
    /** Unix seconds; later nobody knows whether there is something newer. */
    expires: seconds,
    builds: z.array(buildSchema).max(MAX_BUILDS),
    files: z.array(fileSchema).max(MAX_FILES),
  })
  .refine(({ issued, expires }) => expires > issued && expires - issued <= MAX_NEWS_SECONDS)
  .refine(({ files }) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length);

export type Manifest = z.infer<typeof manifestSchema>;
export type ReleaseFile = Pick<
  z.infer<typeof fileSchema>,
  'name' | 'platform' | 'arch' | 'kind' | 'size' | 'hash'
>;

export function encodeManifest(manifest: Manifest): Uint8Array {
  return encodeCbor(manifest as CborValue);
}

/** Null for what is no manifest, or is written otherwise than `encodeManifest` writes it. Never throws. */
export function decodeManifest(bytes: Uint8Array): Manifest | null {
  try {
    const raw = decodeCbor(bytes);
    // One meaning has one form: two different texts are two different releases.
    if (!equalPublic(encodeCbor(raw as CborValue), bytes)) return null;
    return manifestSchema.safeParse(raw).data ?? null;
  } catch {
    return null;
  }
}

/** BLAKE2b-256 of everything but the two times, 32 bytes: two releases of one version with another one contradict. */
export function contentHash(manifest: Manifest): Uint8Array {
  return blake2b256([encodeCbor({ ...manifest, issued: 0, expires: 0 } as CborValue)]);
}
