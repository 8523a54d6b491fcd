/** The sound of a recording, without a gap: where none comes, silence stands in its place, so the file goes on. */

/** Seconds that sound may be late; then silence is put in its place. */
const PATIENCE = 1;
/** What comes up to so much before its time is taken. */
const EARLY = 0.3;
/** Of one piece of silence at most: no flood after a long gap. */
const PIECE = 1;

export interface Heard {
  timestamp: number;
  duration: number;
  setTimestamp: (seconds: number) => void;
  close: () => void;
}

export interface SoundParts<Sound extends Heard> {
  /** Seconds since the recording began. */
  now: () => number;
  /** Null: there will be no more. */
  next: () => Promise<Sound | null>;
  silence: (seconds: number) => Sound;
  /** Resolves when another may come. */
  add: (sound: Sound) => Promise<void>;
}

export class SoundLine<Sound extends Heard> {
  /** Where the next one stands at the earliest. */
  #end = 0;
  /** From the sound's own clock to the recording's. */
  #offset: number | null = null;
  #adding: Promise<void> | null = null;
  #hasEnded = false;

  constructor(private readonly parts: SoundParts<Sound>) {}

  /** Until it is ended, or there is no more sound. Rejects where it cannot be encoded. */
  async run(): Promise<void> {
    for (;;) {
      const sound = await this.parts.next();
      if (!sound) return;
      await this.#adding;
      try {
        const at = this.#placeOf(sound);
        if (at !== null) await this.#add(sound, at);
      } finally {
        sound.close();
      }
    }
  }

  /** To be called again and again. Rejects as `run`. */
  async heal(): Promise<void> {
    const late = this.parts.now() - this.#end;
    if (this.#adding || this.#hasEnded || late <= PATIENCE) return;
    const silence = this.parts.silence(Math.min(late - PATIENCE / 2, PIECE));
    try {
      await this.#add(silence, this.#end);
    } finally {
      silence.close();
    }
  }

  end(): void {
    this.#hasEnded = true;
  }

  /** Null: its place is taken by silence, or it is far too early. */
  #placeOf({ timestamp, duration }: Sound): number | null {
    if (this.#hasEnded) return null;
    const now = this.parts.now();
    const natural = this.#offset === null ? null : timestamp + this.#offset;
    // One of the clocks stood still.
    const isOff =
      natural === null || natural < this.#end - PATIENCE / 2 || natural + duration > now + PATIENCE;
    // What has just come began a little earlier.
    if (isOff) this.#offset = Math.max(0, now - duration) - timestamp;
    const at = Math.max(timestamp + (this.#offset ?? 0), this.#end);
    return at + duration > now + EARLY ? null : at;
  }

  async #add(sound: Sound, at: number): Promise<void> {
    sound.setTimestamp(at);
    this.#end = at + sound.duration;
    const adding = this.parts.add(sound);
    this.#adding = adding.catch(() => undefined);
    try {
      await adding;
    } finally {
      this.#adding = null;
    }
  }
}
