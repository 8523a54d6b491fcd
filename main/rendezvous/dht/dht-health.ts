/** Whether the DHT works, judged by replies alone: that a socket is open says nothing. */
import { idleStatus, type TransportStatus } from '../transport';

/** Without any reply for this long, it does not work (any more). */
export const ANSWER_LIMIT_MS = 8000;

export class DhtHealth {
  #since: number | null = null;
  #cannotStart = false;
  #lastExchangeAt: number | null = null;
  #roundTripMs: number | null = null;
  /** Of the node that runs now; on the same clock as `#since`. */
  #repliedAt: number | null = null;

  /** @param now Unix milliseconds. @param steady milliseconds of a clock that is never set. */
  constructor(
    private readonly now: () => number,
    private readonly steady: () => number,
  ) {}

  started(): void {
    this.#since = this.steady();
    this.#cannotStart = false;
    this.#repliedAt = null;
  }

  /** There is nothing that could run here. */
  failed(): void {
    this.#cannotStart = true;
  }

  ended(): void {
    this.#since = null;
  }

  replied(roundTripMs: number | null): void {
    this.#repliedAt = this.steady();
    this.#lastExchangeAt = this.now();
    if (roundTripMs !== null) this.#roundTripMs = roundTripMs;
  }

  /** @param nodes how many are known. */
  status(nodes: number): TransportStatus {
    return {
      ...idleStatus,
      ...this.#state(nodes),
      lastExchangeAt: this.#lastExchangeAt,
      roundTripMs: this.#roundTripMs,
      others: nodes,
    };
  }

  #state(nodes: number): Pick<TransportStatus, 'state' | 'why'> {
    if (this.#since === null) return { state: 'idle', why: null };
    if (this.#cannotStart) return { state: 'failed', why: 'no-nodes' };
    const quiet = this.steady() - (this.#repliedAt ?? this.#since);
    if (this.#repliedAt !== null && quiet < ANSWER_LIMIT_MS) return { state: 'works', why: null };
    if (this.#lastExchangeAt !== null) return { state: 'silent', why: null };
    if (quiet < ANSWER_LIMIT_MS) return { state: 'trying', why: null };
    return { state: 'failed', why: nodes === 0 ? 'no-nodes' : 'no-answer' };
  }
}
