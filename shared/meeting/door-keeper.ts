/** Keeps the door of a meeting: the room where hellos arrive, and everybody who knocked. */
import { toHex } from '../bytes';
import type { MeetingKeys } from '../invite/key-schedule';
import type { KeyPair } from '../noise/handshake-state';
import type { Message } from '../wire/reassembly';
import { Door, type Visitor } from './door';
import type { Ports, RoomHandle } from './ports';
import type { Self } from './self';
import { VisitorSession } from './visitor-session';

const MAX_KNOCKS = 50;

/** What is decided about somebody who knocks: at once, or by a person. */
export type Verdict = 'ask' | 'admit' | 'full' | 'expired' | 'denied';

export interface DoorKeeperEvents {
  changed: () => void;
  judge: (visitor: Visitor) => Verdict;
  /** Signs that somebody is let in; false if that cannot be signed any more. */
  signed: (visitor: Visitor) => boolean;
  admitted: (session: VisitorSession) => void;
  /** Somebody who was let in did not come in. */
  vanished: (session: VisitorSession) => void;
}

export class DoorKeeper {
  readonly #door: Door;
  readonly #room: RoomHandle;
  readonly #sessions = new Map<string, VisitorSession>();

  constructor(
    keys: MeetingKeys,
    staticKey: KeyPair,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly events: DoorKeeperEvents,
  ) {
    this.#door = new Door(keys, staticKey, self.peerId, ports, () => this.#room);
    this.#room = ports.joinRoom(keys.room, self.peerId, (message) => {
      this.#receive(message);
    });
  }

  /** Those whom a person has to decide about, oldest first. */
  get knocks(): VisitorSession[] {
    return [...this.#sessions.values()].filter((session) => session.state.phase === 'asking');
  }

  session(id: string): VisitorSession | undefined {
    return this.#sessions.get(id);
  }

  admit(session: VisitorSession): void {
    if (!this.events.signed(session.visitor)) {
      session.deny('full');
      return;
    }
    session.admit();
    this.events.admitted(session);
  }

  /** The rendezvous with this visitor is over: it is inside, or will not come. */
  forget(id: string): void {
    this.#sessions.get(id)?.end();
    this.#sessions.delete(id);
    this.events.changed();
  }

  close(): void {
    this.#room.leave();
    for (const session of this.#sessions.values()) session.close();
    this.#sessions.clear();
  }

  #receive(message: Message): void {
    if (message.kind === 'hello') this.#door.hello(message);
    else if (message.kind === 'knock') this.#knock(message);
  }

  #knock(message: Message): void {
    const known = this.#sessions.get(toHex(message.from));
    if (known?.repeated(message.body) === true) return;
    const visitor = this.#door.knock(message);
    if (!visitor) return;
    // A second handshake of the same peer: its first one was lost on its side.
    if (known) this.#gone(known);
    this.#makeRoom();
    const linkId = toHex(this.ports.random(8));
    const session = new VisitorSession(visitor, linkId, this.self.peerId, this.ports, {
      changed: this.events.changed,
      gone: () => {
        this.#gone(session);
      },
    });
    this.#sessions.set(session.id, session);
    const verdict = this.events.judge(visitor);
    if (verdict === 'admit') this.admit(session);
    else if (verdict !== 'ask') session.deny(verdict);
    this.events.changed();
  }

  #gone(session: VisitorSession): void {
    if (this.#sessions.get(session.id) !== session) return;
    this.forget(session.id);
    this.events.vanished(session);
  }

  #makeRoom(): void {
    const waiting = [...this.#sessions.values()].filter(
      ({ state }) => state.phase === 'asking' || state.phase === 'gone',
    );
    if (waiting.length < MAX_KNOCKS) return;
    const victim = waiting[(this.ports.random(1)[0] ?? 0) % waiting.length];
    if (!victim) return;
    this.ports.drop('knock-flood');
    // Told, so that it looks for the door again instead of waiting for ever.
    victim.close();
    this.#sessions.delete(victim.id);
  }
}
