/** A newcomer's way in: find the door, knock, and hand over to the connection to whoever keeps it. */
import { toHex } from '../../bytes';
import type { SteadyClock, SteadyTime } from '../../clocks';
import type { MeetingKeys } from '../../invite/key-schedule';
import type { Invite } from '../../invite/link';
import type { CompactDescription } from '../../wire/description';
import type { Message } from '../../wire/reassembly';
import type { MeetingKeyring } from '../meeting-keys';
import type { Denial } from '../messages/door-messages';
import { KnockSession } from './knock-session';
import { NewcomerHandshake, type FoundDoor } from './newcomer-handshake';
import type { FirstSignalling } from '../connection/first-signalling';
import type { Ports, RoomHandle } from '../ports';
import type { Self } from '../self';

/** Doors that are of no use for a while: they sent us elsewhere, or had no right to let us in. */
const USELESS_FOR_MS = 2 * 60_000;
/** Whoever makes up more doors than this is met again a little earlier. */
const MAX_USELESS = 64;

export type JoinStep = 'looking' | 'asked' | 'connecting';

/** A door lets this side in: what it said, and what carries the answer. */
export interface Admission {
  /** The door's, in hex. */
  peerId: string;
  signalling: FirstSignalling;
  /** How the door described its end of the connection. */
  remote: CompactDescription;
  base: MeetingKeyring;
}

export interface JoinAttemptEvents {
  changed: () => void;
  admitted: (admission: Admission) => void;
  refused: (reason: Exclude<Denial, 'elsewhere'>) => void;
  /** Nothing more is expected of the door that let this side in, unless somebody is there by now. */
  letGo: () => void;
  /** Somebody to whom there is a connection already. */
  isConnected: (peerId: string) => boolean;
}

export class JoinAttempt {
  readonly #room: RoomHandle;
  #newcomer: NewcomerHandshake;
  #session: KnockSession | null = null;

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
      case 'admitted':
      case 'answered':
        return 'connecting';
    }
  }

  /** What the host says to those who wait. At an open door nobody is known to be the host. */
  get note(): string {
    return this.invite.open ? '' : (this.#session?.note ?? '');
  }

  /** Whether this peer, in hex, keeps the door that let this side in. */
  isLetInBy(peerId: string): boolean {
    return this.step === 'connecting' && this.#session?.doorId === peerId;
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
    const isLetIn = this.step === 'connecting';
    const session = this.#session;
    this.#session = null;
    session?.end();
    if (isLetIn) this.events.letGo();
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
    const session = new KnockSession(door, this.self.peerId, () => this.#room, this.ports, {
      changed: this.events.changed,
      admitted: (remote, base) => {
        this.events.admitted({ peerId: session.doorId, signalling: session, remote, base });
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
}

export class UselessDoors {
  /** By peer id, in hex. */
  readonly #since = new Map<string, SteadyTime>();

  constructor(private readonly steady: SteadyClock) {}

  add(peerId: string): void {
    this.#since.delete(peerId);
    this.#since.set(peerId, this.steady());
    const [oldest] = this.#since.keys();
    if (this.#since.size > MAX_USELESS && oldest !== undefined) this.#since.delete(oldest);
  }

  has(peerId: string): boolean {
    const since = this.#since.get(peerId);
    return since !== undefined && this.steady() - since < USELESS_FOR_MS;
  }
}
