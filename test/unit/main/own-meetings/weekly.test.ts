import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planned } from '../../../../main/meeting/planning';
import { JournalFolder } from '../../../../main/own-meetings/journal-folder';
import { OwnMeetings } from '../../../../main/own-meetings/own-meetings';
import { MAX_OWN_MEETINGS, type OwnMeeting } from '../../../../main/vault/own-meeting-record';
import { createInvitation } from '../../../../main/meeting/invitation';
import { startAfter } from '../../../../main/own-meetings/weekly';
import { Vault } from '../../../../main/vault/vault';
import { parseLink } from '../../../../shared/invite/link';
import { momentOf } from '../../../../shared/zone-time';
import { keyStore, locksmith } from '../../../support/world/vault';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const ZONE = 'Europe/Berlin';
const smith = locksmith(keyStore());
/** Tuesdays, half past seven, from the first of December on. */
const FIRST = momentOf('2026-12-01', '19:30', ZONE) ?? NaN;
/** What the vaults of a test were told is written before their folder goes. */
const vaults: Vault[] = [];
let folder = '';
let now = FIRST - 2 * DAY;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-weekly-'));
  now = FIRST - 2 * DAY;
});
afterEach(async () => {
  // The last one first: two that write at once are in each other's way.
  for (const vault of vaults.splice(0).reverse()) await written(vault);
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function started(vault?: Vault): Promise<{ vault: Vault; meetings: OwnMeetings }> {
  const opened = vault ?? (await Vault.open(folder, smith));
  vaults.push(opened);
  const meetings = new OwnMeetings(
    opened,
    await JournalFolder.open(folder),
    () => undefined,
    () => now,
    () => ['wss://relay.example'],
  );
  await meetings.reload();
  return { vault: opened, meetings };
}

/** Plans the series; its links work for a day after each start. */
async function begun(afterMs = DAY): Promise<{ vault: Vault; meetings: OwnMeetings; first: string }> {
  const app = await started();
  const choice = { startsAt: FIRST, worksUntil: FIRST + afterMs, zone: ZONE, note: 'Bring a candle.' };
  const { invite, hostKeySeed, plan } = planned(
    { title: 'Reading circle', weekly: true, ...choice },
    [],
    now,
  );
  return { ...app, first: await app.meetings.prepare(invite, hostKeySeed, plan) };
}

/** When everything that was told to the vault is in its file. */
const written = (vault: Vault): Promise<void> => vault.saveSettings({});
const startsOf = ({ views }: OwnMeetings): number[] =>
  views.map(({ planned }) => planned?.startsAt ?? NaN).sort((one, other) => one - other);
const linksOf = (meetings: OwnMeetings): string[] => meetings.views.map(({ id }) => meetings.link(id, null));

describe('when a weekly meeting is next', () => {
  const weekly = { series: new Uint8Array(16), first: '2026-10-20', time: '19:30', afterMs: DAY };
  const at = (day: string, time = '19:30', zone = ZONE): number => momentOf(day, time, zone) ?? NaN;

  it('is a week later at the same time by the clocks there, also across a change of clocks', () => {
    expect(startAfter(weekly, ZONE, at('2026-10-20'))).toBe(at('2026-10-27'));
    expect(at('2026-10-27') - at('2026-10-20')).toBe(WEEK + HOUR);
    expect(startAfter(weekly, ZONE, at('2027-03-23'))).toBe(at('2027-03-30'));
    expect(at('2027-03-30') - at('2027-03-23')).toBe(WEEK - HOUR);
    const there = { ...weekly, time: '23:30' };
    const inLa = 'America/Los_Angeles';
    expect(startAfter(there, inLa, at('2026-10-27', '23:30', inLa))).toBe(at('2026-11-03', '23:30', inLa));
  });

  it('is as much later as clocks jump ahead over it, and back at its time a week after', () => {
    const night = { ...weekly, first: '2027-03-21', time: '02:30' };
    const jumped = startAfter(night, ZONE, at('2027-03-21', '02:30'));
    expect(jumped).toBe(at('2027-03-28', '03:30'));
    expect(startAfter(night, ZONE, jumped)).toBe(at('2027-04-04', '02:30'));
  });

  it('is the first one before it, and leaves out the weeks that have passed', () => {
    expect(startAfter(weekly, ZONE, 0)).toBe(at('2026-10-20'));
    for (let weeks = 0; weeks < 300; weeks += 7) {
      const moment = at('2026-10-20') + weeks * WEEK + 3 * DAY;
      const next = startAfter(weekly, ZONE, moment);
      expect(next).toBeGreaterThan(moment);
      expect(next).toBeLessThanOrEqual(moment + WEEK + HOUR);
    }
  });
});

describe('a weekly meeting', () => {
  it('has its next one, with a link of its own, once its time has come', async () => {
    const { vault, meetings } = await begun(WEEK);
    meetings.continueSeries();
    expect(startsOf(meetings)).toEqual([FIRST]);
    now = FIRST;
    meetings.continueSeries();
    meetings.continueSeries();
    expect(startsOf(meetings)).toEqual([FIRST, FIRST + WEEK]);
    const [one, other] = linksOf(meetings).map((link) => parseLink(link, now / 1000));
    expect(one?.secret).not.toEqual(other?.secret);
    // Another meeting altogether: by the old link nobody comes to its door.
    expect(one?.hostKey).not.toEqual(other?.hostKey);
    expect(meetings.views.map(({ title }) => title)).toEqual(['Reading circle', 'Reading circle']);
    expect(meetings.views.map(({ planned }) => planned?.isLast).sort()).toEqual([false, true]);
    await written(vault);
    expect(startsOf((await started()).meetings)).toEqual([FIRST, FIRST + WEEK]);
  });

  it('keeps its note, and names relays as they are then', async () => {
    const { meetings } = await begun();
    now = FIRST + DAY / 2;
    meetings.continueSeries();
    const next = meetings.views.find(({ planned }) => planned?.startsAt === FIRST + WEEK);
    const { invite, role } = await meetings.reopen(next?.id ?? '');
    expect(role.note).toBe('Bring a candle.');
    expect(invite.hints.relays).toEqual(['wss://relay.example']);
    expect(invite.expiry).toBe((FIRST + WEEK + DAY) / 1000);
  });

  it('goes on after weeks in which Vigil was closed, with one meeting and not many', async () => {
    const { vault } = await begun();
    await written(vault);
    now = FIRST + 5 * WEEK + 2 * DAY;
    const { meetings } = await started();
    expect(startsOf(meetings)).toEqual([FIRST + 6 * WEEK]);
  });

  it('goes on when the vault is unlocked, and touches nothing before', async () => {
    const { vault, meetings } = await begun(WEEK);
    await vault.setPassphrase(null, 'open sesame');
    vault.lock();
    await meetings.reload();
    now = FIRST + 2 * HOUR;
    meetings.continueSeries();
    await vault.unlock('open sesame');
    await meetings.reload();
    expect(startsOf(meetings)).toEqual([FIRST, FIRST + WEEK]);
  });

  it('is made once, though the clock is set back over its start and forwards again', async () => {
    const { meetings } = await begun(WEEK);
    for (const at of [FIRST, FIRST - DAY, FIRST + HOUR, FIRST - 3 * DAY, FIRST + DAY]) {
      now = at;
      meetings.continueSeries();
    }
    expect(startsOf(meetings)).toEqual([FIRST, FIRST + WEEK]);
  });

  it('goes on this week though a clock that was far ahead made one in a year', async () => {
    const { vault } = await begun();
    await written(vault);
    now = FIRST + 52 * WEEK;
    const ahead = await started();
    await written(ahead.vault);
    now = FIRST + DAY;
    const { meetings } = await started();
    expect(startsOf(meetings)[0]).toBe(FIRST + WEEK);
  });

  it('repeats no more once its last one is forgotten, and does once another one is', async () => {
    const { meetings, first } = await begun(WEEK);
    now = FIRST;
    meetings.continueSeries();
    await meetings.forget(first);
    meetings.continueSeries();
    expect(startsOf(meetings)).toEqual([FIRST + WEEK]);
    now = FIRST + WEEK;
    meetings.continueSeries();
    const last = meetings.views.find(({ planned }) => planned?.isLast);
    await meetings.forget(last?.id ?? '');
    now = FIRST + WEEK + DAY;
    meetings.continueSeries();
    expect(startsOf(meetings)).toEqual([FIRST + WEEK]);
    expect(meetings.views[0]?.planned?.weekly).toBe(false);
  });

  it('is followed by the next one, though it was ended for all', async () => {
    const { meetings, first } = await begun();
    now = FIRST + HOUR;
    await meetings.held(first);
    expect(startsOf(meetings)).toEqual([FIRST + WEEK]);
  });
});

/** Others that work for so long, until there is room for no more. */
function full(meetings: OwnMeetings, worksFor: number): void {
  while (meetings.views.length < MAX_OWN_MEETINGS) {
    const choice = { title: 'Other', relays: [], turn: [], open: false };
    const worksUntil = (now + worksFor) / 1000;
    const { invite, hostKeySeed } = createInvitation({ ...choice, worksUntil }, now / 1000);
    meetings.begin(invite, hostKeySeed);
  }
}

describe('a weekly meeting among as many as are kept', () => {
  it('is not pushed out by the one that follows it, nor while it runs', async () => {
    const { meetings, first } = await begun(WEEK);
    full(meetings, WEEK);
    now = FIRST + HOUR;
    meetings.continueSeries();
    expect(startsOf(meetings)).toEqual(expect.arrayContaining([FIRST, FIRST + WEEK]));
    meetings.runs(first);
    for (let count = 0; count < MAX_OWN_MEETINGS; count++) {
      const { invite, hostKeySeed } = createInvitation(
        { title: 'More', relays: [], turn: [], open: false, worksUntil: (now + WEEK) / 1000 },
        now / 1000,
      );
      meetings.begin(invite, hostKeySeed);
    }
    expect(meetings.isRunning(first)).toBe(true);
    expect(meetings.running).toBe(first);
    expect(startsOf(meetings)).toEqual(expect.arrayContaining([FIRST, FIRST + WEEK]));
  });

  it('takes the room of what is over, before that of the oldest', async () => {
    const { meetings } = await started();
    full(meetings, DAY);
    const oldest = meetings.views.at(-1);
    // The newest of all works for the shortest time.
    await meetings.forget(meetings.views[0]?.id ?? '');
    full(meetings, HOUR);
    now += 2 * HOUR;
    await meetings.prepare(...plannedOnce());
    expect(meetings.views).toHaveLength(MAX_OWN_MEETINGS);
    expect(meetings.views.map(({ id }) => id)).toContain(oldest?.id);
  });

  it('does not end because its last one made room before it was followed', async () => {
    const { meetings } = await begun(WEEK);
    now = FIRST + 1000;
    full(meetings, WEEK);
    await meetings.prepare(...plannedOnce());
    meetings.continueSeries();
    expect(startsOf(meetings)).toContain(FIRST + WEEK);
  });
});

describe('a weekly meeting that cannot be followed', () => {
  it.each<[what: string, change: (record: OwnMeeting) => OwnMeeting]>([
    ['has a link of another version', (record) => ({ ...record, links: ['vigil://join/AAAA'] })],
    [
      'is in a zone that this computer does not know',
      (record) => ({ ...record, planned: record.planned && { ...record.planned, zone: 'Mars/Olympus' } }),
    ],
  ])('%s: the others go on, and what is over goes', async (_, change) => {
    const { vault, meetings } = await begun(WEEK);
    const other = planned(
      { title: 'Choir', startsAt: FIRST, worksUntil: FIRST + WEEK, zone: ZONE, note: '', weekly: true },
      [],
      now,
    );
    await meetings.prepare(other.invite, other.hostKeySeed, other.plan);
    const [broken, ...others] = vault.meetings;
    if (!broken) throw new Error('no record');
    await vault.saveMeetings([change(broken), ...others]);
    await meetings.reload();
    now = FIRST + HOUR;
    expect(() => {
      meetings.continueSeries();
    }).not.toThrow();
    expect(meetings.views.filter(({ title }) => title === 'Choir')).toHaveLength(2);
    now = FIRST + 3 * WEEK;
    await meetings.reload();
    expect(vault.meetings.every(({ planned: plan }) => (plan?.startsAt ?? 0) > now)).toBe(true);
    expect(vault.meetings).toHaveLength(1);
  });
});

/** For whoever makes room: a meeting that is held once, in a week. */
function plannedOnce(): Parameters<OwnMeetings['prepare']> {
  const startsAt = now + WEEK;
  const choice = { title: 'Once', startsAt, worksUntil: startsAt + DAY, zone: ZONE, note: '' };
  const { invite, hostKeySeed, plan } = planned({ ...choice, weekly: false }, [], now);
  return [invite, hostKeySeed, plan];
}

describe('what is offered in a weekly meeting', () => {
  it('is the one after it, also when it is opened before its time, and is made once', async () => {
    const { vault, meetings, first } = await begun(WEEK);
    now = FIRST - HOUR / 4;
    const offered = await meetings.next(first);
    expect(offered).toMatchObject({ startsAt: FIRST + WEEK, zone: ZONE });
    expect((await meetings.next(first))?.invite).toEqual(offered?.invite);
    now = FIRST;
    meetings.continueSeries();
    expect(startsOf(meetings)).toEqual([FIRST, FIRST + WEEK]);
    await written(vault);
    const again = await started();
    expect((await again.meetings.next(first))?.invite).toEqual(offered?.invite);
  });

  it('is another link once somebody was removed, and by the one before nobody comes to a door', async () => {
    const { vault, meetings, first } = await begun(WEEK);
    now = FIRST;
    const offered = await meetings.next(first);
    const id = meetings.views.find(({ planned }) => planned?.startsAt === FIRST + WEEK)?.id ?? '';
    const before = await meetings.reopen(id);
    meetings.addPersonal(id, 'Bob');
    const anew = meetings.nextAnew(first);
    expect(anew).toMatchObject({ startsAt: FIRST + WEEK, zone: ZONE });
    expect(anew?.invite.secret).not.toEqual(offered?.invite.secret);
    expect(anew?.invite.hostKey).not.toEqual(offered?.invite.hostKey);
    expect(anew?.invite.hints).toEqual(offered?.invite.hints);
    expect((await meetings.next(first))?.invite).toEqual(anew?.invite);
    await written(vault);
    const again = (await started()).meetings;
    expect(startsOf(again)).toEqual([FIRST, FIRST + WEEK]);
    const after = await again.reopen(id);
    expect(after.invite).toEqual(anew?.invite);
    expect(after.role.hostKeySeed).not.toEqual(before.role.hostKeySeed);
    expect(after.role.perMeetingSeed).not.toEqual(before.role.perMeetingSeed);
    expect(after.role.past?.personal).toEqual([]);
    expect(after.role.note).toBe('Bring a candle.');
  });

  it('stays as it is once that meeting was opened', async () => {
    const { meetings, first } = await begun(WEEK);
    now = FIRST;
    const offered = await meetings.next(first);
    const id = meetings.views.find(({ planned }) => planned?.startsAt === FIRST + WEEK)?.id ?? '';
    const { role } = await meetings.reopen(id);
    role.keep?.(new Uint8Array(180));
    expect(meetings.nextAnew(first)).toBeNull();
    expect((await meetings.next(first))?.invite).toEqual(offered?.invite);
  });

  it('is nothing yet where its link would be good for longer than others take it', async () => {
    const { meetings, first } = await begun(WEEK);
    now = FIRST - 20 * DAY;
    expect(await meetings.next(first)).toBeNull();
    expect(startsOf(meetings)).toEqual([FIRST]);
    now = FIRST - 10 * DAY;
    expect(await meetings.next(first)).toMatchObject({ startsAt: FIRST + WEEK });
  });

  it('is nothing in a meeting that is held once', async () => {
    const { meetings } = await started();
    const { invite, hostKeySeed, plan } = planned(
      { title: '', startsAt: FIRST, worksUntil: FIRST + DAY, zone: ZONE, note: '', weekly: false },
      [],
      now,
    );
    expect(await meetings.next(await meetings.prepare(invite, hostKeySeed, plan))).toBeNull();
  });
});
