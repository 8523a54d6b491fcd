/** Zones, as they are named and chosen. */

/** The zone of this computer. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** IANA names. */
export function allZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return [...new Set([ownZone(), ...zones])].sort((a, b) => a.localeCompare(b));
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
