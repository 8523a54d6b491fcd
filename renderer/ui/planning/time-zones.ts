/** Times as they are said in a zone, and the zones there are. */

const DAY_MS = 86_400_000;

/** The zone of this computer. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** IANA names. */
export function allZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return [...new Set([ownZone(), ...zones])].sort((a, b) => a.localeCompare(b));
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

/** `Berlin`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `Berlin (UTC+1)`, as it is at that time. */
export function zoneLabel(zone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
  const offset = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const city = cityOf(zone);
  return city === 'UTC' ? city : `${city} (${offset.replace('GMT', 'UTC')})`;
}
