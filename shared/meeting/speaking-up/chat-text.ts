/** Texts that people write to each other: free text from strangers, made safe to show (docs/protocol.md, Speaking up). */
import { withoutHidden } from '../../identity/name';

const BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
const OTHER_SPACE = /(?!\n)[\p{White_Space}\u2800]/gu;
/** More would climb into the lines above. */
const MARKS_IN_A_ROW = /(\p{M}{8})\p{M}+/gu;
/** One pass is enough for nearly all text; what is taken out can let others meet. */
const MAX_PASSES = 4;

/**
 * Removes what must not be shown, as of names, but keeps lines: at most one empty one between two. Empty for a text of
 * which nothing would be seen. What is clean stays as it is.
 */
export function cleanText(text: string): string {
  let clean = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const before = clean;
    clean = cleanedOnce(before);
    if (clean === before) break;
  }
  return clean;
}

function cleanedOnce(text: string): string {
  return (
    withoutHidden(text.replace(BREAKS, '\n'))
      .replace(OTHER_SPACE, ' ')
      .replace(MARKS_IN_A_ROW, '$1')
      // By expressions that end in `$` or a break, long runs of spaces would be looked at again from each of them.
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim()
      .normalize('NFC')
  );
}
