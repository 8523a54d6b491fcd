/**
 * Seals what this person sends. One for a worker's whole life: a counter belongs to a key, not to a link, and a
 * key that was ever installed is never installed again, so no nonce repeats. Without a key there is no frame.
 */
import type { SendKeys } from './frame-messages';
import { clearPartOf, FRAME_SUITE, type FrameCodec, type Sealed } from './frames';
import { comparePositions, keyIdOf, type KeyPosition } from './key-id';
import { deriveSframeKey, sealSframe, type SframeKey, type Subtle } from './sframe';

/** Frames under one key; the next one needs another key. With 100 KB each, AES-GCM's bound is still about 2^-39. */
export const MAX_FRAMES_PER_KEY = 2n ** 32n;

interface SendKey {
  generation: number;
  key: SframeKey;
  next: bigint;
}

export class FrameSealer {
  readonly #keys = new Map<number, SendKey>();
  #newest: KeyPosition | null = null;

  /**
   * @param spent called once for each key that has sealed all that it may.
   * @param maxFrames per key.
   */
  constructor(
    private readonly subtle: Subtle,
    private readonly spent: (generation: number) => void,
    private readonly maxFrames = MAX_FRAMES_PER_KEY,
  ) {}

  /**
   * Takes over the keys of a new generation or step, and wipes the bytes given. False, and nothing changes,
   * unless it is newer than everything before.
   */
  async use({ generation, step, tracks }: SendKeys): Promise<boolean> {
    const position = { generation, step };
    try {
      if (this.#newest && comparePositions(position, this.#newest) <= 0) return false;
      this.#newest = position;
      const derived = await Promise.all(
        tracks.map(async ({ track, key }) => ({
          track,
          key: await deriveSframeKey(this.subtle, FRAME_SUITE, key, BigInt(keyIdOf(position, track))),
        })),
      );
      // A newer one may have overtaken this one.
      if (comparePositions(position, this.#newest) !== 0) return false;
      this.#keys.clear();
      for (const { track, key } of derived) this.#keys.set(track, { generation, key, next: 0n });
      return true;
    } catch (error) {
      // What was to be replaced must not go on.
      this.#keys.clear();
      throw error;
    } finally {
      for (const { key } of tracks) key.fill(0);
    }
  }

  /** @param payload one encoded frame; the result is 17 to 28 bytes longer, in a buffer of its own. */
  async seal(track: number, codec: FrameCodec, payload: Uint8Array): Promise<Sealed> {
    const current = this.#keys.get(track);
    if (!current) return { ok: false, reason: 'no-key' };
    const clear = clearPartOf(codec, payload);
    if (!clear) return { ok: false, reason: 'empty' };
    if (current.next >= this.maxFrames) return { ok: false, reason: 'key-spent' };
    // Taken before anything is awaited: two links may seal at the same time.
    const counter = current.next++;
    if (current.next === this.maxFrames) this.spent(current.generation);
    try {
      const bytes = await sealSframe(this.subtle, current.key, counter, clear, payload, clear);
      return { ok: true, bytes };
    } catch {
      return { ok: false, reason: 'failed' };
    }
  }
}
