import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { concat, uintBE } from '../../../../shared/bytes';
import { MAX_SHOWN_LENGTH, pictureIn } from '../../../../shared/files/picture';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const u24LE = (value: number): Uint8Array => Uint8Array.of(value, value >> 8, value >> 16);

function png(width: number, height: number): Uint8Array {
  const header = concat(uintBE(width, 4), uintBE(height, 4), Uint8Array.of(8, 0, 0, 0, 0), uintBE(0, 4));
  const data = new Uint8Array(deflateSync(Buffer.alloc(16)));
  return concat(bytesOf('\x89PNG\r\n\x1a\n'), uintBE(13, 4), bytesOf('IHDR'), header, data);
}

const frame = (marker: number, width: number, height: number): Uint8Array =>
  concat(Uint8Array.of(0xff, marker, 0, 11, 8), uintBE(height, 2), uintBE(width, 2), new Uint8Array(4));
const segment = (marker: number, length: number): Uint8Array =>
  concat(Uint8Array.of(0xff, marker), uintBE(length + 2, 2), new Uint8Array(length));
const jpeg = (...segments: Uint8Array[]): Uint8Array => concat(Uint8Array.of(0xff, 0xd8), ...segments);

const webp = (chunk: string, ...values: Uint8Array[]): Uint8Array =>
  concat(bytesOf('RIFF'), uintBE(0, 4), bytesOf('WEBP'), bytesOf(chunk), uintBE(0, 4), ...values);

describe('what a file says of the picture in it', () => {
  it.each([
    ['a PNG', png(640, 480), 'image/png'],
    ['a JPEG', jpeg(segment(0xe0, 14), frame(0xc0, 640, 480)), 'image/jpeg'],
    ['a progressive JPEG behind tables', jpeg(segment(0xc4, 30), frame(0xc2, 640, 480)), 'image/jpeg'],
    [
      'a JPEG with padding',
      jpeg(segment(0xe1, 2), Uint8Array.of(0xff, 0xff), frame(0xc0, 640, 480)),
      'image/jpeg',
    ],
    [
      'a lossy WebP',
      webp('VP8 ', new Uint8Array(3), bytesOf('\x9d\x01\x2a'), Uint8Array.of(0x80, 0x42, 0xe0, 0x81)),
      'image/webp',
    ],
    [
      'a lossless WebP',
      webp('VP8L', Uint8Array.of(0x2f), u24LE(639 + 479 * 16_384), Uint8Array.of((479 * 16_384) >> 24)),
      'image/webp',
    ],
    ['an extended WebP', webp('VP8X', new Uint8Array(4), u24LE(639), u24LE(479)), 'image/webp'],
  ])('%s', (_name, bytes, type) => {
    expect(pictureIn(bytes)).toEqual({ type, width: 640, height: 480 });
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a text', bytesOf('GIF89a is none of them')],
    ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
    ['half a PNG', png(640, 480).subarray(0, 15)],
    ['a PNG of no width', png(0, 480)],
    ['a JPEG without a frame', jpeg(segment(0xe0, 14), Uint8Array.of(0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0))],
    ['a JPEG whose segment does not hold its length', jpeg(Uint8Array.of(0xff, 0xe0, 0, 1, 0, 0, 0, 0, 0))],
    ['a JPEG that ends in a segment', jpeg(segment(0xe0, 14).subarray(0, 12))],
    ['a WebP of another kind', webp('VP9 ', new Uint8Array(20))],
  ])('%s is none', (_name, bytes) => {
    expect(pictureIn(bytes)).toBe(null);
  });

  it('is none where it would fill all memory, whatever its file takes', () => {
    expect(pictureIn(png(20_000, 2500))).not.toBe(null);
    expect(pictureIn(png(20_000, 2501))).toBe(null);
    expect(pictureIn(png(20_001, 1))).toBe(null);
    expect(pictureIn(png(0xffff_ffff, 0xffff_ffff))).toBe(null);
    expect(pictureIn(jpeg(frame(0xc0, 65_535, 65_535)))).toBe(null);
    expect(pictureIn(concat(png(1, 1), new Uint8Array(MAX_SHOWN_LENGTH)))).toBe(null);
  });
});
