/** Times as clocks in a zone show them. Zones are IANA names; moments are Unix milliseconds. */

const DAY_MS = 86_400_000;
/** Characters of a zone's name: the longest one has half of it. */
export const MAX_ZONE_LENGTH = 64;

/** Whether this computer knows such a zone. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * Unix milliseconds of what clocks in that zone show. Of two such moments the first; where clocks jump ahead over it,
 * as much later as they jump. Null for what is no day or no time.
 * @param day `2026-12-01`. @param time `19:30`.
 */
export function momentOf(day: string, time: string, zone: string): number | null {
  const asIfUtc = Date.parse(`${day}T${time}Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || !/^\d{2}:\d{2}$/u.test(time) || Number.isNaN(asIfUtc)) return null;
  const before = asIfUtc - offsetAt(asIfUtc - DAY_MS, zone);
  const after = asIfUtc - offsetAt(asIfUtc + DAY_MS, zone);
  const shown = [before, after].find((at) => at + offsetAt(at, zone) === asIfUtc);
  return shown ?? before;
}

/** What clocks in that zone show, as the fields of a form hold it. */
export function fieldsOf(at: number, zone: string): { day: string; time: string } {
  const shown = new Date(at + offsetAt(at, zone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** Milliseconds by which clocks in that zone are ahead of UTC. */
function offsetAt(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1000) * 1000;
}

/** So many days later by the calendar. @param day `2026-12-01`. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
