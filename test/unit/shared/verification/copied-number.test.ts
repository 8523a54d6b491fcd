import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedNumber } from '../../../../shared/verification/copied-number';

const groups = '30481 77260 91534 02886 64197 35520 18843 70962 25619 88304 47075 93128'.split(' ');
const digits = groups.join('');
const lines = [0, 4, 8].map((start) => groups.slice(start, start + 4).join(' '));

describe('a copied safety number', () => {
  it.each([
    ['as Vigil copies it', groups.join(' ')],
    ['in three lines', lines.join('\r\n')],
    ['as a quotation', lines.map((line) => `> ${line}`).join('\n')],
    ['without gaps', digits],
    ['in tens', (digits.match(/.{10}/g) ?? []).join('-')],
    ['in a message with times and a name', `[2026-11-23, 10:42] Bob: ${groups.join(' ')} (10:43)`],
    ['in Chinese', `安全码是${groups.join('　')}。`],
    [
      'in full-width digits',
      groups.join(' ').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['twice', `${groups.join(' ')}\nagain: ${digits}`],
    ['with invisible marks', `\u200e${groups.join('\u00a0\u2068')}\u2069`],
  ])('is found %s', (_, text) => {
    expect(copiedNumber(text)).toBe(digits);
  });

  it.each([
    ['in nothing', ''],
    ['in words', 'they are the same'],
    ['in eleven groups', groups.slice(1).join(' ')],
    ['in thirteen groups', [...groups, '11111'].join(' ')],
    ['in sixty-one digits', `${digits}1`],
    ['in two different ones', `${groups.join(' ')} or ${groups.toReversed().join(' ')}`],
    ['far apart', groups.join(' and ')],
    ['in a book', 'x'.repeat(20_000) + digits],
  ])('is not found %s', (_, text) => {
    expect(copiedNumber(text)).toBeNull();
  });

  it('is sixty digits or nothing, whatever the text, and soon', () => {
    const text = fc.string({ unit: fc.constantFrom('0', '7', ' ', '-', '\n', 'x', '１'), maxLength: 400 });
    fc.assert(
      fc.property(text, (copied) => {
        expect(copiedNumber(copied) ?? digits).toMatch(/^\d{60}$/);
      }),
    );
    const before = performance.now();
    copiedNumber('12345 '.repeat(3333));
    copiedNumber('1'.repeat(20_000));
    copiedNumber('1 '.repeat(10_000));
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
