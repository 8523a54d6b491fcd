/**
 * Links and texts by hand, as they come out of mail programs, chats, editors and filters. What surrounds a link is
 * changed there, and it is broken apart; its own characters stay. So a pasted text is read in all ways that are
 * plausible, and the checksum tells which reading is right (docs/protocol.md, Reading pasted text).
 */
import { ascii, equalPublic, fromBase64Url } from '../bytes';
import { blake2b256 } from '../crypto/sodium';
import {
  backslashDecoded,
  filterDecoded,
  htmlDecoded,
  narrow,
  percentDecoded,
  printableDecoded,
  unbroken,
  uncoloured,
  withoutPrefixes,
} from './escapes';
import { MAX_PASTED_LENGTH } from './pasted-length';

export const CHECKSUM_LENGTH = 4;
/** Beginnings that are decoded and checksums that are computed for one text at most, together. */
export const MAX_TRIES = 3000;
/** Of those, for what stands behind no prefix. */
const MAX_UNMARKED = 600;

/** What kind of text is looked for. */
export interface TextKind {
  /** It begins `vigil://WORD/`. */
  word: 'join' | 'meet' | 'answer';
  /** The label of its checksum, ASCII. */
  label: string;
  /** Longest one, in base64url characters. */
  maxCharacters: number;
  /** Where one that begins here could end, in bytes, checksum included; shortest first. */
  lengths: (bytes: Uint8Array) => Iterable<number>;
}

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

/** First 4 bytes of BLAKE2b-256 of label and body. */
export function checksumOf({ label }: Pick<TextKind, 'label'>, body: Uint8Array): Uint8Array {
  return blake2b256([ascii(label), body]).subarray(0, CHECKSUM_LENGTH);
}

/** Whether the last four bytes are the checksum of those before. */
export function isWhole(kind: TextKind, bytes: Uint8Array): boolean {
  const body = bytes.subarray(0, -CHECKSUM_LENGTH);
  return equalPublic(checksumOf(kind, body), bytes.subarray(-CHECKSUM_LENGTH));
}

/** Empty, as no reading of its own, where there are no escapes but of percent signs. */
function everythingDecoded(text: string): string {
  const read = htmlDecoded(printableDecoded(backslashDecoded(text)));
  return read === text ? '' : percentDecoded(read);
}

const same = (text: string): string => text;

/** One way to read a pasted text. */
interface Reading {
  text: string;
  /** Of its lines something was taken away, so that words may touch which did not. */
  isRejoined: boolean;
}

/** A pasted text with its readings, each made only if it is asked for, and once for all kinds that are looked for. */
export class PastedText {
  readonly #made: Reading[] = [];
  readonly #rest: Generator<Reading>;

  private constructor(pasted: string) {
    this.#rest = readingsOf(narrow(uncoloured(pasted.slice(0, MAX_PASTED_LENGTH))));
  }

  static of(text: string | PastedText): PastedText {
    return typeof text === 'string' ? new PastedText(text) : text;
  }

  /** The text as it stands, and what it says where its escapes are understood. No two alike. */
  *readings(): Generator<Reading> {
    for (let index = 0; ; index++) {
      const reading = this.#made[index] ?? this.#next();
      if (reading === null) return;
      yield reading;
    }
  }

  #next(): Reading | null {
    // Not for…of, which would end the generator with the first that is taken.
    for (let next = this.#rest.next(); next.done !== true; next = this.#rest.next()) {
      const reading = next.value;
      if (this.#made.some(({ text }) => text === reading.text)) continue;
      this.#made.push(reading);
      return reading;
    }
    return null;
  }
}

function* readingsOf(text: string): Generator<Reading> {
  for (const decode of [same, percentDecoded, htmlDecoded, everythingDecoded, filterDecoded])
    yield { text: decode(text), isRejoined: false };
  // What programs put before lines, and lines that were broken inside an escape.
  const bare = withoutPrefixes(text);
  for (const lines of new Set([bare, unbroken(bare)]))
    for (const decode of [same, percentDecoded, everythingDecoded, filterDecoded])
      if (lines !== text) yield { text: decode(lines), isRejoined: true };
}

const EM_DASH = '\u2014';
const EN_DASH = '\u2013';
/** Stands for a hyphen at the end of a line: of the link, or of whoever broke the line. */
const LINE_HYPHEN = '\u2010';

/** What a dash was before an editor made it so; the likeliest first. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  [EM_DASH]: ['--', '-', '---'],
  [EN_DASH]: ['-', '--'],
  [LINE_HYPHEN]: ['-', ''],
};
const AMBIGUOUS = /[\u2010\u2013\u2014]/g;
/** Dashes of one text of which all meanings are tried; others are what they are likeliest to be. */
const MAX_AMBIGUOUS = 4;

/** Hyphens of all kinds as one, so that only those that may mean several things differ. */
function plainDashes(text: string): string {
  return text
    .replace(/[\u2010-\u2012\u2043\u2212\ufe63]/g, '-')
    .replace(/[\u2015\ufe58]/g, EM_DASH)
    .replace(/-(?=[ \t]{0,80}\r?\n)/g, LINE_HYPHEN);
}

/** Nothing but what can be part of a link: gaps, invisible characters, brackets and broken lines are gone. */
const compacted = (text: string): string =>
  plainDashes(text).replace(/[^A-Za-z0-9_\-\u2010\u2013\u2014]+/g, '');

const likeliest = (text: string): string => text.replace(AMBIGUOUS, (dash) => meanings[dash]?.[0] ?? '');

function* withoutAmbiguity(text: string): Generator<string> {
  const [dash] = text.match(AMBIGUOUS) ?? [];
  if (dash === undefined) yield text;
  else yield* meaningsFrom(text, MAX_AMBIGUOUS);
}

function* meaningsFrom(text: string, depth: number): Generator<string> {
  const index = text.search(AMBIGUOUS);
  if (index < 0 || depth === 0) {
    yield likeliest(text);
    return;
  }
  const choices = meanings[text.charAt(index)] ?? [];
  for (const rest of meaningsFrom(text.slice(index + 1), depth - 1))
    for (const choice of choices) yield `${text.slice(0, index)}${choice}${rest}`;
}

/** As many bytes as the characters give. */
function leadingBytes(characters: string): Uint8Array {
  return fromBase64Url(characters.length % 4 === 1 ? characters.slice(0, -1) : characters);
}

/** Version 1, and a first field of small value: how each text begins that this version can read. */
const BEGINNING = 'AQ[A-L]';

/** Behind a prefix first, otherwise in the order in which they stand. */
function* startsIn(compact: string, word: string): Generator<{ start: number; isMarked: boolean }> {
  const mark = `vigil${word}`;
  const marked = new Set<number>();
  for (const { index } of compact.matchAll(new RegExp(`${mark}(?=AQ)`, 'gi'))) {
    const start = index + mark.length;
    marked.add(start);
    yield { start, isMarked: true };
  }
  for (const { index } of compact.matchAll(new RegExp(BEGINNING, 'g')))
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
    for (const { start, isMarked } of startsIn(compact, kind.word)) {
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

/** Upper and lower case are told apart in what was not damaged: letters of one case alone were made so. */
export function isOfOneCase(characters: string): boolean {
  return characters.length >= MIN_BROKEN && (!/[a-z]/.test(characters) || !/[A-Z]/.test(characters));
}
