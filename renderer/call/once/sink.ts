/**
 * One viewer's share of what was encoded and sealed once: which rung, how many layers, and what is about to leave. Whenever
 * something is missing that later pictures need, nothing more comes until the next key frame.
 */
import type { Layers } from './plan';

/** Only what the sealer made. */
export interface SealedPicture {
  bytes: Uint8Array;
  isKey: boolean;
  /** 0: others need it. 2: none does. */
  layer: number;
}

/** A quarter of a second: what waits longer is late for everybody who talks. */
const MAX_QUEUED = 6;
/** More layers begin at a key frame, which costs all viewers: not at every little change of a line. */
const RAISE_AFTER_MS = 5000;

export class Sink {
  #rung: number | null = null;
  #wantedRung: number | null = null;
  #layers: Layers = 3;
  #wantedLayers: Layers = 3;
  #loweredAt = -Infinity;
  #waits = true;
  #queue: SealedPicture[] = [];

  /** @param askForKey of this rung. @param now milliseconds; must not go backwards. */
  constructor(
    private readonly askForKey: (rung: number) => void,
    private readonly now: () => number,
  ) {}

  /** How many pictures wait for their dummy. */
  get queued(): number {
    return this.#queue.length;
  }

  /** From the next key frame on; fewer layers at once. Null: nothing any more. */
  aim(place: { rung: number; layers: Layers } | null): void {
    if (place === null) {
      this.#wantedRung = this.#rung = null;
      this.clear();
      return;
    }
    const { rung, layers } = place;
    const isOther = rung !== this.#wantedRung;
    this.#wantedRung = rung;
    this.#wantedLayers = layers;
    if (layers < this.#layers && rung === this.#rung) this.#lower(layers);
    const mayRaise = layers > this.#layers && this.now() - this.#loweredAt >= RAISE_AFTER_MS;
    // While it waits, again and again: the key frame that it was promised may have been lost on the way here.
    if (isOther || mayRaise || this.#waits) this.askForKey(rung);
  }

  offer(rung: number, picture: SealedPicture): void {
    if (picture.isKey && rung === this.#wantedRung) {
      this.#rung = rung;
      this.#layers = this.#wantedLayers;
      this.#waits = false;
    }
    if (rung !== this.#rung || this.#waits || picture.layer >= this.#layers) return;
    this.#queue.push(picture);
    if (this.#queue.length > MAX_QUEUED) this.#shed();
  }

  /** A picture of this rung could not be sealed: what follows would need it. */
  missed(rung: number): void {
    if (rung === this.#rung) this.#waits = true;
    if (rung === this.#rung || rung === this.#wantedRung) this.askForKey(rung);
  }

  /** The next one that leaves, in a buffer of its own; null: nothing does. */
  take(): Uint8Array | null {
    return this.#queue.shift()?.bytes.slice() ?? null;
  }

  /** The viewer's browser cannot go on without a key frame. */
  keyWanted(): void {
    if (this.#wantedRung !== null) this.askForKey(this.#wantedRung);
  }

  /** Nothing that was made so far leaves any more. */
  clear(): void {
    this.#queue = [];
    this.#waits = true;
  }

  #lower(layers: Layers): void {
    this.#layers = layers;
    this.#loweredAt = this.now();
    this.#queue = this.#queue.filter(({ layer }) => layer < layers);
  }

  /** Dummies were left out, since the line is full: upper layers first, which nothing else needs. */
  #shed(): void {
    while (this.#queue.length > MAX_QUEUED && this.#layers > 1) this.#lower(this.#layers === 3 ? 2 : 1);
    if (this.#queue.length <= MAX_QUEUED) return;
    this.clear();
    this.keyWanted();
  }
}
