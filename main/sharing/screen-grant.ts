/** Which source may be captured right now: exactly one that was listed, once, and only soon after it was chosen. */
import { VigilError } from '../../shared/errors';
import type { SteadyClock } from '../../shared/clocks';
import type { ScreenSource } from '../../shared/ipc';

/** The window asks in the next moment. */
const GRANT_MS = 10_000;

/** system: whatever the person chooses in the system's own dialog. */
export type Granted = { by: 'list'; source: Pick<ScreenSource, 'id' | 'source'> } | { by: 'system' };

type State =
  | { phase: 'none' }
  | { phase: 'listed'; sources: readonly ScreenSource[] }
  | { phase: 'granted'; what: Granted; until: number; isPermitted: boolean };

export class ScreenGrant {
  #state: State = { phase: 'none' };

  constructor(private readonly steady: SteadyClock) {}

  listed(sources: readonly ScreenSource[]): void {
    this.#state = { phase: 'listed', sources };
  }

  /** Throws VigilError bad-request for what was not listed. */
  choose(id: string): Granted {
    const sources = this.#state.phase === 'listed' ? this.#state.sources : [];
    const found = sources.find((one) => one.id === id);
    if (!found) throw new VigilError('bad-request');
    return this.#grant({ by: 'list', source: found });
  }

  leaveToSystem(): Granted {
    return this.#grant({ by: 'system' });
  }

  /** A capture is about to be asked for; taking it is another matter. */
  get isExpected(): boolean {
    return this.#state.phase === 'granted' && this.steady() < this.#state.until;
  }

  /** Whether the one permission that goes with the choice is given now: no second request has any. */
  permit(): boolean {
    if (this.#state.phase !== 'granted' || !this.isExpected || this.#state.isPermitted) return false;
    this.#state.isPermitted = true;
    return true;
  }

  /** Null: nothing may be captured. */
  take(): Granted | null {
    const granted = this.#state.phase === 'granted' && this.isExpected ? this.#state.what : null;
    this.#state = { phase: 'none' };
    return granted;
  }

  forget(): void {
    this.#state = { phase: 'none' };
  }

  #grant(what: Granted): Granted {
    this.#state = { phase: 'granted', what, until: this.steady() + GRANT_MS, isPermitted: false };
    return what;
  }
}
