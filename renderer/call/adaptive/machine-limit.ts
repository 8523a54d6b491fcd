/** Whether this computer can keep up, and how much is left out so that it can. Pure: samples come in. */
import type { Restraint } from './asked-views';

/** What one look at all links tells of the time since the look before. */
export interface LoadSample {
  /** The browser itself lowers a picture because of the processor. */
  limitedByProcessor: boolean;
  /** The slowest encoder: time for a frame, as a share of the time between two. */
  encodeShare: number;
  /** All decoders together: time spent, as a share of the time that has passed. */
  decodeShare: number;
  /** Frames that came and were not shown in time, as a share of those that came. */
  droppedShare: number;
  /** Pictures shown, at most so many can be left out. */
  shown: number;
}

const ENCODE_LIMIT = 0.8;
const DECODE_LIMIT = 0.8;
const DROPPED_LIMIT = 0.25;

/** Samples in a row, one every three seconds or so: no step for a moment's trouble. */
const STRAINED_SAMPLES = 4;
/** After a step its effect has to show first. */
const SETTLING_SAMPLES = 2;
const CALM_SAMPLES = 10;
/** Each recovery that fails makes the next wait twice as long, up to about half an hour. */
const MAX_CALM_SAMPLES = 640;

export function isStrained(sample: LoadSample): boolean {
  return (
    sample.limitedByProcessor ||
    sample.encodeShare > ENCODE_LIMIT ||
    sample.decodeShare > DECODE_LIMIT ||
    sample.droppedShare > DROPPED_LIMIT
  );
}

export class MachineLimit {
  #restraint: Restraint = { state: 'none' };
  #strained = 0;
  #calm = 0;
  #settling = 0;
  #calmNeeded = CALM_SAMPLES;
  /** The last step was back towards more pictures. */
  #recovering = false;

  /** @returns the same object as before if nothing has changed. */
  take(sample: LoadSample): Restraint {
    if (this.#settling > 0) {
      this.#settling--;
      return this.#restraint;
    }
    if (isStrained(sample)) {
      this.#calm = 0;
      if (++this.#strained >= STRAINED_SAMPLES) this.#less(sample.shown);
    } else {
      this.#strained = 0;
      if (++this.#calm >= this.#calmNeeded) this.#more(sample.shown);
    }
    return this.#restraint;
  }

  /** First smaller pictures, then half as many, at least one. */
  #less(shown: number): void {
    const now = this.#restraint;
    if (now.state === 'none') this.#step({ state: 'smaller' }, false);
    else {
      const before = now.state === 'fewer' ? Math.min(now.pictures, shown) : shown;
      const pictures = Math.max(1, Math.floor(before / 2));
      if (pictures < before) this.#step({ state: 'fewer', pictures }, false);
    }
  }

  #more(shown: number): void {
    const now = this.#restraint;
    if (now.state === 'none') {
      // A recovery has held: the past is forgotten.
      if (this.#recovering) this.#calmNeeded = CALM_SAMPLES;
      this.#recovering = false;
      this.#calm = 0;
      return;
    }
    if (now.state === 'smaller') this.#step({ state: 'none' }, true);
    else if (now.pictures * 2 < shown) this.#step({ state: 'fewer', pictures: now.pictures * 2 }, true);
    else this.#step({ state: 'smaller' }, true);
  }

  #step(restraint: Restraint, recovering: boolean): void {
    if (this.#recovering && !recovering) this.#calmNeeded = Math.min(MAX_CALM_SAMPLES, this.#calmNeeded * 2);
    this.#restraint = restraint;
    this.#recovering = recovering;
    this.#strained = 0;
    this.#calm = 0;
    this.#settling = SETTLING_SAMPLES;
  }
}
