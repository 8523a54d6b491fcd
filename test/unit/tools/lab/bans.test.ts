import { expect, test } from 'vitest';
import { bansFor, combinations, nameOf, shortCombinations } from '../../../tools/lab/alive';
import { banRules } from '../../../tools/lab/bans';

const rulesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.includes(' drop') ? [line.trim()] : []));

test('servers are banned in both directions, for all or for one computer', () => {
  expect(rulesOf(banRules([{ what: 'servers', servers: ['11.22.33.2', '11.22.33.3'] }]))).toEqual([
    'ip daddr { 11.22.33.2, 11.22.33.3 } drop',
    'ip saddr { 11.22.33.2, 11.22.33.3 } drop',
  ]);
  expect(rulesOf(banRules([{ what: 'servers', servers: ['11.22.33.2'], home: '192.168.1.10' }]))).toEqual([
    'ip saddr 192.168.1.10 ip daddr { 11.22.33.2 } drop',
    'ip daddr 192.168.1.10 ip saddr { 11.22.33.2 } drop',
  ]);
});

test('a computer that is to reach one address alone reaches no other', () => {
  const rules = rulesOf(banRules([{ what: 'all-but', server: '11.22.33.8', home: '192.168.1.10' }]));
  expect(rules).toEqual([
    'ip saddr 192.168.1.10 ip daddr != 11.22.33.8 drop',
    'ip daddr 192.168.1.10 ip saddr != 11.22.33.8 drop',
  ]);
});

test('a network that reaches two ports of one server alone reaches nothing else', () => {
  const [server, tcp] = ['11.22.33.8', [443, 8443]];
  const text = banRules([{ what: 'all-but-ports', server, tcp, udp: [] }]);
  const rules = text.split('\n').map((line) => line.trim());
  const first = rules.indexOf('ip daddr 11.22.33.8 tcp dport { 443, 8443 } accept');
  expect(rules.slice(first + 1, first + 3)).toEqual([
    'ip saddr 11.22.33.8 tcp sport { 443, 8443 } accept',
    'drop',
  ]);
  expect(rules.filter((rule) => rule.includes('udp'))).toEqual([]);
});

test('among neighbours discovery and TCP are banned, and media over UDP is not', () => {
  const rules = rulesOf(banRules([{ what: 'neighbours', home: '192.168.1.10' }]));
  expect(rules).toHaveLength(4);
  expect(rules.every((rule) => /udp dport 5353|ip protocol tcp/.test(rule))).toBe(true);
});

test('no ban leaves no rule, and takes away those of before', () => {
  expect(rulesOf(banRules([]))).toEqual([]);
  expect(banRules([])).toContain('delete table ip bans');
  expect(banRules([])).toContain('delete table bridge bans');
});

test('the four ways have fifteen combinations, each once', () => {
  const names = combinations().map((alive) => nameOf(alive.toSorted()));
  expect(new Set(names).size).toBe(15);
  expect(names).toHaveLength(15);
});

test('in short each way is left alone once, and all are left together once', () => {
  const names = shortCombinations().map(nameOf);
  expect(names.toSorted()).toEqual(['dht', 'lan', 'nostr', 'nostr+dht+lan+paste', 'paste']);
});

test('what is left alive is not banned, and all else is', () => {
  const places = { relays: ['11.22.33.2'], dhtNodes: ['11.22.33.5'] };
  const home = '192.168.1.10';
  expect(bansFor(home, ['nostr', 'dht', 'lan'], places)).toEqual([]);
  expect(bansFor(home, ['lan'], places)).toEqual([
    { what: 'servers', servers: ['11.22.33.2', '11.22.33.5'], home },
  ]);
  expect(bansFor(home, ['nostr', 'dht'], places)).toEqual([{ what: 'neighbours', home }]);
  expect(bansFor(home, ['paste'], places)).toHaveLength(2);
});
