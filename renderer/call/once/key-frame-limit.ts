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
    if (!this.#wanted.has(rung) || this.now() - this.#madeAt < INTERVAL_MS) return false;
    this.made(rung);
    return true;
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
