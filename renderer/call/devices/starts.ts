/** The starts of one device, of which the latest counts: what an earlier one opened is closed, and one asks at a time. */
import type { Capture } from './capture';

export class Starts {
  #latest = 0;
  /** Until the last start has its answer from the browser. */
  #asking: Promise<unknown> = Promise.resolve();
  /** Of the latest start, while it is made ready. */
  #coming: MediaStreamTrack | null = null;

  /** @returns the number of the start that comes now. */
  begin(): number {
    this.#coming?.stop();
    this.#coming = null;
    return ++this.#latest;
  }

  /** False: it was overtaken, and what it comes back with is thrown away. */
  isLatest(start: number): boolean {
    return start === this.#latest;
  }

  /** None asks while an earlier one may still be given what nobody waits for. Null: overtaken. */
  ask(start: number, ask: () => Promise<Capture>): Promise<Capture | null> {
    const answer = this.#asking.then(async () => {
      if (!this.isLatest(start)) return null;
      const result = await ask();
      if (this.isLatest(start)) {
        this.#coming = result.ok ? result.track : null;
        return result;
      }
      if (result.ok) result.track.stop();
      return null;
    });
    this.#asking = answer.catch(() => undefined);
    return answer;
  }

  /** What came is in use from now on, and ends with that. */
  taken(): void {
    this.#coming = null;
  }
}
