/**
 * A screen with small text, as somebody shares it, and how much of it is read at the other end. Each function holds
 * everything that it needs, so that it can be handed to a page as text.
 */

/** Lines of text on one screen. */
export const SCREEN_LINES = 24;

/** 1920 by 1080. @param index whose screen it is: other text, and another colour at its top. */
export function drawScreen(
  context: Pick<CanvasRenderingContext2D, 'fillStyle' | 'font' | 'textBaseline' | 'fillRect' | 'fillText'>,
  index: number,
): void {
  context.fillStyle = '#fffdf7';
  context.fillRect(0, 0, 1920, 1080);
  context.fillStyle = ['#1d6a45', '#ae1f3d', '#2b4c8a', '#8a4e00'][index % 4] ?? '#000';
  context.fillRect(0, 0, 1920, 80);
  context.fillStyle = '#1f2028';
  context.font = '12px sans-serif';
  context.textBaseline = 'top';
  const words =
    'candle names are read by everyone in turn before a minute of silence amara letter music'.split(' ');
  for (let line = 0; line < 24; line++) {
    let seed = (index + 1) * 7919 + line * 104_729;
    const text: string[] = [];
    for (let word = 0; word < 40; word++) {
      seed = (seed * 48_271) % 2_147_483_647;
      text.push(words[seed % words.length] ?? '');
    }
    context.fillText(text.join(' '), 40, 120 + line * 36);
  }
}

export interface ScreenRead {
  width: number;
  height: number;
  /** Whose screen each line is like most, and whether it is that line. */
  lines: number;
  /** How alike all of it is: 1 is the same. */
  likeness: number;
}

/**
 * Compares a picture with the screen of this participant, line by line of its text.
 * @param seen, made luma of all pixels. @returns how many lines are more like themselves than like any other, and how
 * alike they are on average.
 */
export function compareLines(
  seen: ArrayLike<number>,
  made: ArrayLike<number>,
): { lines: number; likeness: number } {
  const likenessOf = (one: number, other: number): number => {
    let [sumA, sumB, sumAB, sumAA, sumBB, count] = [0, 0, 0, 0, 0, 0];
    for (let y = 0; y < 18; y++)
      for (let x = 40; x < 840; x++) {
        const a = seen[(118 + one * 36 + y) * 1920 + x] ?? 0;
        const b = made[(118 + other * 36 + y) * 1920 + x] ?? 0;
        sumA += a;
        sumB += b;
        sumAB += a * b;
        sumAA += a * a;
        sumBB += b * b;
        count++;
      }
    const spread = Math.sqrt((sumAA - (sumA * sumA) / count) * (sumBB - (sumB * sumB) / count));
    return spread > 0 ? (sumAB - (sumA * sumB) / count) / spread : 0;
  };
  let [lines, likeness] = [0, 0];
  for (let line = 0; line < 24; line++) {
    const own = likenessOf(line, line);
    likeness += own / 24;
    let isOwn = own > 0.5;
    for (let step = 1; step < 24; step += 5) isOwn = isOwn && likenessOf(line, (line + step) % 24) < own;
    if (isOwn) lines++;
  }
  return { lines, likeness };
}
