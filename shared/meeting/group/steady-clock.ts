/**
 * A clock for what happens often: it never goes back, and when the computer's clock is set or the computer slept, it
 * goes on as if no time had passed.
 */

/** Milliseconds. Whoever asks does so more often than this. */
export const CLOCK_JUMP_MS = 5000;

export class SteadyClock {
  #last: number;
  #offset = 0;

  /** @param wall the computer's clock, in milliseconds. */
  constructor(private readonly wall: () => number) {
    this.#last = wall();
  }

  now(): number {
    const wall = this.wall();
    const passed = wall - this.#offset - this.#last;
    if (passed < 0 || passed > CLOCK_JUMP_MS) this.#offset = wall - this.#last;
    else this.#last += passed;
    return this.#last;
  }
}
