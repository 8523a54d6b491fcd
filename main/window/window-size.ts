/** How large the window begins, and how small it may become: never larger than what the system leaves it of a screen. */

export interface Size {
  width: number;
  height: number;
}

const USUAL: Size = { width: 1280, height: 800 };
/**
 * Everything can be reached from here on, above all a meeting's controls. In logical pixels: a screen of 1366 × 768 whose
 * system draws everything at 200 % has 683 × 384.
 */
const LEAST: Size = { width: 600, height: 320 };

/** @param workArea the screen without the system's own bars, in logical pixels. */
export function windowSize(workArea: Size): Size & { minWidth: number; minHeight: number } {
  const usual = within(USUAL, workArea);
  const least = within(LEAST, workArea);
  return { ...usual, minWidth: least.width, minHeight: least.height };
}

function within({ width, height }: Size, limit: Size): Size {
  return { width: Math.min(width, limit.width), height: Math.min(height, limit.height) };
}
