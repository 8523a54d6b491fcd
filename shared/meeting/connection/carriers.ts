/**
 * Which way a pair's frames take: the link's data channel; while that does not work a member in between; and when
 * there is none, or it brings nothing, the pair's own room at the rendezvous (docs/protocol.md, Carriers).
 */
import { fromHex } from '../../bytes';
import type { Room } from '../../invite/key-schedule';
import type { MemberConnection } from './member-connection';
import { BY_RENDEZVOUS, type MemberMessage } from '../messages/member-messages';
import { PairRoom } from './pair-room';
import type { Ports } from '../ports';
import { RecoverySchedule } from './recovery-schedule';

export interface CarriersEvents {
  /** Passes a frame on through somebody else, if somebody can. */
  forward: (frame: Uint8Array) => void;
  canForward: () => boolean;
  received: (frame: Uint8Array) => void;
  /** The link does not work: say again what mends it. */
  sayAgain: () => void;
  /** It does not come back by itself. */
  replace: () => void;
  giveUp: () => void;
}

export class Carriers {
  readonly #recovery: RecoverySchedule;
  #room: PairRoom | null = null;
  #heardAt = -Infinity;

  constructor(
    private readonly pair: { self: Uint8Array; peerId: string },
    private readonly connection: MemberConnection,
    private readonly ports: Ports,
    private readonly events: CarriersEvents,
  ) {
    const { canForward, sayAgain, replace, giveUp } = events;
    this.#recovery = new RecoverySchedule(ports, {
      healthy: () => connection.healthy,
      canForward,
      heardAt: () => this.#heardAt,
      joinRoom: () => this.#room?.join(),
      leaveRoom: () => this.#room?.leave(),
      sayAgain,
      replace,
      giveUp,
    });
  }

  /** When something genuine last came of the other, by any carrier, in milliseconds. */
  get heardAt(): number {
    return this.#heardAt;
  }

  heard(): void {
    this.#heardAt = this.ports.now();
  }

  /** The channel stands: from now on a broken link is mended. */
  begin(room: Room): void {
    const { self, peerId } = this.pair;
    this.heard();
    this.#room = new PairRoom(room, self, fromHex(peerId), this.ports, this.events.received);
    this.#recovery.follow();
  }

  /** The link's state may have changed. */
  follow(): void {
    if (this.#room) this.#recovery.follow();
  }

  carry(frame: Uint8Array, about: MemberMessage['t'] | null): void {
    const { connection, events } = this;
    if (connection.healthy) {
      connection.send(frame);
      return;
    }
    const mends = about !== null && BY_RENDEZVOUS.has(about);
    if (events.canForward()) events.forward(frame);
    // A data channel keeps what it is given until its path is back; wishes are out of date by then.
    const lasts = about !== 'link-wanted' && about !== 'here';
    if (lasts && (mends || !events.canForward())) connection.send(frame);
    if (mends) this.#room?.publish(frame);
  }

  end(): void {
    this.#recovery.stop();
    this.#room?.leave();
  }
}
