/**
 * Joiners and variation selectors show nothing by themselves. Some scripts cannot be written without them; anywhere else
 * they would make two names of one (RFC 5892, appendix A.1 and A.2; Unicode UTS 51 for emoji).
 */

/** Marks that silence a consonant's vowel: canonical combining class 9 of Unicode. */
const VIRAMA =
  /[\u{94d}\u{9cd}\u{a4d}\u{acd}\u{b4d}\u{bcd}\u{c4d}\u{ccd}\u{d3b}\u{d3c}\u{d4d}\u{dca}\u{e3a}\u{eba}\u{f84}\u{1039}\u{103a}\u{1714}\u{1715}\u{1734}\u{17d2}\u{1a60}\u{1b44}\u{1baa}\u{1bab}\u{1bf2}\u{1bf3}\u{2d7f}\u{a806}\u{a82c}\u{a8c4}\u{a953}\u{a9c0}\u{aaf6}\u{abed}\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}]/u;
/** Scripts whose letters join, and show by a non-joiner that they do not. */
const JOINED = String.raw`\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}`;
const AFTER_JOINED = new RegExp(String.raw`(?=\p{L})[${JOINED}]\p{M}{0,8}$`, 'u');
const JOINED_LETTER = new RegExp(String.raw`(?=\p{L})[${JOINED}]`, 'u');
const PICTURE = /\p{Extended_Pictographic}/u;
/** A picture, its colour of skin, or the selector that makes a picture of a sign. */
const END_OF_PICTURE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Extended_Pictographic}\ufe0f)$/u;

/** @param conditional fits one such character. */
export function keptWhereNeeded(text: string, conditional: RegExp): string {
  const characters = Array.from(text);
  const following: string[] = [];
  let next = '';
  for (const character of characters.toReversed()) {
    following.push(next);
    if (!conditional.test(character)) next = character;
  }
  let kept = '';
  for (const character of characters) {
    const after = following.pop() ?? '';
    if (!conditional.test(character) || isNeeded(character, kept, after)) kept += character;
  }
  return kept;
}

/** @param before what was kept. @param next the next character that shows something; empty at the end. */
function isNeeded(character: string, before: string, next: string): boolean {
  const last = Array.from(before.slice(-2)).at(-1) ?? '';
  if (character === '\u200c' || character === '\u200d') {
    if (VIRAMA.test(last) || (VIRAMA.test(next) && /[\p{L}\p{M}]/u.test(last))) return true;
    if (character === '\u200c') return AFTER_JOINED.test(before.slice(-20)) && JOINED_LETTER.test(next);
    return END_OF_PICTURE.test(before.slice(-4)) && PICTURE.test(next);
  }
  if (character === '\ufe0e' || character === '\ufe0f')
    return PICTURE.test(last) || (/[0-9#*]/.test(last) && next === '\u20e3');
  return character < '\u1810' ? /\p{Script=Mongolian}/u.test(last) : /\p{Script=Han}/u.test(last);
}
