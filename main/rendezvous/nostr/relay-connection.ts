/**
 * One connection to a relay: NIP-01 over a WebSocket. Only answers of the relay itself count: nothing here takes a
 * subscription for answered, or an event for taken, because time has passed.
 */
import type { Filter } from 'nostr-tools/filter';
import type { NostrEvent } from 'nostr-tools/core';
import { WebSocket } from 'ws';
import { isEnvelopeEvent, readRelayMessage, type EnvelopeEvent } from './relay-messages';
import { openRelaySocket, type RelayWay, type SocketEnd } from './relay-socket';

const PING_MS = 15_000;
const PONG_MS = 20_000;
const PUBLISH_MS = 5000;

export interface RelayConnectionEvents {
  clock: (relayClock: number) => void;
  opened: () => void;
  /** Words to whom it may concern. */
  notice: (words: string) => void;
  /** The relay asks who this is (NIP-42). */
  challenged: (challenge: string) => void;
  /** Once, and not after `close()`. */
  ended: (end: SocketEnd) => void;
}

export interface SubscriptionEvents {
  event: (event: EnvelopeEvent) => void;
  /** The relay has said that it sent what it had. */
  answered: () => void;
  /** The relay ended it. */
  refused: (words: string) => void;
}

/** What a relay said to an event; null: nothing, in five seconds or before the connection ended. */
export type PublishAnswer = { accepted: boolean; words: string } | null;

interface Publishing {
  answer: (answer: PublishAnswer) => void;
  timer: NodeJS.Timeout;
}

export class RelayConnection {
  readonly #socket: WebSocket;
  readonly #subscriptions = new Map<string, { filters: readonly Filter[]; events: SubscriptionEvents }>();
  readonly #publishing = new Map<string, Publishing>();
  #lastId = 0;
  #pinging: NodeJS.Timeout | undefined;
  #ponging: NodeJS.Timeout | undefined;
  #isClosed = false;
  #wasOpen = false;

  /** Throws on a URL that the platform cannot read. */
  constructor(
    url: string,
    way: RelayWay,
    private readonly events: RelayConnectionEvents,
  ) {
    this.#socket = openRelaySocket(url, way, {
      clock: (relayClock) => {
        if (!this.#isClosed) events.clock(relayClock);
      },
      opened: () => {
        this.#opened();
      },
      received: (text) => {
        if (!this.#isClosed) this.#received(text);
      },
      ended: (end) => {
        if (this.#isClosed) return;
        this.#forget();
        events.ended(end);
      },
    });
    this.#socket.on('pong', () => {
      clearTimeout(this.#ponging);
      this.#ponging = undefined;
    });
  }

  get isOpen(): boolean {
    return !this.#isClosed && this.#socket.readyState === WebSocket.OPEN;
  }

  get wasOpen(): boolean {
    return this.#wasOpen;
  }

  /** Asks for events; the id ends it, and repeats the question. */
  subscribe(filters: readonly Filter[], events: SubscriptionEvents): string {
    const id = String(++this.#lastId);
    this.#subscriptions.set(id, { filters, events });
    this.repeat(id);
    return id;
  }

  /** Once more, with the same words. */
  repeat(id: string): void {
    const subscription = this.#subscriptions.get(id);
    if (subscription) this.#send(['REQ', id, ...subscription.filters]);
  }

  unsubscribe(id: string): void {
    if (this.#subscriptions.delete(id)) this.#send(['CLOSE', id]);
  }

  publish(event: NostrEvent): Promise<PublishAnswer> {
    return this.#ask('EVENT', event);
  }

  /** Says who this is (NIP-42). */
  authenticate(event: NostrEvent): Promise<PublishAnswer> {
    return this.#ask('AUTH', event);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#forget();
    this.#socket.close();
  }

  #ask(kind: 'EVENT' | 'AUTH', event: NostrEvent): Promise<PublishAnswer> {
    return new Promise((resolve) => {
      const { id } = event;
      const answer = (given: PublishAnswer): void => {
        clearTimeout(timer);
        this.#publishing.delete(id);
        resolve(given);
      };
      const timer = setTimeout(answer, PUBLISH_MS, null);
      this.#publishing.set(id, { answer, timer });
      this.#send([kind, event]);
    });
  }

  #send(message: readonly unknown[]): void {
    if (this.isOpen) this.#socket.send(JSON.stringify(message));
  }

  #opened(): void {
    if (this.#isClosed) return;
    this.#wasOpen = true;
    this.#pinging = setInterval(() => {
      this.#ping();
    }, PING_MS);
    this.events.opened();
  }

  #ping(): void {
    if (!this.isOpen) return;
    this.#socket.ping();
    // The first that is not answered counts. Nor would a goodbye be.
    this.#ponging ??= setTimeout(() => {
      this.#socket.terminate();
    }, PONG_MS);
  }

  /** What is malformed, and what belongs to nothing that was asked for, is dropped. */
  #received(text: string): void {
    const message = readRelayMessage(text);
    switch (message?.kind) {
      case 'EVENT':
        if (isEnvelopeEvent(message.event)) this.#subscriptions.get(message.id)?.events.event(message.event);
        return;
      case 'EOSE':
        this.#subscriptions.get(message.id)?.events.answered();
        return;
      case 'CLOSED': {
        const subscription = this.#subscriptions.get(message.id);
        this.#subscriptions.delete(message.id);
        subscription?.events.refused(message.words);
        return;
      }
      case 'OK':
        this.#publishing.get(message.id)?.answer({ accepted: message.accepted, words: message.words });
        return;
      case 'NOTICE':
        this.events.notice(message.words);
        return;
      case 'AUTH':
        this.events.challenged(message.challenge);
        return;
      case undefined:
    }
  }

  #forget(): void {
    this.#isClosed = true;
    clearInterval(this.#pinging);
    clearTimeout(this.#ponging);
    this.#subscriptions.clear();
    for (const { answer } of [...this.#publishing.values()]) answer(null);
  }
}
