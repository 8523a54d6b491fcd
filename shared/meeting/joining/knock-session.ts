/** The newcomer's side after the door was found: knock, wait for a decision, answer how the own end is described. */
import { toHex } from '../../bytes';
import type { CompactDescription } from '../../wire/description';
import type { MeetingKeyring } from '../meeting-keys';
import { DoorChannel } from '../messages/door-channel';
import { cleanText } from '../speaking-up/chat-text';
import type { Denial, DoorMessage } from '../messages/door-messages';
import type { FoundDoor } from './newcomer-handshake';
import type { FirstSignalling } from '../connection/first-signalling';
import type { Ports, RoomHandle } from '../ports';
import { retry } from '../limits/backoff';

export type KnockState =
  | { phase: 'knocking' }
  | { phase: 'asked' }
  /** Let in: how the own end is described is not known yet. */
  | { phase: 'admitted' }
  | { phase: 'answered'; description: CompactDescription };

export interface KnockEvents {
  changed: () => void;
  /** @param remote how the door described its end of the connection. */
  admitted: (remote: CompactDescription, base: MeetingKeyring) => void;
  denied: (reason: Exclude<Denial, 'elsewhere'>) => void;
  /** This door is of no use: another one may be. */
  elsewhere: () => void;
  /** The door does not react, or nobody keeps it any more, also after it let us in: look again from the start. */
  unheard: () => void;
}

/** The door keeps a half-open handshake for ten seconds. */
const KNOCKING_LIMIT_MS = 6000;
/** While somebody decides, the knock is repeated: the door answers, or is no longer there. */
const ASK_AGAIN_MS = 15_000;
const UNANSWERED_LIMIT = 3;

export class KnockSession implements FirstSignalling {
  readonly doorId: string;
  #state: KnockState = { phase: 'knocking' };
  readonly #channel: DoorChannel;
  #stopKnocking: () => void;
  #unanswered = 0;
  #note = '';
  #isEnded = false;

  constructor(
    private readonly door: FoundDoor,
    self: Uint8Array,
    private readonly meetingRoom: () => RoomHandle,
    private readonly ports: Ports,
    private readonly events: KnockEvents,
  ) {
    this.doorId = toHex(door.doorPeerId);
    // Listen first: the door's answer to the knock comes by the pair's own room.
    const { room, channel, doorPeerId: other } = door;
    this.#channel = new DoorChannel({ room, self, other, channel }, ports, (said) => {
      this.#said(said);
    });
    const forMs = { limit: KNOCKING_LIMIT_MS, then: events.unheard };
    this.#stopKnocking = retry(ports, { firstMs: 1500, maxMs: 3000, forMs }, () => {
      this.#knock();
    });
  }

  get state(): KnockState {
    return this.#state;
  }

  /** What the host says to those who wait; empty for nothing, and at anybody else's door. */
  get note(): string {
    return this.#note;
  }

  /** Said again whenever the door says again that this side is let in. */
  describe(description: CompactDescription): void {
    if (this.#isEnded || this.#state.phase !== 'admitted') return;
    this.#state = { phase: 'answered', description };
    this.#channel.send({ t: 'answer', description });
  }

  /** Says so, and ends. */
  withdraw(): void {
    if (this.#isEnded) return;
    this.#channel.send({ t: 'withdrawn' });
    this.end();
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#stopKnocking();
    this.#channel.end();
  }

  #knock(): void {
    this.meetingRoom().publish('knock', this.door.doorPeerId, this.door.knockBody);
  }

  #askAgain(): void {
    this.#stopKnocking();
    this.#stopKnocking = this.ports.timer(ASK_AGAIN_MS, () => {
      if (this.#unanswered++ >= UNANSWERED_LIMIT) {
        this.events.unheard();
        return;
      }
      this.#knock();
      this.#askAgain();
    });
  }

  #said(said: DoorMessage | null): void {
    // The door has spoken: it has the knock. A member has nobody to ask: its waiting means nothing.
    if (this.door.right !== 'member' || said?.t !== 'waiting') this.#stopKnocking();
    if (said) this.#handle(said);
  }

  #handle(said: DoorMessage): void {
    if (said.t === 'denied') {
      // A member decides about nobody: its no is not the host's.
      if (said.reason === 'elsewhere' || this.door.right === 'member') this.events.elsewhere();
      else this.events.denied(said.reason);
    } else if (said.t === 'waiting') {
      this.#waiting(said.note ?? '');
    } else if (said.t === 'gone') {
      this.events.unheard();
    } else if (said.t === 'admitted') {
      this.#admitted(said.description, { meetingId: said.meetingId, psk: said.psk as MeetingKeyring['psk'] });
    }
  }

  #waiting(note: string): void {
    if (this.door.right === 'member') return;
    if (this.#state.phase !== 'knocking' && this.#state.phase !== 'asked') return;
    this.#unanswered = 0;
    this.#askAgain();
    // Sealed, unlike the knock: nobody else can say that this side is there still.
    this.#channel.send({ t: 'waiting' });
    if (this.#state.phase === 'asked') return;
    if (this.door.right === 'host') this.#note = cleanText(note);
    this.#state = { phase: 'asked' };
    this.events.changed();
  }

  #admitted(remote: CompactDescription, base: MeetingKeyring): void {
    switch (this.#state.phase) {
      case 'knocking':
      case 'asked':
        this.#state = { phase: 'admitted' };
        this.events.admitted(remote, base);
        this.events.changed();
        break;
      case 'admitted':
        break;
      case 'answered':
        // The answer was lost on its way.
        this.#channel.send({ t: 'answer', description: this.#state.description });
    }
  }
}
