/**
 * What one relay is asked for: a single subscription with the topics of all rooms, since relays allow each connection
 * only a few. A question that is not answered is repeated, and what holds goes only once a later one is known to hold.
 */
import { systemClocks } from '../../clocks';
import { unixSeconds, type WallClock } from '../../../shared/clocks';
import type { Room } from '../../../shared/invite/key-schedule';
import type { Envelope } from '../../../shared/wire/envelope';
import { listeningPeriods, periodAt } from '../../../shared/wire/topics';
import type { RelayConnection } from './relay-connection';
import { openContent } from './relay-events';
import type { EnvelopeEvent } from './relay-messages';
import { filtersOf, TOPIC_TAG, topicsOf } from './relay-topics';

/** At once: somebody came and went before the relay had answered. */
const MAX_OPEN = 4;
/** Until the relay must have answered; each further time is longer. */
const ANSWER_MS = [5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000];
/** Until a relay that refused is asked again; each further time is longer. */
const REFUSED_MS = [10_000, 20_000, 40_000, 80_000, 160_000, 300_000];

export interface RelayListener {
  room: Room;
  onEnvelope: (envelope: Envelope) => void;
}

interface Place {
  topic: Uint8Array;
  listeners: RelayListener[];
}

interface Asked {
  /** On this connection. */
  id: string;
  isAnswered: boolean;
}

export interface RelaySubscriptionEvents {
  /** The relay has answered the latest question after so many milliseconds. */
  answered: (roundTripMs: number) => void;
  /** The relay has not answered the latest question in time. */
  unanswered: () => void;
  /** The relay ended the latest one, though it is still wanted. */
  refused: (words: string) => void;
  /** An event came by it. */
  received: (event: EnvelopeEvent) => void;
}

export class RelaySubscription {
  /** Oldest first. */
  #open: Asked[] = [];
  /** Null: none was asked for, or the relay ended it. */
  #latest: Asked | null = null;
  #period = 0;
  #unanswered = 0;
  #refusals = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param url canonical. @param listeners as they are now. */
  constructor(
    private readonly url: string,
    private readonly listeners: ReadonlySet<RelayListener>,
    private readonly wall: WallClock,
    private readonly events: RelaySubscriptionEvents,
  ) {}

  /** Whether the relay has answered for everybody who listens. */
  get isAnswered(): boolean {
    return this.#latest?.isAnswered === true;
  }

  /** The hour that it was made for is over, or the clock was corrected. */
  get isOfAnotherHour(): boolean {
    return periodAt(unixSeconds(this.wall())) !== this.#period;
  }

  /** For everybody who listens now, in this hour. */
  renew(connection: RelayConnection): void {
    const seconds = unixSeconds(this.wall());
    this.#period = periodAt(seconds);
    const asked = systemClocks.steady();
    const places = this.#places(seconds);
    const topics = [...places].map(([name, { topic }]) => [name, topic] as const);
    const latest: Asked = { id: '', isAnswered: false };
    latest.id = connection.subscribe(filtersOf(topics), {
      event: (event) => {
        this.events.received(event);
        const place = places.get(event.tags.find(([name]) => name === TOPIC_TAG)?.[1] ?? '');
        if (place) this.#receive(place, event.content);
      },
      answered: () => {
        this.#answered(connection, latest, systemClocks.steady() - asked);
      },
      refused: (words) => {
        this.#refused(connection, latest, words);
      },
    });
    this.#open.push(latest);
    this.#latest = latest;
    this.#endSurplus(connection);
    this.#unanswered = 0;
    this.#awaitAnswer(connection, latest);
  }

  /** Its connection is gone, or goes. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#open = [];
    this.#latest = null;
    this.#refusals = 0;
  }

  #answered(connection: RelayConnection, asked: Asked, afterMs: number): void {
    const at = this.#open.indexOf(asked);
    if (at < 0 || asked.isAnswered) return;
    asked.isAnswered = true;
    for (const { id } of this.#open.splice(0, at)) connection.unsubscribe(id);
    if (this.#latest !== asked) return;
    clearTimeout(this.#timer);
    this.#refusals = 0;
    this.events.answered(Math.round(afterMs));
  }

  /** Those before it go on: they still hear what they were made for. */
  #refused(connection: RelayConnection, asked: Asked, words: string): void {
    this.#open = this.#open.filter((other) => other !== asked);
    if (this.#latest !== asked) return;
    this.#latest = null;
    this.#after(REFUSED_MS, this.#refusals++, () => {
      this.renew(connection);
    });
    this.events.refused(words);
  }

  #awaitAnswer(connection: RelayConnection, asked: Asked): void {
    this.#after(ANSWER_MS, this.#unanswered++, () => {
      connection.repeat(asked.id);
      this.#awaitAnswer(connection, asked);
      this.events.unanswered();
    });
  }

  /** The one that the relay has answered stays whatever happens. */
  #endSurplus(connection: RelayConnection): void {
    while (this.#open.length > MAX_OPEN) {
      const at = this.#open.findIndex(({ isAnswered }) => !isAnswered);
      for (const { id } of this.#open.splice(Math.max(0, at), 1)) connection.unsubscribe(id);
    }
  }

  #after(waits: readonly number[], times: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, waits[Math.min(times, waits.length - 1)]);
  }

  /** By the topics' names in hex. */
  #places(seconds: number): Map<string, Place> {
    const periods = listeningPeriods(seconds);
    const places = new Map<string, Place>();
    for (const listener of this.listeners) {
      for (const [name, topic] of topicsOf(listener.room, this.url, periods)) {
        const place = places.get(name) ?? { topic, listeners: [] };
        place.listeners.push(listener);
        places.set(name, place);
      }
    }
    return places;
  }

  /** A relay may send anything; what no key opens is not even worth a count. */
  #receive({ topic, listeners }: Place, content: string): void {
    for (const listener of listeners) {
      const envelope = this.listeners.has(listener) ? openContent(content, listener.room, topic) : null;
      if (envelope) listener.onEnvelope(envelope);
    }
  }
}
