/** A newcomer's way in: find the door, knock, and open the link to whoever keeps it. */
import { toHex } from '../bytes';
import type { MeetingKeys } from '../invite/key-schedule';
import type { Invite } from '../invite/link';
import type { CompactDescription } from '../wire/description';
import type { Message } from '../wire/reassembly';
import { KnockSession } from './knock-session';
import { Newcomer } from './newcomer';
import type { LinkEvent, Ports, RoomHandle } from './ports';
import type { Self } from './self';

/** From being admitted to being inside. */
const CONNECT_LIMIT_MS = 45_000;

export type EntryStep = 'looking' | 'asked' | 'connecting';

export interface EntryEvents {
  changed: () => void;
  /** Admitted: a link to this peer is being opened, and its end was described so. */
  linking: (peerId: string, linkId: string, remote: CompactDescription) => void;
  refused: (reason: 'denied' | 'full' | 'expired') => void;
  noPath: () => void;
}

export class Entry {
  readonly #room: RoomHandle;
  #newcomer: Newcomer;
  #session: KnockSession | null = null;
  #stopTimer: (() => void) | null = null;

  constructor(
    private readonly invite: Invite,
    private readonly keys: MeetingKeys,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly events: EntryEvents,
  ) {
    this.#room = ports.joinRoom(keys.room, self.peerId, (message) => {
      this.#receive(message);
    });
    this.#newcomer = new Newcomer(
      invite,
      keys,
      self.identity,
      self.peerId,
      self.knock,
      ports,
      () => this.#room,
    );
    this.#newcomer.start();
  }

  get step(): EntryStep {
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

  link(linkId: string, event: LinkEvent): void {
    if (this.#session?.linkId === linkId) this.#session.link(event);
  }

  /** Gives up, and says so to the door if it was found. */
  withdraw(): void {
    this.#session?.withdraw();
    this.end();
  }

  /** Inside or gone: nothing is announced any more. */
  end(): void {
    this.#stopTimer?.();
    this.#newcomer.stop();
    this.#session?.end();
    this.#room.leave();
  }

  #look(): Newcomer {
    const { identity, peerId, knock } = this.self;
    const newcomer = new Newcomer(
      this.invite,
      this.keys,
      identity,
      peerId,
      knock,
      this.ports,
      () => this.#room,
    );
    newcomer.start();
    return newcomer;
  }

  #receive(message: Message): void {
    if (message.kind !== 'answer' || this.#session) return;
    const door = this.#newcomer.answer(message);
    if (!door) return;
    const linkId = toHex(this.ports.random(8));
    const session = new KnockSession(door, linkId, this.self.peerId, () => this.#room, this.ports, {
      changed: () => {
        const { state } = session;
        if (state.phase === 'describing') this.#admitted(session, state.remote);
        this.events.changed();
      },
      denied: this.events.refused,
      unheard: () => {
        session.end();
        this.#session = null;
        this.#newcomer = this.#look();
        this.events.changed();
      },
    });
    this.#session = session;
    this.events.changed();
  }

  #admitted(session: KnockSession, remote: CompactDescription): void {
    this.#stopTimer?.();
    this.#stopTimer = this.ports.timer(CONNECT_LIMIT_MS, this.events.noPath);
    this.events.linking(session.doorId, session.linkId, remote);
  }
}
