/** Meetings that the one in the gallery made. */
import type { KeptInviteView, OwnMeetingView } from '../../../renderer/state/contract';
import { DAY, now } from './clock';

const meeting = (id: string, title: string, change: Partial<OwnMeetingView> = {}): OwnMeetingView => ({
  id: id.repeat(32),
  title,
  createdAt: now - DAY / 4,
  expiresAt: now + DAY / 2,
  open: false,
  isRunning: false,
  planned: null,
  personal: [],
  ...change,
});

export const ownMeetings: OwnMeetingView[] = [
  meeting('1', 'Sunday family call', {
    personal: [
      { id: 'a'.repeat(32), label: 'Amara', closed: false },
      { id: 'b'.repeat(32), label: 'Elena from the choir', closed: true },
      { id: 'c'.repeat(32), label: '', closed: false },
    ],
  }),
  meeting('2', ''),
  meeting('3', 'Gathering to remember everybody who cannot be with us 👋', { open: true }),
];

export const planned: OwnMeetingView[] = [
  meeting('4', 'Sunday family call', {
    planned: { startsAt: now + 25 * 60_000, zone: 'UTC', weekly: false, isLast: false },
    expiresAt: now + 2 * DAY,
  }),
  meeting('5', 'Reading circle', {
    planned: { startsAt: now + 1.4 * DAY, zone: 'America/New_York', weekly: false, isLast: false },
    expiresAt: now + 3 * DAY,
  }),
  meeting('6', '', {
    planned: { startsAt: now + 12 * DAY, zone: 'UTC', weekly: false, isLast: false },
    expiresAt: now + 20 * DAY,
  }),
];

export const running: OwnMeetingView[] = ownMeetings.map((one, index) => ({
  ...one,
  isRunning: index === 0,
}));

export const everyWeek: OwnMeetingView[] = planned.map((one, index) => ({
  ...one,
  planned: one.planned && index < 2 ? { ...one.planned, weekly: true, isLast: index > 0 } : one.planned,
}));

export const kept: KeptInviteView[] = [
  { id: '7'.repeat(32), title: 'Call with Elena', startsAt: now + 4.2 * DAY, zone: 'Europe/Berlin' },
];
