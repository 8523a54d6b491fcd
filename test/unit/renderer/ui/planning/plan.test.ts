import { describe, expect, it } from 'vitest';
import type { OwnMeetingView } from '../../../../../renderer/state/contract';
import {
  freshPlan,
  problemsOf,
  repeated,
  timesOf,
  type PlanForm,
} from '../../../../../renderer/ui/planning/plan';
import { fieldsOf, momentOf } from '../../../../../renderer/state/zone-time';
import { zoneLabel } from '../../../../../renderer/ui/planning/time-zones';
import { allUpcoming, upcomingOf } from '../../../../../renderer/ui/planning/upcoming';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 10, 30, 9, 20);
const form: PlanForm = {
  title: 'Reading circle',
  day: '2026-12-01',
  time: '19:30',
  zone: 'Europe/Berlin',
  lifetime: 'day',
  weekly: false,
  note: '',
};

describe('a time in a zone', () => {
  it.each([
    ['2026-12-01', '19:30', 'Europe/Berlin', '2026-12-01T18:30:00Z'],
    ['2026-07-01', '19:30', 'Europe/Berlin', '2026-07-01T17:30:00Z'],
    ['2026-12-01', '00:05', 'Asia/Kathmandu', '2026-11-30T18:20:00Z'],
    ['2026-12-01', '23:30', 'America/Los_Angeles', '2026-12-02T07:30:00Z'],
    ['2027-01-01', '00:30', 'Pacific/Kiritimati', '2026-12-31T10:30:00Z'],
    ['2026-12-01', '12:00', 'UTC', '2026-12-01T12:00:00Z'],
    // Clocks are set back over it: of the two the first.
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    // Clocks jump ahead over it: as much later.
    ['2027-03-28', '02:30', 'Europe/Berlin', '2027-03-28T01:30:00Z'],
    ['2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:30:00Z'],
  ])('%s %s in %s is %s', (day, time, zone, expected) => {
    const at = momentOf(day, time, zone);
    expect(at === null ? null : new Date(at).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });

  it('comes back as the same fields', () => {
    for (const zone of Intl.supportedValuesOf('timeZone').filter((_, index) => index % 20 === 0)) {
      const at = momentOf('2026-12-01', '19:30', zone);
      expect(at === null ? null : fieldsOf(at, zone)).toEqual({ day: '2026-12-01', time: '19:30' });
    }
  });

  it('is none where a field holds none', () => {
    for (const [day, time] of [
      ['', '19:30'],
      ['2026-12-01', ''],
      ['2026-13-01', '19:30'],
      ['2026-12-01', '25:00'],
    ] as const)
      expect(momentOf(day, time, 'Europe/Berlin')).toBeNull();
  });

  it('names its zone by a city and what it is ahead of UTC then', () => {
    expect(zoneLabel('Europe/Berlin', Date.UTC(2026, 11, 1))).toBe('Berlin (UTC+1)');
    expect(zoneLabel('Europe/Berlin', Date.UTC(2026, 6, 1))).toBe('Berlin (UTC+2)');
    expect(zoneLabel('America/New_York', Date.UTC(2026, 11, 1))).toBe('New York (UTC-5)');
    expect(zoneLabel('UTC', 0)).toBe('UTC');
  });
});

describe('a plan', () => {
  it('begins with an hour that is still to come', () => {
    const fresh = freshPlan(now, 'Europe/Berlin');
    expect(fresh).toMatchObject({ day: '2026-11-30', time: '12:00' });
    expect(problemsOf(fresh, now)).toEqual([]);
  });

  it('that repeats has no link that works for longer than until the next week', () => {
    expect(repeated({ ...form, lifetime: 'longest' }, true)).toMatchObject({
      weekly: true,
      lifetime: 'week',
    });
    expect(repeated(form, true).lifetime).toBe('day');
    expect(repeated({ ...form, lifetime: 'longest' }, false).lifetime).toBe('longest');
  });

  it('has a link that works from now until as long after its start as was chosen', () => {
    const startsAt = Date.UTC(2026, 11, 1, 18, 30);
    const until = (lifetime: PlanForm['lifetime']): number | undefined =>
      timesOf({ ...form, lifetime }, now)?.worksUntil;
    expect(timesOf(form, now)?.startsAt).toBe(startsAt);
    expect([until('hour'), until('day'), until('week'), until('longest')]).toEqual([
      startsAt + HOUR,
      startsAt + DAY,
      startsAt + 7 * DAY,
      now + 30 * DAY,
    ]);
  });

  it('is told what is wrong with it', () => {
    expect(problemsOf({ ...form, day: '2026-11-29' }, now)).toEqual(['past']);
    expect(problemsOf({ ...form, title: '燭'.repeat(22) }, now)).toEqual(['title-too-long']);
    expect(problemsOf({ ...form, time: '' }, now)).toEqual(['no-time']);
    expect(problemsOf({ ...form, day: '2026-12-29', lifetime: 'week' }, now)).toEqual(['too-far']);
    expect(problemsOf({ ...form, day: '2026-12-29', lifetime: 'longest' }, now)).toEqual([]);
    expect(problemsOf({ ...form, day: '2027-01-29', lifetime: 'longest' }, now)).toEqual(['too-far']);
  });
});

describe('meetings to come', () => {
  const meeting = (id: string, startsAt: number | null): OwnMeetingView => ({
    id,
    title: '',
    createdAt: now,
    expiresAt: now + DAY,
    open: false,
    isRunning: false,
    planned: startsAt === null ? null : { startsAt, zone: 'UTC', weekly: false, isLast: false },
    personal: [],
  });

  it('are those that were planned and did not start long ago, the next one first', () => {
    const meetings = [
      meeting('later', now + 2 * HOUR),
      meeting('begun', now - HOUR),
      meeting('over', now - 4 * HOUR),
      meeting('not planned', null),
      meeting('soon', now + HOUR),
    ];
    expect(upcomingOf(meetings, now).map(({ id }) => id)).toEqual(['begun', 'soon', 'later']);
  });

  it('are among those of others whose links were kept', () => {
    const kept = (id: string, startsAt: number) => ({ id, title: '', startsAt, zone: 'UTC' });
    const own = upcomingOf([meeting('own', now + HOUR)], now);
    const invites = [kept('late', now + 2 * HOUR), kept('over', now - 4 * HOUR), kept('first', now)];
    const all = allUpcoming(own, invites).map((one) => ('own' in one ? one.own.id : one.kept.id));
    // Until its link expires it can be deleted here.
    expect(all).toEqual(['over', 'first', 'own', 'late']);
  });
});
