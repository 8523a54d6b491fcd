/** Holds the one snapshot that everything on screen is drawn from. */
import type { KnownSettings } from './settings-actions';
import type { Snapshot } from './snapshot';

/** While somebody joins there is news dozens of times a second, and screens drawn for each would hold up the join. */
const TOGETHER_MS = 33;

export class Store {
  #snapshot: Snapshot;
  readonly #listeners = new Set<() => void>();
  #pause: 'none' | 'without-news' | 'with-news' = 'none';

  constructor(initial: Snapshot) {
    this.#snapshot = initial;
  }

  readonly get = (): Snapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The settings among all that, for whoever changes them. */
  readonly settings: KnownSettings = {
    read: () => this.#snapshot.app?.settings ?? null,
    write: (settings) => {
      const { app } = this.#snapshot;
      if (app) this.set({ app: { ...app, settings } });
    },
  };

  /** Screens hear of it at once, or together with what else comes in the next moment. */
  set(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    if (this.#pause === 'none') this.#tell();
    else this.#pause = 'with-news';
  }

  #tell(): void {
    this.#pause = 'without-news';
    setTimeout(() => {
      const isDue = this.#pause === 'with-news';
      this.#pause = 'none';
      if (isDue) this.#tell();
    }, TOGETHER_MS);
    for (const listener of this.#listeners) listener();
  }
}
