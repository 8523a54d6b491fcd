/** How long a relay is left alone before it is tried again. */
import type { SteadyClock, SteadyTime } from '../../../shared/clocks';

const RECONNECT_MS = [500, 1000, 2000, 5000, 10_000, 30_000];
/** Where it answers and lets nobody connect. */
const TURNED_AWAY_MS = [5000, 10_000, 30_000, 60_000, 300_000];

export class RelayPauses {
  #failures = 0;
  /** It asked for so much time. */
  #notBefore: SteadyTime = -Infinity;

  constructor(private readonly steady: SteadyClock) {}

  /** Milliseconds that it still wants to be left alone, whatever happens here. */
  get asked(): number {
    return Math.max(0, this.#notBefore - this.steady());
  }

  /** It worked, or the network is another one. */
  begin(): void {
    this.#failures = 0;
  }

  /**
   * The connection is gone, or never came about. Returns milliseconds until the next one. @param turnedAway it answered,
   * and let nobody connect. @param retryAfterMs what it asked for; null: nothing.
   */
  afterEnd(turnedAway: boolean, retryAfterMs: number | null): number {
    if (retryAfterMs !== null) this.#notBefore = this.steady() + retryAfterMs;
    const waits = turnedAway ? TURNED_AWAY_MS : RECONNECT_MS;
    return waits[Math.min(this.#failures++, waits.length - 1)] ?? 0;
  }
}
