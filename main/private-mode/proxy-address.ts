/** The address of a proxy, in one spelling. */
import { VigilError } from '../../shared/errors';

export interface ProxyAddress {
  /** socks5: names are resolved by the proxy. http: everything by CONNECT. */
  kind: 'socks5' | 'http';
  /** A name or an address; IPv6 without brackets. */
  host: string;
  port: number;
}

const PROXY = /^(socks5h?|http):\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?):(\d{1,5})\/?$/i;

/** Throws VigilError proxy-address-invalid on anything but `socks5://HOST:PORT` and `http://HOST:PORT`. */
export function parseProxyAddress(text: string): ProxyAddress {
  const [, scheme = '', shownHost = '', digits = ''] = PROXY.exec(text.trim()) ?? [];
  const port = Number(digits);
  const isUsable = port >= 1 && port <= 65_535 && URL.canParse(`http://${shownHost}:${digits}`);
  if (!isUsable) throw new VigilError('proxy-address-invalid');
  return {
    kind: scheme.toLowerCase() === 'http' ? 'http' : 'socks5',
    host: shownHost.toLowerCase().replace(/^\[|\]$/g, ''),
    port,
  };
}

/** `socks5://HOST:PORT` or `http://HOST:PORT`. */
export function proxyUrl({ kind, host, port }: ProxyAddress): string {
  return `${kind}://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
