/** So many times at once, and one time more after each pause: a token bucket by the clock that is handed in. */
export class Allowance {
  #left: number;
  #refilledAt: number;

  /** @param refillMs milliseconds after which one more is allowed. */
  constructor(
    private readonly capacity: number,
    private readonly refillMs: number,
    private readonly now: () => number,
  ) {
    this.#left = capacity;
    this.#refilledAt = now();
  }

  take(): boolean {
    this.#refill();
    if (this.#left === 0) return false;
    this.#left--;
    return true;
  }

  #refill(): void {
    const now = this.now();
    const more = Math.floor((now - this.#refilledAt) / this.refillMs);
    // A clock that was set back begins anew.
    if (more < 0) this.#refilledAt = now;
    if (more <= 0) return;
    this.#left = Math.min(this.capacity, this.#left + more);
    this.#refilledAt += more * this.refillMs;
  }
}
