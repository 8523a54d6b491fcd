/**
 * What the two texts that are passed by hand have in common: a prefix, base64url, a version, a length and a checksum
 * (docs/protocol.md, By hand).
 */
import { ascii, ByteReader, concat, equalPublic, fromBase64Url, toBase64Url, uintBE } from '../bytes';
import { blake2b256, chachaPolyOpen, chachaPolySeal, type Secret } from '../crypto/sodium';
import { VigilError, type ErrorCode } from '../errors';

const VERSION = 1;
/** version ‖ length of the whole. */
export const HEAD_LENGTH = 1 + 2;
export const CHECKSUM_LENGTH = 4;
/** Of ChaCha20-Poly1305. */
export const TAG_LENGTH = 16;
/** Longest text behind the prefix that is read, in characters. */
const MAX_PAYLOAD = 800;
/** Every key seals one text, so the nonce need not change. */
const NONCE = new Uint8Array(12);

/** A secret of one invitation, 16 bytes. */
export type OneTimeSecret = Secret<'one-time secret'>;

export type HandTextKind = 'invitation' | 'answer';

const prefixes = { invitation: 'vigil://meet/', answer: 'vigil://answer/' } as const;
const patterns = {
  invitation: /vigil:\/{0,2}meet\/?([A-Za-z0-9_-]*)/i,
  answer: /vigil:\/{0,2}answer\/?([A-Za-z0-9_-]*)/i,
} as const;
const labels = { invitation: ascii('vigil-meet-1'), answer: ascii('vigil-answer-1') } as const;

interface Trouble {
  cutOff: ErrorCode;
  altered: ErrorCode;
  newer: ErrorCode;
  tooLong: ErrorCode;
}
const troubles: Record<HandTextKind, Trouble> = {
  invitation: {
    cutOff: 'link-cut-off',
    altered: 'link-altered',
    newer: 'link-from-newer-version',
    tooLong: 'link-too-long',
  },
  answer: {
    cutOff: 'hand-answer-cut-off',
    altered: 'hand-answer-altered',
    newer: 'hand-answer-newer',
    tooLong: 'hand-not-answer',
  },
};

/** Whether such a text stands in this, also when it was broken over lines. */
export function holdsHandText(kind: HandTextKind, text: string): boolean {
  return patterns[kind].test(text) || patterns[kind].test(text.replace(/\s+/g, ''));
}

function checksum(kind: HandTextKind, body: Uint8Array): Uint8Array {
  return blake2b256([labels[kind], body]).subarray(0, CHECKSUM_LENGTH);
}

/**
 * The whole text. @param clear bytes that stand readable before the sealed ones, and are bound to them.
 * @param key 32 bytes, for this text alone.
 */
export function sealedText(
  kind: HandTextKind,
  key: Uint8Array,
  clear: Uint8Array,
  packed: Uint8Array,
): string {
  const length = HEAD_LENGTH + clear.length + packed.length + TAG_LENGTH + CHECKSUM_LENGTH;
  const head = concat(Uint8Array.of(VERSION), uintBE(length, 2), clear);
  const body = concat(head, chachaPolySeal(key, NONCE, head, packed));
  return `${prefixes[kind]}${toBase64Url(concat(body, checksum(kind, body)))}`;
}

/** What was sealed behind a head. Throws where anything of either was altered. */
export function openSealed(key: Uint8Array, head: Uint8Array, sealed: Uint8Array): Uint8Array {
  return chachaPolyOpen(key, NONCE, head, sealed);
}

/**
 * The body of such a text, without its checksum. Throws VigilError in this order: nothing there, too long, cut off,
 * newer, altered. @param minimum bytes.
 */
export function bodyOf(kind: HandTextKind, text: string, minimum: number): Uint8Array {
  const trouble = troubles[kind];
  const payload = patterns[kind].exec(text)?.[1];
  if (payload === undefined) throw new VigilError(kind === 'answer' ? 'hand-not-answer' : 'link-not-vigil');
  if (payload.length > MAX_PAYLOAD) throw new VigilError(trouble.tooLong);
  let bytes;
  try {
    bytes = fromBase64Url(payload);
  } catch {
    throw new VigilError(trouble.cutOff);
  }
  if ((bytes[0] ?? 0) > VERSION) throw new VigilError(trouble.newer);
  if (bytes.length < HEAD_LENGTH) throw new VigilError(trouble.cutOff);
  const told = new ByteReader(bytes.subarray(1)).uintBE(2);
  const body = bytes.subarray(0, -CHECKSUM_LENGTH);
  const isWhole =
    told === bytes.length && equalPublic(checksum(kind, body), bytes.subarray(-CHECKSUM_LENGTH));
  if (!isWhole) {
    const isCutOff = told > bytes.length && told <= MAX_PAYLOAD;
    throw new VigilError(isCutOff ? trouble.cutOff : trouble.altered);
  }
  if (bytes[0] !== VERSION || bytes.length < minimum) throw new VigilError(trouble.altered);
  return body;
}
