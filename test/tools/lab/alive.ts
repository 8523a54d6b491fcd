/** The ways to find each other that are left alive, in every combination. Pure. */
import type { Ban } from './bans';

export const ways = ['nostr', 'dht', 'lan', 'paste'] as const;
export type Way = (typeof ways)[number];

/**
 * Every set of ways but the empty one. Neighbours differ little in what goes through servers, since whoever was
 * banned from one comes back after a while only.
 */
export function combinations(): Way[][] {
  const byServers: Way[][] = [['nostr'], ['nostr', 'dht'], ['dht'], []];
  const others: Way[][] = [[], ['lan'], ['paste'], ['lan', 'paste']];
  return byServers
    .flatMap((servers) => others.map((rest) => [...servers, ...rest]))
    .filter(({ length }) => length > 0);
}

/** Each way alone, and all at once. */
export const shortCombinations = (): Way[][] => [['nostr'], [...ways], ['dht'], ['lan'], ['paste']];

export const nameOf = (alive: readonly Way[]): string => alive.join('+');

export interface Places {
  relays: readonly string[];
  dhtNodes: readonly string[];
}

/** What has to be banned for a computer, so that it can be found in these ways alone; paste is banned by nobody. */
export function bansFor(home: string, alive: readonly Way[], { relays, dhtNodes }: Places): Ban[] {
  const servers = [...(alive.includes('nostr') ? [] : relays), ...(alive.includes('dht') ? [] : dhtNodes)];
  return [
    ...(servers.length > 0 ? [{ what: 'servers', servers, home } as const] : []),
    ...(alive.includes('lan') ? [] : [{ what: 'neighbours', home } as const]),
  ];
}
