/** Who has a hand up, in one order for all: that of the clock, then of the peer id. Peer ids are in hex. */

/** Lowered before they were seen: more than there can be participants. */
const MAX_LOWERED = 64;

interface Hand {
  /** As its owner says: which raising it is. */
  raised: number;
  /** As what that is read: where it stands. */
  at: number;
}

export class Hands {
  readonly #up = new Map<string, Hand>();
  /** The last raising of each that somebody who may has lowered. */
  readonly #lowered = new Map<string, number>();

  /**
   * Its owner raises it, perhaps once more: that it was lowered in between need not have come. Nobody gains by it.
   * @param at as what `raised` is read.
   */
  raise(peerId: string, raised: number, at: number): void {
    if (this.#lowered.get(peerId) !== raised && raised > this.raisedOf(peerId))
      this.#up.set(peerId, { raised, at });
  }

  /** Its owner lowers it, or is gone. */
  drop(peerId: string): void {
    this.#up.delete(peerId);
  }

  /** Somebody who may lowers it, and may do so before it is known here that it is up. */
  lower(peerId: string, raised: number): void {
    this.#lowered.delete(peerId);
    this.#lowered.set(peerId, raised);
    const [oldest] = this.#lowered.keys();
    if (this.#lowered.size > MAX_LOWERED && oldest !== undefined) this.#lowered.delete(oldest);
    if (this.#up.get(peerId)?.raised === raised) this.#up.delete(peerId);
  }

  /** Which raising of this hand is up; 0 if none is. */
  raisedOf(peerId: string): number {
    return this.#up.get(peerId)?.raised ?? 0;
  }

  /** The first one first. */
  get order(): string[] {
    return [...this.#up]
      .sort(([one, a], [other, b]) => a.at - b.at || (one < other ? -1 : 1))
      .map(([peerId]) => peerId);
  }
}
