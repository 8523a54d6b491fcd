/** The 64 pictures of the emoji comparison, and how six of them follow from a hash (docs/protocol.md). */

/**
 * In this order for ever: the place is what both sides compute. Chosen so that no two are taken for each other, on a
 * small screen or read aloud in any language of the app.
 */
export const emojiIds = [
  ...['dog', 'cat', 'horse', 'cow', 'pig', 'rabbit', 'bear', 'elephant'],
  ...['penguin', 'duck', 'owl', 'fish', 'whale', 'octopus', 'crab', 'snail'],
  ...['butterfly', 'bee', 'turtle', 'snake', 'frog', 'tree', 'cactus', 'tulip'],
  ...['sunflower', 'mushroom', 'maple-leaf', 'apple', 'banana', 'cherries', 'grapes', 'lemon'],
  ...['corn', 'carrot', 'bread', 'cheese', 'egg', 'cake', 'teacup', 'sun'],
  ...['moon', 'star', 'cloud', 'umbrella', 'snowman', 'fire', 'rainbow', 'mountain'],
  ...['house', 'tent', 'sailboat', 'train', 'bicycle', 'airplane', 'balloon', 'football'],
  ...['drum', 'guitar', 'bell', 'key', 'scissors', 'hammer', 'book', 'candle'],
] as const;
export type EmojiId = (typeof emojiIds)[number];

export const EMOJI_COUNT = 6;
const BITS_EACH = 6;

/** Six places, from the first 36 bits. @param digest at least 5 bytes. */
export function emojiOf(digest: Uint8Array): EmojiId[] {
  if (digest.length * 8 < EMOJI_COUNT * BITS_EACH) throw new RangeError('digest too short');
  return Array.from({ length: EMOJI_COUNT }, (_, place) => {
    const bit = place * BITS_EACH;
    const byte = bit >> 3;
    const pair = ((digest[byte] ?? 0) << 8) | (digest[byte + 1] ?? 0);
    const index = (pair >> (16 - BITS_EACH - (bit & 7))) & 63;
    return emojiIds[index] ?? 'dog';
  });
}
