/** The Nostr transport: the same envelopes to several independent relays at once, sealed anew for each. */
import type { Room } from '../../shared/invite/key-schedule';
import type { RelayStatus } from '../../shared/ipc';
import type { Envelope } from '../../shared/wire/envelope';
import { NostrRelay, type NostrRelayEvents } from './nostr-relay';
import type { AgentFor } from './relay-socket';
import { idleStatus, type Transport, type TransportStatus } from './transport';

export class NostrTransport implements Transport {
  readonly name = 'nostr';
  readonly #relays: NostrRelay[];

  /** @param urls canonical relay URLs. @param now Unix milliseconds. */
  constructor(urls: readonly string[], now: () => number, events: NostrRelayEvents, agentFor?: AgentFor) {
    this.#relays = [...new Set(urls)].map((url) => new NostrRelay(url, now, events, agentFor));
  }

  get statuses(): Omit<RelayStatus, 'enabled'>[] {
    return this.#relays.map(({ status }) => status);
  }

  /** Of all relays together: one that works is enough. */
  get status(): TransportStatus {
    const statuses = this.statuses;
    const works = statuses.filter(({ state }) => state === 'works');
    const state = (['works', 'trying', 'silent'] as const).find((wanted) =>
      statuses.some((relay) => relay.state === wanted),
    );
    const answers = statuses.flatMap(({ lastAnswerAt }) => lastAnswerAt ?? []);
    const roundTrips = works.flatMap(({ roundTripMs }) => roundTripMs ?? []);
    return {
      ...idleStatus,
      state: state ?? 'idle',
      lastExchangeAt: answers.length > 0 ? Math.max(...answers) : null,
      roundTripMs: roundTrips.length > 0 ? Math.min(...roundTrips) : null,
      others: works.length,
    };
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    const ends = this.#relays.map((relay) => relay.listen(room, onEnvelope));
    return () => {
      for (const end of ends) end();
    };
  }

  publish(room: Room, envelopes: readonly Envelope[]): void {
    for (const relay of this.#relays) relay.publish(room, envelopes);
  }

  refresh(): void {
    for (const relay of this.#relays) relay.refresh();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#relays.map((relay) => relay.stop()));
  }
}
