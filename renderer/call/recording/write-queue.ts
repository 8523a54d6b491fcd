/** What is to be written, one piece after the other: main says of each that it is there. */

/** Bytes of one write; main takes no more. */
const PIECE = 256 * 1024;
/** So much may wait; a disk that is slower than that is as good as none. */
const MAX_WAITING = 64 * 1024 * 1024;

export class WriteQueue {
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #hasFailed = false;
  #length = 0;

  constructor(
    /** Rejects where it could not be written. */
    private readonly write: (position: number, bytes: Uint8Array) => Promise<void>,
    /** Once: nothing more is written. */
    private readonly failed: () => void,
  ) {}

  /** Of all that was to be written, in bytes. */
  get length(): number {
    return this.#length;
  }

  add(position: number, bytes: Uint8Array): void {
    this.#length = Math.max(this.#length, position + bytes.length);
    this.#waiting += bytes.length;
    if (this.#waiting > MAX_WAITING) this.#fail();
    this.#queue = this.#queue.then(async () => {
      for (let at = 0; at < bytes.length && !this.#hasFailed; at += PIECE)
        await this.write(position + at, bytes.slice(at, at + PIECE)).catch(() => {
          this.#fail();
        });
      this.#waiting -= bytes.length;
    });
  }

  /** All that was added is written, or nothing more will be. */
  settled(): Promise<void> {
    return this.#queue;
  }

  #fail(): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.failed();
  }
}
