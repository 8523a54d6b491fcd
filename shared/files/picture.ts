/** What a file that arrived says of itself, if it is a picture that can be looked at: its kind and size, before anything decodes it. */

/** Of a file that is shown, in bytes. */
export const MAX_SHOWN_LENGTH = 33_554_432;
/** Of a picture that is decoded: four bytes of memory each. */
export const MAX_SHOWN_PIXELS = 50_000_000;
/** Of one side, in pixels. */
const MAX_SIDE = 20_000;

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

export interface PictureFacts {
  type: (typeof pictureTypes)[number];
  /** In pixels, as the file lies; a photograph may be turned when it is shown. */
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/** Null for whatever is no PNG, JPEG or WebP, or is too large to be decoded. Never throws. */
export function pictureIn(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length > MAX_SHOWN_LENGTH) return null;
  const facts = pngIn(bytes) ?? jpegIn(bytes) ?? webpIn(bytes);
  if (facts === null) return null;
  const { width, height } = facts;
  const fits = Math.min(width, height) > 0 && Math.max(width, height) <= MAX_SIDE;
  return fits && width * height <= MAX_SHOWN_PIXELS ? facts : null;
}

/** What lies outside counts as 0. */
const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;
const u16 = (bytes: Uint8Array, index: number): number => at(bytes, index) * 256 + at(bytes, index + 1);
const u24LE = (bytes: Uint8Array, index: number): number =>
  at(bytes, index) + at(bytes, index + 1) * 256 + at(bytes, index + 2) * 65_536;
const says = (bytes: Uint8Array, index: number, text: string): boolean =>
  Array.from(text).every((letter, offset) => at(bytes, index + offset) === letter.charCodeAt(0));

/** PNG (third edition), 5.2 and 11.2.1: the header comes first. */
function pngIn(bytes: Uint8Array): PictureFacts | null {
  if (!says(bytes, 0, '\x89PNG\r\n\x1a\n') || !says(bytes, 12, 'IHDR')) return null;
  const [width, height] = [16, 20].map((index) => u16(bytes, index) * 65_536 + u16(bytes, index + 2));
  return { type: 'image/png', width: width ?? 0, height: height ?? 0 };
}

/** ITU-T T.81, B.1.1: segments with their lengths, up to the first frame header. */
function jpegIn(bytes: Uint8Array): PictureFacts | null {
  if (!says(bytes, 0, '\xff\xd8\xff')) return null;
  for (let place = 2; place + 9 <= bytes.length;) {
    if (at(bytes, place) !== 0xff) return null;
    const marker = at(bytes, place + 1);
    if (marker === 0xff) {
      // Padding.
      place++;
      continue;
    }
    // SOF0 to SOF15, but for the three that are tables (DHT, JPG, DAC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: 'image/jpeg', height: u16(bytes, place + 5), width: u16(bytes, place + 7) };
    const length = u16(bytes, place + 2);
    // SOS or EOI before a frame header, or a segment that does not hold its own length.
    if (marker === 0xda || marker === 0xd9 || length < 2) return null;
    place += 2 + length;
  }
  return null;
}

/** RFC 9649, 2.4 to 2.7: the first chunk says how large it is. */
function webpIn(bytes: Uint8Array): PictureFacts | null {
  if (!says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return null;
  const size = webpSize(bytes);
  return size && { type: 'image/webp', ...size };
}

function webpSize(bytes: Uint8Array): Size | null {
  if (says(bytes, 12, 'VP8X')) return { width: u24LE(bytes, 24) + 1, height: u24LE(bytes, 27) + 1 };
  if (says(bytes, 12, 'VP8L') && at(bytes, 20) === 0x2f) {
    const packed = u24LE(bytes, 21) + at(bytes, 24) * 16_777_216;
    return { width: (packed % 16_384) + 1, height: (Math.floor(packed / 16_384) % 16_384) + 1 };
  }
  if (says(bytes, 12, 'VP8 ') && says(bytes, 23, '\x9d\x01\x2a')) {
    const side = (index: number): number => (at(bytes, index) + at(bytes, index + 1) * 256) % 16_384;
    return { width: side(26), height: side(28) };
  }
  return null;
}
