/** Comparing emoji with one member: begun anew by each handshake, and what comes of it. */
import { EmojiCheck, type EmojiPorts } from '../../verification/emoji-check';
import type { EmojiParties } from '../../verification/emoji-hashes';
import type { Ports } from '../ports';

export interface MemberEmojiEvents {
  send: EmojiPorts['send'];
  /** same: both people have seen the same emoji. Otherwise somebody may sit between the two. */
  compared: (same: boolean) => void;
  changed: () => void;
}

export class MemberEmoji {
  #check: EmojiCheck | null = null;

  constructor(
    private readonly ports: Pick<Ports, 'random' | 'timer'>,
    private readonly events: MemberEmojiEvents,
  ) {}

  /** How far it has come; null before the handshake is finished. */
  get check(): EmojiCheck | null {
    return this.#check;
  }

  /** The handshake is finished. */
  begin(parties: EmojiParties): void {
    this.#check = new EmojiCheck(parties, {
      random: this.ports.random,
      timer: this.ports.timer,
      send: this.events.send,
      changed: () => {
        this.#changed();
      },
    });
  }

  #changed(): void {
    const state = this.#check?.state;
    if (state?.phase === 'same') this.events.compared(true);
    const isAlarm = state?.phase === 'failed' && (state.why === 'mismatch' || state.why === 'not-genuine');
    if (isAlarm) this.events.compared(false);
    else this.events.changed();
  }
}
