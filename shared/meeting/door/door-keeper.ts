/** Keeps the door of a meeting: the rooms where hellos arrive, one for each link, and everybody who knocked. */
import { toHex } from '../../bytes';
import type { MeetingKeys } from '../../invite/key-schedule';
import type { Invite } from '../../invite/link';
import type { KeyPair } from '../../noise/handshake-state';
import type { Message } from '../../wire/reassembly';
import type { MeetingKeyring } from '../meeting-keys';
import type { DoorBudget } from './door-budget';
import { DoorHandshakes, type Visitor } from './door-handshakes';
import { encodeDoorAnswer } from '../messages/door-answer';
import type { Denial } from '../messages/door-messages';
import type { Ports, RoomHandle } from '../ports';
import type { Self } from '../self';
import { VisitorSession } from './visitor-session';

const MAX_KNOCKS = 50;

/** What is decided about somebody who knocks: at once, or by a person. */
export type Verdict = 'ask' | 'admit' | Denial;

/** One link that leads here. */
export interface MeetingInvite {
  invite: Invite;
  keys: MeetingKeys;
  staticKey: KeyPair;
}

export interface DoorKeeperOptions {
  proof: readonly Uint8Array[];
  base: MeetingKeyring;
  self: Self;
  /** What the host says to those who wait; empty for nothing. */
  note: string;
  /** How many hellos of one newcomer it takes to be answered (door.ts). */
  patience: (from: string) => number;
  budget: DoorBudget;
}

export interface DoorKeeperEvents {
  changed: () => void;
  judge: (visitor: Visitor, link: MeetingInvite) => Verdict;
  /** Signs that somebody is let in; false if that cannot be signed any more. */
  signed: (visitor: Visitor, link: MeetingInvite) => boolean;
  admitted: (session: VisitorSession) => void;
  /** Somebody who was let in did not come in. */
  vanished: (session: VisitorSession) => void;
}

interface Opening {
  link: MeetingInvite;
  door: DoorHandshakes;
  room: RoomHandle;
}

export class DoorKeeper {
  /** By meeting id of the link, in hex. */
  readonly #openings = new Map<string, Opening>();
  readonly #sessions = new Map<string, { session: VisitorSession; opening: Opening }>();

  constructor(
    links: readonly MeetingInvite[],
    private readonly options: DoorKeeperOptions,
    private readonly ports: Ports,
    private readonly events: DoorKeeperEvents,
  ) {
    this.follow(links);
  }

  /** The links that lead here now: further ones are opened. */
  follow(links: readonly MeetingInvite[]): void {
    for (const link of links) {
      const id = toHex(link.keys.meetingId);
      if (!this.#openings.has(id)) this.#openings.set(id, this.#open(link));
    }
  }

  /** Those whom a person has to decide about, oldest first. */
  get knocks(): VisitorSession[] {
    return this.#all.filter((session) => session.state.phase === 'asking');
  }

  /** By which link somebody knocked. */
  inviteOf(id: string): Invite | undefined {
    return this.#sessions.get(id)?.opening.link.invite;
  }

  session(id: string): VisitorSession | undefined {
    return this.#sessions.get(id)?.session;
  }

  /** A person decided, or nobody has to. What holds now counts, not what held when it knocked. */
  admit(session: VisitorSession): void {
    const entry = this.#sessions.get(session.id);
    if (!entry) return;
    const verdict = this.events.judge(session.visitor, entry.opening.link);
    if (verdict !== 'ask' && verdict !== 'admit') session.deny(verdict);
    else this.#admit(session);
  }

  /** What was decided by a person may be decided by now. */
  judgeAgain(): void {
    for (const { session, opening } of [...this.#sessions.values()]) {
      const isOpen = session.state.phase === 'asking';
      if (isOpen) this.#decide(session, this.events.judge(session.visitor, opening.link));
    }
  }

  /**
   * Whose first connection both ends have described comes in. Returns the others of those who were let in: they hear
   * that the door is gone, and come by another one.
   */
  close(): VisitorSession[] {
    const all = this.#all;
    for (const { room, door } of this.#openings.values()) {
      room.leave();
      door.end();
    }
    for (const session of all) session.close();
    return all.filter(({ state: { phase } }) => phase === 'describing' || phase === 'admitted');
  }

  get #all(): VisitorSession[] {
    return [...this.#sessions.values()].map(({ session }) => session);
  }

  #open(link: MeetingInvite): Opening {
    const { self, proof, patience, budget } = this.options;
    const { keys, staticKey } = link;
    const answer = encodeDoorAnswer({ peerId: self.peerId, proof });
    const door: DoorHandshakes = new DoorHandshakes(
      { keys, staticKey, answer, patience, budget },
      this.ports,
      () => opening.room,
    );
    const room = this.ports.joinRoom(keys.room, self.peerId, (message) => {
      this.#receive(opening, message);
    });
    const opening: Opening = { link, door, room };
    return opening;
  }

  #receive(opening: Opening, message: Message): void {
    if (message.kind === 'hello') opening.door.hello(message);
    else if (message.kind === 'knock') this.#knock(opening, message);
  }

  #knock(opening: Opening, message: Message): void {
    const { budget, self, base, note } = this.options;
    const known = this.session(toHex(message.from));
    if (known?.repeated(message.body, () => budget.mayRepeat()) === true) return;
    const visitor = opening.door.knock(message);
    if (!visitor) return;
    // It begins again with a hello.
    if (!budget.mayTakeKnock()) {
      this.ports.drop('knock-flood');
      return;
    }
    // A second handshake of the same peer: its first one was lost on its side.
    if (known) this.#gone(known);
    this.#makeRoom();
    const session: VisitorSession = new VisitorSession(visitor, self.peerId, base, note, this.ports, {
      changed: this.events.changed,
      gone: () => {
        this.#gone(session);
      },
      ended: () => {
        if (this.session(session.id) === session) this.#sessions.delete(session.id);
      },
    });
    this.#sessions.set(session.id, { session, opening });
    this.#decide(session, this.events.judge(visitor, opening.link));
    this.events.changed();
  }

  #decide(session: VisitorSession, verdict: Verdict): void {
    if (verdict === 'admit') this.#admit(session);
    else if (verdict !== 'ask') session.deny(verdict);
  }

  #admit(session: VisitorSession): void {
    const entry = this.#sessions.get(session.id);
    if (!entry) return;
    if (!this.events.signed(session.visitor, entry.opening.link)) {
      session.deny('full');
      return;
    }
    // What was signed may have let it in already.
    if (session.state.phase !== 'asking') return;
    session.admit();
    this.events.admitted(session);
  }

  #gone(session: VisitorSession): void {
    if (this.session(session.id) !== session) return;
    session.end();
    this.events.changed();
    this.events.vanished(session);
  }

  #makeRoom(): void {
    const waiting = this.#all.filter(({ state }) => state.phase === 'asking' || state.phase === 'gone');
    if (waiting.length < MAX_KNOCKS) return;
    const victim = waiting[(this.ports.random(1)[0] ?? 0) % waiting.length];
    if (!victim) return;
    this.ports.drop('knock-flood');
    // Told, so that it looks for the door again instead of waiting for ever.
    victim.close();
  }
}
