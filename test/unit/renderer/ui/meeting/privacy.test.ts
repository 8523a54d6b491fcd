import { expect, test } from 'vitest';
import type { PeerView } from '../../../../../renderer/state/contract';
import type { InsidePhase } from '../../../../../renderer/ui/phases';
import { privacyOf } from '../../../../../renderer/ui/meeting/privacy';

const peer = (trust: PeerView['trust'], link: PeerView['link'] = 'open'): PeerView =>
  ({ trust, link }) as PeerView;
const meeting = (change: Partial<InsidePhase>): InsidePhase =>
  ({ alarm: 'none', lists: { alarms: [], cannotCompare: [] }, peers: [], ...change }) as InsidePhase;

test('only these: when every single one is verified', () => {
  expect(privacyOf(meeting({ peers: [peer('verified'), peer('verified', 'interrupted')] }))).toEqual({
    state: 'only-these',
  });
  for (const trust of ['met', 'new', 'changed'] as const) {
    expect(privacyOf(meeting({ peers: [peer('verified'), peer(trust), peer(trust)] }))).toEqual({
      state: 'not-verified',
      count: 2,
    });
  }
});

test('never only these while the lists differ or cannot be compared', () => {
  const peers = [peer('verified')];
  const alarms: InsidePhase['lists']['alarms'] = [{ kind: 'unexplained', peer: 'Amara', about: '' }];
  expect(privacyOf(meeting({ peers, lists: { alarms, cannotCompare: [] } }))).toEqual({
    state: 'all-verified',
  });
  expect(privacyOf(meeting({ peers, lists: { alarms: [], cannotCompare: ['Amara'] } }))).toEqual({
    state: 'all-verified',
  });
});

test('an alarm, nobody, and a link that opens come before', () => {
  const peers = [peer('verified')];
  expect(privacyOf(meeting({ peers, alarm: 'fingerprint-mismatch' })).state).toBe('closed');
  expect(privacyOf(meeting({ peers, alarm: 'host-contradiction' })).state).toBe('contradiction');
  expect(privacyOf(meeting({})).state).toBe('alone');
  expect(privacyOf(meeting({ peers: [peer('verified', 'opening')] })).state).toBe('opening');
});

test('one link that never opens hides nothing of the others, and counts as not verified', () => {
  const peers = [peer('verified'), peer('verified', 'opening')];
  expect(privacyOf(meeting({ peers }))).toEqual({ state: 'not-verified', count: 1 });
});
