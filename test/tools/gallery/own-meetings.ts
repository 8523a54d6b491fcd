/** Meetings that the one in the gallery made. */
import type { OwnMeetingView } from '../../../renderer/state/contract';
import { DAY, now } from './clock';

const meeting = (id: string, title: string, change: Partial<OwnMeetingView> = {}): OwnMeetingView => ({
  id: id.repeat(32),
  title,
  createdAt: now - DAY / 4,
  expiresAt: now + DAY / 2,
  open: false,
  isRunning: false,
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

export const running: OwnMeetingView[] = ownMeetings.map((one, index) => ({
  ...one,
  isRunning: index === 0,
}));
