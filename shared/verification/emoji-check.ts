/**
 * Comparing six emoji: commit, answer, reveal, then two people look (docs/protocol.md, Verification). Whoever sits
 * between the two has one guess of 2^-36 for each try, because it must commit before it knows the other's nonce.
 */
import { equalPublic } from '../bytes';
import { emojiOf, type EmojiId } from './emoji';
import { commitment, comparison, isCommitter, NONCE_LENGTH, type EmojiParties } from './emoji-hashes';
import type { EmojiStep } from './emoji-messages';

/** Begun comparisons for one handshake, whoever began them. */
export const MAX_TRIES = 3;
/** Machines answer each other within this. Milliseconds. */
export const STEP_LIMIT_MS = 15_000;

export const emojiFailures = [
  /** The revealed nonce is not the committed one: somebody sits between the two. */
  'not-genuine',
  /** One of the two people saw something else. */
  'mismatch',
  /** The other side stopped after the commitment, or did not answer. */
  'vanished',
  'cancelled',
  'too-many-tries',
] as const;
export type EmojiFailure = (typeof emojiFailures)[number];

export type EmojiState =
  | { phase: 'idle' }
  /** The other side was asked to begin. */
  | { phase: 'asked' }
  /** Committed to the own nonce. */
  | { phase: 'committed'; nonce: Uint8Array }
  /** The other side is committed, and has our nonce. */
  | { phase: 'answered'; commit: Uint8Array; nonce: Uint8Array }
  | { phase: 'comparing'; emoji: EmojiId[]; mine: boolean; theirs: boolean }
  | { phase: 'same' }
  | { phase: 'failed'; why: EmojiFailure };

export interface EmojiPorts {
  random: (length: number) => Uint8Array;
  /** Runs once after so many milliseconds, unless cancelled by the function returned. */
  timer: (milliseconds: number, run: () => void) => () => void;
  send: (step: EmojiStep) => unknown;
  changed: () => void;
}

/** One for each handshake: a new handshake has new keys, and tries of its own. */
export class EmojiCheck {
  #state: EmojiState = { phase: 'idle' };
  #tries = 0;
  #cancelTimer: (() => void) | null = null;

  constructor(
    private readonly parties: EmojiParties,
    private readonly ports: EmojiPorts,
  ) {}

  get state(): EmojiState {
    return this.#state;
  }

  /** A person wants to compare. Nothing happens while a comparison is under way. */
  start(): void {
    if (this.#isUnderWay || !this.#mayTry()) return;
    if (isCommitter(this.parties)) this.#commit();
    else {
      this.#set({ phase: 'asked' }, STEP_LIMIT_MS);
      this.ports.send({ s: 'start' });
    }
  }

  /** What the person sees. Ignored unless there is something to compare. */
  answer(same: boolean): void {
    if (this.#state.phase !== 'comparing') return;
    this.ports.send({ s: same ? 'same' : 'differ' });
    if (!same) this.#fail('mismatch');
    else this.#agree({ ...this.#state, mine: true });
  }

  /** The person closes the comparison without an answer. */
  cancel(): void {
    if (!this.#isUnderWay) {
      if (this.#state.phase !== 'idle') this.#set({ phase: 'idle' });
      return;
    }
    this.ports.send({ s: 'cancel' });
    this.#set({ phase: 'idle' });
  }

  /** What the other side says. Out of turn it is ignored, unless it would hide that somebody plays with us. */
  said(step: EmojiStep): void {
    switch (step.s) {
      case 'start':
        if (!this.#isUnderWay && isCommitter(this.parties) && this.#mayTry()) this.#commit();
        break;
      case 'commit':
        this.#committed(step.commit);
        break;
      case 'nonce':
        if (this.#state.phase === 'committed') this.#reveal(this.#state.nonce, step.nonce);
        break;
      case 'reveal':
        if (this.#state.phase === 'answered') this.#revealed(this.#state, step.nonce);
        break;
      case 'same':
        if (this.#state.phase === 'comparing') this.#agree({ ...this.#state, theirs: true });
        break;
      case 'differ':
        if (this.#state.phase === 'comparing') this.#fail('mismatch');
        break;
      case 'cancel':
        if (this.#isUnderWay) this.#fail('cancelled');
        break;
    }
  }

  /** The link is gone. */
  end(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  get #isUnderWay(): boolean {
    const { phase } = this.#state;
    return phase !== 'idle' && phase !== 'same' && phase !== 'failed';
  }

  #mayTry(): boolean {
    if (this.#tries < MAX_TRIES) return true;
    this.#fail('too-many-tries');
    return false;
  }

  #commit(): void {
    this.#tries++;
    const nonce = this.ports.random(NONCE_LENGTH);
    this.#set({ phase: 'committed', nonce }, STEP_LIMIT_MS);
    this.ports.send({ s: 'commit', commit: commitment(this.parties, nonce) });
  }

  #committed(commit: Uint8Array): void {
    const { phase } = this.#state;
    if (isCommitter(this.parties) || (this.#isUnderWay && phase !== 'asked') || !this.#mayTry()) return;
    this.#tries++;
    const nonce = this.ports.random(NONCE_LENGTH);
    this.#set({ phase: 'answered', commit, nonce }, STEP_LIMIT_MS);
    this.ports.send({ s: 'nonce', nonce });
  }

  #reveal(own: Uint8Array, theirs: Uint8Array): void {
    this.ports.send({ s: 'reveal', nonce: own });
    this.#compare(own, theirs);
  }

  #revealed({ commit, nonce }: { commit: Uint8Array; nonce: Uint8Array }, revealed: Uint8Array): void {
    if (equalPublic(commitment(this.parties, revealed), commit)) this.#compare(revealed, nonce);
    else this.#fail('not-genuine');
  }

  #compare(committed: Uint8Array, answered: Uint8Array): void {
    const emoji = emojiOf(comparison(this.parties, committed, answered));
    this.#set({ phase: 'comparing', emoji, mine: false, theirs: false });
  }

  /** Only when both people have looked. */
  #agree(state: Extract<EmojiState, { phase: 'comparing' }>): void {
    this.#set(state.mine && state.theirs ? { phase: 'same' } : state);
  }

  #fail(why: EmojiFailure): void {
    this.#set({ phase: 'failed', why });
  }

  #set(state: EmojiState, limitMs?: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#state = state;
    if (limitMs !== undefined)
      this.#cancelTimer = this.ports.timer(limitMs, () => {
        this.#fail('vanished');
      });
    this.ports.changed();
  }
}
