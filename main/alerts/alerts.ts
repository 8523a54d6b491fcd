/**
 * Tells a person what happens in a meeting whose window is hidden or behind others: by a message of the system, a soft
 * tone, and a taskbar that flashes and counts who waits. Nobody can be let in from there, since a message shows no proof
 * of who asks.
 */
import type { SteadyClock } from '../../shared/clocks';
import type { AlertWords, MeetingView, Settings } from '../../shared/ipc';
import { alertText, microphoneText, waitingText, type AlertText } from './alert-text';
import { microphoneIn, newsBetween, stands, type NewsKind } from './news';
import type { MessageKind } from './notifications';

/** News of one kind within so long are told together, at its end. */
const CALM_MS = 10_000;
const BETWEEN_TONES_MS = 4000;

export type AlertChoices = Pick<Settings, 'notifications' | 'notificationNames' | 'alertTone'>;

export interface AlertsPorts {
  steady: SteadyClock;
  timer: (milliseconds: number, run: () => void) => () => void;
  choices: () => AlertChoices;
  /** False while the vault is locked, or will be when the meeting is over. */
  mayName: () => boolean;
  /** The person has the window in front. */
  isInFront: () => boolean;
  flash: (on: boolean) => void;
  /** @param label what the number means; empty while no words are known. */
  badge: (count: number, label: string) => void;
  show: (kind: MessageKind, text: AlertText) => void;
  /** Takes messages back that are still to be seen. */
  takeBack: (kind?: MessageKind) => void;
  tone: () => void;
}

export class Alerts {
  #view: MeetingView = { phase: 'none' };
  #words: AlertWords | null = null;
  /** How the pause of a kind is ended early, and whether there are news to be told at its end. */
  readonly #calm = new Map<NewsKind, { stop: () => void; isDue: boolean }>();
  /** Kinds of which the last message held names. */
  readonly #named = new Set<NewsKind>();
  #lastToneAt = -Infinity;

  constructor(private readonly ports: AlertsPorts) {}

  /** Without words only tone, flash and badge tell of anything. */
  speak(words: AlertWords): void {
    this.#words = words;
    this.#count();
  }

  /** How many wait, in words; empty if nobody does, and while no words are known. */
  get waiting(): string {
    return this.#waiting > 0 && this.#words ? waitingText(this.#waiting, this.#words) : '';
  }

  get #waiting(): number {
    return this.#view.phase === 'inside' ? this.#view.knocks.length : 0;
  }

  follow(view: MeetingView): void {
    const before = this.#view;
    this.#view = view;
    this.#count();
    for (const kind of ['knock', 'hand'] as const) if (!stands(kind, view)) this.ports.takeBack(kind);
    if (microphoneIn(before) !== microphoneIn(view)) this.ports.takeBack('microphone');
    for (const kind of newsBetween(before, view)) this.#tell(kind);
    if (view.phase === 'none') this.#rest();
  }

  /** The person switched the microphone. @param isSeen where they look at it, so that what was told before is past */
  microphone(on: boolean, isSeen: boolean): void {
    this.ports.takeBack('microphone');
    if (isSeen) return;
    if (this.ports.isInFront() || !this.ports.choices().notifications || !this.#words) return;
    this.ports.show('microphone', microphoneText(on, this.#words));
  }

  /** The window is in front: whatever was told of is to be seen there. */
  seen(): void {
    this.ports.flash(false);
    this.ports.takeBack();
  }

  /** Nothing that is shown may name anybody any more. */
  locked(): void {
    for (const kind of this.#named) this.ports.takeBack(kind);
    this.#named.clear();
  }

  #tell(kind: NewsKind): void {
    const calm = this.#calm.get(kind);
    if (calm) calm.isDue = true;
    else this.#tellNow(kind);
  }

  #tellNow(kind: NewsKind): void {
    const { ports } = this;
    const stop = ports.timer(CALM_MS, () => {
      const isDue = this.#calm.get(kind)?.isDue === true;
      this.#calm.delete(kind);
      if (isDue && stands(kind, this.#view)) this.#tellNow(kind);
    });
    this.#calm.set(kind, { stop, isDue: false });
    const isInFront = ports.isInFront();
    // Who waits is told also to somebody who looks at the faces; the rest is to be seen.
    if (!isInFront || kind === 'knock') this.#sound();
    if (isInFront) return;
    ports.flash(true);
    const { notifications, notificationNames } = ports.choices();
    if (!notifications || !this.#words) return;
    const isNamed = notificationNames && ports.mayName();
    if (isNamed) this.#named.add(kind);
    else this.#named.delete(kind);
    ports.show(kind, alertText(kind, this.#view, this.#words, isNamed));
  }

  #sound(): void {
    const now = this.ports.steady();
    if (!this.ports.choices().alertTone || now - this.#lastToneAt < BETWEEN_TONES_MS) return;
    this.#lastToneAt = now;
    this.ports.tone();
  }

  #count(): void {
    this.ports.badge(this.#waiting, this.waiting);
  }

  #rest(): void {
    for (const { stop } of this.#calm.values()) stop();
    this.#calm.clear();
  }
}
