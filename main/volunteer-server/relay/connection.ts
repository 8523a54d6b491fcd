/** One client of a relay: its subscriptions, its share, and whether it is still there. */
import { randomBytes } from 'node:crypto';
import { matchFilters, type Filter } from 'nostr-tools/filter';
import type { WebSocket } from 'ws';
import type { RelayLimits } from './limits';
import type { NostrEvent } from './messages';
import { TokenBucket } from './token-bucket';

export class Connection {
  readonly subscriptions = new Map<string, Filter[]>();
  readonly messages: TokenBucket;
  readonly events: TokenBucket;
  /** What it is to sign (NIP-42), and whether it did. */
  readonly challenge = randomBytes(16).toString('hex');
  isSignedIn = false;
  private answeredPing = true;
  private frozen = false;

  constructor(
    readonly number: number,
    private readonly socket: WebSocket,
    private readonly limits: RelayLimits,
    now: () => number,
    private readonly sent: (text: string) => void,
  ) {
    this.messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst, now);
    this.events = new TokenBucket(limits.eventsPerSecond, limits.eventBurst, now);
    socket.on('pong', () => {
      this.answeredPing = true;
    });
  }

  send(message: unknown[]): void {
    this.sendText(JSON.stringify(message));
  }

  sendText(text: string): void {
    if (this.frozen || this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > this.limits.unsentBytes) {
      this.socket.terminate();
      return;
    }
    this.sent(text);
    this.socket.send(text);
  }

  /** Sends the event to each subscription that asks for it. @param byKind alone, whatever the filter says of tags. */
  offer(event: NostrEvent, byKind: boolean): void {
    for (const [subscription, filters] of this.subscriptions) {
      const asked = byKind ? filters.map(({ kinds }) => (kinds ? { kinds } : {})) : filters;
      if (matchFilters(asked, event)) this.send(['EVENT', subscription, event]);
    }
  }

  /** Ends the connection when the last ping is still unanswered. */
  ping(): void {
    if (this.frozen) return;
    if (!this.answeredPing) {
      this.socket.terminate();
      return;
    }
    this.answeredPing = false;
    this.socket.ping();
  }

  /** Neither reads nor writes, so that not even pings are answered; the socket stays open. */
  freeze(): void {
    this.frozen = true;
    this.socket.pause();
  }

  thaw(): void {
    this.frozen = false;
    this.socket.resume();
  }

  end(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  terminate(): void {
    this.socket.terminate();
  }
}
