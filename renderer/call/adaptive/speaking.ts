/**
 * Who speaks, and who speaks most, from how loud everybody is. Pure: levels and times come in. Computed by each
 * receiver from what it hears; nothing about it is sent.
 */

/** One's own place among the levels. */
export const SELF = 'self';

export interface Speaking {
  /** Peer ids, and SELF. */
  readonly now: ReadonlySet<string>;
  /** Of the others, the one who speaks most; stays through pauses until somebody else takes over. */
  readonly dominant: string | null;
}

/** Decibels below full scale. Two thresholds, so that a voice at the edge does not flicker. */
const BEGINS_DB = -46;
const ENDS_DB = -52;
/** A click is shorter. */
const BEGINS_AFTER_MS = 150;
/** Pauses between words are shorter. */
const ENDS_AFTER_MS = 700;

/** How fast the memory of having spoken fades, in milliseconds to 1/e. */
const MEMORY_MS = 1500;
/** Share of the recent past that one must have spoken to take over: a cough is less. */
const TAKES_OVER_AT = 0.45;
/** And so much more than the one before. */
const MARGIN = 0.2;

interface Voice {
  /** Since when it has been louder, or quieter, than what its state wants. */
  crossedAt: number | null;
  speaks: boolean;
  spokeAt: number;
  /** 0 to 1: how much of the recent past was speech, without its pauses. */
  activity: number;
}

export const SILENCE: Speaking = { now: new Set(), dominant: null };

export class SpeakingDetector {
  readonly #voices = new Map<string, Voice>();
  #dominant: string | null = null;
  #heardAt = 0;
  #speaking: Speaking = SILENCE;

  /**
   * @param levels decibels below full scale, by peer id or SELF; who is missing is gone. @param now milliseconds.
   * @returns the same object as before if nothing has changed.
   */
  hear(levels: ReadonlyMap<string, number>, now: number): Speaking {
    const elapsed = Math.max(0, now - this.#heardAt);
    this.#heardAt = now;
    for (const id of this.#voices.keys()) if (!levels.has(id)) this.#voices.delete(id);
    for (const [id, level] of levels) this.#hearOne(id, level, now, elapsed);
    this.#dominant = this.#chooseDominant();
    return this.#result();
  }

  /** When this one was last heard to speak; 0 for never. */
  spokeAt(id: string): number {
    return this.#voices.get(id)?.spokeAt ?? 0;
  }

  #hearOne(id: string, level: number, now: number, elapsed: number): void {
    const voice = this.#voices.get(id) ?? { crossedAt: null, speaks: false, spokeAt: 0, activity: 0 };
    this.#voices.set(id, voice);
    const crosses = voice.speaks ? level < ENDS_DB : level > BEGINS_DB;
    voice.crossedAt = crosses ? (voice.crossedAt ?? now) : null;
    const limit = voice.speaks ? ENDS_AFTER_MS : BEGINS_AFTER_MS;
    if (voice.crossedAt !== null && now - voice.crossedAt >= limit) {
      voice.speaks = !voice.speaks;
      voice.crossedAt = null;
    }
    if (voice.speaks) voice.spokeAt = now;
    const fade = Math.exp(-elapsed / MEMORY_MS);
    const isHeard = voice.speaks && level >= ENDS_DB;
    voice.activity = voice.activity * fade + (isHeard ? 1 - fade : 0);
  }

  #chooseDominant(): string | null {
    const others = [...this.#voices].filter(([id]) => id !== SELF);
    const [best] = others.sort(([, one], [, other]) => other.activity - one.activity);
    const before = this.#dominant === null ? undefined : this.#voices.get(this.#dominant);
    const kept = before ? this.#dominant : null;
    if (!best || best[0] === kept || best[1].activity < TAKES_OVER_AT) return kept;
    return best[1].activity >= (before?.activity ?? 0) + MARGIN ? best[0] : kept;
  }

  #result(): Speaking {
    const ids = [...this.#voices].filter(([, { speaks }]) => speaks).map(([id]) => id);
    const before = this.#speaking;
    const isSame =
      before.dominant === this.#dominant &&
      before.now.size === ids.length &&
      ids.every((id) => before.now.has(id));
    if (!isSame) this.#speaking = { now: new Set(ids), dominant: this.#dominant };
    return this.#speaking;
  }
}
