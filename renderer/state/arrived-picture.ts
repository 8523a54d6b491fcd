/** Decodes a picture that somebody sent, in this sandbox and from memory, as large as a screen shows it. */
import { pictureIn } from '../../shared/files/picture';

/** Of the longer side. In pixels. */
const LONGEST_SIDE = 2048;

/** Null for what is no picture, is too large, or does not decode. To be closed by whoever asked. */
export async function decodePicture(bytes: Uint8Array): Promise<ImageBitmap | null> {
  const facts = pictureIn(bytes);
  if (facts === null) return null;
  const whole = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: facts.type })).catch(
    () => null,
  );
  if (whole === null) return null;
  const scale = LONGEST_SIDE / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const size = {
    resizeWidth: side(whole.width),
    resizeHeight: side(whole.height),
    resizeQuality: 'high' as const,
  };
  return createImageBitmap(whole, size)
    .catch(() => null)
    .finally(() => {
      whole.close();
    });
}
