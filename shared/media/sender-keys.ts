/**
 * The keys of what this person sends (docs/protocol.md, Media keys): who gets which, and when they change. Runs
 * in main; the frame worker gets derived keys only.
 *
 * - A worker that starts, a member that leaves, a step after 255 and a spent key make a new generation, at once.
 * - A member that joins makes a step: it gets the key under which nothing was sealed before it came. Steps are
 *   at least 500 ms apart; who joins in between waits for the next step and shares it.
 * - When the channels of all who have the key have been renewed, or some time after the first was, a new generation is
 *   told to all of them, and used a little later: no frame is lost by it.
 * - As long as nobody has the key there is nothing to hide from the first who comes: no step.
 */
import { wipe } from '../crypto/sodium';
import type { SendKeys } from './frame-messages';
import { MAX_GENERATION, MAX_STEP, trackNumbers } from './key-id';
import type { KeyMessage } from './key-messages';
import { baseKeyFrom, MEDIA_KEY_LENGTH, nextBaseKey, trackKeyOf, type BaseKey } from './ratchet';

/** Joins that are closer together than this share a step. Milliseconds. */
export const STEP_INTERVAL_MS = 500;

/** Told so long before it is used. Milliseconds. */
export const PREPARED_MS = 2000;
/** Whose channel was not renewed by then keeps nobody from a new generation. Milliseconds. */
export const RENEWED_WITHIN_MS = 10 * 60_000;

/** Numbers generations. One for the whole run of the app, so that no worker ever sees a number again. */
export class Generations {
  #next = 0;

  /** Throws RangeError after 2^32 generations. */
  next(): number {
    if (this.#next > MAX_GENERATION) throw new RangeError('generations exhausted');
    return this.#next++;
  }
}

export interface SenderKeysPorts {
  random: (length: number) => Uint8Array;
  /** Runs once after so many milliseconds, unless cancelled by the function returned. */
  timer: (milliseconds: number, run: () => void) => () => void;
}

export interface SenderKeysEvents {
  /** Seal with these from now on. The bytes belong to the receiver, who wipes them. */
  use: (worker: number, keys: SendKeys) => void;
  /** Say this to one member, sealed for it alone. */
  tell: (peerId: string, message: KeyMessage) => void;
}

interface Generation {
  generation: number;
  step: number;
  base: BaseKey;
}

type State =
  { phase: 'no-worker' } | { phase: 'running'; worker: number; current: Generation } | { phase: 'stopped' };

export class SenderKeys {
  #state: State = { phase: 'no-worker' };
  /** Members that have the current key. */
  readonly #holders = new Set<string>();
  /** Members that joined and have no key yet. */
  readonly #waiting = new Set<string>();
  /** Ends the pause after a step; null when the next may follow at once. */
  #endPause: (() => void) | null = null;
  /** Told to all who have the current one, and not used yet. */
  #prepared: Generation | null = null;
  #stopPreparing: (() => void) | null = null;
  /** Members whose channels were renewed since the current generation was told to them. */
  readonly #renewed = new Set<string>();
  #stopAwaiting: (() => void) | null = null;

  constructor(
    private readonly generations: Generations,
    private readonly ports: SenderKeysPorts,
    private readonly events: SenderKeysEvents,
  ) {}

