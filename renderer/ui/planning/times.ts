/** Times of planned meetings, said in the reader's zone and language. */
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../state/zone-time';
import { cityOf, ownZone } from './time-zones';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface MeetingTimes {
  /** `Tuesday, December 1, 7:30 PM`. */
  full: (at: number, zone: string) => string;
  /** `Today, 6:00 PM`; in brackets what clocks show where it was planned, if that differs. */
  line: (planned: { startsAt: number; zone: string }, now: number) => string;
  /** `in 25 minutes`. */
  until: (at: number, now: number) => string;
  /** The leaf of a calendar: `Dec` and `1`. */
  leaf: (at: number) => { month: string; day: string };
}

export function useMeetingTimes(): MeetingTimes {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const time = (at: number, zone: string): string =>
    new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone }).format(at);
  const day = (at: number, now: number): string => {
    const days = daysBetween(now, at);
    if (days === 0 || days === 1)
      return capital(
        new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day'),
        language,
      );
    const far = days > 6 || days < 0;
    return new Intl.DateTimeFormat(language, {
      weekday: 'long',
      ...(far ? { day: 'numeric', month: 'long' } : {}),
    }).format(at);
  };
  return {
    full: (at, zone) =>
      new Intl.DateTimeFormat(language, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        hour: 'numeric',
        minute: '2-digit',
        timeZone: zone,
      }).format(at),
    line: ({ startsAt, zone }, now) => {
      const own = ownZone();
      const here = t('planning:dayAndTime', { day: day(startsAt, now), time: time(startsAt, own) });
      const isSame = fieldsOf(startsAt, zone).time === fieldsOf(startsAt, own).time;
      if (isSame) return here;
      return t('planning:elsewhere', {
        here,
        time: time(startsAt, zone),
        zone: cityOf(zone),
      });
    },
    until: (at, now) => {
      const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
      const left = at - now;
      if (left < HOUR_MS) return format.format(Math.max(1, Math.round(left / MINUTE_MS)), 'minute');
      if (left < DAY_MS) return format.format(Math.round(left / HOUR_MS), 'hour');
      return format.format(Math.round(left / DAY_MS), 'day');
    },
    leaf: (at) => ({
      month: new Intl.DateTimeFormat(language, { month: 'short' }).format(at),
      day: dayOfMonth(at, language),
    }),
  };
}

/** The number alone, by the calendar of the language: `10`, `۱۰`. */
function dayOfMonth(at: number, language: string): string {
  const parts = new Intl.DateTimeFormat(language, { day: 'numeric' }).formatToParts(at);
  return parts.find(({ type }) => type === 'day')?.value ?? '';
}

/** By this computer's calendar. */
function daysBetween(from: number, to: number): number {
  const zone = ownZone();
  const dayOf = (at: number): number => Date.parse(fieldsOf(at, zone).day);
  return Math.round((dayOf(to) - dayOf(from)) / DAY_MS);
}

function capital(text: string, language: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}
