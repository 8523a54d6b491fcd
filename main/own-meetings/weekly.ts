/** Meetings that are held every week: when the next one is. Which link it has is drawn anew each time. */
import { equalPublic } from '../../shared/bytes';
import { randomBytes } from '../../shared/crypto/sodium';
import { daysLater, fieldsOf, momentOf } from '../../shared/zone-time';
import { SERIES_ID_LENGTH, type OwnMeeting, type Plan, type Weekly } from '../vault/own-meeting-record';

const DAY_MS = 24 * 3600 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** The first one is planned at most 30 days ahead, the others a week. */
const FAR_MS = 40 * DAY_MS;

export type WeeklyMeeting = OwnMeeting & { planned: Plan & { weekly: Weekly } };

/** @param startsAt of the first one. @param afterMs how long each link works after the start. */
export function beginSeries({
  startsAt,
  zone,
  afterMs,
}: {
  startsAt: number;
  zone: string;
  afterMs: number;
}): Weekly {
  const { day, time } = fieldsOf(startsAt, zone);
  return { series: randomBytes(SERIES_ID_LENGTH), first: day, time, afterMs };
}

/** The first start of the series that is later than that moment: at the same time by the clocks of its zone. */
export function startAfter({ first, time }: Weekly, zone: string, moment: number): number {
  const startOf = (week: number): number => momentOf(daysLater(first, 7 * week), time, zone) ?? Infinity;
  // A week more or less, because clocks are set in between.
  let week = Math.max(0, Math.floor((moment - startOf(0)) / WEEK_MS) - 1);
  while (startOf(week) <= moment) week++;
  return startOf(week);
}

export function isWeekly(record: OwnMeeting): record is WeeklyMeeting {
  return record.planned !== null && record.planned.weekly !== null;
}

/**
 * The first of the same series that begins later than that. What was made under a clock that was far ahead is passed
 * over: the series would stand still until then.
 */
export function laterOne(
  list: readonly OwnMeeting[],
  { series }: Weekly,
  moment: number,
): WeeklyMeeting | undefined {
  return list
    .filter(isWeekly)
    .filter(({ planned }) => equalPublic(planned.weekly.series, series))
    .filter(({ planned: { startsAt } }) => startsAt > moment && startsAt <= moment + FAR_MS)
    .sort((one, other) => one.planned.startsAt - other.planned.startsAt)[0];
}

/** Whether nothing of its series comes after it. */
export function isLast(list: readonly OwnMeeting[], { planned }: WeeklyMeeting): boolean {
  return laterOne(list, planned.weekly, planned.startsAt) === undefined;
}

/** The series goes on no more: what is left of it are single meetings. */
export function withoutSeries(list: readonly OwnMeeting[], { series }: Weekly): OwnMeeting[] {
  return list.map((one) =>
    isWeekly(one) && equalPublic(one.planned.weekly.series, series)
      ? { ...one, planned: { ...one.planned, weekly: null } }
      : one,
  );
}
