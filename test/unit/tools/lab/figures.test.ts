import { expect, test } from 'vitest';
import { concealment, frameLoss, packetLoss } from '../../../tools/lab/frames';
import { trafficOf } from '../../../tools/lab/traffic';
import { median, reportOf } from '../../../tools/lab/report';

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
