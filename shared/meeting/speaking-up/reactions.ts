/** Reactions, each for a few seconds. */
import type { Ports } from '../ports';
import type { Reaction } from '../messages/spoken-events';

const SHOWN_MS = 10_000;
/** Further ones take the place of the oldest. */
const MAX_SHOWN = 64;

export interface ShownReaction {
  /** Counts up, here only. */
  id: number;
  /** In hex. */
  peerId: string;
  reaction: Reaction;
}

export class Reactions {
  #next = 0;
  readonly #shown = new Map<ShownReaction, () => void>();

  /** @param changed one is no longer shown. */
  constructor(
    private readonly ports: Pick<Ports, 'timer'>,
    private readonly changed: () => void,
  ) {}

  get all(): ShownReaction[] {
    return [...this.#shown.keys()];
  }

  add(peerId: string, reaction: Reaction): void {
    const shown = { id: this.#next++, peerId, reaction };
    const stop = this.ports.timer(SHOWN_MS, () => {
      this.#shown.delete(shown);
      this.changed();
    });
    this.#shown.set(shown, stop);
    const [oldest] = this.#shown;
    if (this.#shown.size <= MAX_SHOWN || !oldest) return;
    oldest[1]();
    this.#shown.delete(oldest[0]);
  }

  end(): void {
    for (const stop of this.#shown.values()) stop();
    this.#shown.clear();
  }
}
