import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { standingOf } from '../../../../shared/release/build-standing';
import { judgeRelease, KEPT_RELEASES, withRelease, type Judging } from '../../../../shared/release/judge';
import { SIGNER_AHEAD_SECONDS } from '../../../../shared/release/limits';
import type { Manifest } from '../../../../shared/release/manifest';
import { openRelease, type Release } from '../../../../shared/release/signed-release';
import { DAY, ISSUED, manifestOf, pinnedKeys, signedOf } from '../../../support/release/releases';

beforeAll(cryptoReady);

const released = (change: Partial<Manifest> = {}): Release => {
  const { release } = openRelease(signedOf(change), pinnedKeys());
  if (!release) throw new Error('the test made no release');
  return release;
};

function judged(bytes: Uint8Array, change: Partial<Judging> = {}): string {
  const verdict = judgeRelease(bytes, {
    keys: pinnedKeys(),
    now: ISSUED + DAY,
    running: [0, 1, 0],
    kept: [],
    ...change,
  });
  return verdict.verdict === 'refused' ? verdict.why : verdict.verdict;
}

describe('news of a release', () => {
  it('is taken, once', () => {
    expect(judged(signedOf())).toBe('accepted');
    expect(judged(signedOf(), { kept: [released()] })).toBe('known');
    // Signed by two others of the three: the same words.
    expect(judged(signedOf({}, [1, 2]), { kept: [released()] })).toBe('known');
  });

  it('is taken of the version that runs, which then knows whether it is named', () => {
    expect(judged(signedOf(), { running: [0, 2, 0] })).toBe('accepted');
  });

  it('is refused where no keys are pinned, whoever signed', () => {
    expect(judged(signedOf(), { keys: [] })).toBe('no-keys');
  });

  it('leads never back: not before what runs, nor before what was accepted', () => {
    expect(judged(signedOf(), { running: [0, 2, 1] })).toBe('older');
    expect(judged(signedOf(), { kept: [released({ version: [0, 3, 0] })] })).toBe('older');
    expect(judged(signedOf({ version: [0, 3, 0] }), { kept: [released()] })).toBe('accepted');
    const numbers = fc.integer({ min: 0, max: 3 });
    const versions = fc.tuple(numbers, numbers, numbers);
    fc.assert(
      fc.property(versions, versions, (first, second) => {
        const [a, b] = [first, second].map(([x, y, z]) => x * 100 + y * 10 + z) as [number, number];
        const outcome = judged(signedOf({ version: second }), {
          running: [0, 0, 0],
          kept: [released({ version: first })],
        });
        expect(outcome).toBe(b < a ? 'older' : b > a ? 'accepted' : 'known');
      }),
      { numRuns: 30 },
    );
  });

  it('may be said again with a later end, and not with an earlier one', () => {
    const later = signedOf({ issued: ISSUED + 9, expires: ISSUED + 200 * DAY });
    expect(judged(later, { kept: [released()] })).toBe('accepted');
    expect(judged(signedOf(), { kept: [released({ issued: ISSUED + 9 })] })).toBe('older');
  });

  it.each<[string, Partial<Manifest>]>([
    ['another build', { builds: [] }],
    ['another file', { files: manifestOf().files.slice(1) }],
    ['another word', { notes: 'x' }],
  ])('of one version with %s is a contradiction, also of an older one that is known', (_, change) => {
    const other = signedOf({ ...change, issued: ISSUED + 9 });
    expect(judged(other, { kept: [released()] })).toBe('conflict');
    expect(judged(other, { kept: [released({ version: [0, 3, 0] }), released()] })).toBe('conflict');
  });

  it('bears clocks that differ by a day, and nothing from further ahead', () => {
    expect(judged(signedOf(), { now: ISSUED - 600 })).toBe('accepted');
    expect(judged(signedOf(), { now: ISSUED - SIGNER_AHEAD_SECONDS })).toBe('accepted');
    expect(judged(signedOf(), { now: ISSUED - SIGNER_AHEAD_SECONDS - 1 })).toBe('ahead-of-clock');
  });

  it('is kept for the last few versions, the newest first', () => {
    let kept: Release[] = [];
    for (let minor = 1; minor <= 6; minor++) kept = withRelease(kept, released({ version: [0, minor, 0] }));
    kept = withRelease(kept, released({ version: [0, 6, 0], issued: ISSUED + 9 }));
    expect(kept.map(({ manifest }) => manifest.version[1])).toEqual([6, 5, 4, 3]);
    expect(kept).toHaveLength(KEPT_RELEASES);
    expect(kept[0]?.manifest.issued).toBe(ISSUED + 9);
  });
});

describe('a build', () => {
  const kept = (): Release[] => [released()];
  const build = (byte: number): Uint8Array => new Uint8Array(8).fill(byte);
  it('is named or not by the release of its own version alone', () => {
    expect(standingOf([0, 2, 0], build(7), kept())).toBe('named');
    expect(standingOf([0, 2, 0], build(1), kept())).toBe('unnamed');
    expect(standingOf([0, 1, 0], build(1), kept())).toBe('unknown');
    expect(standingOf(null, build(7), kept())).toBe('unknown');
    expect(standingOf([0, 2, 0], build(0), kept())).toBe('not-released');
    expect(standingOf([0, 2, 0], build(7), [])).toBe('unknown');
  });
});
