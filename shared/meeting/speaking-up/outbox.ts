/** What was said to one other participant and may not have arrived: numbered, kept until heard, and said again. */
import type { SteadyClock, SteadyTime } from '../../clocks';
import { encodeSpoken, type SpokenEvent } from '../messages/spoken-events';

/** Kept for somebody who does not hear. */
export const MAX_UNHEARD = 128;
/** Something that was said so long ago should have been heard. */
const AGAIN_AFTER_MS = 3000;
const AGAIN_AT_ONCE = 16;

/** What is the sender's to say; where its numbers begin is for the outbox. */
export type Said = Exclude<SpokenEvent, { e: 'here' }> | Omit<Extract<SpokenEvent, { e: 'here' }>, 'from'>;

interface Kept {
  event: Said;
  sentAt: SteadyTime;
}

export class Outbox {
  /** The number of the first that is kept: all below were heard. */
  #first = 0;
  #kept: Kept[] = [];

  constructor(private readonly steady: SteadyClock) {}

  get hasRoom(): boolean {
    return this.#kept.length < MAX_UNHEARD;
  }

  /** The body to be sent; null if too much is unheard: then it is not said to this one. */
  add(event: Said): Uint8Array | null {
    if (this.#kept.length >= MAX_UNHEARD) return null;
    this.#kept.push({ event, sentAt: this.steady() });
    return this.#body(this.#kept.length - 1, event);
  }

  /**
   * The other says how many it has taken. Returns the bodies that are to be sent again.
   * @param count from anybody: it concerns what is said to that one alone.
   */
  heard(count: number): Uint8Array[] {
    // It remembers more than this side does.
    if (count > this.#first + this.#kept.length) this.#first = count;
    else if (count > this.#first) {
      this.#kept = this.#kept.slice(count - this.#first);
      this.#first = count;
    }
    const now = this.steady();
    const again: Uint8Array[] = [];
    this.#kept.forEach((kept, index) => {
      if (again.length >= AGAIN_AT_ONCE || now - kept.sentAt < AGAIN_AFTER_MS) return;
      kept.sentAt = now;
      again.push(this.#body(index, kept.event));
    });
    return again;
  }

  #body(index: number, event: Said): Uint8Array {
    const number = this.#first + index;
    return encodeSpoken(number, event.e === 'here' ? { ...event, from: this.#first } : event);
  }
}