  /** The generation in use and the steps taken in it; null while nothing is sealed. */
  get epoch(): { generation: number; step: number } | null {
    if (this.#state.phase !== 'running') return null;
    const { generation, step } = this.#state.current;
    return { generation, step };
  }

  /** @param worker number of the instance, told by the window. Nothing that another instance used is used again. */
  workerStarted(worker: number): void {
    if (this.#state.phase === 'stopped') return;
    this.#renew(worker);
  }

  /** Until the next one starts, nothing is sealed, and members wait. */
  workerLost(worker: number): void {
    if (this.#state.phase !== 'running' || this.#state.worker !== worker) return;
    this.#discard();
    this.#state = { phase: 'no-worker' };
    for (const peerId of this.#holders) this.#waiting.add(peerId);
    this.#holders.clear();
  }

  /** The member's channel stands. One that has the key already is told it again: it may have lost it with a link. */
  join(peerId: string): void {
    if (this.#state.phase === 'stopped') return;
    if (this.#holders.has(peerId)) {
      this.#tell(peerId);
      if (this.#prepared) this.#say(peerId, this.#prepared);
    } else {
      this.#waiting.add(peerId);
      this.#serve();
    }
  }

  /** What is told to it from now on goes by new keys: soon the media keys are new ones too. */
  renewed(peerId: string): void {
    if (this.#state.phase !== 'running' || !this.#holders.has(peerId)) return;
    this.#renewed.add(peerId);
    this.#stopAwaiting ??= this.ports.timer(RENEWED_WITHIN_MS, () => {
      this.#prepare();
    });
    this.#prepareIfAllRenewed();
  }

  /** It left, was removed or is no longer to hear: what is sealed from now on it cannot open. */
  leave(peerId: string): void {
    this.#waiting.delete(peerId);
    this.#renewed.delete(peerId);
    if (this.#holders.delete(peerId) && this.#state.phase === 'running') this.#renew(this.#state.worker);
  }

  /** The worker will not seal with this generation any more. */
  spent(generation: number): void {
    if (this.#state.phase !== 'running' || this.#state.current.generation !== generation) return;
    this.#renew(this.#state.worker);
  }

  /** The meeting is over. */
  stop(): void {
    this.#discard();
    this.#state = { phase: 'stopped' };
    this.#holders.clear();
    this.#waiting.clear();
  }

  /** Gives those who wait a key, as soon as steps may follow one another. */
  #serve(): void {
    if (this.#state.phase !== 'running' || this.#waiting.size === 0 || this.#endPause) return;
    // Whoever joins gets the newest key: there is one at a time that steps can follow.
    this.#usePrepared();
    const { current, worker } = this.#state;
    if (this.#holders.size === 0) {
      this.#admit();
      return;
    }
    if (current.step >= MAX_STEP) this.#renew(worker);
    else this.#step(worker, current);
  }

  /** The members that have the last step find this one themselves. */
  #step(worker: number, current: Generation): void {
    const base = nextBaseKey(current.base);
    wipe(current.base);
    this.#state = { phase: 'running', worker, current: { ...current, step: current.step + 1, base } };
    this.#endPause = this.ports.timer(STEP_INTERVAL_MS, () => {
      this.#endPause = null;
      this.#serve();
    });
    this.#admit();
    this.#use();
  }

  #prepareIfAllRenewed(): void {
    for (const peerId of this.#holders) if (!this.#renewed.has(peerId)) return;
    if (this.#renewed.size > 0) this.#prepare();
  }

  #prepare(): void {
    this.#forgetRenewed();
    if (this.#state.phase !== 'running') return;
    this.#usePrepared();
    const prepared = this.#make();
    this.#prepared = prepared;
    for (const peerId of this.#holders) this.#say(peerId, prepared);
    this.#stopPreparing = this.ports.timer(PREPARED_MS, () => {
      this.#usePrepared();
    });
  }

  #usePrepared(): void {
    if (!this.#prepared || this.#state.phase !== 'running') return;
    wipe(this.#state.current.base);
    this.#state = { ...this.#state, current: this.#prepared };
    this.#prepared = null;
    this.#stopPreparing?.();
    this.#use();
  }

  #forgetRenewed(): void {
    this.#stopAwaiting?.();
    this.#stopAwaiting = null;
    this.#renewed.clear();
  }

  #make(): Generation {
    const random = this.ports.random(MEDIA_KEY_LENGTH);
    const base = baseKeyFrom(random);
    wipe(random);
    return { generation: this.generations.next(), step: 0, base };
  }

  #renew(worker: number): void {
    this.#discard();
    this.#state = { phase: 'running', worker, current: this.#make() };
    for (const peerId of this.#holders) this.#tell(peerId);
    this.#admit();
    this.#use();
  }

  #admit(): void {
    for (const peerId of this.#waiting) {
      this.#holders.add(peerId);
      this.#tell(peerId);
    }
    this.#waiting.clear();
  }

  #tell(peerId: string): void {
    if (this.#state.phase === 'running') this.#say(peerId, this.#state.current);
  }

  #say(peerId: string, { generation, step, base }: Generation): void {
    this.events.tell(peerId, { t: 'key', generation, step, key: base.slice() });
  }

  /** After the members were told, so that a key tends to be there before the first frame. */
  #use(): void {
    if (this.#state.phase !== 'running') return;
    const { generation, step, base } = this.#state.current;
    const keys = trackNumbers.map((track) => ({ track, key: trackKeyOf(base, track) }));
    this.events.use(this.#state.worker, { generation, step, tracks: keys });
  }

  #discard(): void {
    this.#endPause?.();
    this.#endPause = null;
    this.#forgetRenewed();
    this.#stopPreparing?.();
    if (this.#prepared) wipe(this.#prepared.base);
    this.#prepared = null;
    if (this.#state.phase === 'running') wipe(this.#state.current.base);
  }
}
