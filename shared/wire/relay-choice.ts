/** Which relays a meeting uses: chosen so that people with different lists still have some in common. */
import { ascii, comparePublic } from '../bytes';
import { blake2b256, utf8, type Secret } from '../crypto/sodium';

/** Relays that a meeting uses at least, if so many are known. */
export const LEAST_RELAYS = 4;
/** A link is untrusted: it may add relays, and never crowd out the user's own. */
export const MAX_RELAYS_FROM_LINK = 4;
/** So many of the own ones are used whatever the link names: it may name dead ones. */
const LEAST_OWN_RELAYS = 2;

export interface RelayChoice {
  /** To be used at once: at most four of the link, then own ones; 4 to 6 if so many are known. */
  chosen: string[];
  /** To take the place of dead ones, best first. */
  reserves: string[];
}

/**
 * Canonical relay URLs, each once, in the meeting's own order: by rendezvous hashing (highest random weight; Thaler
 * and Ravishankar 1998). Each relay's rank follows from the meeting's key and its URL alone: of what two people both
 * know, both put the same first. Nobody without the key can foretell or steer the order.
 * @param topicKey 32 bytes, of the meeting's room.
 */
export function rankRelays(topicKey: Secret<'topic key'>, urls: readonly string[]): string[] {
  return [...new Set(urls)]
    .map((url) => ({ url, score: blake2b256([ascii('vigil-relay-1'), utf8(url)], topicKey) }))
    .sort((a, b) => comparePublic(b.score, a.score))
    .map(({ url }) => url);
}

/**
 * The link's relays come first, since everybody has those in common; then the best of the own list.
 * @param named canonical URLs in the link, in its order. @param own canonical URLs of the own list.
 */
export function chooseRelays(
  topicKey: Secret<'topic key'>,
  named: readonly string[],
  own: readonly string[],
): RelayChoice {
  const first = [...new Set(named)].slice(0, MAX_RELAYS_FROM_LINK);
  const others = rankRelays(topicKey, own).filter((url) => !first.includes(url));
  const wanted = Math.max(LEAST_OWN_RELAYS, LEAST_RELAYS - first.length);
  return { chosen: [...first, ...others.slice(0, wanted)], reserves: others.slice(wanted) };
}
