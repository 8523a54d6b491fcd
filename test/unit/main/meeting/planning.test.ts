import { beforeAll, describe, expect, it } from 'vitest';
import { planned } from '../../../../main/meeting/planning';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { encodeLink, findInvite } from '../../../../shared/invite/link';
import { fieldsOf } from '../../../../shared/zone-time';

beforeAll(cryptoReady);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 10, 30, 9);
const choice = {
  title: 'Reading circle',
  startsAt: now + DAY,
  worksUntil: now + 2 * DAY,
  zone: 'Europe/Berlin',
  note: ' Bring chapter four.\r\n',
  weekly: false,
};
const relays = ['wss://relay.example'];

describe('planning a meeting', () => {
  it('makes a link that works as long as was said, to be opened by whoever has it', () => {
    const { invite, plan } = planned(choice, relays, now);
    const read = findInvite(encodeLink(invite), now / 1000).invite;
    expect(read).toMatchObject({ open: false, expiry: (now + 2 * DAY) / 1000 });
    expect(read.hints).toMatchObject({ title: 'Reading circle', relays });
    expect(plan).toEqual({
      startsAt: now + DAY,
      zone: 'Europe/Berlin',
      note: 'Bring chapter four.',
      weekly: null,
    });
  });

  it('takes links that work for an hour and for 30 days', () => {
    for (const worksUntil of [now + HOUR, now + 30 * DAY])
      expect(planned({ ...choice, startsAt: now, worksUntil }, relays, now).invite.expiry).toBe(
        worksUntil / 1000,
      );
  });

  it.each([
    ['a start that is past', { startsAt: now - HOUR }],
    ['a link that is over before the start', { worksUntil: now + 23 * HOUR }],
    ['a link of half an hour', { startsAt: now, worksUntil: now + HOUR / 2 }],
    ['a link of 31 days', { worksUntil: now + 31 * DAY }],
    ['a zone that there is not', { zone: 'Mars/Olympus' }],
    ['a note that is too long', { note: 'a'.repeat(201) }],
    ['a link that outlives the next week', { weekly: true, worksUntil: now + 9 * DAY }],
  ])('refuses %s', (_, change) => {
    expect(() => planned({ ...choice, ...change }, relays, now)).toThrow('bad-request');
  });

  it('begins a series with the day and the time that clocks show there', () => {
    const { plan } = planned({ ...choice, weekly: true }, relays, now);
    expect(plan.weekly).toMatchObject({ first: fieldsOf(now + DAY, 'Europe/Berlin').day, afterMs: DAY });
    expect(plan.weekly?.time).toBe(fieldsOf(now + DAY, 'Europe/Berlin').time);
  });

  it('refuses a title of more than 64 bytes', () => {
    expect(() => planned({ ...choice, title: '燭'.repeat(22) }, relays, now)).toThrow('title-too-long');
  });
});
