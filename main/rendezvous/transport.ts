/** What every way to find each other looks like to the rest of Vigil. */
import type { Room } from '../../shared/invite/key-schedule';
import type { TransportState } from '../../shared/ipc/connection';
import type { Envelope } from '../../shared/wire/envelope';
import type { TransportName } from '../../shared/wire/topics';

export type TransportStatus = Omit<TransportState, 'transport'>;

export interface Transport {
  readonly name: TransportName;
  /** Truthful: it works only after something really went there and back. */
  readonly status: TransportStatus;
  /**
   * Begins to listen for a room's envelopes; the function returned ends it. `self` is the own peer id: what is for
   * others need not be fetched.
   */
  listen: (room: Room, onEnvelope: (envelope: Envelope) => void, self: Uint8Array) => () => void;
  /** Leaves envelopes wherever it can. Never throws: what cannot be delivered is sent again by whoever needs it. */
  publish: (room: Room, envelopes: readonly Envelope[]) => void;
  /** Connections that seem to stand may be gone: makes new ones where somebody listens. */
  refresh: () => void;
  /** Ends everything that is going on; resolves when the last words are out, or had their time. */
  stop: () => Promise<void>;
}

export interface TransportEvents {
  /** The status is another one. */
  changed: () => void;
}

export const idleStatus: TransportStatus = {
  state: 'idle',
  why: null,
  lastExchangeAt: null,
  roundTripMs: null,
  others: null,
};
