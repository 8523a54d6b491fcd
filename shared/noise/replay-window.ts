/** A sliding window over explicit counters (after RFC 6479): each is accepted once, late ones for a while. */

export class ReplayWindow {
  #highest = -1n;
  readonly #seen = new Set<bigint>();

  /** @param size how far behind the highest counter a late one may be. */
  constructor(readonly size: number) {}

  /** Ask before opening a message. */
  accepts(counter: bigint): boolean {
    if (counter > this.#highest) return true;
    return counter > this.#highest - BigInt(this.size) && !this.#seen.has(counter);
  }

  /** Tell after the message has proved genuine, never before. */
  record(counter: bigint): void {
    const floorBefore = this.#highest - BigInt(this.size);
    this.#seen.add(counter);
    if (counter <= this.#highest) return;
    this.#highest = counter;
    const floor = counter - BigInt(this.size);
    if (floor - floorBefore > BigInt(this.size)) {
      this.#seen.clear();
      this.#seen.add(counter);
      return;
    }
    for (let old = floorBefore + 1n; old <= floor; old++) this.#seen.delete(old);
  }
}
