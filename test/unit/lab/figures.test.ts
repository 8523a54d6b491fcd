import { expect, test } from 'vitest';
import { concealment, frameLoss, packetLoss } from '../../lab/frames';
import { trafficOf } from '../../lab/traffic';
import { median, reportOf } from '../../lab/report';
import { contentSizes, shared, tokensOf } from '../../lab/tokens';

test('the report holds every part under its name, and the problems of all', () => {
  const report = reportOf([
    ['nat', { part: { coneCone: true }, problems: [] }],
    ['loss', { part: { heard: false }, problems: ['nothing is heard'] }],
  ]);
  expect(report.json).toEqual({ nat: { coneCone: true }, loss: { heard: false } });
  expect(report.problems).toEqual(['loss: nothing is heard']);
});

test('the median is the middle one, whatever the order', () => {
  expect(median([900, 100, 300.4])).toBe(300);
  expect(median([])).toBeNull();
});

test('frames are lost when a window afterwards has fewer than those before', () => {
  expect(frameLoss([30, 31, 29], [30, 30])).toEqual({ framesLost: 0, noise: 2 });
  expect(frameLoss([30, 30, 30], [30, 12])).toEqual({ framesLost: 18, noise: 1 });
});

test('sound that was not played at all counts as made up', () => {
  const none = {
    at: 0,
    framesDecoded: 0,
    samples: 0,
    concealed: 0,
    soundPacketsReceived: 0,
    soundPacketsLost: 0,
  };
  expect(concealment(none, none)).toBe(1);
  expect(concealment(none, { ...none, samples: 1000, concealed: 50 })).toBe(0.05);
  expect(packetLoss(none, none)).toBe(1);
  expect(packetLoss(none, { ...none, soundPacketsReceived: 80, soundPacketsLost: 20 })).toBe(0.2);
});

const event = (id: string, topic: string, content: string): string =>
  JSON.stringify(['EVENT', { id, kind: 21_000, tags: [['x', topic]], content }]);
const subscription = (name: string, topic: string): string =>
  JSON.stringify(['REQ', name, { kinds: [21_000], '#x': [topic] }]);

test('a topic, a key or a subscription that two logs have in common is found', () => {
  const one = tokensOf([
    event('a'.repeat(64), 'topic-one', 'sealed-one'),
    subscription('name-one', 'topic-one'),
  ]);
  const apart = tokensOf([
    event('b'.repeat(64), 'topic-two', 'sealed-two'),
    subscription('name-two', 'topic-two'),
  ]);
  expect(shared(one, apart)).toEqual([]);
  expect(shared(one, tokensOf([subscription('name-two', 'topic-one')]))).toEqual(['topic-one']);
  expect(shared(one, tokensOf([subscription('name-one', 'topic-two')]))).toEqual(['name-one']);
  expect(shared(one, tokensOf([event('a'.repeat(64), 'topic-two', 'sealed-two')]))).toEqual(['a'.repeat(64)]);
});

test('sizes are those of what was published', () => {
  const messages = [
    event('a', 't', 'four'),
    event('b', 't', 'five5'),
    event('c', 't', 'FOUR'),
    subscription('s', 't'),
  ];
  expect([...contentSizes(messages)].sort()).toEqual([4, 5]);
});

test('a packet that does not go to or from the proxy is a stray, whatever it is', () => {
  const lines = [
    'IP 192.168.2.10.40000 > 11.22.33.8.1080: tcp 120',
    'IP 11.22.33.8.1080 > 192.168.2.10.40000: tcp 0',
    'IP 192.168.2.10.5353 > 224.0.0.251.5353: UDP, length 40',
    'IP 192.168.2.10.40001 > 11.22.33.8.53: UDP, length 30',
    'IP6 fe80::1 > ff02::2: ICMP6, router solicitation, length 16',
    '',
  ];
  const { toProxy, strays } = trafficOf(lines, '11.22.33.8', 1080);
  expect(toProxy).toBe(2);
  expect(strays).toEqual(lines.slice(2, 5));
});
