/** Which of the own meetings are still to come. */
import type { OwnMeetingView } from '../../state/contract';

/** So long after its start a meeting is still looked for among those to come. */
const LATE_MS = 3 * 3_600_000;
/** From when on a day stands out. */
export const SOON_MS = 30 * 60_000;

export type PlannedMeeting = OwnMeetingView & { planned: NonNullable<OwnMeetingView['planned']> };

/** The next one first. */
export function upcomingOf(meetings: readonly OwnMeetingView[], now: number): PlannedMeeting[] {
  return meetings
    .filter((one): one is PlannedMeeting => one.planned !== null && one.planned.startsAt + LATE_MS > now)
    .sort((a, b) => a.planned.startsAt - b.planned.startsAt);
}
