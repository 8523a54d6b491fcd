/** Which meetings are still to come: the own ones, and those whose links were kept. */
import type { KeptInviteView, OwnMeetingView } from '../../state/contract';

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

export type Upcoming = { own: PlannedMeeting } | { kept: KeptInviteView };

/** The next one first. What was kept stands there until its link expires: nowhere else can it be deleted. */
export function allUpcoming(own: readonly PlannedMeeting[], kept: readonly KeptInviteView[]): Upcoming[] {
  const startOf = (one: Upcoming): number => ('own' in one ? one.own.planned.startsAt : one.kept.startsAt);
  const all = [
    ...own.map((one): Upcoming => ({ own: one })),
    ...kept.map((one): Upcoming => ({ kept: one })),
  ];
  return all.sort((one, other) => startOf(one) - startOf(other));
}
