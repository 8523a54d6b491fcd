import { expect, it } from 'vitest';
import { listedHosts } from '../../../../main/volunteers/listed-hosts';
import { Pins } from '../../../../main/volunteers/pins';

const listed = listedHosts({
  relays: [
    { url: 'wss://relay.example/' },
    { url: 'wss://[2001:db8::7]:8443/path' },
    { url: 'ws://192.0.2.1:7000/' },
  ],
  turn: [{ url: 'turns:TURN.example:443' }, { url: 'turn:[2001:DB8::8]:3478?transport=udp' }],
});

it('has the host of each relay and TURN server, as names are compared', () => {
  const hosts = ['relay.example', '2001:db8::7', '192.0.2.1', 'turn.example', '2001:db8::8'];
  expect([...listed].sort()).toEqual(hosts.sort());
});

it.each(['relay.example', 'Relay.Example', '[2001:db8::7]', '192.0.2.1', 'turn.example', '[2001:db8::8]'])(
  'no link says which certificate counts at %s, which a person listed',
  (host) => {
    const pins = new Pins({ own: () => [], listedHosts: () => listed });
    const certificate = new Uint8Array(32).fill(7);
    pins.follow({ host, certificate });
    expect(pins.at(host)).toBeNull();
    pins.follow({ host: 'other.example', certificate });
    expect(pins.at('other.example')).toEqual(certificate);
  },
);
