import { expect, test } from 'vitest';
import { readCode, type Pixels } from '../../../../renderer/qr/qr-reader';
import { codePicture } from '../../../../renderer/ui/qr/qr-code';
import { toBase64Url } from '../../../../shared/bytes';
import { photograph, type Shot } from '../../../support/qr/photograph';

/** Draws the path as a screen would, so many pixels for each module. */
function drawn(text: string, scale: number, margin = 0): Pixels {
  const { size, path } = codePicture(text);
  const side = size * scale + 2 * margin;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    const left = Number(x) * scale + margin;
    const top = Number(y) * scale + margin;
    for (let row = top; row < top + scale; row++)
      for (let column = left; column < left + Number(length) * scale; column++)
        data.set([21, 22, 28, 255], (row * side + column) * 4);
  }
  return { width: side, height: side, data };
}

/** The same numbers in every run. */
function numbers(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** As long as a code of Vigil: two keys and a checksum. */
const text = `VIGIL-CODE:1:${toBase64Url(Uint8Array.from({ length: 68 }, (_, index) => (index * 89 + 7) & 255))}`;

test('the code that is shown is the code that is read', () => {
  expect(readCode(drawn(text, 4), 'quick')).toBe(text);
  expect(readCode(drawn(text, 3, 200), 'thorough')).toBe(text);
});

test.each<[string, Shot]>([
  ['straight', {}],
  ['small', { size: 200 }],
  ['turned by 45 degrees', { turned: 45 }],
  ['upside down', { turned: 180 }],
  ['turned a little', { turned: 7 }],
  ['blurred', { blur: 1 }],
  ['noisy', { noise: 20 }],
  ['with a bright spot', { glare: 0.5 }],
  ['mirrored', { mirrored: true }],
  ['mirrored and turned', { mirrored: true, turned: 45 }],
  ['mirrored, blurred and noisy', { mirrored: true, blur: 1, noise: 10 }],
  ['in perspective', { perspective: 0.1 }],
  ['in more perspective', { perspective: 0.2 }],
  ['in perspective and turned', { perspective: 0.2, turned: 20 }],
  ['in much perspective', { perspective: 0.4, turned: 20 }],
])('a code in a photograph is read: %s', (_, shot) => {
  expect(readCode(photograph(text, shot, numbers()), 'thorough')).toBe(text);
});

test('a camera reads mirrored codes as well', () => {
  expect(readCode(photograph(text, { mirrored: true, turned: 10 }, numbers()), 'quick')).toBe(text);
});

test('a code is read although a part of it is covered', () => {
  const picture = drawn(text, 6);
  const { width, data } = picture;
  for (let row = 150; row < 170; row++)
    for (let column = 150; column < 170; column++) data.set([200, 40, 40, 255], (row * width + column) * 4);
  expect(readCode(picture, 'thorough')).toBe(text);
});

test('a picture without a code is no code, and no error', () => {
  const blank = { width: 320, height: 240, data: new Uint8ClampedArray(320 * 240 * 4).fill(255) };
  expect(readCode(blank, 'quick')).toBeNull();
  expect(readCode({ width: 1, height: 1, data: new Uint8ClampedArray(4) }, 'thorough')).toBeNull();
});

test('half a code is no code', () => {
  const picture = drawn(text, 4);
  picture.data.fill(255, picture.data.length / 2);
  expect(readCode(picture, 'thorough')).toBeNull();
});

test('the picture keeps a quiet zone of four modules on all sides', () => {
  const { size, path } = codePicture(text);
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
  const lefts = runs.map(([x = 0]) => x);
  const tops = runs.map(([, y = 0]) => y);
  const rights = runs.map(([x = 0, , length = 0]) => x + length);
  expect([Math.min(...lefts), Math.min(...tops)]).toEqual([4, 4]);
  expect([Math.max(...rights), Math.max(...tops) + 1]).toEqual([size - 4, size - 4]);
});
