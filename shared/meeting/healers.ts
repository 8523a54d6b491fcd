/** Who introduces two members to each other again: few, and the same by everybody's view. */

const HEALERS = 3;

/** The lowest peer ids that are not of the pair. @param peerIds in hex. */
export function introducersOf(pair: readonly string[], peerIds: readonly string[]): string[] {
  return peerIds
    .filter((peerId) => !pair.includes(peerId))
    .sort()
    .slice(0, HEALERS);
}
