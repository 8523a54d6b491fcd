/** A sliding window over explicit counters (after RFC 6479): each is accepted once, late ones for a while. */

export class ReplayWindow {
  #highest = -1n;
  readonly #span: bigint;
  /** 1 where a counter of the window was seen; a counter's place is its remainder by the window's size. */
  readonly #seen: Uint8Array;

  /** @param size how far behind the highest counter a late one may be. */
  constructor(readonly size: number) {
    this.#span = BigInt(size);
    this.#seen = new Uint8Array(size);
  }

  /** Ask before opening a message. */
  accepts(counter: bigint): boolean {
    if (counter > this.#highest) return true;
    return this.#covers(counter) && this.#seen[this.#place(counter)] === 0;
  }

  /** Tell after the message has proved genuine, never before. */
  record(counter: bigint): void {
    if (counter > this.#highest) this.#advance(counter);
    else if (!this.#covers(counter)) return;
    this.#seen[this.#place(counter)] = 1;
  }

  #covers(counter: bigint): boolean {
    return counter > this.#highest - this.#span;
  }

  #place(counter: bigint): number {
    return Number(counter % this.#span);
  }

  /** The places that the window comes to cover belonged to counters that it leaves behind. */
  #advance(counter: bigint): void {
    if (counter - this.#highest >= this.#span) this.#seen.fill(0);
    else for (let next = this.#highest + 1n; next <= counter; next++) this.#seen[this.#place(next)] = 0;
    this.#highest = counter;
  }
}
