/**
 * What strangers can make a door say in a second, by all of its links together, however often it is opened anew: each
 * word costs a signature for each relay.
 */
import type { SteadyClock } from '../../clocks';
import { RateLimit } from '../limits/rate-limit';

/** Answers to hellos. */
const ANSWERS = 30;
/** Knocks that end a handshake: each is told something, and may put somebody else out. */
const KNOCKS = 30;
/** Tries to read a knock: what is not genuine costs as much as what is. */
const READS = 60;
/** Words that are said again to those who knocked again. */
const REPEATED = 10;

export class DoorBudget {
  readonly #answers: RateLimit;
  readonly #knocks: RateLimit;
  readonly #reads: RateLimit;
  readonly #repeated: RateLimit;

  constructor(steady: SteadyClock) {
    this.#answers = new RateLimit(ANSWERS, steady);
    this.#knocks = new RateLimit(KNOCKS, steady);
    this.#reads = new RateLimit(READS, steady);
    this.#repeated = new RateLimit(REPEATED, steady);
  }

  mayAnswer(): boolean {
    return this.#answers.take();
  }

  mayReadKnock(): boolean {
    return this.#reads.take();
  }

  mayTakeKnock(): boolean {
    return this.#knocks.take();
  }

  mayRepeat(): boolean {
    return this.#repeated.take();
  }
}
