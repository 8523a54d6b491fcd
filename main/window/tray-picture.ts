/** The symbol in the tray: a flame, drawn here, in three shapes that differ without their colour. */
import { nativeImage, type NativeImage } from 'electron';

/** idle: an outline. meeting: filled. waiting: filled, with a dot. */
export type TrayShape = 'idle' | 'meeting' | 'waiting';

const SIZE = 32;
/** For screens of double density. */
const SCALE = 2;
/** Blue, green, red, alpha. */
const AMBER = [0x3c, 0xa9, 0xf2, 0xff];
const STROKE = 2.6;

export function trayPicture(shape: TrayShape): NativeImage {
  const bitmap = Buffer.alloc(SIZE * SIZE * AMBER.length);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++)
      if (isDrawn(shape, x + 0.5, y + 0.5)) bitmap.set(AMBER, (y * SIZE + x) * AMBER.length);
  return nativeImage.createFromBitmap(bitmap, { width: SIZE, height: SIZE, scaleFactor: SCALE });
}

function isDrawn(shape: TrayShape, x: number, y: number): boolean {
  if (shape === 'waiting') {
    const fromDot = Math.hypot(x - 25, y - 7);
    if (fromDot < 6) return true;
    if (fromDot < 8) return false;
  }
  // The candle's foot.
  if (y > 28 && y < 30.5) return x > 9 && x < 23;
  return isFlame(x, y, 0) && (shape !== 'idle' || !isFlame(x, y, STROKE));
}

/** A round body below a point. @param inset by so much smaller all around */
function isFlame(x: number, y: number, inset: number): boolean {
  const body = { x: 16, y: 17.5, radius: 8 - inset };
  const top = 2 + inset * 2.4;
  if (Math.hypot(x - body.x, y - body.y) <= body.radius) return true;
  if (y < top || y > body.y) return false;
  const part = (y - top) / (body.y - top);
  return Math.abs(x - body.x) <= body.radius * part ** 1.4;
}
