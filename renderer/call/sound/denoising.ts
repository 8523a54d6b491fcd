/** Sound in the small blocks that a browser hands out, through a network that takes larger ones. */
import { FRAME_LENGTH, type Rnnoise } from './rnnoise';

/** Samples that the browser hands out and takes at once. */
export const BLOCK_LENGTH = 128;
/** So many samples later a block can always be given back: 480 less the 32 that both lengths have in common. */
export const DELAY = FRAME_LENGTH - 32;

export class Denoising {
  readonly #frame = new Float32Array(FRAME_LENGTH);
  #taken = 0;
  /** What was treated and not given back yet; at first, silence. */
  readonly #ready = new Float32Array(DELAY + FRAME_LENGTH);
  #waiting = DELAY;

  constructor(private readonly network: Pick<Rnnoise, 'process'>) {}

  /** @param from null: nothing comes, which counts as silence. Both have 128 samples. */
  process(from: Float32Array | null, to: Float32Array): void {
    for (let i = 0; i < BLOCK_LENGTH; i++) {
      this.#frame[this.#taken++] = from?.[i] ?? 0;
      if (this.#taken === FRAME_LENGTH) this.#treat();
    }
    to.set(this.#ready.subarray(0, BLOCK_LENGTH));
    this.#ready.copyWithin(0, BLOCK_LENGTH, this.#waiting);
    this.#waiting -= BLOCK_LENGTH;
  }

  #treat(): void {
    this.network.process(this.#frame);
    this.#ready.set(this.#frame, this.#waiting);
    this.#waiting += FRAME_LENGTH;
    this.#taken = 0;
  }
}
