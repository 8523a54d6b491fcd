/** How fast something has been going on for the last few seconds. */
import type { SteadyClock, SteadyTime } from '../../clocks';

const WINDOW_MS = 4000;
/** Shorter than that nothing can be said. */
const MIN_MS = 500;

export class Pace {
  #steps: { at: SteadyTime; bytes: number }[] = [];

  constructor(private readonly steady: SteadyClock) {}

  add(bytes: number): void {
    this.#forget();
    this.#steps.push({ at: this.steady(), bytes });
  }

  /** Bytes a second; null while it cannot be said. */
  get speed(): number | null {
    this.#forget();
    const [first] = this.#steps;
    const took = first ? this.steady() - first.at : 0;
    if (took < MIN_MS) return null;
    // What the first step brought came before its time.
    const bytes = this.#steps.slice(1).reduce((sum, step) => sum + step.bytes, 0);
    return Math.round((bytes * 1000) / took);
  }

  clear(): void {
    this.#steps = [];
  }

  #forget(): void {
    const now = this.steady();
    this.#steps = this.#steps.filter(({ at }) => now - at <= WINDOW_MS && at <= now);
  }
}
