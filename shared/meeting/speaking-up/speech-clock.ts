/**
 * A Lamport clock: whatever answers something has a higher one, and all put messages and hands in the same order by it
 * (Lamport 1978, "Time, clocks, and the ordering of events in a distributed system").
 */
import { MAX_CLOCK } from '../messages/spoken-events';

/** Nobody moves it further at once: at that pace it does not end within a life. */
export const REACH = 2 ** 20;

export class SpeechClock {
  #now = 0;

  get now(): number {
    return this.#now;
  }

  /** Of something that this side says to all. */
  next(): number {
    this.#now = Math.min(this.#now + 1, MAX_CLOCK);
    return this.#now;
  }

  /** Whoever comes in and has heard nothing yet takes the clock of its door as it is. */
  begin(claimed: number): void {
    if (this.#now === 0) this.#now = claimed;
  }

  /**
   * As what a clock in an event is read. @param claimed what its sender says. @param after that of what it said before.
   */
  read(claimed: number, after: number): number {
    return Math.max(Math.min(claimed, this.#now + REACH, MAX_CLOCK), after);
  }

  /** The same of something that was said to all: this side says nothing before it any more. */
  take(claimed: number, after: number): number {
    const clock = this.read(claimed, after);
    this.#now = Math.max(this.#now, clock);
    return clock;
  }
}
