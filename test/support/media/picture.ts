/**
 * A participant's picture: a colour, a barcode of the participant's index, and a block that moves.
 *
 * The barcode lies in the middle three fifths of the width, so that it survives being cropped to 4:3. Its twelve
 * bars are: bright, dark, four bits of the index (highest first, bright is 1), the same bits inverted, bright, bright.
 * `recognisePicture` reads it.
 */

export const PICTURE_INDICES = 16;
/** Where things are, as shares of the picture's width and height. */
const barcode = { left: 0.2, right: 0.8, top: 0.35, bottom: 0.6 };
const track = { left: 0.1, right: 0.9, top: 0.75, bottom: 0.9 };
const blockWidth = 0.08;

const BRIGHT = 235;
const DARK = 16;

/** The bars for an index, true is bright. */
export function barsOf(index: number): boolean[] {
  if (!Number.isInteger(index) || index < 0 || index >= PICTURE_INDICES)
    throw new RangeError('no such index');
  const bits = [8, 4, 2, 1].map((bit) => (index & bit) !== 0);
  return [true, false, ...bits, ...bits.map((bit) => !bit), true, true];
}

/** Blue and red difference of a participant's colour, both around 128; neighbours differ most. */
function colourOf(index: number): { u: number; v: number } {
  const angle = (index * 5 * 2 * Math.PI) / PICTURE_INDICES;
  return { u: Math.round(128 + 70 * Math.cos(angle)), v: Math.round(128 + 70 * Math.sin(angle)) };
}

const inside = (value: number, from: number, to: number): boolean => value >= from && value < to;

/**
 * One frame as planar YUV 4:2:0, limited range.
 * @param phase where the block is on its way there and back, 0 to 1
 */
export function frameOf(index: number, phase: number, width: number, height: number): Uint8Array {
  const bars = barsOf(index);
  const { u, v } = colourOf(index);
  const chroma = (width / 2) * (height / 2);
  const frame = new Uint8Array(width * height + 2 * chroma);
  const way = 1 - Math.abs(1 - 2 * phase);
  const blockLeft = track.left + way * (track.right - track.left - blockWidth);
  for (let y = 0; y < height; y++) {
    const down = (y + 0.5) / height;
    for (let x = 0; x < width; x++) {
      const across = (x + 0.5) / width;
      let luma = 110;
      if (inside(down, barcode.top, barcode.bottom) && inside(across, barcode.left, barcode.right)) {
        const bar = Math.floor(((across - barcode.left) / (barcode.right - barcode.left)) * bars.length);
        luma = bars[bar] === true ? BRIGHT : DARK;
      } else if (inside(down, track.top, track.bottom) && inside(across, track.left, track.right)) {
        luma = inside(across, blockLeft, blockLeft + blockWidth) ? BRIGHT : DARK;
      }
      frame[y * width + x] = luma;
    }
  }
  frame.fill(u, width * height, width * height + chroma);
  frame.fill(v, width * height + chroma);
  return frame;
}
