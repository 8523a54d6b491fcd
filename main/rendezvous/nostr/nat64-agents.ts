/** Relays at an IPv4 address, in a network of IPv6 alone: reached through its NAT64, and asked as their URL says. */
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { ipv4Of } from '../../../shared/wire/ip-address';
import type { AgentFor } from './relay-socket';

export interface Nat64Places {
  /** There may be no other way to an IPv4 address. */
  mayBeNeeded: boolean;
  /** Where it is reached. */
  placeOf: (ipv4: string) => Promise<string>;
}

/** Names, IPv6 addresses, and everything where there is IPv4, go directly. */
export function nat64Agents(places: Nat64Places): AgentFor {
  return (relayUrl) => {
    const { hostname, port, protocol } = new URL(relayUrl);
    if (ipv4Of(hostname) === null || !places.mayBeNeeded) return undefined;
    const isSecure = protocol === 'wss:';
    const portOf = Number(port === '' ? (isSecure ? 443 : 80) : port);
    const connect = (host: string): net.Socket =>
      isSecure
        ? tls.connect({
            ...{ host, port: portOf },
            // An address is no server name (RFC 6066, section 3), and the certificate is that of the URL's.
            servername: '',
            checkServerIdentity: (_host, certificate) => tls.checkServerIdentity(hostname, certificate),
          })
        : net.connect({ host, port: portOf });
    const agent = isSecure ? new https.Agent() : new http.Agent();
    agent.createConnection = (_options, callback) => {
      void places.placeOf(hostname).then((host) => callback?.(null, connect(host)));
      return undefined;
    };
    return agent;
  };
}
