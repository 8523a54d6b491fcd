/** A clock that stands still until it is told to run, and everything that was planned for later. */
export class Scheduler {
  #now: number;
  #next = 0;
  #planned: { at: number; order: number; run: () => void }[] = [];

  /** @param startMs Unix milliseconds; by default in the middle of an hour, away from the border of periods. */
  constructor(startMs = 1_800_001_500_000) {
    this.#now = startMs;
  }

  readonly now = (): number => this.#now;

  readonly timer = (milliseconds: number, run: () => void): (() => void) => {
    const planned = { at: this.#now + milliseconds, order: this.#next++, run };
    this.#planned.push(planned);
    return () => {
      this.#planned = this.#planned.filter((other) => other !== planned);
    };
  };

  /** Runs what is due within the time, in order. Throws if it never comes to rest. */
  run(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let steps = 0; ; steps++) {
      if (steps > 200_000) throw new Error('the simulated world never comes to rest');
      const due = this.#planned
        .filter(({ at }) => at <= end)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!due) break;
      this.#planned = this.#planned.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }
}
