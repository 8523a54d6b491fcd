/** How a relay deals with its clients beyond its limits: what real ones do by default, and what some do besides. */
export interface RelayConduct {
  /** With a Date header at the upgrade. */
  readonly tellsTime: boolean;
  /** Ephemeral events are given to late listeners for so many seconds. */
  readonly keepsEphemeralSeconds: number;
  /** A filter's tags count for live events too. */
  readonly matchesTags: boolean;
  /** What a client that sends too many messages gets: a goodbye, or a NOTICE for each. */
  readonly overLimit: 'goodbye' | 'notice';
  /** What an event is answered with; words: an OK with false and these. */
  readonly answersEvents: 'ok' | 'nothing' | 'notice' | { words: string };
  /** What a subscription is answered with; words: a CLOSED with these. */
  readonly answersSubscriptions: 'eose' | 'nothing' | 'notice' | { words: string };
  /** Whoever subscribed gets the events. */
  readonly passesOn: boolean;
  /** Serves only whoever has answered its challenge (NIP-42). */
  readonly wantsSignIn: boolean;
  /** Answers the WebSocket's request with this instead. */
  readonly http: { status: number; headers?: Record<string, string> } | null;
}

export const honestConduct: RelayConduct = {
  tellsTime: true,
  keepsEphemeralSeconds: 0,
  matchesTags: true,
  overLimit: 'goodbye',
  answersEvents: 'ok',
  answersSubscriptions: 'eose',
  passesOn: true,
  wantsSignIn: false,
  http: null,
};
