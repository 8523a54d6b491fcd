import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  MAX_VERSION_NUMBER,
  parseVersion,
  showVersion,
} from '../../../../shared/release/version';

const versions = fc.tuple(
  fc.integer({ min: 0, max: MAX_VERSION_NUMBER }),
  fc.integer({ min: 0, max: MAX_VERSION_NUMBER }),
  fc.integer({ min: 0, max: MAX_VERSION_NUMBER }),
);

describe('a version', () => {
  it('is read as it is shown, and ordered by its numbers, not by its letters', () => {
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        expect(parseVersion(showVersion(a))).toEqual(a);
        const order =
          a.map((number, at) => number - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
        expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(order));
      }),
    );
    expect(compareVersions([0, 10, 0], [0, 9, 9])).toBeGreaterThan(0);
  });

  it.each([
    '',
    '1',
    '1.2',
    '1.2.3.4',
    '01.2.3',
    '1.2.3-beta',
    ' 1.2.3',
    '1.2.65536',
    '-1.2.3',
    '1.2.3\n',
    '１.2.3',
  ])('is nothing else: %j', (text) => {
    expect(parseVersion(text)).toBeNull();
  });
});
