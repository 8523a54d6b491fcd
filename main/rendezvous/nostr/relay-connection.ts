/** One connection to a relay by nostr-tools, which sees only well-formed messages: it would log the others. */
import { AbstractRelay } from 'nostr-tools/abstract-relay';
import { relaySocketClass, type AgentFor, type ClockReading } from './relay-socket';

const PING_MS = 15_000;
const PUBLISH_TIMEOUT_MS = 5000;
/** An envelope of 1,000 bytes in base64url. */
export const CONTENT_LENGTH = 1334;

export interface RelayConnectionEvents {
  clock: ClockReading;
  /** The relay really answered: to a subscription (EOSE) or to an event that it takes (OK). */
  answered: () => void;
  /** Whether it takes an event. */
  published: (accepted: boolean) => void;
}

export class RelayConnection extends AbstractRelay {
  #answering = false;

  /** Throws on a URL that the platform cannot read, and where no connection may be made. */
  constructor(
    url: string,
    agentFor: AgentFor,
    private readonly events: RelayConnectionEvents,
  ) {
    super(url, {
      // Envelopes prove themselves; a relay's promise that a signature is good would add nothing.
      verifyEvent: () => true,
      websocketImplementation: relaySocketClass(
        events.clock,
        agentFor(url),
      ) as unknown as typeof globalThis.WebSocket,
      enablePing: true,
    });
    this.pingFrequency = PING_MS;
    this.publishTimeout = PUBLISH_TIMEOUT_MS;
    this.onnotice = () => {
      // Whatever a relay has to say, nobody here reads it.
    };
  }

  /** True while an answer of the relay is worked on: nostr-tools also gives answers of its own after a while. */
  get answering(): boolean {
    return this.#answering;
  }

  override _onmessage(event: { data: unknown }): void {
    const kind = this.#kindOf(event.data);
    if (kind === null) return;
    this.#answering = true;
    super._onmessage(event);
    this.#answering = false;
    if (kind === 'OK' || kind === 'NOT OK') this.events.published(kind === 'OK');
    if (kind === 'EOSE' || kind === 'OK') this.events.answered();
  }

  /** Null for anything that is not a message to something that was asked for. */
  #kindOf(data: unknown): string | null {
    if (typeof data !== 'string') return null;
    let message: unknown;
    try {
      message = JSON.parse(data);
    } catch {
      return null;
    }
    if (!Array.isArray(message)) return null;
    const [kind, id, third] = message as unknown[];
    switch (kind) {
      case 'EVENT':
        return typeof id === 'string' && this.openSubs.has(id) && isEnvelopeEvent(third) ? kind : null;
      case 'EOSE':
      case 'CLOSED':
        return typeof id === 'string' && this.openSubs.has(id) ? kind : null;
      case 'OK':
        if (typeof id !== 'string' || typeof third !== 'boolean') return null;
        return third ? 'OK' : 'NOT OK';
      default:
        return null;
    }
  }
}

function isEnvelopeEvent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, created_at, tags, content } = value as Record<string, unknown>;
  return (
    typeof kind === 'number' &&
    typeof created_at === 'number' &&
    typeof content === 'string' &&
    content.length === CONTENT_LENGTH &&
    Array.isArray(tags) &&
    tags.every((tag) => Array.isArray(tag) && tag.every((part) => typeof part === 'string'))
  );
}
