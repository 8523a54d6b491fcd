/** Dashes: editors make one of two hyphens, or another kind of each, and lines are broken with hyphens. */

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
export function plainDashes(text: string): string {
  return text
    .replace(/[\u2010-\u2012\u2043\u2212\ufe63]/g, '-')
    .replace(/[\u2015\ufe58]/g, EM_DASH)
    .replace(/-(?=[ \t]{0,80}\r?\n)/g, LINE_HYPHEN);
}

/** Nothing but what can be part of a link: gaps, invisible characters, brackets and broken lines are gone. */
export const compacted = (text: string): string =>
  plainDashes(text).replace(/[^A-Za-z0-9_\-\u2010\u2013\u2014]+/g, '');

/** Every dash that may mean several things as what it is likeliest to be. */
export const likeliest = (text: string): string =>
  text.replace(AMBIGUOUS, (dash) => meanings[dash]?.[0] ?? '');

/** The text in every meaning of its first dashes; the likeliest first. */
export function* withoutAmbiguity(text: string): Generator<string> {
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
