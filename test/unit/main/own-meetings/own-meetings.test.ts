import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInvitation } from '../../../../main/meeting/invitation';
import { appendStatement, readStatements, RECORD_LENGTH } from '../../../../main/own-meetings/journal';
import { JournalFolder } from '../../../../main/own-meetings/journal-folder';
import { OwnMeetings, type OwnRole } from '../../../../main/own-meetings/own-meetings';
import { MAX_OWN_MEETINGS, ownMeetingSchema } from '../../../../main/vault/own-meeting-record';
import { Vault } from '../../../../main/vault/vault';
import { randomBytes } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import { generateIdentitySeed } from '../../../../shared/identity/identity';
import { parseLink } from '../../../../shared/invite/link';
import { inviteIdOf } from '../../../../shared/meeting/door/personal-invites';
import { keyStore, locksmith } from '../../../support/world/vault';

const DAY = 24 * 3600 * 1000;
let folder = '';
const smith = locksmith(keyStore());
/** What the vaults of a test were told is written before their folder goes. */
const opened: Vault[] = [];
let now = Date.now();

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-own-'));
  now = Date.now();
});
afterEach(async () => {
  for (const vault of opened.splice(0)) await written(vault);
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function started(): Promise<{ vault: Vault; meetings: OwnMeetings }> {
  const vault = await Vault.open(folder, smith);
  opened.push(vault);
  const meetings = new OwnMeetings(
    vault,
    await JournalFolder.open(folder),
    () => undefined,
    () => now,
  );
  await meetings.reload();
  return { vault, meetings };
}

/** When everything that was told to the vault is in its file. */
const written = (vault: Vault): Promise<void> => vault.saveSettings({});

function begun(meetings: OwnMeetings, title = 'Reading circle'): OwnRole {
  const { invite, hostKeySeed } = createInvitation({ title, relays: [], turn: [], open: false }, now / 1000);
  return meetings.begin(invite, hostKeySeed);
}

describe('what a host signed', () => {
  const key = randomBytes(32);
  const statements = [200, 179, 691].map((length) => randomBytes(length));

  it('comes back in order, all of one size on the disk, nothing readable', async () => {
    const file = path.join(folder, 'journal');
    for (const statement of statements) appendStatement(file, key, statement);
    expect(await readStatements(file, key)).toEqual(statements);
    expect((await readFile(file)).length).toBe(3 * RECORD_LENGTH);
  });

  it('is whole or not there, wherever a crash cuts it off, and goes on behind that', async () => {
    const file = path.join(folder, 'journal');
    for (const cut of [1, 23, RECORD_LENGTH - 1]) {
      await rm(file, { force: true });
      for (const statement of statements) appendStatement(file, key, statement);
      await truncate(file, 2 * RECORD_LENGTH + cut);
      expect(await readStatements(file, key)).toEqual(statements.slice(0, 2));
      appendStatement(file, key, statements[2] ?? key);
      expect(await readStatements(file, key)).toEqual(statements);
    }
  });

  it('goes on where a crash left the length of a record and none of its bytes', async () => {
    const file = path.join(folder, 'journal');
    for (const statement of statements.slice(0, 2)) appendStatement(file, key, statement);
    await truncate(file, 3 * RECORD_LENGTH);
    expect(await readStatements(file, key)).toEqual(statements.slice(0, 2));
    appendStatement(file, key, statements[2] ?? key);
    expect(await readStatements(file, key)).toEqual(statements);
    expect((await readFile(file)).length).toBe(3 * RECORD_LENGTH);
  });

  it('is refused when it was altered, moved or is sealed with another key', async () => {
    const file = path.join(folder, 'journal');
    for (const statement of statements) appendStatement(file, key, statement);
    const bytes = await readFile(file);
    const flipped = Buffer.from(bytes);
    flipped[RECORD_LENGTH + 40] = (flipped[RECORD_LENGTH + 40] ?? 0) ^ 1;
    const moved = Buffer.concat([bytes.subarray(RECORD_LENGTH), bytes.subarray(0, RECORD_LENGTH)]);
    for (const damaged of [flipped, moved]) {
      await writeFile(file, damaged);
      await expect(readStatements(file, key)).rejects.toThrow('meeting-record-damaged');
    }
    await writeFile(file, bytes);
    await expect(readStatements(file, randomBytes(32))).rejects.toThrow('meeting-record-damaged');
  });

  it('is said to be lost where it cannot be written', () => {
    expect(() => {
      appendStatement(path.join(folder, 'no', 'such', 'folder'), key, randomBytes(200));
    }).toThrow();
  });
});

/** With its link good for a week. */
function prepared(meetings: OwnMeetings, title = 'Reading circle', startsAt = now + DAY): Promise<string> {
  const { invite, hostKeySeed } = createInvitation(
    { title, relays: [], turn: [], open: false, worksUntil: (now + 7 * DAY) / 1000 },
    now / 1000,
  );
  return meetings.prepare(invite, hostKeySeed, {
    startsAt,
    zone: 'Europe/Berlin',
    note: 'Bring a candle.',
    weekly: null,
  });
}

describe('meetings that were planned', () => {
  it('are there after a restart, and are opened with their note though nothing was signed', async () => {
    const first = await started();
    const id = await prepared(first.meetings);
    const { meetings } = await started();
    expect(meetings.views).toMatchObject([
      { id, title: 'Reading circle', planned: { startsAt: now + DAY, zone: 'Europe/Berlin' } },
    ]);
    const { role, invite } = await meetings.reopen(id);
    expect(role).toMatchObject({ note: 'Bring a candle.', past: { statements: [] } });
    expect(invite.expiry).toBe(Math.floor((now + 7 * DAY) / 1000));
  });

  it('are refused, once begun, where what was signed is lost', async () => {
    const { vault, meetings } = await started();
    const id = await prepared(meetings);
    const { role } = await meetings.reopen(id);
    role.keep?.(randomBytes(180));
    await written(vault);
    await rm(path.join(folder, 'meetings', id));
    const later = await started();
    await expect(later.meetings.reopen(id)).rejects.toThrow('meeting-record-damaged');
  });

  it('stay when many others are made', async () => {
    const { meetings } = await started();
    const id = await prepared(meetings);
    for (let count = 0; count < MAX_OWN_MEETINGS + 2; count++) begun(meetings, `Number ${String(count)}`);
    expect(meetings.views).toHaveLength(MAX_OWN_MEETINGS);
    expect(meetings.views.map((one) => one.id)).toContain(id);
  });

  it('are not there where they cannot be kept', async () => {
    const { vault, meetings } = await started();
    vi.spyOn(vault, 'saveMeetings').mockRejectedValue(new VigilError('vault-write-failed'));
    await expect(prepared(meetings)).rejects.toThrow('vault-write-failed');
    expect(meetings.views).toEqual([]);
  });

  it('leave no title, note or time in the clear on the disk, and are forgotten without a trace', async () => {
    const { vault, meetings } = await started();
    const id = await prepared(meetings, 'Candlelight vigil');
    await written(vault);
    for (const name of await readdir(folder, { recursive: true })) {
      const bytes = await readFile(path.join(folder, name)).catch(() => Buffer.alloc(0));
      for (const text of ['Candlelight', 'Bring a candle', 'Europe/Berlin'])
        expect(bytes.includes(text)).toBe(false);
    }
    await meetings.forget(id);
    expect(vault.meetings).toEqual([]);
    await expect(meetings.reopen(id)).rejects.toThrow('no-such-meeting');
  });

  it('are unknown to earlier files, which are read as before', async () => {
    const { vault, meetings } = await started();
    begun(meetings);
    await written(vault);
    const [record] = vault.meetings;
    if (!record) throw new Error('no record');
    const earlier = Object.fromEntries(
      Object.entries(record).filter(([name]) => name !== 'begun' && name !== 'planned'),
    );
    expect(ownMeetingSchema.parse(earlier)).toEqual(record);
  });
});

describe('meetings that this person made', () => {
  it('are there after a restart, with what was signed and the links for single people', async () => {
    const first = await started();
    const role = begun(first.meetings);
    role.keep?.(randomBytes(180));
    const link = first.meetings.addPersonal(role.own, ' Mei  Lin ');
    await written(first.vault);
    const { meetings } = await started();
    expect(meetings.views).toMatchObject([
      {
        id: role.own,
        title: 'Reading circle',
        isRunning: false,
        personal: [{ id: link, label: 'Mei Lin', closed: false }],
      },
    ]);
    const again = await meetings.reopen(role.own);
    expect(again.role.hostKeySeed).toEqual(role.hostKeySeed);
    expect(again.role.past?.statements).toHaveLength(1);
    expect(again.role.past?.personal.map(({ invite }) => inviteIdOf(invite))).toEqual([link]);
  });

  it('follow the links of the one that runs', async () => {
    const { vault, meetings } = await started();
    const role = begun(meetings);
    const general = parseLink(meetings.link(role.own, null), now / 1000);
    const replacement = { ...general, secret: randomBytes(32) as typeof general.secret };
    const personal = { ...general, secret: randomBytes(32) as typeof general.secret };
    const links = { replacements: [replacement], personal: [{ invite: personal, closed: false }] };
    meetings.follow(role.own, links);
    meetings.label(role.own, inviteIdOf(personal), 'Ruth');
    meetings.follow(role.own, { ...links, personal: [{ invite: personal, closed: true }] });
    await written(vault);
    const later = await started();
    expect(parseLink(later.meetings.link(role.own, null), now / 1000).secret).toEqual(replacement.secret);
    expect(later.meetings.views[0]?.personal).toEqual([
      { id: inviteIdOf(personal), label: 'Ruth', closed: true },
    ]);
  });

  it('follow the one that runs even when its links have expired', async () => {
    const { meetings } = await started();
    const role = begun(meetings);
    meetings.addPersonal(role.own, 'Ruth');
    meetings.runs(role.own);
    now += 25 * 3600 * 1000;
    expect(() => {
      meetings.follow(role.own, { replacements: [], personal: [] });
    }).not.toThrow();
  });

  it('are not taken for one that is not kept, when that one is over', async () => {
    const { meetings } = await started();
    const role = begun(meetings);
    meetings.runs(role.own);
    expect(meetings.running).toBe(role.own);
    meetings.runs(null);
    expect(meetings.running).toBeNull();
  });

  it('are gone when they expire, with all their secrets', async () => {
    const first = await started();
    const role = begun(first.meetings);
    role.keep?.(randomBytes(180));
    await written(first.vault);
    now += 25 * 3600 * 1000;
    await expect(first.meetings.reopen(role.own)).rejects.toThrow('no-such-meeting');
    expect(first.meetings.views).toEqual([]);
    const later = await started();
    expect(later.vault.meetings).toEqual([]);
    expect(await readdir(path.join(folder, 'meetings'))).toEqual([]);
  });

  it('are forgotten on the wish of this person, but not while they run', async () => {
    const { vault, meetings } = await started();
    const role = begun(meetings);
    meetings.runs(role.own);
    await expect(meetings.forget(role.own)).rejects.toThrow('already-in-meeting');
    meetings.runs(null);
    await meetings.forget(role.own);
    expect(vault.meetings).toEqual([]);
    await expect(meetings.reopen(role.own)).rejects.toThrow('no-such-meeting');
  });

  it('go with the identity that made them', async () => {
    const { vault, meetings } = await started();
    begun(meetings);
    await written(vault);
    await vault.replaceIdentity(generateIdentitySeed(randomBytes));
    await meetings.reload();
    expect(meetings.views).toEqual([]);
  });

  it('leave no title, label or key in the clear on the disk', async () => {
    const { vault, meetings } = await started();
    const role = begun(meetings, 'Candlelight vigil');
    meetings.addPersonal(role.own, 'Mei Lin');
    role.keep?.(randomBytes(180));
    await written(vault);
    const link = meetings.link(role.own, null).slice(20, 60);
    for (const name of await readdir(folder, { recursive: true })) {
      const bytes = await readFile(path.join(folder, name)).catch(() => Buffer.alloc(0));
      for (const text of ['Candlelight', 'Mei Lin', link]) expect(bytes.includes(text)).toBe(false);
      expect(bytes.includes(Buffer.from(role.hostKeySeed))).toBe(false);
    }
  });
});
