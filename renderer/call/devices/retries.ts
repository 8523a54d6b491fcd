/** When a device that another program has is tried again: no event says that it was let go. */

/** After so many milliseconds; the last one again and again. */
const PAUSES_MS = [2000, 4000, 8000, 15_000, 30_000];
/** For about ten minutes; then it takes a click, or news of the devices. */
const MOST = 24;

export class Retries {
  #done = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Nothing once it has been tried often enough. */
  later(act: () => void): void {
    this.cancel();
    if (this.#done >= MOST) return;
    this.#timer = setTimeout(act, PAUSES_MS[this.#done] ?? PAUSES_MS.at(-1));
    this.#done++;
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** Counts from the beginning. */
  anew(): void {
    this.#done = 0;
  }
}
