/** At most so many events in a second, by the clock that is handed in. */
export class RateLimit {
  #windowStart = 0;
  #used = 0;

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {}

  take(): boolean {
    const now = this.now();
    if (now - this.#windowStart >= 1000 || now < this.#windowStart) {
      this.#windowStart = now;
      this.#used = 0;
    }
    if (this.#used >= this.perSecond) return false;
    this.#used++;
    return true;
  }
}
