/** What one other participant and this one say to each other: both directions, for as long as both runs last. */
import type { SteadyClock } from '../../clocks';
import { Allowance } from '../limits/rate-limit';
import { MAX_PLACE } from '../messages/spoken-events';
import { Inbox } from './inbox';
import { Outbox } from './outbox';

/** Events that are taken of one at once, and one more every so many milliseconds. */
const TAKEN = { capacity: 32, refillMs: 1000 };

/** Where a private message of the pair stands. */
export interface PrivatePlace {
  clock: number;
  place: number;
}

export class PairStream {
  readonly outbox: Outbox;
  readonly inbox = new Inbox();
  readonly taken: Allowance;
  /** As what the clock of its last event was read. */
  clock = 0;
  #last: PrivatePlace = { clock: 0, place: 0 };

  constructor(steady: SteadyClock) {
    this.outbox = new Outbox(steady);
    this.taken = new Allowance(TAKEN.capacity, TAKEN.refillMs, steady);
  }

  /** Behind everything of this pair, and behind all that this side knows to be said to all. @param now its clock. */
  nextPrivate(now: number): PrivatePlace {
    const { clock, place } = this.#last;
    this.#last = now > clock ? { clock: now, place: 1 } : { clock, place: Math.min(place + 1, MAX_PLACE) };
    return this.#last;
  }

  /** The other has written at this place. */
  saw(seen: PrivatePlace): void {
    const { clock, place } = this.#last;
    if (seen.clock > clock || (seen.clock === clock && seen.place > place)) this.#last = seen;
  }
}
