import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calendarFile, type CalendarEvent } from '../../../../main/own-meetings/calendar-file';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { cleanText } from '../../../../shared/meeting/speaking-up/chat-text';

beforeAll(cryptoReady);

const event: CalendarEvent = {
  uid: '00112233445566778899aabbccddeeff',
  now: Date.UTC(2026, 10, 30, 9, 0, 0),
  startsAt: Date.UTC(2026, 11, 1, 18, 30, 0),
  summary: 'Reading circle',
  description: '',
};

/** A reader that knows RFC 5545 alone: octets first, then lines, then values. Throws on what the RFC forbids. */
function read(file: string): Map<string, string> {
  expect(file).not.toMatch(/\p{Cs}/u);
  const octets = Buffer.from(file, 'utf8');
  const decode = new TextDecoder('utf-8', { fatal: true });
  const lines: string[] = [];
  for (let at = 0; at < octets.length;) {
    const end = octets.indexOf('\r\n', at, 'latin1');
    if (end < 0) throw new Error('a line without its end');
    const line = octets.subarray(at, end);
    if (line.length > 75) throw new Error(`a line of ${String(line.length)} octets`);
    // Each line is whole by itself: no character is cut in two.
    const text = decode.decode(line);
    if (/\p{Cc}/u.test(text)) throw new Error('a control character');
    if (text.startsWith(' ')) lines.push(`${lines.pop() ?? ''}${text.slice(1)}`);
    else lines.push(text);
    at = end + 2;
  }
  const values = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const [name, raw] = [line.slice(0, colon), line.slice(colon + 1)];
    if (!/^[A-Z-]+$/u.test(name)) throw new Error(`no property: ${line}`);
    if (name !== 'BEGIN' && name !== 'END' && values.has(name)) throw new Error(`${name} twice`);
    values.set(name, unescaped(raw));
  }
  expect(lines.slice(0, 1)).toEqual(['BEGIN:VCALENDAR']);
  expect(lines.slice(-2)).toEqual(['END:VEVENT', 'END:VCALENDAR']);
  return values;
}

function unescaped(raw: string): string {
  let text = '';
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (character === ',' || character === ';') throw new Error('a separator in a text');
    if (character !== '\\') {
      text += character;
      continue;
    }
    const next = raw.charAt(++at);
    if (!['\\', ',', ';', 'n', 'N'].includes(next)) throw new Error('an escape that is none');
    text += next.toLowerCase() === 'n' ? '\n' : next;
  }
  return text;
}

describe('a file for calendars', () => {
  it('holds one event, its times in UTC', () => {
    expect(calendarFile(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Vigil//Vigil//EN',
      'BEGIN:VEVENT',
      'UID:00112233445566778899aabbccddeeff',
      'DTSTAMP:20261130T090000Z',
      'DTSTART:20261201T183000Z',
      'DURATION:PT1H',
      'SUMMARY:Reading circle',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('holds a title of line breaks, commas, semicolons and backslashes as it is', () => {
    const summary = 'One, two; three\\n\nfour\r\nEND:VEVENT';
    expect(read(calendarFile({ ...event, summary })).get('SUMMARY')).toBe(
      'One, two; three\\n\nfour\nEND:VEVENT',
    );
  });

  it('folds at 75 octets, never inside a character', () => {
    for (let ahead = 0; ahead < 4; ahead++) {
      for (const character of ['ä', '燭', '🕯️', '👩‍👩‍👧‍👦']) {
        const summary = 'a'.repeat(ahead) + character.repeat(60);
        expect(read(calendarFile({ ...event, summary })).get('SUMMARY')).toBe(summary.normalize('NFC'));
      }
    }
  });

  it('leaves out half of a surrogate pair and control characters', () => {
    const summary = '\uD83Da\uDE00\u0000b\u0007c\uD83D';
    expect(read(calendarFile({ ...event, summary })).get('SUMMARY')).toBe('abc');
  });

  it('holds a link where one is wanted, and no word of it otherwise', () => {
    const link = `vigil://join/${'AgBq'.repeat(90)}`;
    expect(read(calendarFile({ ...event, description: link })).get('DESCRIPTION')).toBe(link);
    expect(read(calendarFile(event)).has('DESCRIPTION')).toBe(false);
  });

  it('can be read back whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const values = read(calendarFile({ ...event, summary: text, description: text }));
        const clean = cleanText(text);
        expect(values.get('SUMMARY')).toBe(clean);
        expect(values.get('DESCRIPTION') ?? '').toBe(clean);
      }),
      { examples: [['\n'.repeat(300)], ['\\'.repeat(300)], [';,'.repeat(150)]] },
    );
  });
});
