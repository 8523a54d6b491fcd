import { expect, test } from 'vitest';
import type { EmojiView, MeetingView, PeerView } from '../../../../renderer/state/contract';
import { followMeeting, type Comparing } from '../../../../renderer/state/verification';

const id = 'a'.repeat(32);
const peer = (emoji: EmojiView, peerId = id): PeerView => ({ peerId, name: 'Amara', emoji }) as PeerView;
const meeting = (...peers: PeerView[]): MeetingView => ({ phase: 'inside', peers }) as MeetingView;
const none: MeetingView = { phase: 'none' };
const idle: EmojiView = { phase: 'idle' };
const looking: EmojiView = { phase: 'comparing', emoji: [], mine: false, theirs: false };
const failed = (why: Extract<EmojiView, { phase: 'failed' }>['why']): EmojiView => ({ phase: 'failed', why });
const comparing: Comparing = {
  step: 'comparing',
  peerId: id,
  name: 'Amara',
  groups: [],
  tab: 'emoji',
  ownCode: null,
  scanned: 'nothing',
  copied: 'not-compared',
};

test('a mismatch opens the dialog, even if none or another was open', () => {
  const now = meeting(peer(failed('mismatch')));
  const expected = { step: 'differ', name: 'Amara', by: 'emoji' };
  expect(followMeeting(null, meeting(peer(looking)), now)).toEqual(expected);
  expect(followMeeting({ ...comparing, peerId: 'b'.repeat(32) }, meeting(peer(looking)), now)).toEqual(
    expected,
  );
  expect(followMeeting(comparing, meeting(peer(looking)), meeting(peer(failed('not-genuine'))))).toEqual({
    ...expected,
    by: 'not-genuine',
  });
});

test('a mismatch is told once', () => {
  const now = meeting(peer(failed('mismatch')));
  expect(followMeeting(null, now, now)).toBeNull();
});

test('what can be tried again stays in the dialog', () => {
  for (const why of ['vanished', 'cancelled', 'too-many-tries'] as const) {
    const now = meeting(peer(failed(why)));
    expect(followMeeting(comparing, meeting(peer(looking)), now)).toBe(comparing);
    expect(followMeeting(null, meeting(peer(looking)), now)).toBeNull();
  }
});

test('the same emoji settle it once', () => {
  const same = meeting(peer({ phase: 'same' }));
  expect(followMeeting(comparing, meeting(peer(looking)), same)).toEqual({
    step: 'same',
    peerId: comparing.peerId,
    name: 'Amara',
    by: 'emoji',
  });
  expect(followMeeting(comparing, same, same)).toBe(comparing);
  expect(followMeeting(null, meeting(peer(looking)), same)).toBeNull();
});

test('whoever goes leaves it unsettled', () => {
  const gone = { step: 'gone', name: 'Amara' };
  expect(followMeeting(comparing, meeting(peer(looking)), meeting())).toEqual({ ...gone, inEmoji: true });
  expect(followMeeting(comparing, meeting(peer(idle)), meeting())).toEqual({ ...gone, inEmoji: false });
});

test('what was settled stays when the person goes, and ends with the meeting', () => {
  const differ = { step: 'differ', name: 'Amara', by: 'number' } as const;
  expect(followMeeting(differ, meeting(peer(idle)), meeting())).toBe(differ);
  expect(followMeeting(differ, meeting(peer(idle)), none)).toBeNull();
});

test('everyone at once is there as long as there is a number of a group', () => {
  const everyone = { step: 'everyone' } as const;
  const three = (groupCode: string[] | null): MeetingView =>
    ({ ...meeting(peer(idle), peer(idle, 'b'.repeat(32))), groupCode }) as MeetingView;
  const two = { ...meeting(peer(idle)), groupCode: ['1'] } as MeetingView;
  expect(followMeeting(everyone, three(['1']), three(['2']))).toBe(everyone);
  expect(followMeeting(everyone, three(['1']), two)).toBeNull();
  expect(followMeeting(everyone, three(['1']), three(null))).toBeNull();
  expect(followMeeting(everyone, three(['1']), none)).toBeNull();
});
