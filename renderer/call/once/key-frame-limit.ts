/** A key frame is several times as large as another, and goes to all: one viewer's wish must not cost the others much. */

/** Milliseconds between two, over all viewers and rungs. */
const INTERVAL_MS = 300;

export class KeyFrameLimit {
  readonly #wanted = new Set<number>();
  #madeAt = -Infinity;

  /** @param now milliseconds; must not go backwards. */
  constructor(private readonly now: () => number) {}

  want(rung: number): void {
    this.#wanted.add(rung);
  }

  /** Whether the next picture of this rung is to be a key frame; if so, it counts as made. */
  due(rung: number): boolean {
    // Whoever has waited longest: a rung that is asked for all the time must not keep the other from ever having one.
    const [first] = this.#wanted;
    if (first !== rung || this.now() - this.#madeAt < INTERVAL_MS) return false;
    this.made(rung);
    return true;
  }

  /** There are so many rungs now: the wishes for others are over. */
  keep(count: number): void {
    for (const rung of this.#wanted) if (rung >= count) this.#wanted.delete(rung);
  }

  /** Not encoded after all. */
  failed(rung: number): void {
    this.#wanted.add(rung);
  }

  /** One that nobody asked for counts as well. */
  made(rung: number): void {
    this.#wanted.delete(rung);
    this.#madeAt = this.now();
  }
}
