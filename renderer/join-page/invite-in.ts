/** What the page makes of its address (docs/protocol.md, section 3). */

/**
 * As long as links are, and of a version from 2 to 15. Whether it is whole only Vigil can tell: here nothing is known
 * of checksums.
 */
const PAYLOAD = /^#(?:A[g-z0-9_-]|[B-D][\w-])[\w-]{97,1364}$/u;

/** The same invite for Vigil; null for what is none. @param fragment of an address, with its `#`. */
export function inviteIn(fragment: string): string | null {
  return PAYLOAD.test(fragment) ? `vigil://join/${fragment.slice(1)}` : null;
}
