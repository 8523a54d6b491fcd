/** Two hundred photographs of codes, with whatever goes wrong at once: how many are read. */
import { expect, test } from 'vitest';
import { readCode } from '../../../../renderer/qr/qr-reader';
import { toBase64Url } from '../../../../shared/bytes';
import { throughJpeg } from '../../../support/qr/jpeg';
import { photograph, type Shot } from '../../../support/qr/photograph';

/** All of them by `npm test -- tools`, among the other unit tests each sixteenth. */
const WHOLE = process.env['VIGIL_TOOLS'] === 'whole';
const PHOTOGRAPHS = 200;
const EACH = WHOLE ? 1 : 16;

const text = `VIGIL-CODE:1:${toBase64Url(Uint8Array.from({ length: 68 }, (_, index) => (index * 89 + 7) & 255))}`;

/** The same numbers in every run, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed + 1;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let skipped = 0; skipped < 10; skipped++) next();
  return next;
}

interface Photograph {
  shot: Shot;
  quality: number;
}

/** As people photograph a screen: any angle, 45 degrees among them, mirrored now and then, seldom sharp. */
function taken(random: () => number): Photograph {
  const turned = random() < 0.2 ? 45 : 360 * random();
  const [mirrored, oblique, blurred, bright] = [0.3, 0.5, 0.5, 0.4].map((share) => random() < share);
  return {
    shot: {
      turned,
      mirrored: mirrored === true,
      perspective: oblique === true ? 0.35 * random() : 0,
      blur: blurred === true ? 1 + Math.floor(2 * random()) : 0,
      glare: bright === true ? 0.6 * random() : 0,
      noise: 20 * random(),
      size: 220 + 110 * random(),
    },
    quality: 30 + 65 * random(),
  };
}

test(
  'at least nine of ten photographs are read, and none is read as something else',
  { timeout: 600_000 },
  () => {
    const unread: Photograph[] = [];
    for (let index = 0; index < PHOTOGRAPHS; index += EACH) {
      const random = numbers(index);
      const { shot, quality } = taken(random);
      const read = readCode(throughJpeg(photograph(text, shot, random), quality), 'thorough');
      if (read === null) unread.push({ shot, quality });
      else expect(read).toBe(text);
    }
    const count = Math.ceil(PHOTOGRAPHS / EACH);
    console.log(`${String(count - unread.length)} of ${String(count)} photographs are read`);
    expect(unread.length / count, JSON.stringify(unread)).toBeLessThanOrEqual(0.1);
  },
);
