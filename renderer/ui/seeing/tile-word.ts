/** The one word that a tile says of somebody's sound and picture: the most urgent that is true. */

export const tileWords = ['reconnecting', 'silenced', 'weak', 'muted', 'noPicture'] as const;
export type TileWord = (typeof tileWords)[number];

/** @returns null if nothing is to be said. */
export function mostUrgent(truths: Record<TileWord, boolean>): TileWord | null {
  return tileWords.find((word) => truths[word]) ?? null;
}
