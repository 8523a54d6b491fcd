/** Names that people give themselves: free text from strangers, made safe to show (docs/protocol.md, Names). */
import { MAX_NAME_BYTES } from './name-length';
import { fromUtf8, utf8 } from '../crypto/sodium';
import { keptWhereNeeded } from './joiners';

export { MAX_NAME_BYTES };

/** The flag of a region: a black flag, and tags behind it that would be hidden anywhere else. */
const FLAG = String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`;
/** Control characters, those that reverse the text around them, and what shows nothing. */
const HIDDEN = new RegExp(
  String.raw`${FLAG}|[\p{Cc}\p{Cs}\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]`,
  'gu',
);
/** Braille's blank is a space, whatever its properties say. */
const SPACES = /[\p{White_Space}\u2800]+/gu;
/** Of these some scripts have need: joiners.ts knows where. */
const CONDITIONAL = /^[\u200c\u200d\ufe0e\ufe0f\u180b-\u180f\u{e0100}-\u{e01ef}]$/u;
/** One pass is enough for nearly all text; what is taken out can let others meet. */
const MAX_PASSES = 4;

/**
 * Removes what must not be shown, joins white space and trims. Empty for a name of which nothing would be seen. What
 * is clean stays as it is.
 */
export function cleanName(text: string): string {
  let clean = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const before = clean;
    clean = cleanedOnce(before);
    if (clean === before) break;
  }
  return clean;
}

function cleanedOnce(text: string): string {
  return withoutHidden(text).replace(SPACES, ' ').trim().normalize('NFC');
}

/** Removes what shows nothing where it stands, and what turns text around; white space stays. One pass. */
export function withoutHidden(text: string): string {
  const shown = text.normalize('NFC').replace(HIDDEN, (hidden) => (mayStay(hidden) ? hidden : ''));
  return keptWhereNeeded(shown, CONDITIONAL);
}

/** A whole flag, white space, and what is judged by where it stands. */
function mayStay(hidden: string): boolean {
  return hidden.length > 2 || /\p{White_Space}/u.test(hidden) || CONDITIONAL.test(hidden);
}

/** Cuts to at most 64 bytes of UTF-8, never inside a character. */
export function nameBytes(text: string, limit = MAX_NAME_BYTES): Uint8Array {
  let kept = '';
  let length = 0;
  for (const character of cleanName(text)) {
    length += utf8(character).length;
    if (length > limit) break;
    kept += character;
  }
  // What stood before the cut may have been needed by what stood behind it.
  return utf8(cleanName(kept));
}

/**
 * At most 64 bytes of UTF-8 again, since some characters grow by being cleaned. Throws RangeError if the name is longer
 * than 64 bytes, TypeError if it is not UTF-8.
 */
export function readName(bytes: Uint8Array): string {
  if (bytes.length > MAX_NAME_BYTES) throw new RangeError('name too long');
  return fromUtf8(nameBytes(fromUtf8(bytes)));
}
