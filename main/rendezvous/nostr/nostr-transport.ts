/**
 * The Nostr transport: the same envelopes to several independent relays at once, sealed anew for each. The meeting's
 * own key chooses them; a dead one gets a substitute, and is not given up: it may come back.
 */
import { systemClocks } from '../../clocks';
import type { SteadyTime, WallClock } from '../../../shared/clocks';
import type { Room } from '../../../shared/invite/key-schedule';
import type { RelayStatus } from '../../../shared/ipc';
import type { Envelope } from '../../../shared/wire/envelope';
import { chooseRelays } from '../../../shared/wire/relay-choice';
import { NostrRelay, type NostrRelayEvents } from './relay';
import type { Sign } from './signing';
import { RecentEnvelopes } from '../recent-envelopes';
import type { AgentFor } from './relay-socket';
import { idleStatus, type Transport, type TransportStatus } from '../transport';

/** That were never reached, substitutes counted: without a network that is all of them. */
const MAX_UNREACHED = 10;
/** A relay that does not work for so long while it is needed gets a substitute; one that refuses gets it at once. */
const PATIENCE_MS = 4000;
const CHECK_MS = 500;

export interface RelayCandidates {
  /** Canonical URLs in the link, in its order. */
  named: readonly string[];
  /** Canonical URLs of the own list. */
  own: readonly string[];
}

interface Listening {
  room: Room;
  onEnvelope: (envelope: Envelope) => void;
  recent: RecentEnvelopes;
  ends: (() => void)[];
}

export class NostrTransport implements Transport {
  readonly name = 'nostr';
  /** Empty until the first room is listened to: that is the meeting's, and its key chooses. */
  readonly #relays: NostrRelay[] = [];
  #reserves: string[] = [];
  readonly #listening = new Set<Listening>();
  /** Since when relays have not worked while they were needed; Infinity: they have their substitute. */
  readonly #missed = new Map<NostrRelay, SteadyTime>();
  #check: NodeJS.Timeout | undefined;

  constructor(
    private readonly candidates: RelayCandidates,
    private readonly wall: WallClock,
    private readonly events: NostrRelayEvents,
    private readonly agentFor?: AgentFor,
    private readonly sign?: Sign,
  ) {}

  get statuses(): Omit<RelayStatus, 'enabled'>[] {
    return this.#relays.map(({ status }) => status);
  }

  /** Of all relays together: one that works is enough. */
  get status(): TransportStatus {
    const statuses = this.statuses;
    const works = statuses.filter(({ state }) => state === 'works');
    const found = (['works', 'trying', 'silent', 'refuses'] as const).find((wanted) =>
      statuses.some((relay) => relay.state === wanted),
    );
    // For what reason, they say one by one.
    const areRefusing = found === 'refuses';
    const answers = statuses.flatMap(({ lastAnswerAt }) => lastAnswerAt ?? []);
    const roundTrips = works.flatMap(({ roundTripMs }) => roundTripMs ?? []);
    return {
      ...idleStatus,
      state: areRefusing ? 'silent' : (found ?? 'idle'),
      why: areRefusing ? 'refused' : null,
      lastExchangeAt: answers.length > 0 ? Math.max(...answers) : null,
      roundTripMs: roundTrips.length > 0 ? Math.min(...roundTrips) : null,
      others: works.length,
    };
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    const recent = new RecentEnvelopes(systemClocks.steady);
    const listening: Listening = { room, onEnvelope, recent, ends: [] };
    if (this.#relays.length === 0) this.#choose(room);
    this.#listening.add(listening);
    for (const relay of this.#relays) listening.ends.push(relay.listen(room, onEnvelope));
    this.#check ??= setInterval(() => {
      this.#replaceDead();
    }, CHECK_MS);
    return () => {
      this.#listening.delete(listening);
      for (const end of listening.ends.splice(0)) end();
      if (this.#listening.size === 0) this.#rest();
    };
  }

  publish(room: Room, envelopes: readonly Envelope[]): void {
    for (const relay of this.#relays) relay.publish(room, envelopes);
    for (const listening of this.#listening) if (listening.room === room) listening.recent.add(envelopes);
  }

  refresh(): void {
    for (const relay of this.#relays) relay.refresh();
    this.#beginAnew();
  }

  async stop(): Promise<void> {
    this.#listening.clear();
    this.#rest();
    await Promise.all(this.#relays.map((relay) => relay.stop()));
  }

  /** The pairs' rooms stay with the same relays: the connections stand already, and both sides have them. */
  #choose({ topicKey }: Room): void {
    const { chosen, reserves } = chooseRelays(topicKey, this.candidates.named, this.candidates.own);
    this.#reserves = reserves;
    for (const url of chosen) this.#relays.push(this.#relayAt(url));
  }

  /**
   * Whoever is in the meeting goes down the same order until as many work as are wanted, and keeps what is passed: so
   * whatever works for two, and stands before what works for one alone, is used by both.
   */
  #replaceDead(): void {
    const now = systemClocks.steady();
    for (const relay of [...this.#relays]) {
      const since = this.#missed.get(relay);
      if (since === Infinity) continue;
      const { state } = relay.status;
      if (state === 'works') {
        this.#missed.delete(relay);
        continue;
      }
      if (since === undefined) this.#missed.set(relay, now);
      const isGivenUp = state === 'refuses' || now - (since ?? now) >= PATIENCE_MS;
      if (!isGivenUp || this.#reserves.length === 0 || this.#unreached >= MAX_UNREACHED) continue;
      this.#missed.set(relay, Infinity);
      this.#substitute();
    }
  }

  get #unreached(): number {
    return this.statuses.filter(({ lastAnswerAt, refusal }) => lastAnswerAt === null && refusal === null)
      .length;
  }

  /** The next best one: others of the meeting, for whom the same relay is dead, take the same. */
  #substitute(): void {
    const url = this.#reserves.shift();
    if (url === undefined) return;
    const relay = this.#relayAt(url);
    this.#relays.push(relay);
    for (const { room, onEnvelope, recent, ends } of this.#listening) {
      ends.push(relay.listen(room, onEnvelope));
      const { all } = recent;
      if (all.length > 0) relay.publish(room, all);
    }
  }

  #relayAt(url: string): NostrRelay {
    return new NostrRelay(url, this.wall, this.events, this.agentFor, this.sign);
  }

  #rest(): void {
    clearInterval(this.#check);
    this.#check = undefined;
    this.#beginAnew();
  }

  /** Time in which nobody could answer does not count. */
  #beginAnew(): void {
    for (const [relay, since] of this.#missed) if (since !== Infinity) this.#missed.delete(relay);
  }
}
