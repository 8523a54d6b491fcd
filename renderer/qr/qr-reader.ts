/** Finds a QR code in pixels. */
import jsQR from 'jsqr';
import decodeQR from 'qr/decode.js';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, alpha for each pixel. */
  data: Uint8ClampedArray;
}

/**
 * The text of a code, or null when there is none that can be read. Two readers look: one is better with noise and blur,
 * the other with perspective and mirrors. @param effort quick: for a camera, that soon brings another picture. thorough:
 * there is this picture only; still bounded in time.
 */
export function readCode(pixels: Pixels, effort: 'quick' | 'thorough'): string | null {
  const read = readFlat(pixels, effort) ?? readOblique(pixels, effort);
  return read ?? (effort === 'thorough' ? readFlat(mirrored(pixels), effort) : null);
}

function readFlat({ width, height, data }: Pixels, effort: 'quick' | 'thorough'): string | null {
  try {
    return decodeQR({ width, height, data }, effort === 'quick' ? {} : { effort: Infinity, timeLimit: 2000 });
  } catch {
    return null;
  }
}

function readOblique({ width, height, data }: Pixels, effort: 'quick' | 'thorough'): string | null {
  try {
    const inversionAttempts = effort === 'quick' ? 'dontInvert' : 'attemptBoth';
    const text = jsQR(data, width, height, { inversionAttempts })?.data ?? '';
    return text === '' ? null : text;
  } catch {
    return null;
  }
}

/** A camera that shows its owner like a mirror, or a code on glass that is seen from behind. */
function mirrored({ width, height, data }: Pixels): Pixels {
  const from = new Uint32Array(data.slice().buffer);
  const to = new Uint32Array(from.length);
  for (let row = 0; row < height; row++)
    to.set(from.subarray(row * width, (row + 1) * width).toReversed(), row * width);
  return { width, height, data: new Uint8ClampedArray(to.buffer) };
}
