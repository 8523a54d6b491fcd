/**
 * A meeting that fell in two: the half without the host looks for the door again, or, if the host had left before,
 * the half without the lowest peer id. So the halves find each other, and nobody else announces anything.
 */

/** Whoever stays away longer comes back through the door by itself. Milliseconds. */
const LOOK_FOR_MS = 10 * 60_000;

interface Lost {
  peerId: string;
  isHost: boolean;
  at: number;
}

export class Partition {
  /** By identity, in hex. */
  readonly #lost = new Map<string, Lost>();

  constructor(private readonly now: () => number) {}

  /** No path to somebody is left, and it said no goodbye. */
  lost(identity: string, peerId: string, isHost: boolean): void {
    this.#lost.set(identity, { peerId, isHost, at: this.now() });
  }

  /** It is back, or was removed, or said goodbye elsewhere. */
  settled(identity: string): void {
    this.#lost.delete(identity);
  }

  /** Whether this half has to look. @param here says peer ids, the own one with them. */
  mustLook(here: () => readonly string[], hostIsHere: boolean): boolean {
    for (const [identity, { at }] of this.#lost)
      if (this.now() - at > LOOK_FOR_MS) this.#lost.delete(identity);
    const lost = [...this.#lost.values()];
    if (hostIsHere || lost.length === 0) return false;
    if (lost.some(({ isHost }) => isHost)) return true;
    const lowest = [...here()].sort()[0] ?? '';
    return lost.some(({ peerId }) => peerId < lowest);
  }
}
