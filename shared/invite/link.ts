/** The invite link: the meeting's secret and host key, bound by the key schedule (docs/protocol.md, Link). */
import { ascii, ByteReader, concat, equalPublic, fromBase64Url, toBase64Url, uintBE } from '../bytes';
import { blake2b256, type Secret } from '../crypto/sodium';
import { VigilError } from '../errors';
import { decodeHints, encodeHints, type Hints } from './hints';
import { readPasted } from './pasted-text';

const VERSION = 1;
const OPEN_FLAG = 1;
const FIXED_LENGTH = 1 + 1 + 4 + 32 + 32;
const CHECKSUM_LENGTH = 4;
/** Longest link body, in bytes. */
export const MAX_BODY_LENGTH = 1024;
/** Longest link as text, in characters. */
export const MAX_LINK_LENGTH = 'vigil://join/'.length + Math.ceil((MAX_BODY_LENGTH * 4) / 3);
export const DEFAULT_LIFETIME_SECONDS = 24 * 3600;
export const MAX_LIFETIME_SECONDS = 30 * 24 * 3600;

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

function checksum(body: Uint8Array): Uint8Array {
  return blake2b256([ascii('vigil-link-1'), body]).subarray(0, CHECKSUM_LENGTH);
}

/** `vigil://join/…`. Throws VigilError link-too-long if the hints do not fit. */
export function encodeLink(invite: Invite): string {
  const body = concat(
    Uint8Array.of(VERSION, invite.open ? OPEN_FLAG : 0),
    uintBE(invite.expiry, 4),
    invite.secret,
    invite.hostKey,
    encodeHints(invite.hints),
  );
  if (body.length + CHECKSUM_LENGTH > MAX_BODY_LENGTH) throw new VigilError('link-too-long');
  return `vigil://join/${toBase64Url(concat(body, checksum(body)))}`;
}

/** What stands behind the prefix, or null if the text holds no link. */
function findPayload(text: string): string | null {
  const own = /vigil:\/{0,2}join\/?([A-Za-z0-9_-]*)/i.exec(text);
  // Pages have fragments of their own; a link of ours is never so short.
  const page = /https:\/\/[^\s#]+#([A-Za-z0-9_-]{60,})/i.exec(text);
  return own?.[1] ?? page?.[1] ?? null;
}

/**
 * Reads a link out of pasted text. Throws VigilError with a distinct code for text without a link, a
 * cut-off, an altered and an expired link, and one made by a newer version.
 * @param now Unix seconds.
 */
export function parseLink(text: string, now: number): Invite {
  return readPasted(text, (whole) => parsePayload(findPayload(whole), now));
}

/** The same of what another program sent: null for whatever cannot be used. @param now Unix seconds. */
export function parseLinkOrNull(text: string, now: number): Invite | null {
  try {
    return parseLink(text, now);
  } catch {
    return null;
  }
}

function parsePayload(payload: string | null, now: number): Invite {
  if (payload === null) throw new VigilError('link-not-vigil');
  if (payload.length > Math.ceil((MAX_BODY_LENGTH * 4) / 3)) throw new VigilError('link-too-long');
  let bytes: Uint8Array;
  try {
    bytes = fromBase64Url(payload);
  } catch {
    throw new VigilError('link-cut-off');
  }
  if (bytes.length > 0 && (bytes[0] ?? 0) > VERSION) throw new VigilError('link-from-newer-version');
  if (bytes.length < FIXED_LENGTH + CHECKSUM_LENGTH) throw new VigilError('link-cut-off');
  const body = bytes.subarray(0, -CHECKSUM_LENGTH);
  const hints = readHints(body.subarray(FIXED_LENGTH));
  if (!equalPublic(checksum(body), bytes.subarray(-CHECKSUM_LENGTH))) {
    // Entries that run past the end tell that the rest of the link is missing.
    throw new VigilError(hints === 'cut-off' ? 'link-cut-off' : 'link-altered');
  }
  if (typeof hints === 'string') throw new VigilError('link-altered');
  return readFixed(body, hints, now);
}

function readHints(bytes: Uint8Array): Hints | 'cut-off' | 'malformed' {
  try {
    return decodeHints(bytes);
  } catch (error) {
    return error instanceof RangeError ? 'cut-off' : 'malformed';
  }
}

function readFixed(body: Uint8Array, hints: Hints, now: number): Invite {
  const reader = new ByteReader(body);
  if (reader.uintBE(1) !== VERSION) throw new VigilError('link-altered');
  const flags = reader.uintBE(1);
  if (flags > OPEN_FLAG) throw new VigilError('link-from-newer-version');
  const expiry = reader.uintBE(4);
  if (expiry <= now) throw new VigilError('link-expired');
  return {
    open: flags === OPEN_FLAG,
    expiry,
    secret: reader.take(32) as MeetingSecret,
    hostKey: reader.take(32),
    hints,
  };
}
