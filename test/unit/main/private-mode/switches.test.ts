import { describe, expect, it } from 'vitest';
import { privateIce } from '../../../../main/meeting/ice/private-ice';
import { parseProxyAddress } from '../../../../main/private-mode/proxy-address';
import { privateSwitches } from '../../../../main/private-mode/switches';

const on = (proxy: string): Map<string, string> =>
  new Map(privateSwitches({ state: 'on', proxy: parseProxyAddress(proxy) }));

describe("Chromium's switches", () => {
  it('are none while private mode is off', () => {
    expect(privateSwitches({ state: 'off', proxy: null })).toEqual([]);
  });

  it('lead everything to the proxy, resolve nothing but its name, and leave no way beside it', () => {
    const switches = on('socks5://proxy.example:9050');
    expect(Object.fromEntries(switches)).toMatchObject({
      'proxy-server': 'socks5://proxy.example:9050',
      'proxy-bypass-list': '<-loopback>',
      'host-resolver-rules': 'MAP * ~NOTFOUND , EXCLUDE proxy.example',
      'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
      'disable-features': 'WebRtcHideLocalIpsWithMdns',
    });
    expect(on('http://[::1]:8080').get('proxy-server')).toBe('http://[::1]:8080');
    expect([...switches.values()].join()).not.toContain('direct://');
  });

  it('reach nobody when it is not certain by what proxy', () => {
    const switches = new Map(privateSwitches({ state: 'damaged' }));
    expect(switches.get('proxy-server')).toContain('nowhere.invalid');
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(switches.get('webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp');
  });
});

describe('ICE servers in private mode', () => {
  it('are those go-betweens that a proxy can reach, with relayed paths alone', () => {
    const key = { username: 'a', credential: 'b' };
    const kept = [
      'turn:t.example:3478?transport=tcp',
      'turns:t.example:443',
      'turns:t.example?transport=tcp',
    ];
    const dropped = [
      'stun:t.example:3478',
      'stuns:t.example:443',
      'turn:t.example:3478',
      'turn:t.example:3478?transport=udp',
      'turns:t.example:443?transport=udp',
      'turn:t.example?transport=tcp&transport=udp',
      'http://t.example',
    ];
    expect(privateIce([{ urls: [...dropped, ...kept], ...key }, { urls: dropped }])).toEqual({
      iceServers: [{ urls: ['turns:t.example:443', ...kept.filter((url) => !url.endsWith('443'))], ...key }],
      policy: 'relay',
    });
  });

  it('come with the ports first that proxies let through, 443 before 80', () => {
    const by = (url: string): { urls: string[]; username: string } => ({ urls: [url], username: url });
    const servers = [
      by('turn:[2001:db8::1]:3478?transport=tcp'),
      by('turn:a.example:80?transport=tcp'),
      by('turns:b.example:5349'),
      { urls: ['turns:c.example:5349', 'turns:c.example:443'], username: 'c' },
      by('turn:d.example:443?transport=udp'),
    ];
    const { iceServers } = privateIce(servers);
    expect(iceServers.map(({ username }) => username)).toEqual([
      'c',
      'turn:a.example:80?transport=tcp',
      'turn:[2001:db8::1]:3478?transport=tcp',
      'turns:b.example:5349',
    ]);
    expect(iceServers[0]?.urls).toEqual(['turns:c.example:443', 'turns:c.example:5349']);
  });
});
