import { describe, expect, test } from 'vitest';
import { concat, fromBase64Url, toBase64Url } from '../../../../shared/bytes';
import { checksumOf } from '../../../../shared/invite/text-kind';
import { relayUrlOf, turnUrlsOf } from '../../../../shared/volunteer/place';
import {
  encodeVolunteerText,
  MAX_VOLUNTEER_TEXT,
  readVolunteerText,
  type AccessSecret,
  type Volunteer,
} from '../../../../shared/volunteer/volunteer-text';

const volunteer: Volunteer = {
  host: '203.0.113.7',
  relayPort: 8443,
  turn: { port: 3478, tlsPort: 443 },
  certificate: new Uint8Array(32).fill(7),
  secret: new Uint8Array(32).fill(9) as AccessSecret,
};
const text = encodeVolunteerText(volunteer);

/** The same text with other bytes, and a checksum that is right: valid but for one lie. */
function lied(change: (body: Uint8Array) => Uint8Array | undefined): string {
  const bytes = fromBase64Url(text.slice('vigil-volunteer:'.length));
  const body = bytes.slice(0, -4);
  const changed = change(body) ?? body;
  const sum = checksumOf({ label: 'vigil-volunteer-1' }, changed);
  return `vigil-volunteer:${toBase64Url(concat(changed, sum))}`;
}

const codeOf = (read: () => unknown): string => {
  try {
    read();
    return 'read';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a volunteer text', () => {
  test.each<[string, Partial<Volunteer>]>([
    ['relay and TURN', {}],
    ['a relay alone', { turn: null, secret: null }],
    ['TURN alone', { relayPort: null }],
    ['IPv6', { host: '[2001:db8::7]' }],
    ['the longest name', { host: `${'a'.repeat(60)}.${'b'.repeat(39)}` }],
  ])('says all there is of %s, in 300 characters at most', (_what, change) => {
    const one = { ...volunteer, ...change };
    const said = encodeVolunteerText(one);
    expect(said.length).toBeLessThanOrEqual(MAX_VOLUNTEER_TEXT);
    expect(readVolunteerText(said)).toEqual(one);
  });

  test('is found in a message that broke it into lines', () => {
    const broken = text.replace(/.{40}/g, '$&\n');
    expect(readVolunteerText(`Here it is:\n\n  ${broken}\n\nGreetings, Ola`)).toEqual(volunteer);
  });

  test('tells where each part is', () => {
    expect(relayUrlOf(volunteer)).toBe('wss://203.0.113.7:8443');
    expect(turnUrlsOf(volunteer)).toEqual([
      { way: 'udp', url: 'turn:203.0.113.7:3478?transport=udp' },
      { way: 'tcp', url: 'turn:203.0.113.7:3478?transport=tcp' },
      { way: 'tls', url: 'turns:203.0.113.7:443' },
    ]);
    expect(relayUrlOf({ ...volunteer, relayPort: null })).toBeNull();
    expect(turnUrlsOf({ ...volunteer, turn: null })).toEqual([]);
  });

  test('is refused with words for what is wrong', () => {
    expect(codeOf(() => readVolunteerText('vigil://join/AgAA'))).toBe('volunteer-text-none');
    expect(codeOf(() => readVolunteerText(text.slice(0, -1)))).toBe('volunteer-text-altered');
    expect(codeOf(() => readVolunteerText(text.replace(/.(.{20})$/, '-$1')))).toBe('volunteer-text-altered');
    expect(codeOf(() => readVolunteerText('vigil-volunteer:'))).toBe('volunteer-text-altered');
    expect(codeOf(() => readVolunteerText(lied((body) => body.fill(2, 0, 1))))).toBe('volunteer-text-newer');
  });

  test.each<[string, (body: Uint8Array) => Uint8Array | undefined]>([
    ['no part', (body) => body.fill(0, 1, 2)],
    ['a part that nobody knows', (body) => body.fill(7, 1, 2)],
    ['a host that runs past the end', (body) => body.fill(200, 2, 3)],
    ['a host with a path', (body) => (body.set([0x2f], 5), body)],
    ['a host in capitals', (body) => (body.set([0x41], 3), body)],
    ['a host that is a scheme', (body) => Uint8Array.of(1, 3, 3, 0x77, 0x73, 0x73, ...body.slice(14))],
    ['a relay without a port', (body) => body.fill(0, 14, 16)],
    ['TURN without a port', (body) => body.fill(0, 16, 18)],
    ['a secret that is cut off', (body) => body.slice(0, -1)],
  ])('is refused with %s', (_what, change) => {
    expect(codeOf(() => readVolunteerText(lied(change)))).toBe('volunteer-text-altered');
  });
});
