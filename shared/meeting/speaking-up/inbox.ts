/** What one other participant says, in the order in which it said it, each once, whatever the carriers did. */
import type { NumberedEvent, SpokenEvent } from '../messages/spoken-events';

/** So far ahead of what is expected something may come. */
export const MAX_EARLY = 32;

export class Inbox {
  #expected = 0;
  readonly #early = new Map<number, SpokenEvent | null>();

  /** How many were taken, or will not come: the number of the next. */
  get expected(): number {
    return this.#expected;
  }

  /** @param take false: not now. It will come again. */
  receive({ number, event }: NumberedEvent, take: (event: SpokenEvent | null) => boolean): void {
    if (event?.e === 'here' && event.from > this.#expected) this.#begin(event.from);
    if (number < this.#expected || number > this.#expected + MAX_EARLY) return;
    this.#early.set(number, event);
    for (;;) {
      const next = this.#early.get(this.#expected);
      if (next === undefined || !take(next)) return;
      this.#early.delete(this.#expected++);
    }
  }

  /** Nothing below this will come. */
  #begin(number: number): void {
    this.#expected = number;
    for (const early of this.#early.keys()) if (early < number) this.#early.delete(early);
  }
}
