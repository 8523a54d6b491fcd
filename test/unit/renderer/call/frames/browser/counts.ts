/** What a counting worker tells the page, beside what it does as a frame worker. */
export const COUNTS_CHANNEL = 'frame-counts';

export interface Counted {
  /** The worker's name. */
  side: string;
  /** By `DIRECTION TRACK OUTCOME`; the outcome is ok, or why a frame was dropped. */
  counts: Partial<Record<string, number>>;
}
