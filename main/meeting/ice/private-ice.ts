/** By what servers two computers may find a path in private mode: TURN servers that a proxy can reach. */
import type { IceConfiguration } from '../../../shared/ipc';
import type { IceServers } from './ice-servers';

/** RFC 7065: TURN over TCP or TLS. No STUN, and no UDP, which no proxy carries. */
function goesThroughProxy(url: string): boolean {
  const [, scheme, transport] = /^(turns?):[^?\s]+(?:\?transport=(\w+))?$/i.exec(url) ?? [];
  if (scheme?.toLowerCase() === 'turns') return transport === undefined || transport.toLowerCase() === 'tcp';
  return scheme !== undefined && transport?.toLowerCase() === 'tcp';
}

/**
 * What is left of ICE servers in private mode, and the policy that goes with it: `relay` keeps even the proxy's
 * address from the others. No servers: no call is possible.
 */
export function privateIce(servers: IceServers): IceConfiguration {
  const iceServers = servers.flatMap((server) => {
    const urls = server.urls.filter(goesThroughProxy);
    return urls.length > 0 ? [{ ...server, urls }] : [];
  });
  return { iceServers, policy: 'relay' };
}
