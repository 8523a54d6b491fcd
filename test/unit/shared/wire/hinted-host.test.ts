import { describe, expect, it } from 'vitest';
import { mayBeHinted } from '../../../../shared/wire/hinted-host';
import { isPublicResolved } from '../../../../shared/wire/ip-address';

const local = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '0.0.0.0',
  '169.254.169.254',
  '224.0.0.251',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.1.1',
  '100.64.0.1',
  '100.127.255.254',
  '198.18.0.1',
  'localhost',
  'x.localhost',
  'printer.local',
  'nas',
  'router.internal',
  'router.home.arpa',
  '[::1]',
  '[::]',
  '[fe80::1]',
  '[fd00::2]',
  '[fc00::2]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::c0a8:101]',
  '[2002:7f00:1::]',
  '[ff02::fb]',
];
const open = [
  'relay.example.org',
  'local.example.org',
  'localhost.example.org',
  'abcdef.onion',
  '192.0.2.7',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '100.128.0.1',
  '11.0.0.1',
  '[2001:db8::1]',
];
const urlsOf = (host: string): string[] => [
  `ws://${host}`,
  `wss://${host}:8443/path`,
  `turn:${host}:3478?transport=udp`,
  `turns:${host}:443`,
];

describe('a server that a link names', () => {
  it.each(local)('may not be %s', (host) => {
    for (const url of urlsOf(host)) expect(mayBeHinted(url), url).toBe(false);
  });

  it.each(open)('may be %s', (host) => {
    for (const url of urlsOf(host)) expect(mayBeHinted(url), url).toBe(true);
  });

  it('may have a name that a network of IPv6 alone resolves to what is behind its translator, if that is public', () => {
    expect(['64:ff9b::192.0.2.7', '64:ff9b::c000:207', '192.0.2.7'].filter(isPublicResolved)).toHaveLength(3);
    const none = ['64:ff9b::192.168.1.1', '64:ff9b::7f00:1', '64:ff9b:1::c000:207', '127.0.0.1', '::1'];
    expect(none.filter(isPublicResolved)).toEqual([]);
  });
});
