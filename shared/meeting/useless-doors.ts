/** Doors that are of no use for a while: they sent us elsewhere, or had no right to let us in. By peer id, in hex. */
const USELESS_FOR_MS = 2 * 60_000;
/** Whoever makes up more doors than this is met again a little earlier. */
const MAX_REMEMBERED = 64;

export class UselessDoors {
  readonly #since = new Map<string, number>();

  /** @param now milliseconds. */
  constructor(private readonly now: () => number) {}

  add(peerId: string): void {
    this.#since.delete(peerId);
    this.#since.set(peerId, this.now());
    const [oldest] = this.#since.keys();
    if (this.#since.size > MAX_REMEMBERED && oldest !== undefined) this.#since.delete(oldest);
  }

  has(peerId: string): boolean {
    const since = this.#since.get(peerId);
    return since !== undefined && Math.abs(this.now() - since) < USELESS_FOR_MS;
  }
}
