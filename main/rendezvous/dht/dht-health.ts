/** Whether the DHT works, judged by replies alone: that a socket is open says nothing. */
import type { Clocks, SteadyTime, WallTime } from '../../../shared/clocks';
import { idleStatus, type TransportStatus } from '../transport';

/** Without any reply for this long, it does not work (any more). */
export const ANSWER_LIMIT_MS = 8000;

export class DhtHealth {
  #since: SteadyTime | null = null;
  #cannotStart = false;
  #lastExchangeAt: WallTime | null = null;
  #roundTripMs: number | null = null;
  /** Of the node that runs now; on the same clock as `#since`. */
  #repliedAt: SteadyTime | null = null;

  constructor(private readonly clocks: Clocks) {}

  started(): void {
    this.#since = this.clocks.steady();
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
    this.#repliedAt = this.clocks.steady();
    this.#lastExchangeAt = this.clocks.wall();
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
    const quiet = this.clocks.steady() - (this.#repliedAt ?? this.#since);
    if (this.#repliedAt !== null && quiet < ANSWER_LIMIT_MS) return { state: 'works', why: null };
    if (this.#lastExchangeAt !== null) return { state: 'silent', why: null };
    if (quiet < ANSWER_LIMIT_MS) return { state: 'trying', why: null };
    return { state: 'failed', why: nodes === 0 ? 'no-nodes' : 'no-answer' };
  }
}
