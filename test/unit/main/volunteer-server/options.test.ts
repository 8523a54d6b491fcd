import { expect, test } from 'vitest';
import { bytesIn, carriedIn } from '../../../../main/volunteer-server/measures';
import { asUser } from '../../../../main/volunteer-server/own-user';
import { readOptions } from '../../../../main/volunteer-server/options';
import { statusLine } from '../../../../main/volunteer-server/status-line';

test('one address is enough: relay and TURN, with limits', () => {
  const options = readOptions(['--host', '203.0.113.7']);
  expect(options).toMatchObject({
    ...{ host: '203.0.113.7', relay: true, turn: true, relayPort: 8443, turnPort: 3478, tlsPort: 443 },
    ...{ people: 100, each: 12, mbits: 100 },
  });
  expect(readOptions(['--host', '2001:DB8::7', '--relay'])).toMatchObject({
    ...{ host: '[2001:db8::7]', relay: true, turn: false },
  });
  expect(readOptions(['--help'])).toBeNull();
});

test.each([
  [[], '--host'],
  [['--host', 'a b'], '--host'],
  [['--host', 'a'.repeat(101)], 'too long'],
  [['--host', 'a.example', '--tls-port', '0'], '--tls-port'],
  [['--host', 'a.example', '--relay-port', '443'], 'a port of its own'],
  [['--host', 'a.example', '--ports', '50000-49000'], '--ports'],
  [['--host', 'a.example', '--ports', '50000'], '--ports'],
])('%j is refused in words', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});

test('it keeps one right of all, and its children too', () => {
  const command = asUser('vigil', '990', 'node', ['serve.ts']);
  expect(command.slice(0, 5)).toEqual([
    ...['setpriv', '--reuid=vigil', '--regid=990', '--clear-groups', '--no-new-privs'],
  ]);
  for (const set of ['inh-caps', 'ambient-caps', 'bounding-set'])
    expect(command).toContain(`--${set}=-all,+net_bind_service`);
});

test('how it goes stands on one line', () => {
  const line = statusLine({ relay: 3, carried: 2, bytes: 5_000_000, seconds: 10, load: 0.25 });
  expect(line).toMatch(/^relay: 3 connected · TURN: 2 carried · 4\.0 Mbit\/s · load 0\.25 of \d+$/);
  const still = { relay: null, carried: null, bytes: 0, seconds: 0, load: 1 };
  expect(statusLine(still)).toMatch(/^0\.0 Mbit\/s · load 1\.00 of \d+$/);
});

test('load and traffic are what the system says, without what is of this computer alone', () => {
  const udp = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid',
    '  10: 0200000A:C008 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000',
    '  11: 0200000A:0D96 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000',
  ].join('\n');
  expect(carriedIn(udp, { first: 49160, last: 49999 })).toBe(1);
  const dev = [
    'Inter-|   Receive                                                |  Transmit',
    '    lo: 900 1 0 0 0 0 0 0 900 1 0 0 0 0 0 0',
    '  eth0: 100 1 0 0 0 0 0 0 50 1 0 0 0 0 0 0',
    'wlan0:7 1 0 0 0 0 0 0 3 1 0 0 0 0 0 0',
  ].join('\n');
  expect(bytesIn(dev)).toBe(160);
});
