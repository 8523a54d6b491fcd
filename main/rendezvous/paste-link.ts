/** One hand-made link: which rooms its other end listens in, and frames in and out (docs/protocol.md, By hand). */
import { toHex } from '../../shared/bytes';
import { RateLimit } from '../../shared/meeting/rate-limit';
import { decodePasteFrame, encodePasteFrame, type PasteFrame } from './paste-frame';

/** Far more than a newcomer and a door have to say. */
const FRAMES_PER_SECOND = 100;
/** The meeting's room and that of a pair, and room for a second attempt. */
const MAX_TOPICS = 16;

export class PasteLink {
  /** What the other end listens to, in hex. */
  readonly #wanted = new Set<string>();
  readonly #limit: RateLimit;

  /** @param now milliseconds from a steady clock. */
  constructor(
    private readonly send: (bytes: Uint8Array) => void,
    now: () => number,
  ) {
    this.#limit = new RateLimit(FRAMES_PER_SECOND, now);
  }

  wants(topic: Uint8Array): boolean {
    return this.#wanted.has(toHex(topic));
  }

  say(frame: PasteFrame): void {
    this.send(encodePasteFrame(frame));
  }

  /** What is left to be done about a frame; null for what is none, or one too many. */
  receive(bytes: Uint8Array): Exclude<PasteFrame, { type: 'leave' }> | null {
    if (!this.#limit.take()) return null;
    const frame = decodePasteFrame(bytes);
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
