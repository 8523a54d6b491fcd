/** What claims to be a text of some kind, though it is not whole: it tells what happened to it. */
import { fromBase64Url } from '../bytes';
import { likeliest, plainDashes } from './dashes';
import { PastedText } from './pasted-text';
import { isWhole, type TextKind } from './text-kind';

/** What claims to be a text of some kind. */
export interface Claim {
  /** base64url, as far as it goes. */
  characters: string;
  /** Dots stand where the rest should be. */
  isShortened: boolean;
}

const RUN = /[A-Za-z0-9_-]+/y;
/**
 * What may stand inside: invisible characters, escapes of Markdown, white space before a long piece, and the end of a
 * line before one that holds nothing else.
 */
const GAP =
  /[\p{Default_Ignorable_Code_Point}\\]{1,20}|[\s=>|]{1,60}(?=[A-Za-z0-9_-]{20})|[ \t=]{0,20}\r?\n[ \t>|]{0,40}(?=[A-Za-z0-9_-]{1,19}[ \t>)\]"'.,;]{0,20}(?:[\r\n]|$))/uy;
/** A line that was broken is long. */
const MIN_BROKEN = 20;

function claimAt(text: string, from: number, maxCharacters: number): Claim & { end: number } {
  let characters = '';
  let end = from;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = end;
    const [taken = ''] = pattern.exec(text) ?? [];
    end += taken.length;
    return taken;
  };
  let run = take(RUN);
  while (run !== '') {
    characters += run;
    const before = end;
    if (characters.length > maxCharacters) break;
    const gap = take(GAP);
    if (gap === '' || (/\s/.test(gap) && run.length < MIN_BROKEN)) {
      end = before;
      break;
    }
    run = take(RUN);
  }
  return { characters, isShortened: /^(?:\u2026|\.\.)/.test(text.slice(end, end + 2)), end };
}

/** Behind `vigil:`, up to two slashes and the word, with whatever programs put between them. */
function* claimsIn(text: string, { word, maxCharacters }: TextKind): Generator<Claim> {
  const mark = new RegExp(`vigil([^A-Za-z0-9]{1,8})${word}[^A-Za-z0-9_-]{0,4}`, 'gi');
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (!/[:/]/.test(found[1] ?? '')) continue;
    const claim = claimAt(text, mark.lastIndex, maxCharacters);
    mark.lastIndex = claim.end;
    yield claim;
  }
}

/** Links alone stand behind pages too, which have fragments of their own: a link is never so short. */
function* claimsOfPages(text: string, { maxCharacters }: TextKind): Generator<Claim> {
  const mark = /#(?=[A-Za-z0-9_-]{60})/g;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const address =
      text
        .slice(Math.max(0, found.index - 2048), found.index)
        .split(/[\s#]/)
        .at(-1) ?? '';
    if (!/https?:\/\//i.test(address)) continue;
    const claim = claimAt(text, mark.lastIndex, maxCharacters);
    mark.lastIndex = claim.end;
    yield claim;
  }
}

/** The longest that claims to be of this kind, whole or not, in any reading; null if nothing does. */
export function longestClaim(pasted: string | PastedText, kind: TextKind): Claim | null {
  let longest: Claim | null = null;
  for (const { text: read, isRejoined } of PastedText.of(pasted).readings()) {
    if (isRejoined) break;
    const text = likeliest(plainDashes(read));
    const claims = [claimsIn(text, kind), ...(kind.word === 'join' ? [claimsOfPages(text, kind)] : [])];
    for (const some of claims)
      for (const claim of some)
        if (claim.characters.length > (longest?.characters.length ?? -1)) longest = claim;
  }
  return longest;
}

/** What happened to a claim; its bytes, of the version that is read, where only what they hold can tell. */
export type Flaw =
  { what: 'none' | 'too-long' | 'cut-off' | 'altered' | 'newer' | 'older' } | { bytes: Uint8Array };

/** @param minimum of bytes. */
export function flawOf(claim: Claim | null, kind: TextKind, minimum: number): Flaw {
  if (claim === null) return { what: 'none' };
  const { characters, isShortened } = claim;
  if (characters.length > kind.maxCharacters) return { what: 'too-long' };
  if (isShortened) return { what: 'cut-off' };
  if (isOfOneCase(characters)) return { what: 'altered' };
  if (characters.length % 4 === 1) return { what: 'cut-off' };
  const bytes = fromBase64Url(characters);
  if (bytes.length < minimum) return { what: 'cut-off' };
  const [version = 0] = bytes;
  if (version === kind.version) return { bytes };
  // Whatever was damaged says nothing about versions.
  if (version === 0 || !isWhole(kind, bytes)) return { what: 'altered' };
  return { what: version > kind.version ? 'newer' : 'older' };
}

/** Upper and lower case are told apart in what was not damaged: letters of one case alone were made so. */
function isOfOneCase(characters: string): boolean {
  return characters.length >= MIN_BROKEN && (!/[a-z]/.test(characters) || !/[A-Z]/.test(characters));
}
