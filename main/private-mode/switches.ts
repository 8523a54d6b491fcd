/** Chromium's switches for private mode: its media and everything else through the proxy, or not at all. */
import type { Choice } from './choice';
import { proxyUrl } from './proxy-address';

/** Never resolved: whoever has no certain proxy reaches nobody. */
const NOWHERE = 'socks5://nowhere.invalid:1';

/** Name and value of each switch; none while private mode is off. They count for the whole run. */
export function privateSwitches(choice: Choice): [name: string, value: string][] {
  if (choice.state === 'off') return [];
  const proxy = choice.state === 'on' ? proxyUrl(choice.proxy) : NOWHERE;
  const resolved = choice.state === 'on' ? ` , EXCLUDE ${choice.proxy.host}` : '';
  return [
    ['proxy-server', proxy],
    // Addresses of this computer and its network count as well.
    ['proxy-bypass-list', '<-loopback>'],
    // Names are the proxy's business: a TURN server's name would be asked of the local resolver.
    ['host-resolver-rules', `MAP * ~NOTFOUND${resolved}`],
    ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    // Hiding addresses behind names of its own would announce them on the local network.
    ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
  ];
}
