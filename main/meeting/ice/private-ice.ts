/** By what servers two computers may find a path in private mode: TURN servers that a proxy can reach. */
import type { IceConfiguration } from '../../../shared/ipc';
import type { IceServers } from './ice-servers';

/** Many proxies, and most of the exits of Tor, lead to these ports and to few others. */
const PORTS_THAT_PROXIES_REACH = [443, 80];

/** RFC 7065: TURN over TCP or TLS. No STUN, and no UDP, which no proxy carries. */
const BY_PROXY =
  /^(?:turns:|turn:(?=[^?]*\?transport=tcp$))(?:\[([^\]\s]+)\]|([^:?\s]+))(?::(\d+))?(?:\?transport=tcp)?$/i;

export interface TurnPlace {
  /** A name or an address, IPv6 without brackets. */
  host: string;
  port: number;
}

/** Where the proxy has to connect to; null for what no proxy carries. */
export function placeOf(url: string): TurnPlace | null {
  const [whole, literal, name, port] = BY_PROXY.exec(url) ?? [];
  const host = literal ?? name;
  if (whole === undefined || host === undefined) return null;
  return { host, port: port === undefined ? (/^turns/i.test(url) ? 5349 : 3478) : Number(port) };
}

/**
 * What is left of ICE servers in private mode, and the policy that goes with it: `relay` keeps even the proxy's
 * address from the others. Those come first, and so have the higher priority, that a proxy is most likely to reach.
 * No servers: no call is possible.
 */
export function privateIce(servers: IceServers): IceConfiguration {
  const iceServers = servers
    .map((server) => ({ ...server, urls: likeliestFirst(server.urls) }))
    .filter(({ urls }) => urls.length > 0)
    .toSorted((one, other) => rankOf(one.urls[0]) - rankOf(other.urls[0]));
  return { iceServers, policy: 'relay' };
}

/** Those that go through a proxy. */
function likeliestFirst(urls: readonly string[]): string[] {
  const usable = urls.filter((url) => placeOf(url) !== null);
  return usable.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf(url = ''): number {
  const rank = PORTS_THAT_PROXIES_REACH.indexOf(placeOf(url)?.port ?? 0);
  return rank === -1 ? PORTS_THAT_PROXIES_REACH.length : rank;
}
