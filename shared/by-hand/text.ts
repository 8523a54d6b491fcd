/**
 * What the two texts that are passed by hand have in common: a prefix, base64url, a version, a length and a checksum
 * (docs/protocol.md, By hand).
 */
import { concat, toBase64Url, uintBE } from '../bytes';
import { chachaPolyOpen, chachaPolySeal, type Secret } from '../crypto/sodium';
import { VigilError, type ErrorCode } from '../errors';
import { flawOf, longestClaim, type Claim, type Flaw } from '../invite/claimed-text';
import { PastedText } from '../invite/pasted-text';
import { PROTOCOL_VERSION } from '../invite/protocol-version';
import { CHECKSUM_LENGTH, checksumOf, isWhole, type TextKind } from '../invite/text-kind';
import { wholeTexts } from '../invite/whole-texts';

export { CHECKSUM_LENGTH };

/** version ‖ length of the whole. */
export const HEAD_LENGTH = 1 + 2;
/** Of ChaCha20-Poly1305. */
export const TAG_LENGTH = 16;
/** Longest text behind the prefix that is read, in characters. */
const MAX_PAYLOAD = 800;
/** Every key seals one text, so the nonce need not change. */
const NONCE = new Uint8Array(12);

/** A secret of one invitation, 16 bytes. */
export type OneTimeSecret = Secret<'one-time secret'>;

export type HandTextKind = 'invitation' | 'answer';

const kinds: Record<HandTextKind, TextKind> = {
  invitation: {
    word: 'meet',
    version: PROTOCOL_VERSION,
    label: 'vigil-meet-1',
    maxCharacters: MAX_PAYLOAD,
    lengths: toldLength,
  },
  answer: {
    word: 'answer',
    version: PROTOCOL_VERSION,
    label: 'vigil-answer-1',
    maxCharacters: MAX_PAYLOAD,
    lengths: toldLength,
  },
};

/** Each says how long it is, so that nothing behind it is taken for a part of it. */
function toldLength(bytes: Uint8Array): number[] {
  const [, high = 0, low = 0] = bytes;
  const told = 256 * high + low;
  return told > HEAD_LENGTH + CHECKSUM_LENGTH && told <= bytes.length ? [told] : [];
}

type Troubles = Record<Extract<Flaw, { what: string }>['what'], ErrorCode>;
const troubles: Record<HandTextKind, Troubles> = {
  invitation: {
    'cut-off': 'link-cut-off',
    altered: 'link-altered',
    newer: 'link-from-newer-version',
    older: 'link-from-older-version',
    'too-long': 'link-too-long',
    none: 'link-not-vigil',
  },
  answer: {
    'cut-off': 'hand-answer-cut-off',
    altered: 'hand-answer-altered',
    newer: 'hand-answer-newer',
    older: 'hand-answer-older',
    'too-long': 'hand-not-answer',
    none: 'hand-not-answer',
  },
};

/** Whether such a text stands in this, whole or not, whatever it went through. */
export function holdsHandText(kind: HandTextKind, text: string | PastedText): boolean {
  const pasted = PastedText.of(text);
  for (const _ of wholeTexts(pasted, kinds[kind])) return true;
  return longestClaim(pasted, kinds[kind]) !== null;
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
  const head = concat(Uint8Array.of(PROTOCOL_VERSION), uintBE(length, 2), clear);
  const body = concat(head, chachaPolySeal(key, NONCE, head, packed));
  return `vigil://${kinds[kind].word}/${toBase64Url(concat(body, checksumOf(kinds[kind], body)))}`;
}

/** What was sealed behind a head. Throws where anything of either was altered. */
export function openSealed(key: Uint8Array, head: Uint8Array, sealed: Uint8Array): Uint8Array {
  return chachaPolyOpen(key, NONCE, head, sealed);
}

/**
 * The first such text in pasted text that `read` takes. Throws what `read` threw at the first otherwise, and where no
 * whole one stands, VigilError: nothing there, too long, cut off, newer, older or altered.
 * @param read gets the body without its checksum, of at least `minimum` bytes; may throw VigilError.
 */
export function readHandText<T>(
  kind: HandTextKind,
  text: string | PastedText,
  minimum: number,
  read: (body: Uint8Array) => T,
): T {
  const pasted = PastedText.of(text);
  let refused: VigilError | null = null;
  for (const bytes of wholeTexts(pasted, kinds[kind])) {
    try {
      if (bytes.length < minimum) throw new VigilError(troubles[kind].altered);
      return read(bytes.subarray(0, -CHECKSUM_LENGTH));
    } catch (error) {
      refused ??= error instanceof VigilError ? error : new VigilError(troubles[kind].altered);
    }
  }
  throw refused ?? new VigilError(whyNot(kind, longestClaim(pasted, kinds[kind])));
}

/** Why what claims to be such a text is none that this version reads. */
function whyNot(kind: HandTextKind, claim: Claim | null): ErrorCode {
  const words = troubles[kind];
  const flaw = flawOf(claim, kinds[kind], HEAD_LENGTH);
  if ('what' in flaw) return words[flaw.what];
  const { bytes } = flaw;
  const [, high = 0, low = 0] = bytes;
  const told = 256 * high + low;
  const isCutOff = !isWhole(kinds[kind], bytes) && told > bytes.length && told <= MAX_PAYLOAD;
  return isCutOff ? words['cut-off'] : words.altered;
}
