/** What becomes of a captured track before it is sent. */

export interface Treated {
  /** What is sent. */
  readonly track: MediaStreamTrack;
  /** Lets go of all that makes it, but for the captured track. */
  end: () => void;
}

export interface Treatment {
  /**
   * @param failed called at most once, when what was made cannot go on.
   * @returns null: it is sent as it was captured. Rejects when it cannot begin.
   */
  sound: (captured: MediaStreamTrack, failed: () => void) => Promise<Treated | null>;
}

export const noTreatment: Treatment = { sound: () => Promise.resolve(null) };
