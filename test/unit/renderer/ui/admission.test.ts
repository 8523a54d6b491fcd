import { expect, test } from 'vitest';
import { doorOf, doorWithoutHost, mayContinueElsewhere } from '../../../../renderer/ui/admission';
import type { InsidePhase } from '../../../../renderer/ui/phases';

const peer = (role: InsidePhase['peers'][number]['role']) => ({ role }) as InsidePhase['peers'][number];
const meeting = (change: Partial<InsidePhase>): InsidePhase =>
  ({
    rights: 'none',
    lobby: true,
    locked: false,
    hostIsHere: true,
    alarm: 'none',
    peers: [peer('member')],
    ...change,
  }) as InsidePhase;

test('a locked door is locked, whatever the lobby', () => {
  expect(doorOf({ locked: true, lobby: false })).toBe('locked');
  expect(doorOf({ locked: true, lobby: true })).toBe('locked');
  expect(doorOf({ locked: false, lobby: true })).toBe('asks');
  expect(doorOf({ locked: false, lobby: false })).toBe('open');
});

test('without the host only a co-host opens, oneself counted', () => {
  expect(doorWithoutHost(meeting({}))).toBe('nobody');
  expect(doorWithoutHost(meeting({ rights: 'co-host' }))).toBe('coHosts');
  expect(doorWithoutHost(meeting({ peers: [peer('co-host')] }))).toBe('coHosts');
  expect(doorWithoutHost(meeting({ lobby: false }))).toBe('open');
});

test('going on elsewhere is offered without the host, or against a host with two words, but not alone', () => {
  expect(mayContinueElsewhere(meeting({}))).toBe(false);
  expect(mayContinueElsewhere(meeting({ hostIsHere: false }))).toBe(true);
  expect(mayContinueElsewhere(meeting({ alarm: 'host-contradiction' }))).toBe(true);
  expect(mayContinueElsewhere(meeting({ hostIsHere: false, peers: [] }))).toBe(false);
});
