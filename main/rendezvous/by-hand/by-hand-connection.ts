/** One hand-made link: which rooms its other end listens in, and frames in and out (docs/protocol.md, By hand). */
import { toHex } from '../../../shared/bytes';
import type { SteadyClock } from '../../../shared/clocks';
import { RateLimit } from '../../../shared/meeting/limits/rate-limit';
import { decodeByHandFrame, encodeByHandFrame, type ByHandFrame } from './by-hand-frame';

/** Frames that one end may send: far more than a newcomer and a door have to say. */
const FRAMES_PER_SECOND = 100;
/** The meeting's room and that of a pair, and room for a second attempt. */
const MAX_TOPICS = 16;

export class ByHandConnection {
  /** What the other end listens to, in hex. */
  readonly #wanted = new Set<string>();
  /** What this end has said that it listens to, in hex. */
  readonly #told = new Set<string>();
  readonly #limit: RateLimit;

  /**
   * @param names all: this end tells what it listens to. asked: only where the other end does too, so that whoever
   * was invited learns of no other room.
   */
  constructor(
    private readonly send: (bytes: Uint8Array) => void,
    private readonly names: 'all' | 'asked',
    steady: SteadyClock,
  ) {
    this.#limit = new RateLimit(FRAMES_PER_SECOND, steady);
  }

  wants(topic: Uint8Array): boolean {
    return this.#wanted.has(toHex(topic));
  }

  /** This end listens to it, as far as that is the other end's business. */
  listens(topic: Uint8Array): void {
    const name = toHex(topic);
    if (this.#told.has(name) || (this.names === 'asked' && !this.#wanted.has(name))) return;
    this.#told.add(name);
    this.say({ type: 'listen', topic });
  }

  /** This end listens to it no longer. */
  leaves(topic: Uint8Array): void {
    if (this.#told.delete(toHex(topic))) this.say({ type: 'leave', topic });
  }

  say(frame: ByHandFrame): void {
    this.send(encodeByHandFrame(frame));
  }

  /** What is left to be done about a frame; null for what is none, or one too many. */
  receive(bytes: Uint8Array): Exclude<ByHandFrame, { type: 'leave' }> | null {
    if (!this.#limit.take()) return null;
    const frame = decodeByHandFrame(bytes);
    if (frame?.type === 'leave') {
      this.#wanted.delete(toHex(frame.topic));
      return null;
    }
    if (frame?.type !== 'listen') return frame;
    if (this.#wanted.size >= MAX_TOPICS) return null;
    this.#wanted.add(toHex(frame.topic));
    return frame;
  }
}
