/** A QR code in an image file. The file is read here and goes nowhere. */
export type CodeImage = { found: 'text'; text: string } | { found: 'none' } | { found: 'unreadable' };

/** Larger images say no more, and cost memory. Pixels. */
const LONGEST_SIDE = 2000;
/** A screenshot of a small code is read better when it is enlarged. */
const SHORTEST_SIDE = 400;
const MAX_FILE_BYTES = 50 * 1024 * 1024;

export async function readCodeImage(image: Blob): Promise<CodeImage> {
  if (image.size > MAX_FILE_BYTES) return { found: 'unreadable' };
  let bitmap;
  try {
    bitmap = await createImageBitmap(image);
  } catch {
    return { found: 'unreadable' };
  }
  const scale = scaleFor(bitmap.width, bitmap.height);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return { found: 'unreadable' };
  // What is transparent counts as paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = scale < 1;
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  // The readers are large, and most people never need them.
  const { readCode } = await import('./qr-reader');
  const text = readCode(context.getImageData(0, 0, width, height), 'thorough');
  return text === null ? { found: 'none' } : { found: 'text', text };
}

function scaleFor(width: number, height: number): number {
  const longest = Math.max(width, height);
  if (longest > LONGEST_SIDE) return LONGEST_SIDE / longest;
  return longest < SHORTEST_SIDE ? Math.ceil(SHORTEST_SIDE / longest) : 1;
}
