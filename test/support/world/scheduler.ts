/** A clock that stands still until it is told to run, and everything that was planned for later. */
import type { Clocks, SteadyClock, WallClock } from '../../../shared/clocks';

/** So many steps without a millisecond passing are a loop. */
const MAX_STEPS_AT_ONCE = 200_000;

interface Planned {
  at: number;
  order: number;
  /** Null: cancelled. */
  run: (() => void) | null;
}

const isBefore = (one: Planned, other: Planned): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

export class Scheduler implements Clocks {
  readonly #startMs: number;
  #now: number;
  #next = 0;
  /** A binary heap: the earliest is in front, and nobody is later than its two children. */
  readonly #planned: Planned[] = [];

  /** @param startMs Unix milliseconds; by default in the middle of an hour, away from the border of periods. */
  constructor(startMs = 1_800_001_500_000) {
    this.#startMs = startMs;
    this.#now = startMs;
  }

  readonly now = (): number => this.#now;
  /** The right time. */
  readonly wall: WallClock = () => this.#now;
  /** From another beginning than wall time, as on any computer. */
  readonly steady: SteadyClock = () => this.#now - this.#startMs;

  readonly timer = (milliseconds: number, run: () => void): (() => void) => {
    const planned: Planned = { at: this.#now + milliseconds, order: this.#next++, run };
    this.#push(planned);
    return () => {
      planned.run = null;
    };
  };

  /** Runs what is due within the time, in order. Throws if it never comes to rest. */
  run(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let steps = 0; (this.#planned[0]?.at ?? Infinity) <= end; steps++) {
      const due = this.#pop();
      if (!due?.run) continue;
      if (due.at > this.#now) steps = 0;
      if (steps > MAX_STEPS_AT_ONCE) throw new Error('the simulated world never comes to rest');
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }

  #push(planned: Planned): void {
    const heap = this.#planned;
    let place = heap.push(planned) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (!parent || isBefore(parent, planned)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = planned;
  }

  #pop(): Planned | undefined {
    const heap = this.#planned;
    const [first] = heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (left && right && isBefore(right, left)) below++;
      const child = heap[below];
      if (!child || !isBefore(child, last)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
    return first;
  }
}
