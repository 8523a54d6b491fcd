/** Holds the one snapshot that everything on screen is drawn from. */
import type { Settings } from './contract';
import type { Snapshot } from './snapshot';

export interface KnownSettings {
  /** Null while nothing is known, or all is locked. */
  read: () => Settings | null;
  /** As main answered. */
  write: (settings: Settings) => void;
}

export class Store {
  #snapshot: Snapshot;
  readonly #listeners = new Set<() => void>();

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

  set(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
