/** What becomes of a captured track before it is sent. */
import type { BackgroundChoice } from './background-choice';

export interface Treated {
  /** What is sent. */
  readonly track: MediaStreamTrack;
  /** Lets go of all that makes it, but for the captured track. */
  end: () => void;
}

/** The model does not start or does not go on, or this computer is too slow for it. */
export type PictureFailure = 'model' | 'slow';

export interface PictureEvents {
  /** Called at most once: nothing more comes. */
  failed: (reason: PictureFailure) => void;
  /** How much of a processor it takes, 0 to 1 and more. */
  cost: (share: number) => void;
}

export interface Treatment {
  /**
   * @param failed called at most once, when what was made cannot go on.
   * @returns null: it is sent as it was captured. Rejects when it cannot begin.
   */
  sound: (captured: MediaStreamTrack, failed: () => void) => Promise<Treated | null>;
  /** Of a camera with a background; rejects when it cannot begin, and then nothing is sent. */
  picture: (captured: MediaStreamTrack, choice: BackgroundChoice, events: PictureEvents) => Promise<Treated>;
}

export const noTreatment: Treatment = {
  sound: () => Promise.resolve(null),
  picture: () => Promise.reject(new Error('no background here')),
};
