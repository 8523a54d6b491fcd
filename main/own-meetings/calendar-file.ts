/** One event as a file for calendars (iCalendar, RFC 5545). */
import type { WallTime } from '../../shared/clocks';
import { utf8 } from '../../shared/crypto/sodium';
import { cleanText } from '../../shared/meeting/speaking-up/chat-text';

/** Octets of a line without its end (RFC 5545, section 3.1). */
const MAX_LINE_OCTETS = 75;

export interface CalendarEvent {
  /** The same for the same event, so that what is read again replaces it. */
  uid: string;
  /** Unix milliseconds. */
  now: WallTime;
  startsAt: number;
  /** Free text, whatever it holds. */
  summary: string;
  /** Likewise; empty for none. */
  description: string;
}

/** An event of an hour. Its times are in UTC, so that each calendar shows them in its own zone. */
export function calendarFile({ uid, now, startsAt, summary, description }: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vigil//Vigil//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utcOf(now)}`,
    `DTSTART:${utcOf(startsAt)}`,
    'DURATION:PT1H',
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261201T183000Z` (section 3.3.5). */
function utcOf(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/gu, '');
}

/** Section 3.3.11. Cleaned, it holds neither control characters nor half of a surrogate pair. */
function escaped(text: string): string {
  return cleanText(text)
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\n/gu, '\\n');
}

/** Long lines go on behind a space, and no character is cut in two. */
function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const length = utf8(character).length;
    if (octets + length > MAX_LINE_OCTETS) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += length;
  }
  return text;
}
