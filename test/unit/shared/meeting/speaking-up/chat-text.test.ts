import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cleanText } from '../../../../../shared/meeting/speaking-up/chat-text';

describe('a text', () => {
  it.each([
    ['nothing', '', ''],
    ['white space only', ' \t\n\u00a0\u2003\u3000\u2800 ', ''],
    ['what shows nothing', '\u200b\u2060\ufeff\u00ad\u3164\u200d', ''],
    ['lone surrogates', 'a\ud800b\udc00c', 'abc'],
    ['lone surrogates only', '\ud800\ud800', ''],
    ['overrides of direction', 'pay \u202eeciL\u202c and \u2066x\u2069 \u200fy', 'pay eciL and x y'],
    ['controls', 'a\u0000b\u0007c\u001b[31m', 'abc[31m'],
    ['line ends of all kinds', 'a\r\nb\rc\u2028d\u2029e\u0085f\u000bg', 'a\nb\nc\nd\ne\nf\ng'],
    ['many empty lines', 'a\n\n\n\n\nb', 'a\n\nb'],
    ['empty lines of spaces', 'a\n  \n\t\n \nb', 'a\n\nb'],
    ['blanks around', '\n\n  a  \n\n', 'a'],
    ['columns', 'a   b\tc', 'a   b c'],
    ['a line as it should be', 'سلام، می‌خواهم 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'سلام، می‌خواهم 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ])('of %s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('does not climb out of its line', () => {
    const tower = `a${'\u0300\u0316\u0489'.repeat(400)}b`;
    const marks = /\p{M}+/u.exec(cleanText(tower))?.[0] ?? '';
    expect(Array.from(marks).length).toBeLessThanOrEqual(8);
    expect(cleanText(tower)).toMatch(/b$/u);
  });

  it('stays as it is when it is clean, and holds nothing that turns text around', () => {
    const nasty = fc.constantFrom(
      '\u202e',
      '\u2066',
      '\u200d',
      '\r',
      '\n',
      ' ',
      '\u0300',
      '\ud83d',
      'a',
      'ب',
      '\u200c',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        const clean = cleanText(parts.join(''));
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\r\u2028\u2029]/u);
        expect(clean).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 300 },
    );
  });

  it('of 64 KB is cleaned in no time', () => {
    for (const unit of [' ', '\n', '\u0300', 'a', '\u200d', ' \n'])
      expect(cleanText(unit.repeat(16_000)).length).toBeLessThanOrEqual(16_000);
  });
});
