import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { meetingHandlers, type MeetingHandlersOptions } from '../../../../main/ipc/handlers/meeting';
import { createInvitation } from '../../../../main/meeting/invitation';
import { KeptInvites } from '../../../../main/own-meetings/kept-invites';
import { MAX_KEPT_INVITES } from '../../../../main/vault/kept-invite-record';
import { Vault } from '../../../../main/vault/vault';
import { generateIdentitySeed } from '../../../../shared/identity/identity';
import { randomBytes } from '../../../../shared/crypto/sodium';
import { encodeLink } from '../../../../shared/invite/link';
import type { NextMeeting } from '../../../../shared/meeting/next-meeting';
import { keyStore, locksmith } from '../../../support/world/vault';

const DAY = 24 * 3_600_000;
const smith = locksmith(keyStore());
let folder = '';
let now = Date.UTC(2026, 11, 1);

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-kept-'));
  now = Date.UTC(2026, 11, 1);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function opened(): Promise<{ vault: Vault; kept: KeptInvites }> {
  const vault = await Vault.open(folder, smith);
  return {
    vault,
    kept: new KeptInvites(
      vault,
      () => undefined,
      () => now,
    ),
  };
}

function next(title: string, days: number): NextMeeting {
  const startsAt = now + days * DAY;
  const { invite } = createInvitation(
    { title, relays: [], turn: [], open: false, worksUntil: (startsAt + DAY) / 1000 },
    now / 1000,
  );
  return { invite, startsAt, zone: 'Europe/Berlin' };
}

it('a link that was kept is there after a restart, with its time, until it expires', async () => {
  const { kept } = await opened();
  const choir = next('Choir', 7);
  await kept.keep(choir);
  await kept.keep(next('Reading circle', 6));
  const again = (await opened()).kept;
  expect(again.views.map(({ title }) => title)).toEqual(['Reading circle', 'Choir']);
  const view = again.views[1];
  expect(view).toMatchObject({ startsAt: choir.startsAt, zone: 'Europe/Berlin' });
  expect(again.link(view?.id ?? '')).toBe(encodeLink(choir.invite));
  now += 8 * DAY + 1000;
  expect(again.views).toEqual([]);
  expect(() => again.link(view?.id ?? '')).toThrow('no-such-meeting');
});

it('what has expired goes from the vault: when it is opened, and when another one is forgotten', async () => {
  const { vault, kept } = await opened();
  await kept.keep(next('Choir', 7));
  await kept.keep(next('Reading circle', 9));
  await kept.keep(next('Meditation', 20));
  now += 8 * DAY + 1000;
  expect(vault.keptInvites).toHaveLength(3);
  await kept.reload();
  expect(vault.keptInvites).toHaveLength(2);
  expect((await opened()).vault.keptInvites).toHaveLength(2);
  await kept.keep(next('Tea', 20));
  now += 3 * DAY;
  const tea = kept.views.find(({ title }) => title === 'Tea');
  await kept.forget(tea?.id ?? '');
  expect(vault.keptInvites).toHaveLength(1);
  expect(kept.views.map(({ title }) => title)).toEqual(['Meditation']);
});

it('one that leads nowhere any more makes room for the one in its place, or goes alone', async () => {
  const { vault, kept } = await opened();
  const [before, after] = [next('Choir', 7), next('Choir', 7)];
  await kept.keep(before);
  await kept.keep(next('Tea', 7));
  await kept.keep(after, [before.invite]);
  expect(vault.keptInvites.map(({ link }) => link)).not.toContain(encodeLink(before.invite));
  expect(kept.views).toHaveLength(2);
  await kept.giveUp([before.invite, after.invite]);
  expect(kept.views.map(({ title }) => title)).toEqual(['Tea']);
});

it.each([true, false])(
  'what it takes the place of is no longer kept, whatever the answer: %s',
  async (yes) => {
    const { kept } = await opened();
    const [before, after] = [next('Choir', 7), next('Choir', 7)];
    await kept.keep(before);
    const answered = vi.fn();
    const nextOffer = { offered: after, superseded: [before.invite], answered };
    const handlers = meetingHandlers({ runner: { nextOffer }, kept } as unknown as MeetingHandlersOptions);
    await handlers['meeting:answer-ask']({ kind: 'next', yes });
    expect(answered).toHaveBeenCalledExactlyOnceWith(after);
    const links = kept.views.map(({ id }) => kept.link(id));
    expect(links).toEqual(yes ? [encodeLink(after.invite)] : []);
  },
);

it('it is kept once, forgotten on request, and there are only so many', async () => {
  const { kept } = await opened();
  const choir = next('Choir', 7);
  await kept.keep(choir);
  await kept.keep(choir);
  expect(kept.views).toHaveLength(1);
  await kept.forget(kept.views[0]?.id ?? '');
  expect(kept.views).toEqual([]);
  for (let count = 0; count < MAX_KEPT_INVITES + 2; count++) await kept.keep(next(`Meeting ${count}`, 7));
  expect(kept.views).toHaveLength(MAX_KEPT_INVITES);
});

it('it is refused while the vault is locked, and goes with the identity', async () => {
  const { vault, kept } = await opened();
  await kept.keep(next('Choir', 7));
  await vault.setPassphrase(null, 'open sesame');
  vault.lock();
  await expect(kept.keep(next('Other', 7))).rejects.toThrow('locked');
  await vault.unlock('open sesame');
  expect(kept.views).toHaveLength(1);
  await vault.replaceIdentity(generateIdentitySeed(randomBytes));
  expect(kept.views).toEqual([]);
});
