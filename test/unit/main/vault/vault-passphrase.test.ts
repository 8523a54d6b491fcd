import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clocks } from '../../../../shared/clocks';
import { openLock } from '../../../../main/vault/lock';
import type { OwnMeeting } from '../../../../main/vault/own-meeting-record';
import { Vault } from '../../../../main/vault/vault';
import { parseVault } from '../../../../main/vault/vault-file';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import type { HostKeySeed } from '../../../../shared/meeting/meeting-keys';
import { keyStore, locksmith, quickStretch } from '../../../support/world/vault';

beforeAll(cryptoReady);

const PASSPHRASE = 'lamp river seven candle';
let folder: string;
/** What passes: the wall clock may be set besides. */
let now: number;
let wallIsAhead: number;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-vault-'));
  now = 1_800_000_000_000;
  wallIsAhead = 0;
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

const file = (): string => path.join(folder, 'vault');
const clocks: Clocks = { wall: () => now + wallIsAhead, steady: () => now };
const open = (store: ReturnType<typeof keyStore> | null): Promise<Vault> =>
  Vault.open(folder, locksmith(store), clocks);
const refusal = (code: string): object => expect.objectContaining({ name: 'VigilError', code }) as object;

async function protectedVault(store: ReturnType<typeof keyStore> | null): Promise<Vault> {
  const vault = await open(store);
  await vault.setPassphrase(null, PASSPHRASE);
  return vault;
}

function ownMeeting(filling: number): OwnMeeting {
  const key = (): Uint8Array => new Uint8Array(32).fill(filling);
  return {
    id: new Uint8Array(16).fill(filling),
    createdAt: now,
    hostKeySeed: key() as HostKeySeed,
    perMeetingSeed: key() as OwnMeeting['perMeetingSeed'],
    journalKey: key(),
    links: ['vigil://join/x'],
    personal: [],
    begun: true,
    planned: null,
  };
}

