/** What becomes of the own recording, as the screens see it. */

/** saved: elapsed in milliseconds, size in bytes. full, failed: what was written until then is there. */
export type RecordingEnd =
  { end: 'saved'; elapsed: number; size: number } | { end: 'full' } | { end: 'failed' };

export type OwnRecordingState =
  | { state: 'off'; last: RecordingEnd | null }
  /** Bytes so far. */
  | { state: 'on'; size: number }
  | { state: 'finishing' };
