/** The vault keeps so many meetings and no more: which one goes when another is made. Pure. */
import { MAX_OWN_MEETINGS, type OwnMeeting } from '../vault/own-meeting-record';
import { isLast, isWeekly } from './weekly';

/**
 * One goes where there are too many: what is over first, then the oldest that has begun. Last of all goes what is still
 * to come, or is all that is left of a series.
 */
export function withRoom(
  list: readonly OwnMeeting[],
  now: number,
  stays: (one: OwnMeeting) => boolean,
  isOver: (one: OwnMeeting) => boolean,
): readonly OwnMeeting[] {
  if (list.length < MAX_OWN_MEETINGS) return list;
  const free = list.filter((one) => !stays(one));
  const past = free.filter(
    (one) => (one.planned === null || one.planned.startsAt <= now) && !(isWeekly(one) && isLast(list, one)),
  );
  const gone = past.find(isOver) ?? past[0] ?? free[0];
  return list.filter((one) => one !== gone);
}
