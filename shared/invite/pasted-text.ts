/** Text that went through mail programs and chats before it was pasted. */

/**
 * Reads it as it stands; only when that fails is it read without its gaps, because mail programs break long lines.
 * Throws what the first reading threw.
 */
export function readPasted<T>(text: string, read: (text: string) => T): T {
  try {
    return read(text);
  } catch (error) {
    const joined = text.replace(/\s+/g, '');
    if (joined === text.trim()) throw error;
    try {
      return read(joined);
    } catch {
      throw error;
    }
  }
}
