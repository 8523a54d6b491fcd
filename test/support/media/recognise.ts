/**
 * Recognises whose picture or sound something is. Each function holds everything that it needs, so that it can be
 * handed to a page as text; therefore the numbers of picture.ts and tone.ts are repeated here, and no function
 * inside one has a name (some compilers add a helper for those).
 */

/**
 * Whose picture this is, or null when it is nobody's: black, frozen grey, scrambled, or cut off.
 * @param rgba four bytes for each pixel, as canvas gives them
 */
export function recognisePicture(rgba: ArrayLike<number>, width: number, height: number): number | null {
  // As it was made, and cropped from 16:9 to 4:3.
  for (const [left, right] of [
    [0.2, 0.8],
    [0.1, 0.9],
  ] as const) {
    const bars: number[] = [];
    for (let bar = 0; bar < 12; bar++) {
      // The middle of the bar: its edges are blurred by scaling and compression.
      let sum = 0;
      let count = 0;
      for (let i = 0; i < 5; i++) {
        for (let j = 0; j < 5; j++) {
          const across = left + ((bar + 0.3 + 0.1 * i) / 12) * (right - left);
          const down = 0.4 + 0.035 * j;
          const at = 4 * (Math.floor(down * height) * width + Math.floor(across * width));
          sum += 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
          count++;
        }
      }
      bars.push(sum / count);
    }
    const bright = Math.max(...bars);
    const dark = Math.min(...bars);
    if (bright - dark < 80) continue;
    const bits = bars.map((luma) => (luma > (bright + dark) / 2 ? 1 : 0));
    const guards = bits[0] === 1 && bits[1] === 0 && bits[10] === 1 && bits[11] === 1;
    const agree = [2, 3, 4, 5].every((bar) => bits[bar] !== bits[bar + 4]);
    if (guards && agree) return [2, 3, 4, 5].reduce((index, bar) => 2 * index + (bits[bar] ?? 0), 0);
  }
  return null;
}

/**
 * Where the moving block is, from 0 (left) to 1 (right), or null when there is none. Two different answers prove
 * that the picture moves.
 * @param rgba four bytes for each pixel, as canvas gives them
 */
export function locateBlock(rgba: ArrayLike<number>, width: number, height: number): number | null {
  const row = Math.floor(0.825 * height);
  let sum = 0;
  let count = 0;
  // The track without its ends, where the background begins.
  for (let x = Math.ceil(0.11 * width); x < Math.floor(0.89 * width); x++) {
    const at = 4 * (row * width + x);
    const luma = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
    if (luma < 150) continue;
    sum += x;
    count++;
  }
  return count < 0.02 * width || count > 0.12 * width ? null : sum / count / width;
}

/**
 * Whose sound this is, or null when it is nobody's right now: between two bursts there is nothing to hear.
 * @param frequencyBins decibels, as AnalyserNode.getFloatFrequencyData gives them
 */
export function recogniseTone(
  frequencyBins: ArrayLike<number>,
  sampleRate: number,
  fftSize: number,
): number | null {
  const levels: number[] = [];
  for (let index = 0; index < 16; index++) {
    const middle = Math.round(((600 + 150 * index) * fftSize) / sampleRate);
    const around = [middle - 1, middle, middle + 1].map((bin) => frequencyBins[bin] ?? -Infinity);
    levels.push(Math.max(...around));
  }
  const loudest = Math.max(...levels);
  const others = levels.filter((level) => level !== loudest);
  // One voice: far above silence, and far above every other participant's tone.
  if (loudest < -65 || others.length !== 15 || Math.max(...others) > loudest - 15) return null;
  return levels.indexOf(loudest);
}
