/** A steady clock without sleep: what passed while the computer slept, or could not run for seconds, counts as nothing. */
import type { SteadyClock, SteadyTime } from '../../clocks';

/** Milliseconds. Whoever asks does so more often than this. */
const SLEEP_MS = 5000;

export class AwakeClock {
  #last: SteadyTime;
  #slept = 0;

  constructor(private readonly steady: SteadyClock) {
    this.#last = steady();
  }

  now(): SteadyTime {
    const passed = this.steady() - this.#slept - this.#last;
    if (passed > SLEEP_MS) this.#slept += passed;
    else this.#last += passed;
    return this.#last;
  }
}
