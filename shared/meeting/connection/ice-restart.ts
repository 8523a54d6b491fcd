/**
 * ICE restarts of one connection (RFC 8445, section 9; docs/protocol.md, When a link breaks): new transport for the
 * connection that stands. The side that offered the connection offers restarts, and is answered. The certificate stays
 * the one that the connection was opened with, and what belongs to another connection or restart changes nothing.
 */
import { equalPublic } from '../../bytes';
import type { CompactDescription } from '../../wire/description';
import type { Allowance } from '../allowance';
import { LINK_TAG_LENGTH, type MemberMessage } from '../messages/member-messages';
import type { Ports } from '../ports';

export type RestartMessage = Extract<MemberMessage, { t: 'restart' }>;

/** How the two ends of a connection were described when it was opened. */
export interface ConnectionEnds {
  own: CompactDescription | null;
  remote: CompactDescription | null;
}

export interface RestartedConnection {
  connectionId: string;
  side: 'offer' | 'answer';
  ends: ConnectionEnds;
}

export type RestartEvent =
  | { type: 'say'; message: RestartMessage }
  /** The description names another certificate than the connection has. */
  | { type: 'foreign' };

/** described: an offer until it is answered. An answer is heard: the path changed, or it was not missed. */
type Step =
  | { step: 'none' }
  | { step: 'gathering' }
  | { step: 'described'; description: CompactDescription; heard: boolean };

/** What names a connection for the one whose certificate this is. */
export function connectionTag(end: CompactDescription | null): Uint8Array | null {
  return end?.fingerprint.subarray(0, LINK_TAG_LENGTH) ?? null;
}

export function isTagOf(tag: Uint8Array, end: CompactDescription | null): boolean {
  const own = connectionTag(end);
  return own !== null && equalPublic(tag, own);
}

export class IceRestart {
  #number = 0;
  #step: Step = { step: 'none' };

  /** @param allowance how often candidates may be gathered for this member. */
  constructor(
    private readonly connection: RestartedConnection,
    private readonly allowance: Allowance,
    private readonly ports: Pick<Ports, 'connections' | 'drop'>,
    private readonly tell: (event: RestartEvent) => void,
  ) {}

  /** How many there were. */
  get number(): number {
    return this.#number;
  }

  /** Offers a restart. False if this side cannot, or one is under way, or there were too many. */
  begin(): boolean {
    const { connectionId, side } = this.connection;
    if (side !== 'offer' || this.#step.step !== 'none' || !this.allowance.take()) return false;
    this.#number++;
    this.#step = { step: 'gathering' };
    this.ports.connections.run({ type: 'restart', connectionId });
    return true;
  }

  /** The own new transport. */
  described(description: CompactDescription): void {
    if (this.#step.step !== 'gathering') return;
    this.#step = { step: 'described', description, heard: false };
    const { unanswered: message } = this;
    if (message) this.tell({ type: 'say', message });
  }

  /** An offer, or an answer that may have been missed; null if there is nothing to say. */
  get unanswered(): RestartMessage | null {
    const link = connectionTag(this.connection.ends.remote);
    if (this.#step.step !== 'described' || this.#step.heard || !link) return null;
    const { description } = this.#step;
    return { t: 'restart', link, number: this.#number, kind: this.connection.side, description };
  }

  /** Whatever comes now is not about the answer of before. */
  pathChanged(): void {
    if (this.connection.side === 'answer' && this.#step.step === 'described') this.#step.heard = true;
  }

  said(message: RestartMessage): void {
    const { ends, side } = this.connection;
    if (!isTagOf(message.link, ends.own) || !ends.remote || message.kind === side) {
      this.ports.drop('restart-stale');
    } else if (!equalPublic(message.description.fingerprint, ends.remote.fingerprint)) {
      this.tell({ type: 'foreign' });
    } else if (side === 'offer') {
      this.#answered(message);
    } else {
      this.#offered(message);
    }
  }

  #accept(remote: CompactDescription): void {
    const { connectionId } = this.connection;
    this.ports.connections.run({ type: 'accept-restart', connectionId, remote });
  }

  #answered({ number, description }: RestartMessage): void {
    if (number !== this.#number || this.#step.step !== 'described') {
      this.ports.drop('restart-stale');
      return;
    }
    this.#step = { step: 'none' };
    this.#accept(description);
  }

  #offered({ number, description }: RestartMessage): void {
    // The same offer again: the answer was missed, and is said again when the time for it comes.
    if (number === this.#number && this.#step.step === 'described') this.#step.heard = false;
    if (number === this.#number) return;
    if (number < this.#number) {
      this.ports.drop('restart-stale');
      return;
    }
    if (this.#step.step === 'gathering' || !this.allowance.take()) {
      this.ports.drop('restart-refused');
      return;
    }
    this.#number = number;
    this.#step = { step: 'gathering' };
    this.#accept(description);
  }
}
