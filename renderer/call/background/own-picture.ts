/** A picture of the person's own, to be seen behind them: kept in memory, as large as it is shown. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_WIDTH = 1280;
const MOST_HEIGHT = 720;

export class OwnPicture {
  #picture: ImageBitmap | null = null;

  get picture(): ImageBitmap | null {
    return this.#picture;
  }

  /** @returns false: no picture that can be shown; the one before stays. */
  async choose(file: Blob): Promise<boolean> {
    if (file.size > MOST_BYTES) return false;
    try {
      const whole = await createImageBitmap(file);
      const scale = Math.min(1, Math.max(MOST_WIDTH / whole.width, MOST_HEIGHT / whole.height));
      const small = await createImageBitmap(whole, {
        resizeWidth: Math.max(1, Math.round(whole.width * scale)),
        resizeHeight: Math.max(1, Math.round(whole.height * scale)),
        resizeQuality: 'high',
      });
      whole.close();
      this.#picture = small;
      return true;
    } catch {
      return false;
    }
  }
}
