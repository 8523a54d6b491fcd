/** Milliseconds: when the gallery was opened, and a day. */
export const now = Date.now();
export const DAY = 86_400_000;
