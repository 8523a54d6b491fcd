/**
 * One relay's time, by which events to it are signed: many relays refuse what is a minute old, and the own clock may be
 * wrong. It is used for nothing else: a relay moves no clock but the one that it is shown.
 */
import type { SteadyClock, WallClock } from '../../../shared/clocks';
import type { ClockFault } from './relay-refusal';

/** A relay whose time is further away is not believed: the own time is as good. */
const FURTHEST_MS = 24 * 60 * 60 * 1000;
/** Of guesses without a known time, to either side. */
const FURTHEST_GUESS_MS = 60 * 60 * 1000;
/** The usual rule takes what is up to 60 s old and up to 900 s ahead: steps of less than that width miss nothing. */
const FIRST_STEP_MS = 120 * 1000;
const STEP_MS = 480 * 1000;

export class RelayClock {
  /** The relay's time less that of the steady clock. */
  #base: number | null = null;
  #guess = 0;
  #reading = 0;
  #isSpent = false;

  /** @param now Unix milliseconds. @param steady milliseconds of a clock that is never set. */
  constructor(
    private readonly wall: WallClock,
    private readonly steady: SteadyClock,
  ) {}

  /** Unix milliseconds by the relay, as far as it is known. */
  get time(): number {
    return this.#base === null ? this.wall() + this.#guess : this.#base + this.steady();
  }

  /** Another one whenever `time` comes from elsewhere than before. */
  get reading(): number {
    return this.#reading;
  }

  /** It has told its time, in Unix milliseconds. */
  told(time: number): void {
    this.#base = Math.abs(time - this.wall()) > FURTHEST_MS ? null : time - this.steady();
    this.#guess = 0;
    this.#isSpent = false;
    this.#reading++;
  }

  /**
   * It refused an event for its time. True: what is signed now may be taken.
   * @param reading the one by which that event was signed: of many that were under way, the first is heeded.
   */
  refused(fault: ClockFault, reading: number): boolean {
    if (this.#isSpent) return false;
    if (reading !== this.#reading) return true;
    // A time that it told and does not keep to itself is worth no more than the own one.
    this.#base = null;
    const step = this.#guess === 0 && fault === 'slow' ? FIRST_STEP_MS : STEP_MS;
    const guess = this.#guess + (fault === 'slow' ? step : -step);
    this.#isSpent = Math.abs(guess) > FURTHEST_GUESS_MS;
    this.#guess = this.#isSpent ? 0 : guess;
    this.#reading++;
    return !this.#isSpent;
  }
}
