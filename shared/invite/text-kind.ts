/** What links and texts by hand have in common: each ends with a checksum, and tells where it could end. */
import { ascii, equalPublic, toBase64Url } from '../bytes';
import { blake2b256 } from '../crypto/sodium';

export const CHECKSUM_LENGTH = 4;

/** What kind of text is looked for. */
export interface TextKind {
  /** It begins `vigil://WORD/`. */
  word: 'join' | 'meet' | 'answer';
  /** Its first byte. */
  version: number;
  /** The label of its checksum, ASCII. */
  label: string;
  /** Longest one, in base64url characters. */
  maxCharacters: number;
  /** Where one that begins here could end, in bytes, checksum included; shortest first. */
  lengths: (bytes: Uint8Array) => Iterable<number>;
}

/** How each text begins that this version can read, as a pattern of base64url: the version, and a small value behind it. */
export function beginningOf({ version }: Pick<TextKind, 'version'>): string {
  return `${toBase64Url(Uint8Array.of(version, 0)).slice(0, 2)}[A-L]`;
}

/** First 4 bytes of BLAKE2b-256 of label and body. */
export function checksumOf({ label }: Pick<TextKind, 'label'>, body: Uint8Array): Uint8Array {
  return blake2b256([ascii(label), body]).subarray(0, CHECKSUM_LENGTH);
}

/** Whether the last four bytes are the checksum of those before. */
export function isWhole(kind: TextKind, bytes: Uint8Array): boolean {
  const body = bytes.subarray(0, -CHECKSUM_LENGTH);
  return equalPublic(checksumOf(kind, body), bytes.subarray(-CHECKSUM_LENGTH));
}
