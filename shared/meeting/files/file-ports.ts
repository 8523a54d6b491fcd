/** Files as they lie on this computer: main has real ones, tests have simulated ones. */

/** A file of this person, as it was when it was offered. */
export interface FileSource {
  /** Null for a file that is gone or shorter by now. @param at in bytes. */
  read: (at: number, length: number, then: (bytes: Uint8Array | null) => void) => void;
  /** It is not read any more. */
  close: () => void;
}

/** full: there is no room on the disk. failed: it cannot be written for some other reason. */
export type Written = 'done' | 'full' | 'failed';

/** Where a file arrives. What is asked is done in order. */
export interface FileSink {
  /** @param at in bytes. */
  write: (at: number, bytes: Uint8Array, then: (outcome: Written) => void) => void;
  /** All is there: it gets its name and the mark of the web. */
  finish: (then: (outcome: Written) => void) => void;
  /** Nothing of it is left behind. @param then it is gone, or cannot be taken away. */
  discard: (then?: () => void) => void;
}
