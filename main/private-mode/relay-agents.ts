/** How main's own connections to relays reach the proxy, which also resolves their names. */
import type { Agent } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import { toHex } from '../../shared/bytes';
import { unixSeconds, type WallClock } from '../../shared/clocks';
import { periodAt } from '../../shared/wire/topics';
import type { AgentFor } from '../rendezvous/nostr/relay-socket';
import { proxyUrl, type ProxyAddress } from './proxy-address';

export interface AgentPorts {
  wall: WallClock;
  random: (length: number) => Uint8Array;
}

/** For one meeting. SOCKS: a user name for each relay and hour, by which Tor keeps their circuits apart. */
export function relayAgents(proxy: ProxyAddress, { wall, random }: AgentPorts): AgentFor {
  /** Of this hour alone. */
  const users = new Map<string, string>();
  let hour = 0;
  return (relayUrl) => {
    const isSecure = relayUrl.startsWith('wss:');
    if (proxy.kind === 'http') return new ConnectAgent(proxyUrl(proxy), isSecure);
    const period = periodAt(unixSeconds(wall()));
    if (period !== hour) users.clear();
    hour = period;
    const user = users.get(relayUrl) ?? toHex(random(8));
    users.set(relayUrl, user);
    return new SocksAgent(proxyUrl(proxy), user, isSecure);
  };
}

/** Whether to speak TLS to the relay is known here; the library would guess it from a stack trace. */
class ConnectAgent extends HttpsProxyAgent<string> {
  constructor(
    proxy: string,
    private readonly isSecure: boolean,
  ) {
    super(proxy);
  }

  override isSecureEndpoint(): boolean {
    return this.isSecure;
  }
}

class SocksAgent extends SocksProxyAgent {
  constructor(
    proxy: string,
    user: string,
    private readonly isSecure: boolean,
  ) {
    const url = new URL(proxy.replace(/^socks5:/, 'socks5h:'));
    url.username = user;
    url.password = user;
    super(url);
    // A URL has an IPv6 address in brackets, and no socket has.
    this.proxy.host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  }

  override isSecureEndpoint(): boolean {
    return this.isSecure;
  }
}

/** Without a proxy that is certain no connection is made: whoever asks for one is told so. */
export const noAgents: AgentFor = (): Agent => {
  throw new Error('private mode allows no connection');
};
