/** Does something now and again with growing pauses, until stopped. */
import type { Ports } from '../ports';

export interface Backoff {
  firstMs: number;
  maxMs: number;
  /** Stops by itself after so long, and says so. */
  forMs?: { limit: number; then: () => void };
}

/** Returns the function that stops it. */
export function retry(ports: Pick<Ports, 'timer'>, backoff: Backoff, run: () => void): () => void {
  let cancel: (() => void) | null = null;
  let stopped = false;
  let elapsed = 0;
  const round = (pause: number): void => {
    run();
    // `run` may have stopped the retry itself.
    if (stopped) return;
    if (backoff.forMs && elapsed >= backoff.forMs.limit) {
      stopped = true;
      backoff.forMs.then();
      return;
    }
    cancel = ports.timer(pause, () => {
      elapsed += pause;
      round(Math.min(pause * 2, backoff.maxMs));
    });
  };
  round(backoff.firstMs);
  return () => {
    stopped = true;
    cancel?.();
  };
}
