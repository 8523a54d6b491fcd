/** Whether a recording still goes on: what no encoder gives back waits in memory, and would be lost in a crash. */

/** Seconds of the recording in which nothing came to be written. A whole cluster comes every two or three. */
const STALLED = 8;

export class StallWatch {
  #writtenAt = 0;

  /** @param now seconds since the recording began. */
  constructor(private readonly now: () => number) {}

  wrote(): void {
    this.#writtenAt = this.now();
  }

  get isStalled(): boolean {
    return this.now() - this.#writtenAt > STALLED;
  }
}
