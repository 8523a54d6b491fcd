/**
 * What stands in a person's QR code: who shows it, and whom it takes the other for. It holds public keys only, and is
 * as good as the sixty digits: whoever scans it compares both keys with those that its own channel has proven.
 */
import { ascii, concat, equalPublic, fromBase64Url, toBase64Url } from '../bytes';
import { blake2b256 } from '../crypto/sodium';
import { IDENTITY_LENGTH, isCanonical } from '../identity/identity';

const PREFIX = 'VIGIL-CODE:1:';
const CHECKSUM_LENGTH = 4;

export interface CodeText {
  /** Identity of whoever shows it, 32 bytes. */
  shower: Uint8Array;
  /** The identity that the shower sees at the other end, 32 bytes. */
  other: Uint8Array;
}

export function encodeCodeText({ shower, other }: CodeText): string {
  const keys = concat(shower, other);
  return PREFIX + toBase64Url(concat(keys, checksum(keys)));
}

/** Null for whatever is not such a code, or is damaged. @param text from a camera or an image: anything. */
export function decodeCodeText(text: string): CodeText | null {
  if (!text.startsWith(PREFIX) || text.length > 256) return null;
  let bytes;
  try {
    bytes = fromBase64Url(text.slice(PREFIX.length));
  } catch {
    return null;
  }
  if (bytes.length !== 2 * IDENTITY_LENGTH + CHECKSUM_LENGTH) return null;
  const keys = bytes.subarray(0, -CHECKSUM_LENGTH);
  if (!equalPublic(checksum(keys), bytes.subarray(-CHECKSUM_LENGTH))) return null;
  const [shower, other] = [keys.slice(0, IDENTITY_LENGTH), keys.slice(IDENTITY_LENGTH)];
  return isCanonical(shower) && isCanonical(other) ? { shower, other } : null;
}

function checksum(keys: Uint8Array): Uint8Array {
  return blake2b256([ascii('vigil-code-text-1'), keys]).subarray(0, CHECKSUM_LENGTH);
}

export type CodeVerdict =
  | { verdict: 'match' }
  /** Made by the very person, for a conversation with another one. */
  | { verdict: 'no-match' }
  /** Of somebody whom we know, who is not the one at the other end. */
  | { verdict: 'somebody-else'; name: string };

/**
 * @param known whoever else is known by identity: contacts, and others in the meeting. An unknown shower is no match,
 * never somebody else: that is what it looks like when somebody sits between the two.
 */
export function judgeCode(
  code: CodeText,
  mine: Uint8Array,
  theirs: Uint8Array,
  known: readonly { identity: Uint8Array; name: string }[],
): CodeVerdict {
  if (equalPublic(code.shower, theirs) && equalPublic(code.other, mine)) return { verdict: 'match' };
  const somebody = known.find(
    ({ identity }) => equalPublic(identity, code.shower) && !equalPublic(identity, theirs),
  );
  return somebody ? { verdict: 'somebody-else', name: somebody.name } : { verdict: 'no-match' };
}
