/** What a person fills in to plan a meeting, and what is wrong with it. */
import { MAX_TITLE_BYTES } from '../../state/contract';
import { bytesOf } from '../text';
import { fieldsOf, momentOf } from '../../state/zone-time';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As long as a link can work. */
const LONGEST_MS = 30 * DAY_MS;

export const lifetimes = ['hour', 'day', 'week', 'longest'] as const;
export type Lifetime = (typeof lifetimes)[number];
/** Of a weekly meeting, whose next link is made when the one before begins. */
export const weeklyLifetimes = ['hour', 'day', 'week'] as const satisfies readonly Lifetime[];
const AFTER_START_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS };

export interface PlanForm {
  title: string;
  /** As the fields hold them: `2026-12-01`, `19:30`. */
  day: string;
  time: string;
  /** IANA name. */
  zone: string;
  lifetime: Lifetime;
  weekly: boolean;
  note: string;
}

export type PlanProblem = 'title-too-long' | 'no-time' | 'past' | 'too-far';

/** The next full hour but one. */
export function freshPlan(now: number, zone: string): PlanForm {
  const at = Math.ceil(now / HOUR_MS) * HOUR_MS + HOUR_MS;
  return { title: '', ...fieldsOf(at, zone), zone, lifetime: 'day', weekly: false, note: '' };
}

/** @param weekly whether it is held every week; then no link works for longer than until the next week. */
export function repeated(form: PlanForm, weekly: boolean): PlanForm {
  return { ...form, weekly, lifetime: weekly && form.lifetime === 'longest' ? 'week' : form.lifetime };
}

export interface PlannedTimes {
  startsAt: number;
  worksUntil: number;
}

/** Null where there is no such time. */
export function timesOf({ day, time, zone, lifetime }: PlanForm, now: number): PlannedTimes | null {
  const startsAt = momentOf(day, time, zone);
  if (startsAt === null) return null;
  const worksUntil = lifetime === 'longest' ? now + LONGEST_MS : startsAt + AFTER_START_MS[lifetime];
  return { startsAt, worksUntil };
}

/** The first problem of each field. */
export function problemsOf(form: PlanForm, now: number): PlanProblem[] {
  const title: PlanProblem[] = bytesOf(form.title.trim()) > MAX_TITLE_BYTES ? ['title-too-long'] : [];
  const times = timesOf(form, now);
  if (times === null) return [...title, 'no-time'];
  if (times.startsAt < now) return [...title, 'past'];
  const lasts = times.worksUntil <= now + LONGEST_MS && times.worksUntil >= times.startsAt;
  return lasts ? title : [...title, 'too-far'];
}
