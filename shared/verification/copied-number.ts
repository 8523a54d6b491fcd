/** Finds a safety number in text that somebody copied: from a message, with times, names and line breaks around it. */

const DIGITS = 60;
/** Longer text is no message with a number in it. UTF-16 units. */
const MAX_TEXT = 20_000;

/**
 * Groups of five digits, or of ten, or sixty at once, with up to eight characters between two of them that are neither
 * letters nor digits.
 */
const CHAIN = /(?<!\p{N})(?:\d{5})+(?:[^\p{L}\p{N}]{1,8}(?:\d{5})+)*(?!\p{N})/gu;

/** The sixty digits. Null if there are none, or several different ones: nobody could tell which is meant. */
export function copiedNumber(text: string): string | null {
  if (text.length > MAX_TEXT) return null;
  // Full-width digits, as some keyboards write them, become the usual ones.
  const chains = text.normalize('NFKC').match(CHAIN) ?? [];
  const numbers = new Set(
    chains.map((chain) => chain.replace(/\D/g, '')).filter(({ length }) => length === DIGITS),
  );
  const [number] = numbers;
  return numbers.size === 1 && number !== undefined ? number : null;
}
