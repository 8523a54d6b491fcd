/**
 * All that a pair is connected by: their connection, what else carries their frames while it does not work, and what
 * recovers it. The one place that does what ConnectionRecovery says.
 */
import { fromHex } from '../../bytes';
import type { SteadyTime } from '../../clocks';
import type { Room } from '../../invite/key-schedule';
import { Allowance } from '../limits/rate-limit';
import { carriersFor } from './carriers';
import {
  ConnectionRecovery,
  type RecoveryEffect,
  type RecoveryEvent,
  type RecoveryTimer,
} from './connection-recovery';
import { MemberConnection, type MemberConnectionEvent } from './member-connection';
import { BY_RENDEZVOUS, type MemberMessage } from '../messages/member-messages';
import { PairRoom } from './pair-room';
import type { Ports } from '../ports';

/** Candidates are gathered so often because of one member, and once more after each pause. */
const GATHERINGS = 8;
const GATHERING_PAUSE_MS = 10_000;

export interface PairConnectionOptions {
  /** Own peer id. */
  self: Uint8Array;
  /** The other's, in hex. */
  peerId: string;
  /** This side has the lower peer id. */
  initiates: boolean;
  /** Somebody in between can pass frames on. */
  canForward: () => boolean;
}

export type PairEvent =
  /** Over the pair's channel, by whatever carries. */
  | { type: 'say'; message: MemberMessage }
  /** Passes a frame on through somebody else, if somebody can. mends: without it there will be no connection. */
  | { type: 'forward'; frame: Uint8Array; mends: boolean }
  /** Genuine or not. */
  | { type: 'frame'; frame: Uint8Array }
  /** Of files, by the connection. */
  | { type: 'pieces'; pieces: Uint8Array }
  | { type: 'pieces-sent' }
  /** A connection stands: frames have a way. */
  | { type: 'opened' }
  /** Media can be negotiated. again: in the place of a connection that was lost. */
  | { type: 'linked'; again: boolean }
  | { type: 'changed' }
  /** lost: no path is left. foreign: the other end is not the one that the pair's channel names. */
  | { type: 'over'; reason: 'lost' | 'foreign' };

export class PairConnection {
  readonly connection: MemberConnection;
  readonly #recovery: ConnectionRecovery;
  /** Null until the channel stands. */
  #room: PairRoom | null = null;
  #heardAt: SteadyTime = -Infinity;
  readonly #timers = new Map<RecoveryTimer, () => void>();

  constructor(
    private readonly options: PairConnectionOptions,
    private readonly ports: Ports,
    private readonly tell: (event: PairEvent) => void,
  ) {
    const allowance = new Allowance(GATHERINGS, GATHERING_PAUSE_MS, ports.steady);
    this.connection = new MemberConnection(options.peerId, ports, allowance, (event) => {
      this.#connectionEvent(event);
    });
    this.#recovery = new ConnectionRecovery(this.connection, options.initiates, allowance);
  }

  /** There was a connection once. */
  get wasLinked(): boolean {
    return this.#recovery.wasLinked;
  }

  /** When something genuine last came of the other, by any carrier. */
  get heardAt(): SteadyTime {
    return this.#heardAt;
  }

  heard(): void {
    this.#heardAt = this.ports.steady();
  }

  /** From now on a connection that breaks is recovered. @param room the pair's own. */
  channelStands(room: Room): void {
    const { self, peerId } = this.options;
    this.heard();
    this.#room = new PairRoom(room, self, fromHex(peerId), this.ports, (frame) => {
      this.tell({ type: 'frame', frame });
    });
    this.connection.channelStands();
    this.handle({ type: 'channel-stands' });
  }

  /** Sends a sealed frame. @param about what it holds. */
  carry(frame: Uint8Array, about: MemberMessage['t']): void {
    const { healthy } = this.connection;
    for (const carrier of carriersFor(about, { healthy, canForward: this.options.canForward() })) {
      if (carrier === 'connection') this.connection.send(frame);
      else if (carrier === 'member') this.tell({ type: 'forward', frame, mends: BY_RENDEZVOUS.has(about) });
      else this.#room?.publish(frame);
    }
  }

  handle(event: RecoveryEvent): void {
    for (const effect of this.#recovery.handle(event, this.ports.steady())) this.#carryOut(effect);
  }

  /** @param linger the other should still read the last message. */
  end(linger: boolean): void {
    this.handle({ type: 'ended' });
    this.#room?.leave();
    this.connection.close(linger);
  }

  #connectionEvent(event: MemberConnectionEvent): void {
    switch (event.type) {
      case 'say':
      case 'frame':
      case 'pieces':
      case 'pieces-sent':
        this.tell(event);
        break;
      case 'opened':
        this.tell(event);
        this.handle(event);
        this.tell({ type: 'changed' });
        break;
      case 'path-changed':
        this.handle(event);
        break;
      case 'lost':
        // Whoever has no channel yet never came.
        if (this.#room) this.handle(event);
        else this.tell({ type: 'over', reason: 'lost' });
        break;
      case 'foreign':
        this.tell({ type: 'over', reason: 'foreign' });
        break;
    }
  }

  #carryOut(effect: RecoveryEffect): void {
    const { connection } = this;
    switch (effect.type) {
      case 'offer':
        connection.offer();
        break;
      case 'answer':
        connection.answer(effect.remote);
        break;
      case 'accept':
        connection.accept(effect.remote);
        break;
      case 'restart':
        if (!connection.restart() && effect.otherwise)
          this.handle({ type: 'not-restarted', instead: effect.otherwise });
        break;
      case 'close':
        connection.close(false);
        break;
      case 'join-room':
        this.#room?.join();
        break;
      case 'leave-room':
        this.#room?.leave();
        break;
      case 'wake':
        this.#wake(effect.by, effect.inMs);
        break;
      case 'say':
      case 'linked':
      case 'changed':
        this.tell(effect);
        break;
      case 'give-up':
        this.tell({ type: 'over', reason: 'lost' });
        break;
      case 'drop':
        this.ports.drop(effect.reason);
        break;
    }
  }

  #wake(by: RecoveryTimer, inMs: number | null): void {
    this.#timers.get(by)?.();
    this.#timers.delete(by);
    if (inMs === null) return;
    const stop = this.ports.timer(inMs, () => {
      if (by === 'tick')
        this.handle({ type: 'tick', canForward: this.options.canForward(), heardAt: this.#heardAt });
      else this.handle({ type: by });
    });
    this.#timers.set(by, stop);
  }
}
