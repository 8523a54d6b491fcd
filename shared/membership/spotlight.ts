/**
 * Whom the statements put in the large place for everyone. A spotlight stands until another one, or the end of it,
 * names its hash (docs/protocol.md, Membership statements).
 */
import { toHex } from '../bytes';
import { ofKind, type Ruling } from './rulings';

export interface Spotlight {
  hash: Uint8Array;
  /** Who signed it, 32 bytes. */
  signer: Uint8Array;
  /** 16 bytes: one run of one person. Whoever leaves and comes back is in no spotlight. */
  peerId: Uint8Array;
}

/**
 * What stands, the one to be shown first: the host's before those of co-hosts, in the order in which these were named,
 * and of one signer the last. All who hold the same statements have the same order.
 * @param counting of one meeting, the host's first, each signer's by number.
 */
export function spotlightsOf(counting: readonly Ruling[]): Spotlight[] {
  const all = ofKind(counting, 'spotlight');
  const ends = ofKind(counting, 'end-spotlight');
  const lifted = new Set([...all, ...ends].flatMap(({ body }) => body.lifts.map(toHex)));
  const standing = new Map<string, Spotlight[]>();
  for (const { hash, signer, body } of all) {
    if (lifted.has(toHex(hash))) continue;
    const before = standing.get(toHex(signer)) ?? [];
    standing.set(toHex(signer), [{ hash, signer, peerId: body.peerId }, ...before]);
  }
  return [...standing.values()].flat();
}
