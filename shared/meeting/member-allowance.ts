/**
 * How much one member may say, so that nobody who is inside can keep others' computers busy. What honest people say in
 * the largest meeting stays far below; what is over it is dropped.
 */
import { Allowance } from './allowance';
import type { MemberMessage } from './messages/member-messages';

/** At once, and one more every so many milliseconds. */
const OWN = { capacity: 1000, refillMs: 10 };
/** What it passes on for others, whom it may have to carry all at once. */
const CARRIED = { capacity: 4000, refillMs: 1 };
const carries: ReadonlySet<MemberMessage['t']> = new Set(['forward', 'forwarded'] as const);

export class MemberAllowance {
  readonly #own: Allowance;
  readonly #carried: Allowance;

  /** @param now milliseconds. */
  constructor(now: () => number) {
    this.#own = new Allowance(OWN.capacity, OWN.refillMs, now);
    this.#carried = new Allowance(CARRIED.capacity, CARRIED.refillMs, now);
  }

  /** Whether this message is still within it. */
  take({ t }: MemberMessage): boolean {
    return carries.has(t) ? this.#carried.take() : this.#own.take();
  }
}
