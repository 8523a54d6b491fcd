import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cryptoReady, randomBytes } from '../../../../shared/crypto/sodium';
import { writeAtomically } from '../../../../main/files/atomic-file';
import { Vault } from '../../../../main/vault/vault';
import { keyStore, locksmith } from '../../../support/world/vault';

beforeAll(cryptoReady);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-vault-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

const vaultFile = async (): Promise<Uint8Array> => new Uint8Array(await readFile(path.join(folder, 'vault')));

describe('the vault', () => {
  it('keeps identity and settings, and nothing of them in the clear', async () => {
    const store = keyStore();
    const vault = await Vault.open(folder, locksmith(store));
    await vault.saveSettings({ name: 'Wang Weilin' });
    const again = await Vault.open(folder, locksmith(store));
    expect(again.identitySeed).toEqual(vault.identitySeed);
    expect(again.settings.name).toBe('Wang Weilin');
    expect(again.view).toEqual({ state: 'ready', protection: 'key-store', passphrase: false });
    const file = Buffer.from(await vaultFile());
    for (const clear of [Buffer.from('Wang'), Buffer.from('wss://'), Buffer.from(vault.identitySeed)]) {
      expect(file.includes(clear)).toBe(false);
    }
  });

  it('keeps the latest of many writes at once, and leaves nothing beside the file', async () => {
    const store = keyStore();
    const vault = await Vault.open(folder, locksmith(store));
    const names = Array.from({ length: 30 }, (_, index) => `name ${String(index)}`);
    await Promise.all([
      ...names.map((name) => vault.saveSettings({ name })),
      vault.saveSettings({ theme: 'dark' }),
    ]);
    expect((await Vault.open(folder, locksmith(store))).settings).toMatchObject({
      name: 'name 29',
      theme: 'dark',
    });
    expect(await readdir(folder)).toEqual(['vault']);
  });

  it.each([
    [
      'damaged',
      (file: Uint8Array) => file.map((byte, index) => (index === file.length - 40 ? byte ^ 1 : byte)),
    ],
    ['damaged', (file: Uint8Array) => file.slice(0, file.length - 1)],
    ['damaged', (file: Uint8Array) => file.slice(0, 5)],
    ['damaged', () => new Uint8Array(0)],
    ['damaged', () => new TextEncoder().encode('something else entirely')],
  ] as const)('sets a file aside that is %s, and says so', async (reason, spoil) => {
    const store = keyStore();
    const before = await Vault.open(folder, locksmith(store));
    const spoiled = spoil(await vaultFile());
    await writeFile(path.join(folder, 'vault'), spoiled);
    const after = await Vault.open(folder, locksmith(store));
    expect(after.view).toMatchObject({ state: 'set-aside', reason });
    expect(after.identitySeed).not.toEqual(before.identitySeed);
    const keptAs = after.view.state === 'set-aside' ? after.view.keptAs : '';
    expect(new Uint8Array(await readFile(path.join(folder, keptAs)))).toEqual(new Uint8Array(spoiled));
    after.dismissNotice();
    expect(after.view).toEqual({ state: 'ready', protection: 'key-store', passphrase: false });
  });

  it.each([
    ['key-refused', (file: Uint8Array) => file, keyStore],
    ['newer-version', (file: Uint8Array) => file.map((byte, index) => (index === 8 ? 3 : byte)), null],
  ] as const)(
    'leaves a file alone that cannot be opened now (%s), and keeps it until told',
    async (reason, change, other) => {
      const store = keyStore();
      const before = await Vault.open(folder, locksmith(store));
      await writeFile(path.join(folder, 'vault'), change(await vaultFile()));
      const file = await vaultFile();
      const closed = await Vault.open(folder, locksmith(other ? other() : store));
      expect(closed.view).toEqual({ state: 'memory-only', reason });
      await closed.saveSettings({ name: 'somebody new' });
      expect(await vaultFile()).toEqual(file);
      if (reason === 'key-refused')
        expect((await Vault.open(folder, locksmith(store))).identitySeed).toEqual(before.identitySeed);

      await closed.startOver();
      expect(closed.view).toMatchObject({ state: 'set-aside', reason: 'by-user' });
      const keptAs = closed.view.state === 'set-aside' ? closed.view.keptAs : '';
      expect(new Uint8Array(await readFile(path.join(folder, keptAs)))).toEqual(file);
      expect(await vaultFile()).not.toEqual(file);
    },
  );

  it('goes on with the old wrapping when a new one does not come about', async () => {
    const master = randomBytes(32);
    const vault = await Vault.open(folder, locksmith(keyStore(master)));
    const store = keyStore(master, true);
    store.wrap = () => Promise.reject(new Error('the key store says no'));
    const again = await Vault.open(folder, locksmith(store));
    expect(again.identitySeed).toEqual(vault.identitySeed);
    expect(again.view).toEqual({ state: 'ready', protection: 'key-store', passphrase: false });
  });

  it('wraps its key again when the key store asks for it', async () => {
    const master = randomBytes(32);
    const vault = await Vault.open(folder, locksmith(keyStore(master)));
    const before = await vaultFile();
    const again = await Vault.open(folder, locksmith(keyStore(master, true)));
    expect(again.identitySeed).toEqual(vault.identitySeed);
    expect(await vaultFile()).not.toEqual(before);
  });

  it('lives in memory only where nothing can protect it', async () => {
    const vault = await Vault.open(folder, locksmith(null));
    expect(vault.view).toEqual({ state: 'memory-only', reason: 'no-key-store' });
    await vault.saveSettings({ name: 'Ruth' });
    expect(vault.settings.name).toBe('Ruth');
    expect(await readdir(folder)).toEqual([]);
  });

  it('lives in memory only where nothing can be written', async () => {
    const file = path.join(folder, 'a file, not a folder');
    await writeFile(file, '');
    expect((await Vault.open(file, locksmith(keyStore()))).view).toEqual({
      state: 'memory-only',
      reason: 'not-writable',
    });
  });
});

describe('an atomic write', () => {
  it('leaves the old contents when it fails, and no rubbish', async () => {
    const file = path.join(folder, 'kept');
    await writeAtomically(file, Uint8Array.of(1));
    await expect(writeAtomically(path.join(folder, 'missing', 'kept'), Uint8Array.of(2))).rejects.toThrow();
    expect(new Uint8Array(await readFile(file))).toEqual(Uint8Array.of(1));
    expect(await readdir(folder)).toEqual(['kept']);
  });
});
