/** A picture of the person's own, to be seen behind them: kept in memory, as large as it is shown. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_WIDTH = 1280;
const MOST_HEIGHT = 720;

export class OwnPicture {
  #picture: ImageBitmap | null = null;
  /** One that is still read when another is chosen, or all is forgotten, is too late. */
  #choices = 0;

  get picture(): ImageBitmap | null {
    return this.#picture;
  }

  /** @returns whether there was one. */
  forget(): boolean {
    this.#choices++;
    const had = this.#picture !== null;
    this.#picture?.close();
    this.#picture = null;
    return had;
  }

  /** @returns false: no picture that can be shown; the one before stays. */
  async choose(file: Blob): Promise<boolean> {
    if (file.size > MOST_BYTES) return false;
    const choice = ++this.#choices;
    try {
      const whole = await createImageBitmap(file);
      const scale = Math.min(1, Math.max(MOST_WIDTH / whole.width, MOST_HEIGHT / whole.height));
      const small = await createImageBitmap(whole, {
        resizeWidth: Math.max(1, Math.round(whole.width * scale)),
        resizeHeight: Math.max(1, Math.round(whole.height * scale)),
        resizeQuality: 'high',
      });
      whole.close();
      if (choice !== this.#choices) {
        small.close();
        return false;
      }
      this.#picture?.close();
      this.#picture = small;
      return true;
    } catch {
      return false;
    }
  }
}
