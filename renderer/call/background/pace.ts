/** What composing costs, and whether this computer is fast enough for it. */
import type { FromBackground } from './worker-messages';

const REPORT_EVERY_MS = 1000;
/** The first ones wait for what is compiled. */
const WARM_UP_FRAMES = 15;
const JUDGED_FRAMES = 15;
/** A frame that takes longer makes fewer than seven in a second. */
export const MOST_MS = 150;

export class Pace {
  #frames = 0;
  #busy = 0;
  #since: number | null = null;
  readonly #judged: number[] = [];

  constructor(private readonly tell: (message: FromBackground) => void) {}

  /** @returns false: too slow, from the first frames that count. */
  took(milliseconds: number, now: number): boolean {
    if (++this.#frames === 1) this.tell({ type: 'began' });
    this.#since ??= now;
    this.#busy += milliseconds;
    const passed = now - this.#since;
    if (passed >= REPORT_EVERY_MS) {
      this.tell({ type: 'cost', share: this.#busy / passed });
      this.#busy = 0;
      this.#since = now;
    }
    if (this.#frames > WARM_UP_FRAMES && this.#judged.length < JUDGED_FRAMES) {
      this.#judged.push(milliseconds);
      if (this.#judged.length === JUDGED_FRAMES) return this.#middle() <= MOST_MS;
    }
    return true;
  }

  #middle(): number {
    return this.#judged.toSorted((a, b) => a - b)[JUDGED_FRAMES >> 1] ?? 0;
  }
}
