/** Finds a QR code in pixels. */
import decodeQR from 'qr/decode.js';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, alpha for each pixel. */
  data: Uint8ClampedArray;
}

/**
 * The text of a code, or null when there is none that can be read. @param effort quick: for a camera, that soon brings
 * another picture. thorough: there is this picture only; still bounded in time.
 */
export function readCode({ width, height, data }: Pixels, effort: 'quick' | 'thorough'): string | null {
  try {
    return decodeQR({ width, height, data }, effort === 'quick' ? {} : { effort: Infinity, timeLimit: 2000 });
  } catch {
    return null;
  }
}