describe('a vault with a passphrase', () => {
  it('is locked at the start, answers nothing, and opens by the passphrase', async () => {
    const store = keyStore();
    const vault = await protectedVault(store);
    await vault.saveSettings({ name: 'Ruth' });
    const again = await open(store);
    expect(again.isLocked).toBe(true);
    for (const asks of [() => again.view, () => again.settings, () => again.identitySeed]) {
      expect(asks).toThrow(refusal('locked'));
    }
    await expect(again.saveSettings({ name: 'x' })).rejects.toEqual(refusal('locked'));
    await expect(again.replaceIdentity(vault.identitySeed)).rejects.toEqual(refusal('locked'));
    await again.unlock(PASSPHRASE);
    expect(again.settings.name).toBe('Ruth');
    expect(again.identitySeed).toEqual(vault.identitySeed);
    expect(again.view).toEqual({ state: 'ready', protection: 'key-store', passphrase: true });
  });

  it('is the same passphrase however the keyboard composes it, and no other', async () => {
    const store = keyStore();
    const vault = await open(store);
    await vault.setPassphrase(null, 'caf\u00e9');
    vault.lock();
    await expect(vault.unlock('cafe')).rejects.toEqual(refusal('passphrase-wrong'));
    now += 60_000;
    await vault.unlock('cafe\u0301');
    expect(vault.isLocked).toBe(false);
  });

  it('needs the passphrase and the key store, neither alone', async () => {
    const store = keyStore();
    await protectedVault(store);
    const elsewhere = await open(keyStore());
    await expect(elsewhere.unlock(PASSPHRASE)).rejects.toEqual(refusal('vault-store-unavailable'));
    const without = await open(null);
    await expect(without.unlock(PASSPHRASE)).rejects.toEqual(refusal('vault-store-unavailable'));
    const right = await open(store);
    await expect(right.unlock('')).rejects.toEqual(refusal('passphrase-wrong'));
    expect(right.isLocked).toBe(true);
    // What is not the passphrase's fault costs no waiting.
    expect(elsewhere.waitMs).toBe(0);
  });

  it('keeps what there is no key store for', async () => {
    const vault = await protectedVault(null);
    expect(vault.view).toEqual({ state: 'ready', protection: 'none', passphrase: true });
    await expect(vault.removePassphrase(PASSPHRASE)).rejects.toEqual(refusal('vault-store-unavailable'));
    const again = await open(null);
    await again.unlock(PASSPHRASE);
    expect(again.identitySeed).toEqual(vault.identitySeed);
  });

  it('refuses an empty one, and sets none over a file that it cannot open', async () => {
    const store = keyStore();
    const vault = await open(store);
    expect(() => vault.setPassphrase(null, '')).toThrow(refusal('passphrase-empty'));
    const before = await readFile(file());
    const elsewhere = await open(keyStore());
    expect(elsewhere.view).toEqual({ state: 'memory-only', reason: 'key-refused' });
    await expect(elsewhere.setPassphrase(null, 'other')).rejects.toEqual(refusal('vault-store-unavailable'));
    expect(await readFile(file())).toEqual(before);
  });

  it('lets wait after each wrong one, longer each time, and a restart takes nothing off', async () => {
    const store = keyStore();
    const vault = await protectedVault(store);
    vault.lock();
    for (const seconds of [1, 2, 4, 8]) {
      await expect(vault.unlock('wrong')).rejects.toEqual(refusal('passphrase-wrong'));
      expect(vault.waitMs).toBe(seconds * 1000);
      await expect(vault.unlock(PASSPHRASE)).rejects.toEqual(refusal('passphrase-wait'));
      now += seconds * 1000;
    }
    await expect(vault.unlock('wrong')).rejects.toEqual(refusal('passphrase-wrong'));
    const restarted = await open(store);
    expect(restarted.waitMs).toBe(16_000);
    await expect(restarted.unlock(PASSPHRASE)).rejects.toEqual(refusal('passphrase-wait'));
    now += 16_000;
    await restarted.unlock(PASSPHRASE);
    expect(restarted.waitMs).toBe(0);
    expect(await readdir(folder)).toEqual(['vault']);
  });

  it.each([-86_400_000, 86_400_000])(
    'lets wait as long as it said when the clock is set by %i ms, and never longer after a restart',
    async (set) => {
      const store = keyStore();
      const vault = await protectedVault(store);
      vault.lock();
      for (const wrong of ['wrong', 'wrong again']) {
        await expect(vault.unlock(wrong)).rejects.toEqual(refusal('passphrase-wrong'));
        now += 2000;
      }
      await expect(vault.unlock('wrong')).rejects.toEqual(refusal('passphrase-wrong'));
      now += 1000;
      wallIsAhead += set;
      expect(vault.waitMs).toBe(3000);
      await expect(vault.unlock(PASSPHRASE)).rejects.toEqual(refusal('passphrase-wait'));
      // Whether a clock was set ahead while nothing ran cannot be told from time that passed.
      const restarted = await open(store);
      expect(restarted.waitMs).toBe(set < 0 ? 4000 : 0);
      now += 3000;
      await vault.unlock(PASSPHRASE);
      now += 1000;
      await (await open(store)).unlock(PASSPHRASE);
    },
  );

  it('counts a try before it is known to be wrong, and waits no longer than five minutes', async () => {
    const store = keyStore();
    await protectedVault(store);
    await new Promise<void>((stretching) => {
      const stretch = (): Promise<Uint8Array> => {
        stretching();
        return new Promise(() => undefined);
      };
      void Vault.open(folder, { store, stretch }, clocks).then((never) =>
        never.unlock('tried, and the plug pulled'),
      );
    });
    expect((await open(store)).waitMs).toBe(1000);
    const vault = await open(store);
    for (let tries = 0; tries < 20; tries++) {
      now += 300_000;
      await expect(vault.unlock('wrong')).rejects.toEqual(refusal('passphrase-wrong'));
    }
    expect(vault.waitMs).toBe(300_000);
  });

  it('is changed and removed only by whoever knows it, and then another data key counts', async () => {
    const store = keyStore();
    const vault = await protectedVault(store);
    const old = parseVault(new Uint8Array(await readFile(file())));
    await expect(vault.setPassphrase('wrong', 'new')).rejects.toEqual(refusal('passphrase-wrong'));
    now += 1000;
    await expect(vault.removePassphrase('wrong')).rejects.toEqual(refusal('passphrase-wrong'));
    now += 2000;
    await vault.setPassphrase(PASSPHRASE, 'a new one');
    const changed = parseVault(new Uint8Array(await readFile(file())));
    if (old.kind !== 'vault' || changed.kind !== 'vault') throw new Error('not a vault');
    const { dataKey } = await openLock(old.vault.lock, { store, stretch: quickStretch }, PASSPHRASE);
    expect(() => changed.vault.open(dataKey)).toThrow();
    const again = await open(store);
    await expect(again.unlock(PASSPHRASE)).rejects.toEqual(refusal('passphrase-wrong'));
    now += 1000;
    await again.unlock('a new one');
    await again.removePassphrase('a new one');
    const free = await open(store);
    expect(free.view).toEqual({ state: 'ready', protection: 'key-store', passphrase: false });
    expect(free.identitySeed).toEqual(vault.identitySeed);
  });

  it('keeps the old passphrase when the new file cannot be written', async () => {
    const store = keyStore();
    const vault = await protectedVault(store);
    const before = await readFile(file());
    await rm(folder, { recursive: true });
    await expect(vault.setPassphrase(PASSPHRASE, 'new')).rejects.toEqual(refusal('vault-write-failed'));
    const other = await mkdtemp(folder);
    await writeFile(path.join(other, 'vault'), before);
    const again = await Vault.open(other, locksmith(store));
    await again.unlock(PASSPHRASE);
    expect(again.identitySeed).toEqual(vault.identitySeed);
    await rm(other, { recursive: true });
  });

  it('forgets its key and the identity when it is locked, and finds what was written meanwhile', async () => {
    const vault = await protectedVault(keyStore());
    const saving = vault.saveSettings({ name: 'Wang Weilin' });
    // So that the write is under way.
    await Promise.resolve();
    vault.lock();
    expect(vault.isLocked).toBe(true);
    await saving.catch((error: unknown) => {
      expect(error).toEqual(refusal('locked'));
    });
    await vault.unlock(PASSPHRASE);
    expect(['', 'Wang Weilin']).toContain(vault.settings.name);
  });

  it('leaves no key of a meeting in memory when it is locked, also of one that was being written', async () => {
    const vault = await protectedVault(keyStore());
    const [kept, underWay] = [ownMeeting(1), ownMeeting(2)];
    await vault.saveMeetings([kept]);
    const saving = vault.saveMeetings([underWay]);
    // So that the write is under way.
    await Promise.resolve();
    vault.lock();
    await saving;
    for (const { hostKeySeed, perMeetingSeed, journalKey } of [kept, underWay]) {
      expect([hostKeySeed, perMeetingSeed, journalKey]).toEqual(new Array(3).fill(new Uint8Array(32)));
    }
    await vault.unlock(PASSPHRASE);
    expect(vault.meetings).toEqual([ownMeeting(2)]);
  });

  it('without a passphrase is never locked', async () => {
    const vault = await open(keyStore());
    vault.lock();
    expect(vault.isLocked).toBe(false);
  });

  it('starts over on the word of whoever forgot it: the file goes aside as it is', async () => {
    const store = keyStore();
    const before = await protectedVault(store);
    const sealed = await readFile(file());
    const vault = await open(store);
    await vault.unlock('wrong').catch(() => undefined);
    await vault.startOver();
    expect(vault.view).toMatchObject({ state: 'set-aside', reason: 'by-user', passphrase: false });
    expect(vault.identitySeed).not.toEqual(before.identitySeed);
    const keptAs = vault.view.state === 'set-aside' ? vault.view.keptAs : '';
    expect(await readFile(path.join(folder, keptAs))).toEqual(sealed);
    expect(vault.waitMs).toBe(0);
    // It still opens by its passphrase, should that come back to mind.
    await copyFile(path.join(folder, keptAs), file());
    const found = await open(store);
    await found.unlock(PASSPHRASE);
    expect(found.identitySeed).toEqual(before.identitySeed);
  });

  it('says nothing of the passphrase in an error', async () => {
    const vault = await protectedVault(keyStore());
    vault.lock();
    const error = await vault.unlock('very secret words').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(VigilError);
    expect(`${String(error)} ${(error as Error).stack ?? ''}`).not.toMatch(/very secret|lamp river/);
  });
});
