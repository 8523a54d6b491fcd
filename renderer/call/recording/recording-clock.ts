/** How long it has been recorded: a computer that slept did not record. */
import type { SteadyClock } from '../../../shared/clocks';

/** Between two looks at the clock there is never so much while the computer is awake. */
const AWAKE_MS = 5000;

/** Milliseconds since now, to be asked again and again. */
export function recordingClock(steady: SteadyClock): () => number {
  let last = steady();
  let recorded = 0;
  return () => {
    const now = steady();
    if (now - last < AWAKE_MS) recorded += now - last;
    last = now;
    return recorded;
  };
}
