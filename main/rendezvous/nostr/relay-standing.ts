/** What a relay has shown of itself: whether it passes on, when it last answered, and why it does not if it says so. */
import { systemClocks } from '../../clocks';
import type { WallClock } from '../../../shared/clocks';
import type { RelayRefusal, RelayStatus } from '../../../shared/ipc';
import { refusalOf } from './relay-refusal';

/** Words to whom it may concern explain a failure that follows within this time. */
const NOTICE_MS = 10_000;

export class RelayStanding {
  roundTripMs: number | null = null;
  #lastAnswerAt: number | null = null;
  /** Why it is no way for this person, by its own account; null once an envelope came back. */
  #refusal: RelayRefusal | null = null;
  #notice: { words: string; at: number } | null = null;
  /** It worked or failed: if it does not work now, it is not merely being tried. */
  #isPastTrying = false;

  /** @param now Unix milliseconds. */
  constructor(private readonly wall: WallClock) {}

  get refusal(): RelayRefusal | null {
    return this.#refusal;
  }

  /** @param isProven whether envelopes come back over the connection of now. */
  status({ isListenedTo, isProven }: { isListenedTo: boolean; isProven: boolean }) {
    const state = isListenedTo ? this.#stateOf(isProven) : 'idle';
    return {
      state,
      refusal: state === 'refuses' ? this.#refusal : null,
      lastAnswerAt: this.#lastAnswerAt,
      roundTripMs: this.roundTripMs,
    };
  }

  answered(): void {
    this.#lastAnswerAt = this.wall();
  }

  echoed(afterMs: number): void {
    this.roundTripMs = afterMs;
    this.#refusal = null;
    this.#isPastTrying = true;
  }

  /** It says something to nobody in particular. */
  noticed(words: string): void {
    this.#notice = { words, at: systemClocks.steady() };
  }

  refuses(words: string): void {
    this.#isPastTrying = true;
    this.#refusal = refusalOf(words);
  }

  /** It took what it does not pass on. */
  swallows(): void {
    this.#refusal ??= 'swallows';
  }

  /** Nothing came back. What the relay said meanwhile to nobody in particular is likely to be why: null for nothing. */
  failed(): string | null {
    this.#isPastTrying = true;
    return this.#lately;
  }

  /** The connection ended. @param refusal as the end itself tells it. */
  lost(refusal: RelayRefusal | null): void {
    const words = this.failed();
    this.#refusal = refusal ?? (words === null ? null : refusalOf(words));
  }

  get #lately(): string | null {
    const notice = this.#notice;
    return notice && systemClocks.steady() - notice.at < NOTICE_MS ? notice.words : null;
  }

  #stateOf(isProven: boolean): RelayStatus['state'] {
    if (isProven) return 'works';
    if (this.#refusal !== null) return 'refuses';
    return this.#isPastTrying && this.#lastAnswerAt !== null ? 'silent' : 'trying';
  }
}
