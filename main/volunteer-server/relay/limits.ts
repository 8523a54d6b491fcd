/** What one connection, and all together, may ask of a relay. */
export interface RelayLimits {
  readonly connections: number;
  /** At a time, of one IPv4 address or one /64 of IPv6. */
  readonly connectionsPerAddress: number;
  readonly messageBytes: number;
  /** Any messages, per connection and second; more than the burst at once ends the connection. */
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  /** Events, per connection and second; more than the burst at once are refused. */
  readonly eventsPerSecond: number;
  readonly eventBurst: number;
  readonly subscriptions: number;
  readonly filtersPerSubscription: number;
  readonly valuesPerFilter: number;
  readonly kindsPerFilter: number;
  readonly tags: number;
  readonly valuesPerTag: number;
  /** How old an ephemeral event may be by the relay's clock, and how far in the future any event. */
  readonly secondsBack: number;
  readonly secondsAhead: number;
  readonly storedEvents: number;
  /** A connection that takes no more data than this in arrears is ended. */
  readonly unsentBytes: number;
  /** A connection that does not answer a ping within this time is ended. */
  readonly pingEveryMs: number;
}

export const defaultLimits: RelayLimits = {
  connections: 1_000,
  connectionsPerAddress: Infinity,
  messageBytes: 64 * 1024,
  messagesPerSecond: 50,
  messageBurst: 200,
  eventsPerSecond: 20,
  eventBurst: 100,
  subscriptions: 20,
  filtersPerSubscription: 10,
  valuesPerFilter: 100,
  kindsPerFilter: 100,
  tags: 20,
  valuesPerTag: 8,
  secondsBack: 60,
  secondsAhead: 900,
  storedEvents: 1_000,
  unsentBytes: 1024 * 1024,
  pingEveryMs: 30_000,
};
