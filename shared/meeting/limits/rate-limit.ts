/** Two ways to bound how often something happens, both by the clock that is handed in. */
import type { SteadyClock } from '../../clocks';

/** At most so many events in each second. */
export class RateLimit {
  #windowStart = 0;
  #used = 0;

  constructor(
    private readonly perSecond: number,
    private readonly steady: SteadyClock,
  ) {}

  take(): boolean {
    const now = this.steady();
    if (now - this.#windowStart >= 1000 || now < this.#windowStart) {
      this.#windowStart = now;
      this.#used = 0;
    }
    if (this.#used >= this.perSecond) return false;
    this.#used++;
    return true;
  }
}

/** So many times at once, and one time more after each pause: a token bucket. */
export class Allowance {
  #left: number;
  #refilledAt: number;

  /** @param refillMs milliseconds after which one more is allowed. */
  constructor(
    private readonly capacity: number,
    private readonly refillMs: number,
    private readonly steady: SteadyClock,
  ) {
    this.#left = capacity;
    this.#refilledAt = steady();
  }

  take(): boolean {
    this.#refill();
    if (this.#left === 0) return false;
    this.#left--;
    return true;
  }

  /** Milliseconds until there is one more; 0 if there is one now. */
  get waitMs(): number {
    this.#refill();
    return this.#left > 0 ? 0 : this.refillMs - (this.steady() - this.#refilledAt);
  }

  #refill(): void {
    const now = this.steady();
    const more = Math.floor((now - this.#refilledAt) / this.refillMs);
    // A clock that was set back begins anew.
    if (more < 0) this.#refilledAt = now;
    if (more <= 0) return;
    this.#left = Math.min(this.capacity, this.#left + more);
    this.#refilledAt += more * this.refillMs;
  }
}
