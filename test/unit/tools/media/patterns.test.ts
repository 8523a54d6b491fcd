import { describe, expect, it } from 'vitest';
import { wavOf, y4mOf } from '../../../support/media/files';
import { barsOf, frameOf, PICTURE_INDICES } from '../../../support/media/picture';
import { locateBlock, recognisePicture, recogniseTone } from '../../../support/media/recognise';
import { frequencyOf, TONE_INDICES } from '../../../support/media/tone';

const indices = Array.from({ length: PICTURE_INDICES }, (_, index) => index);

/** Grey is enough: the recognisers look at brightness. */
function rgbaOf(luma: Uint8Array, width: number, height: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) rgba.fill(luma[i] ?? 0, i * 4, i * 4 + 3);
  return rgba;
}

function mirrored(rgba: Uint8Array, width: number): Uint8Array {
  const pixels = new Uint32Array(rgba.buffer.slice(0));
  for (let start = 0; start < pixels.length; start += width) pixels.subarray(start, start + width).reverse();
  return new Uint8Array(pixels.buffer);
}

/** The middle of the picture, as wide as 4:3. */
function cropped(rgba: Uint8Array, width: number, height: number): [Uint8Array, number] {
  const narrow = Math.round((height * 4) / 3);
  const from = Math.floor((width - narrow) / 2);
  const rows = Array.from({ length: height }, (_, y) =>
    rgba.subarray((y * width + from) * 4, (y * width + from + narrow) * 4),
  );
  return [Buffer.concat(rows), narrow];
}

describe('pictures', () => {
  it.each(indices)('participant %i is recognised in several sizes, and cropped', (index) => {
    for (const [width, height] of [
      [320, 180],
      [640, 360],
      [160, 90],
    ] as const) {
      const rgba = rgbaOf(frameOf(index, 0.25, width, height), width, height);
      expect(recognisePicture(rgba, width, height)).toBe(index);
      const [narrow, narrowWidth] = cropped(rgba, width, height);
      expect(recognisePicture(narrow, narrowWidth, height)).toBe(index);
    }
  });

  it('is nobody’s when black, grey, mirrored or half there', () => {
    const [width, height] = [320, 180];
    const size = width * height * 4;
    expect(recognisePicture(new Uint8Array(size), width, height)).toBeNull();
    expect(recognisePicture(new Uint8Array(size).fill(128), width, height)).toBeNull();
    for (const index of indices) {
      const rgba = rgbaOf(frameOf(index, 0, width, height), width, height);
      expect(recognisePicture(mirrored(rgba, width), width, height)).toBeNull();
      const half = rgba.map((byte, i) => ((i / 4) % width < width / 2 ? byte : 0));
      expect(recognisePicture(half, width, height)).toBeNull();
    }
  });

  it('is nobody’s when it is noise', () => {
    let state = 1;
    const noise = new Uint8Array(320 * 180 * 4).map(() => (state = (state * 48_271) % 0x7fff_ffff) & 255);
    expect(recognisePicture(noise, 320, 180)).toBeNull();
  });

  it('has a block that moves there and back', () => {
    const at = (phase: number) => locateBlock(rgbaOf(frameOf(3, phase, 320, 180), 320, 180), 320, 180);
    expect(at(0.1)).toBeLessThan(at(0.25) ?? 0);
    expect(at(0.25)).toBeLessThan(at(0.5) ?? 0);
    expect(at(0.75)).toBeCloseTo(at(0.25) ?? 0);
    expect(locateBlock(new Uint8Array(320 * 180 * 4), 320, 180)).toBeNull();
  });

  it('has other bars for each participant', () => {
    expect(new Set(indices.map((index) => barsOf(index).join())).size).toBe(PICTURE_INDICES);
    expect(() => barsOf(PICTURE_INDICES)).toThrow(RangeError);
  });
});

describe('tones', () => {
  const bins = (levels: Record<number, number>, fftSize = 2_048): Float32Array => {
    const spectrum = new Float32Array(fftSize / 2).fill(-110);
    for (const [hertz, level] of Object.entries(levels)) {
      spectrum[Math.round((Number(hertz) * fftSize) / 48_000)] = level;
    }
    return spectrum;
  };

  it.each(indices)('participant %i is recognised', (index) => {
    expect(recogniseTone(bins({ [frequencyOf(index)]: -30 }), 48_000, 2_048)).toBe(index);
  });

  it('is nobody’s when silent, faint or a mixture', () => {
    expect(recogniseTone(bins({}), 48_000, 2_048)).toBeNull();
    expect(recogniseTone(new Float32Array(1_024).fill(-Infinity), 48_000, 2_048)).toBeNull();
    expect(recogniseTone(bins({ [frequencyOf(1)]: -80 }), 48_000, 2_048)).toBeNull();
    expect(recogniseTone(bins({ [frequencyOf(1)]: -30, [frequencyOf(2)]: -35 }), 48_000, 2_048)).toBeNull();
    expect(recogniseTone(new Float32Array(1_024).fill(-30), 48_000, 2_048)).toBeNull();
  });

  it('has another frequency for each participant', () => {
    expect(new Set(indices.map(frequencyOf)).size).toBe(TONE_INDICES);
    expect(() => frequencyOf(-1)).toThrow(RangeError);
  });
});

describe('files', () => {
  it('have the sizes that their heads promise', () => {
    const video = y4mOf(0, { seconds: 1 });
    const head = 'YUV4MPEG2 W320 H180 F15:1 Ip A1:1 C420\n';
    expect(Buffer.from(video.subarray(0, head.length)).toString()).toBe(head);
    expect(video.length).toBe(head.length + 15 * ('FRAME\n'.length + (320 * 180 * 3) / 2));
    const audio = Buffer.from(wavOf(0, { seconds: 1 }));
    expect(audio.readUInt32LE(40)).toBe(48_000 * 2);
    expect(audio.length).toBe(44 + 48_000 * 2);
  });

  it('are the same every time', () => {
    expect(Buffer.compare(wavOf(5), wavOf(5))).toBe(0);
    expect(Buffer.compare(wavOf(5), wavOf(6))).not.toBe(0);
  });
});
