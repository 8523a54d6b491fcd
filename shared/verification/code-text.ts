/**
 * What stands in a person's QR code. Both kinds hold public keys only. Of a pair: who shows it, and whom it takes the
 * other for; whoever scans it compares both keys with those that its own channel has proven. Of an identity: one key
 * and nothing else, for people who meet before a meeting; it says whom a key belongs to, not what that person sees.
 */
import { ascii, concat, equalPublic, fromBase64Url, toBase64Url } from '../bytes';
import { blake2b256 } from '../crypto/sodium';
import { IDENTITY_LENGTH, isCanonical } from '../identity/identity';

const CHECKSUM_LENGTH = 4;

/** By kind: what the text begins with, what its checksum is bound to, and how many identities it holds. */
const layouts = {
  pair: { prefix: 'VIGIL-CODE:1:', label: 'vigil-code-text-1', keys: 2 },
  identity: { prefix: 'VIGIL-IDENTITY:1:', label: 'vigil-identity-text-1', keys: 1 },
} as const;

export type CodeText =
  /** The identity of whoever shows it, and the one that the shower sees at the other end; 32 bytes each. */
  | { kind: 'pair'; shower: Uint8Array; other: Uint8Array }
  /** 32 bytes. */
  | { kind: 'identity'; shower: Uint8Array };

export function encodeCodeText(code: CodeText): string {
  const keys = code.kind === 'pair' ? concat(code.shower, code.other) : code.shower;
  return layouts[code.kind].prefix + toBase64Url(concat(keys, checksum(code.kind, keys)));
}

/** Null for whatever is not such a code, or is damaged. @param text from a camera or an image: anything. */
export function decodeCodeText(text: string): CodeText | null {
  const [pair, identity] = [keysIn('pair', text), keysIn('identity', text)];
  if (pair?.[0] && pair[1]) return { kind: 'pair', shower: pair[0], other: pair[1] };
  if (identity?.[0]) return { kind: 'identity', shower: identity[0] };
  return null;
}

function keysIn(kind: CodeText['kind'], text: string): Uint8Array[] | null {
  const { prefix, keys: count } = layouts[kind];
  if (!text.startsWith(prefix) || text.length > 256) return null;
  let bytes;
  try {
    bytes = fromBase64Url(text.slice(prefix.length));
  } catch {
    return null;
  }
  if (bytes.length !== count * IDENTITY_LENGTH + CHECKSUM_LENGTH) return null;
  const keys = bytes.subarray(0, -CHECKSUM_LENGTH);
  if (!equalPublic(checksum(kind, keys), bytes.subarray(-CHECKSUM_LENGTH))) return null;
  const identities = Array.from({ length: count }, (_, place) =>
    keys.slice(place * IDENTITY_LENGTH, (place + 1) * IDENTITY_LENGTH),
  );
  return identities.every(isCanonical) ? identities : null;
}

function checksum(kind: CodeText['kind'], keys: Uint8Array): Uint8Array {
  return blake2b256([ascii(layouts[kind].label), keys]).subarray(0, CHECKSUM_LENGTH);
}

export type CodeVerdict =
  | { verdict: 'match' }
  /** Of a key that is not the one at the other end, or made for a conversation with another one. */
  | { verdict: 'no-match' }
  /** Of somebody whom we know, who is not the one at the other end. */
  | { verdict: 'somebody-else'; name: string }
  /** The own identity, scanned by oneself. */
  | { verdict: 'own-code' };

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
  const isOurs = code.kind === 'identity' || equalPublic(code.other, mine);
  if (equalPublic(code.shower, theirs) && isOurs) return { verdict: 'match' };
  if (code.kind === 'identity' && equalPublic(code.shower, mine)) return { verdict: 'own-code' };
  const somebody = known.find(
    ({ identity }) => equalPublic(identity, code.shower) && !equalPublic(identity, theirs),
  );
  return somebody ? { verdict: 'somebody-else', name: somebody.name } : { verdict: 'no-match' };
}
