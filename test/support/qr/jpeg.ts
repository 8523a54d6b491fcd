/**
 * What JPEG takes from a grey picture: blocks of 8 × 8 pixels, their cosine transform, rounded by the luminance table of
 * ITU-T T.81, K.1, scaled by quality as libjpeg does. What follows in a file (Huffman coding) loses nothing.
 */
import type { Pixels } from '../../../renderer/qr/qr-reader';

const SIDE = 8;
const LUMINANCE = [
  [16, 11, 10, 16, 24, 40, 51, 61],
  [12, 12, 14, 19, 26, 58, 60, 55],
  [14, 13, 16, 24, 40, 57, 69, 56],
  [14, 17, 22, 29, 51, 87, 80, 62],
  [18, 22, 37, 56, 68, 109, 103, 77],
  [24, 35, 55, 64, 81, 104, 113, 92],
  [49, 64, 78, 87, 103, 121, 120, 101],
  [72, 92, 95, 98, 112, 100, 103, 99],
].flat();

/** Row `u` of the orthonormal cosine transform. */
const COSINES = Array.from({ length: SIDE }, (_, u) =>
  Array.from(
    { length: SIDE },
    (__, x) => Math.sqrt((u === 0 ? 1 : 2) / SIDE) * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE)),
  ),
);

/** @param quality 1 to 100. The picture's sides are multiples of 8, its pixels grey. */
export function throughJpeg({ width, height, data }: Pixels, quality: number): Pixels {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const table = LUMINANCE.map((step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
  const result = new Uint8ClampedArray(data.length).fill(255);
  for (let top = 0; top < height; top += SIDE)
    for (let left = 0; left < width; left += SIDE) {
      const placeOf = (index: number): number =>
        ((top + Math.floor(index / SIDE)) * width + left + (index % SIDE)) * 4;
      const block = table.map((_, index) => (data[placeOf(index)] ?? 0) - 128);
      const rounded = transformed(block, 'forward').map((value, index) => {
        const step = table[index] ?? 1;
        return Math.round(value / step) * step;
      });
      transformed(rounded, 'back').forEach((value, index) => {
        result.fill(value + 128, placeOf(index), placeOf(index) + 3);
      });
    }
  return { width, height, data: result };
}

function transformed(block: readonly number[], way: 'forward' | 'back'): number[] {
  const factor = (to: number, from: number): number =>
    (way === 'forward' ? COSINES[to]?.[from] : COSINES[from]?.[to]) ?? 0;
  const rows = alongRows(block, factor);
  return turned(alongRows(turned(rows), factor));
}

function alongRows(block: readonly number[], factor: (to: number, from: number) => number): number[] {
  return block.map((_, place) => {
    const start = place - (place % SIDE);
    let sum = 0;
    for (let from = 0; from < SIDE; from++) sum += factor(place % SIDE, from) * (block[start + from] ?? 0);
    return sum;
  });
}

function turned(block: readonly number[]): number[] {
  return block.map((_, place) => block[(place % SIDE) * SIDE + Math.floor(place / SIDE)] ?? 0);
}
