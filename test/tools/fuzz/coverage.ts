/** Which ways through the code cases have taken, and whether one took a new one. */
import { HIT } from './hit';

const MAX_COUNTERS = 1 << 16;

/** A counter's value in steps, as one bit each: once, twice, thrice, up to 7, 15, 31, 127, more. */
function stepOf(count: number): number {
  if (count <= 3) return 1 << (count - 1);
  if (count <= 7) return 8;
  if (count <= 15) return 16;
  if (count <= 31) return 32;
  return count <= 127 ? 64 : 128;
}

export class Coverage {
  readonly #counts = new Uint32Array(MAX_COUNTERS);
  readonly #seen = new Uint8Array(MAX_COUNTERS);
  #touched: number[] = [];
  #points = 0;

  /** The one that instrumented modules have told since they were loaded. */
  static installed(): Coverage {
    return installed;
  }

  hit(point: number): void {
    if (this.#counts[point] === 0) this.#touched.push(point);
    this.#counts[point] = (this.#counts[point] ?? 0) + 1;
  }

  /** How many points any case has reached. */
  get points(): number {
    return this.#points;
  }

  /** Nothing that came before belongs to the next case. */
  begin(): void {
    for (const point of this.#touched) this.#counts[point] = 0;
    this.#touched = [];
  }

  /** Whether the case since `begin` went where none was before; it counts from now on. */
  isNew(): boolean {
    let isNew = false;
    for (const point of this.#touched) {
      const step = stepOf(this.#counts[point] ?? 0);
      const before = this.#seen[point] ?? 0;
      if ((before & step) !== 0) continue;
      if (before === 0) this.#points++;
      this.#seen[point] = before | step;
      isNew = true;
    }
    return isNew;
  }
}

const installed = new Coverage();
Object.assign(globalThis, {
  [HIT]: (point: number): void => {
    installed.hit(point);
  },
});
