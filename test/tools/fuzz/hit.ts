/** What the counters in the code call; it is there before any code that is counted. */
export const HIT = '__vigilHit';
