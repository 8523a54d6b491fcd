/**
 * What one viewer's line carries of the picture, from what the browser allows at each look. It falls when two looks say so,
 * and rises slowly: each other size of the picture costs all viewers a key frame.
 */

/** Headers and repetitions take the rest: so much of what was asked for is all of it. */
const ALL = 0.8;
const RISE = 1.1;

export class Line {
  #bits = Infinity;
  #last = Infinity;

  /** Bits per second; null while it carries all that is asked of it. */
  get bits(): number | null {
    return this.#bits === Infinity ? null : this.#bits;
  }

  /** Once a second. @param allowed bits per second; null while nothing is sent. @param asked the most that may be sent. */
  take(allowed: number | null, asked: number): void {
    const seen = allowed === null || allowed >= asked * ALL ? Infinity : allowed;
    const better = Math.max(seen, this.#last);
    this.#last = seen;
    if (better <= this.#bits) this.#bits = better;
    else if (seen > this.#bits) {
      const risen = this.#bits * RISE;
      this.#bits = seen === Infinity && risen >= asked * ALL ? Infinity : Math.min(seen, risen);
    }
  }
}
