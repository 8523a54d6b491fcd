/** Finds whole texts of a kind in what was pasted: the checksum tells which of many readings is right. */
import { fromBase64Url } from '../bytes';
import { compacted, withoutAmbiguity } from './dashes';
import { PastedText } from './pasted-text';
import { beginningOf, isWhole, type TextKind } from './text-kind';

/** Beginnings that are decoded and checksums that are computed for one text at most, together. */
export const MAX_TRIES = 3000;
/** Of those, for what stands behind no prefix. */
const MAX_UNMARKED = 600;

/** Counts what reading costs. */
export class Effort {
  tries = 0;
  /** Of those, at what stands behind no prefix. */
  unmarked = 0;
  /** Of all readings together. */
  characters = 0;

  mayGoOn(isMarked: boolean): boolean {
    return this.tries < MAX_TRIES && (isMarked || this.unmarked < MAX_UNMARKED);
  }

  /** One more try. False: enough was tried. */
  spend(isMarked: boolean): boolean {
    if (!this.mayGoOn(isMarked)) return false;
    this.tries++;
    if (!isMarked) this.unmarked++;
    return true;
  }
}

/** As many bytes as the characters give. */
function leadingBytes(characters: string): Uint8Array {
  return fromBase64Url(characters.length % 4 === 1 ? characters.slice(0, -1) : characters);
}

/** Behind a prefix first, otherwise in the order in which they stand. */
function* startsIn(compact: string, kind: TextKind): Generator<{ start: number; isMarked: boolean }> {
  const mark = `vigil${kind.word}`;
  const beginning = beginningOf(kind);
  const marked = new Set<number>();
  for (const { index } of compact.matchAll(new RegExp(`${mark}(?=${beginning.slice(0, 2)})`, 'gi'))) {
    const start = index + mark.length;
    marked.add(start);
    yield { start, isMarked: true };
  }
  for (const { index } of compact.matchAll(new RegExp(beginning, 'g')))
    if (!marked.has(index)) yield { start: index, isMarked: false };
}

/**
 * Every whole text of this kind: its bytes with the checksum, which is right. Those behind a prefix first, otherwise
 * in the order in which they stand.
 */
export function* wholeTexts(
  pasted: string | PastedText,
  kind: TextKind,
  effort = new Effort(),
): Generator<Uint8Array> {
  const seen = new Set<string>();
  for (const { text } of PastedText.of(pasted).readings()) {
    effort.characters += text.length;
    const compact = compacted(text);
    if (seen.has(compact)) continue;
    seen.add(compact);
    for (const { start, isMarked } of startsIn(compact, kind)) {
      if (!effort.mayGoOn(isMarked)) break;
      const spend = (): boolean => effort.spend(isMarked);
      for (const characters of withoutAmbiguity(compact.slice(start, start + kind.maxCharacters))) {
        if (!spend()) break;
        yield* wholeAt(leadingBytes(characters.slice(0, kind.maxCharacters)), kind, spend);
      }
    }
  }
}

function* wholeAt(bytes: Uint8Array, kind: TextKind, spend: () => boolean): Generator<Uint8Array> {
  for (const length of kind.lengths(bytes)) {
    if (!spend()) return;
    if (isWhole(kind, bytes.subarray(0, length))) yield bytes.slice(0, length);
  }
}
