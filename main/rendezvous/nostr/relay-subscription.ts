/**
 * What one relay is asked for: a single subscription with the topics of all rooms, since relays allow each connection
 * only a few.
 */
import type { Filter } from 'nostr-tools/filter';
import type { Room } from '../../../shared/invite/key-schedule';
import type { Envelope } from '../../../shared/wire/envelope';
import { listeningPeriods, periodAt } from '../../../shared/wire/topics';
import type { RelayConnection } from './relay-connection';
import { openContent } from './relay-events';
import { eventKindOf, TOPIC_TAG, topicsOf, type Subscription } from './relay-topics';

/** At once with the one that holds: somebody came and went in between. */
const MAX_FORMER = 3;
/** A relay takes only so many values. */
const MAX_TOPICS_IN_FILTER = 48;

export interface RelayListener {
  room: Room;
  onEnvelope: (envelope: Envelope) => void;
}

interface Place {
  topic: Uint8Array;
  listeners: RelayListener[];
}

export interface RelaySubscriptionEvents {
  /** The relay has answered after so many milliseconds. */
  answered: (roundTripMs: number) => void;
  /** The relay ended it, though it is still wanted. */
  refused: () => void;
}

export class RelaySubscription {
  #open: Subscription | null = null;
  /** They go once a later one is known to be there, so that nothing falls in between. */
  #former: Subscription[] = [];
  #period = 0;

  /** @param url canonical. @param listeners as they are now. @param now Unix milliseconds. */
  constructor(
    private readonly url: string,
    private readonly listeners: ReadonlySet<RelayListener>,
    private readonly now: () => number,
    private readonly events: RelaySubscriptionEvents,
  ) {}

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** The hour that it was made for is over, or the clock was corrected. */
  get isOfAnotherHour(): boolean {
    return periodAt(this.now() / 1000) !== this.#period;
  }

  /** For everybody who listens now, in this hour. */
  renew(connection: RelayConnection): void {
    if (this.#open) this.#former.push(this.#open);
    this.#open = this.#subscribe(connection);
    while (this.#former.length > MAX_FORMER) this.#former.shift()?.close();
  }

  /** Its connection is gone, or goes. */
  forget(): void {
    this.#open = null;
    this.#former = [];
  }

  #subscribe(connection: RelayConnection): Subscription {
    const seconds = this.now() / 1000;
    this.#period = periodAt(seconds);
    const asked = performance.now();
    const places = this.#places(seconds);
    const subscription = connection.subscribe(filters([...places]), {
      onevent: ({ tags, content }) => {
        const place = places.get(tags.find(([name]) => name === TOPIC_TAG)?.[1] ?? '');
        if (place) this.#receive(place, content);
      },
      oneose: () => {
        if (connection.answering) this.events.answered(Math.round(performance.now() - asked));
        if (this.#open === subscription) this.#endFormer();
      },
      onclose: () => {
        if (this.#open !== subscription) return;
        this.#open = null;
        this.#endFormer();
        this.events.refused();
      },
    });
    return subscription;
  }

  #endFormer(): void {
    for (const former of this.#former.splice(0)) former.close();
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

function filters(places: [name: string, place: Place][]): Filter[] {
  const parts = Array.from({ length: Math.ceil(places.length / MAX_TOPICS_IN_FILTER) }, (_, index) =>
    places.slice(index * MAX_TOPICS_IN_FILTER, (index + 1) * MAX_TOPICS_IN_FILTER),
  );
  return parts.map((part) => ({
    kinds: [...new Set(part.map(([, { topic }]) => eventKindOf(topic)))],
    [`#${TOPIC_TAG}`]: part.map(([name]) => name),
    limit: 100,
  }));
}
