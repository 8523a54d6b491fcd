/** The window among other windows: whether it is in front, and how it draws attention where it is not. */
import { app, nativeImage, type BrowserWindow } from 'electron';
import { focusWindow } from './window';

const MARK_SIZE = 32;
/** Amber, as Electron takes bitmaps: blue, green, red, alpha. */
const AMBER = [0x3c, 0xa9, 0xf2, 0xff];

export class Attention {
  #count = 0;

  constructor(private readonly window: () => BrowserWindow | null) {}

  get isInFront(): boolean {
    const window = this.#open;
    return window !== null && window.isVisible() && !window.isMinimized() && window.isFocused();
  }

  show(): void {
    if (this.#open) focusWindow(this.#open);
  }

  hide(): void {
    this.#open?.hide();
  }

  close(): void {
    this.#open?.close();
  }

  flash(on: boolean): void {
    this.#open?.flashFrame(on);
  }

  /** A number where the system shows one on the app's symbol; Windows shows a mark there. @param label its meaning */
  badge(count: number, label: string): void {
    if (count === this.#count) return;
    this.#count = count;
    if (process.platform === 'win32') this.#open?.setOverlayIcon(count > 0 ? mark() : null, label);
    else app.setBadgeCount(count);
  }

  get #open(): BrowserWindow | null {
    const window = this.window();
    return window === null || window.isDestroyed() ? null : window;
  }
}

/** A disc. */
function mark(): Electron.NativeImage {
  const middle = (MARK_SIZE - 1) / 2;
  const bitmap = Buffer.alloc(MARK_SIZE * MARK_SIZE * AMBER.length);
  for (let place = 0; place < MARK_SIZE * MARK_SIZE; place++) {
    const fromMiddle = Math.hypot((place % MARK_SIZE) - middle, Math.floor(place / MARK_SIZE) - middle);
    if (fromMiddle <= middle) bitmap.set(AMBER, place * AMBER.length);
  }
  return nativeImage.createFromBitmap(bitmap, { width: MARK_SIZE, height: MARK_SIZE });
}
