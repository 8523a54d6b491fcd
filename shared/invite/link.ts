/** The invite link: the meeting's secret and host key, bound by the key schedule (docs/protocol.md, Link). */
import { ByteReader, concat, toBase64Url, uintBE } from '../bytes';
import type { Secret } from '../crypto/sodium';
import { VigilError, type ErrorCode } from '../errors';
import { decodeHints, encodeHints, entryLength, type Hints } from './hints';
import { flawOf, longestClaim, type Claim } from './claimed-text';
import { PastedText } from './pasted-text';
import { PROTOCOL_VERSION } from './protocol-version';
import { CHECKSUM_LENGTH, checksumOf, isWhole, type TextKind } from './text-kind';
import { wholeTexts } from './whole-texts';

const OPEN_FLAG = 1;
const FIXED_LENGTH = 1 + 1 + 4 + 32 + 32;
/** Longest link body, in bytes. */
export const MAX_BODY_LENGTH = 1024;
/** Longest link as text, in characters. */
export const MAX_LINK_LENGTH = 'vigil://join/'.length + Math.ceil((MAX_BODY_LENGTH * 4) / 3);
export const DEFAULT_LIFETIME_SECONDS = 24 * 3600;
export const MAX_LIFETIME_SECONDS = 30 * 24 * 3600;
/** By so much the clock of whoever made a link may be ahead. */
export const CLOCKS_DIFFER_SECONDS = 24 * 3600;

export type MeetingSecret = Secret<'meeting secret'>;

export interface Invite {
  /** An open meeting has no lobby: whoever holds the link may enter. */
  open: boolean;
  /** Unix seconds; judged at the door. */
  expiry: number;
  secret: MeetingSecret;
  /** The meeting's own Ed25519 public key, 32 bytes. */
  hostKey: Uint8Array;
  hints: Hints;
}

const linkOf = (version: number): TextKind => ({
  word: 'join',
  version,
  label: 'vigil-link-1',
  maxCharacters: Math.ceil((MAX_BODY_LENGTH * 4) / 3),
  lengths: linkLengths,
});
const LINK = linkOf(PROTOCOL_VERSION);

/** A link does not tell its length, but each entry of its hints does: it ends behind one of them. */
function* linkLengths(bytes: Uint8Array): Generator<number> {
  for (let end = FIXED_LENGTH; end + CHECKSUM_LENGTH <= bytes.length;) {
    yield end + CHECKSUM_LENGTH;
    end += entryLength(bytes.subarray(end));
  }
}

/** `vigil://join/…`. Throws VigilError link-too-long if the hints do not fit. */
export function encodeLink(invite: Invite): string {
  const body = concat(
    Uint8Array.of(PROTOCOL_VERSION, invite.open ? OPEN_FLAG : 0),
    uintBE(invite.expiry, 4),
    invite.secret,
    invite.hostKey,
    encodeHints(invite.hints),
  );
  if (body.length + CHECKSUM_LENGTH > MAX_BODY_LENGTH) throw new VigilError('link-too-long');
  return `vigil://join/${toBase64Url(concat(body, checksumOf(LINK, body)))}`;
}

/** A link that was found in a text. */
export interface FoundInvite {
  invite: Invite;
  /** What stands behind `vigil://join/` when nothing has changed it. */
  payload: string;
}

/**
 * Reads a link out of pasted text, whatever it went through. Of several that are whole the first counts that is still
 * good. Throws VigilError with a distinct code for text without a link, a cut-off, an altered, an overlong and an
 * expired link, and one made by an older or newer version. One that is good for longer than links are made for
 * is `link-ahead-of-clock`: the clock is behind, or somebody made a false link.
 * @param now Unix seconds.
 */
export function findInvite(text: string | PastedText, now: number): FoundInvite {
  return firstGood(text, now, now + MAX_LIFETIME_SECONDS + CLOCKS_DIFFER_SECONDS);
}

/**
 * What `findInvite` finds where links are of another version: texts that go through mail programs do not change with
 * it, so that those which were collected once can be read again. Nobody can be met by such a link.
 * @param version the first byte of its links. @param now Unix seconds.
 */
export function findPayloadOfVersion(text: string, now: number, version: number): string {
  return firstGood(text, now, now + MAX_LIFETIME_SECONDS + CLOCKS_DIFFER_SECONDS, linkOf(version)).payload;
}

/** Of a link that is known or was told by a member: as `findInvite`, however long it is good. @param now Unix seconds. */
export function parseLink(text: string, now: number): Invite {
  return firstGood(text, now, Infinity).invite;
}

/** @param latest Unix seconds. */
function firstGood(text: string | PastedText, now: number, latest: number, kind = LINK): FoundInvite {
  const pasted = PastedText.of(text);
  let refused: VigilError | null = null;
  for (const bytes of wholeTexts(pasted, kind)) {
    try {
      const invite = readBody(bytes.subarray(0, -CHECKSUM_LENGTH), now);
      if (invite.expiry > latest) throw new VigilError('link-ahead-of-clock');
      return { invite, payload: toBase64Url(bytes) };
    } catch (error) {
      refused ??= error instanceof VigilError ? error : new VigilError('link-altered');
    }
  }
  throw refused ?? new VigilError(trouble(longestClaim(pasted, kind), kind));
}

/** The same of what another program sent: null for whatever cannot be used. @param now Unix seconds. */
export function parseLinkOrNull(text: string, now: number): Invite | null {
  try {
    return parseLink(text, now);
  } catch {
    return null;
  }
}

const TROUBLES = {
  none: 'link-not-vigil',
  'too-long': 'link-too-long',
  'cut-off': 'link-cut-off',
  altered: 'link-altered',
  newer: 'link-from-newer-version',
  older: 'link-from-older-version',
} as const satisfies Record<string, ErrorCode>;

/** Why what claims to be a link is none that this version reads. */
function trouble(claim: Claim | null, kind: TextKind): ErrorCode {
  const flaw = flawOf(claim, kind, FIXED_LENGTH + CHECKSUM_LENGTH);
  if ('what' in flaw) return TROUBLES[flaw.what];
  const { bytes } = flaw;
  if (isWhole(kind, bytes)) return (bytes[1] ?? 0) > OPEN_FLAG ? TROUBLES.newer : TROUBLES.altered;
  // Entries that run past the end tell that the rest of the link is missing.
  const hints = readHints(bytes.subarray(FIXED_LENGTH, -CHECKSUM_LENGTH));
  return hints === 'cut-off' ? TROUBLES['cut-off'] : TROUBLES.altered;
}

function readHints(bytes: Uint8Array): Hints | 'cut-off' | 'malformed' {
  try {
    return decodeHints(bytes);
  } catch (error) {
    return error instanceof RangeError ? 'cut-off' : 'malformed';
  }
}

/** @param body whole: its checksum was right. */
function readBody(body: Uint8Array, now: number): Invite {
  const reader = new ByteReader(body);
  // The version is what it was found by.
  reader.uintBE(1);
  const flags = reader.uintBE(1);
  if (flags > OPEN_FLAG) throw new VigilError('link-from-newer-version');
  const expiry = reader.uintBE(4);
  const secret = reader.take(32) as MeetingSecret;
  const hostKey = reader.take(32);
  const hints = readHints(reader.rest());
  if (typeof hints === 'string') throw new VigilError('link-altered');
  if (expiry <= now) throw new VigilError('link-expired');
  return { open: flags === OPEN_FLAG, expiry, secret, hostKey, hints };
}
