/** A newcomer's way in: find the door, knock, and open the link to whoever keeps it. */
import { toHex } from '../../bytes';
import type { MeetingKeys } from '../../invite/key-schedule';
import type { Invite } from '../../invite/link';
import type { CompactDescription } from '../../wire/description';
import type { Message } from '../../wire/reassembly';
import type { MeetingKeyring } from '../meeting-keys';
import type { Denial } from '../messages/door-messages';
import { KnockSession } from './knock-session';
import { NewcomerHandshake, type FoundDoor } from './newcomer-handshake';
import type { ConnectionEvent, Ports, RoomHandle } from '../ports';
import type { Self } from '../self';
import type { UselessDoors } from '../useless-doors';

/** From being admitted to being inside. */
const CONNECT_LIMIT_MS = 45_000;

export type JoinStep = 'looking' | 'asked' | 'connecting';

/** The own end of a link to the door, and what the door said of its own. */
export interface DoorLinking {
  peerId: string;
  connectionId: string;
  remote: CompactDescription;
  base: MeetingKeyring;
}

export interface JoinAttemptEvents {
  changed: () => void;
  /** Admitted: a link to this peer is being opened. */
  linking: (linking: DoorLinking) => void;
  refused: (reason: Exclude<Denial, 'elsewhere'>) => void;
  noPath: () => void;
  /** Nothing more is expected of this link, unless somebody is there by now. */
  letGo: (connectionId: string) => void;
  /** Somebody to whom there is a link already. */
  isConnected: (peerId: string) => boolean;
}

export class JoinAttempt {
  readonly #room: RoomHandle;
  #newcomer: NewcomerHandshake;
  #session: KnockSession | null = null;
  #stopTimer: (() => void) | null = null;

  constructor(
    private readonly invite: Invite,
    private readonly keys: MeetingKeys,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly useless: UselessDoors,
    private readonly events: JoinAttemptEvents,
  ) {
    this.#room = ports.joinRoom(keys.room, self.peerId, (message) => {
      this.#receive(message);
    });
    this.#newcomer = this.#look();
  }

  get step(): JoinStep {
    switch (this.#session?.state.phase) {
      case undefined:
      case 'knocking':
        return 'looking';
      case 'asked':
        return 'asked';
      case 'describing':
      case 'answered':
        return 'connecting';
    }
  }

  get doorId(): string | null {
    return this.#session?.doorId ?? null;
  }

  /** Whether this link is the one to the door. */
  owns(connectionId: string): boolean {
    return this.#session?.connectionId === connectionId;
  }

  connectionEvent(connectionId: string, event: ConnectionEvent): void {
    if (this.owns(connectionId)) this.#session?.connectionEvent(event);
  }

  /** Gives up, and says so to the door if it was found. */
  withdraw(): void {
    this.#session?.withdraw();
    this.end();
  }

  /** Inside or gone: nothing is announced any more. */
  end(): void {
    this.#newcomer.stop();
    this.#closeSession();
    this.#room.leave();
  }

  #look(): NewcomerHandshake {
    const { identity, peerId, knock } = this.self;
    const avoids = (door: Uint8Array): boolean =>
      this.useless.has(toHex(door)) || this.events.isConnected(toHex(door));
    const room = (): RoomHandle => this.#room;
    const newcomer = new NewcomerHandshake(
      this.invite,
      this.keys,
      identity,
      peerId,
      knock,
      this.ports,
      room,
      avoids,
    );
    newcomer.start();
    return newcomer;
  }

  #closeSession(): void {
    this.#stopTimer?.();
    const session = this.#session;
    this.#session = null;
    session?.end();
    if (session) this.events.letGo(session.connectionId);
  }

  #lookAgain(): void {
    this.#closeSession();
    this.#newcomer = this.#look();
    this.events.changed();
  }

  #receive(message: Message): void {
    if (message.kind !== 'answer' || this.#session) return;
    const door = this.#newcomer.answer(message);
    if (door) this.#found(door);
  }

  #found(door: FoundDoor): void {
    const connectionId = toHex(this.ports.random(8));
    const session = new KnockSession(door, connectionId, this.self.peerId, () => this.#room, this.ports, {
      changed: () => {
        const { state } = session;
        if (state.phase === 'describing') this.#admitted(session, state);
        this.events.changed();
      },
      denied: this.events.refused,
      elsewhere: () => {
        this.useless.add(session.doorId);
        this.#lookAgain();
      },
      unheard: () => {
        this.#lookAgain();
      },
    });
    this.#session = session;
    this.events.changed();
  }

  #admitted(session: KnockSession, { remote, base }: Pick<DoorLinking, 'remote' | 'base'>): void {
    this.#stopTimer?.();
    this.#stopTimer = this.ports.timer(CONNECT_LIMIT_MS, this.events.noPath);
    this.events.linking({ peerId: session.doorId, connectionId: session.connectionId, remote, base });
  }
}
