/** How often something from the network was dropped, by reason. */
export class Drops {
  readonly #counts = new Map<string, number>();

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  count(reason: string): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
  }

  /** No byte from the network may end the app, whatever the code above it overlooks. */
  guarded(run: () => void): void {
    try {
      run();
    } catch {
      this.count('unexpected');
    }
  }
}
