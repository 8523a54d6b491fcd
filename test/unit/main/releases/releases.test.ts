import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OwnBuild } from '../../../../main/releases/own-build';
import { pinnedKeys as pinned } from '../../../../main/releases/pinned-keys';
import { fromHex, toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { releaseKeys } from '../../../../shared/release/release-keys';
import { releasesOf, VaultInMemory } from '../../../support/release/known-releases';
import { DAY, ISSUED, keptOf, pinnedKeys, signedOf } from '../../../support/release/releases';

beforeAll(cryptoReady);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-releases-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

describe('news of releases', () => {
  it('is shown, kept, told to members once, and there after a start', () => {
    const { releases, vault, told } = releasesOf();
    expect(releases.view).toMatchObject({ newest: null, outcome: null, standing: 'not-released' });
    releases.accept(signedOf(), null);
    releases.accept(signedOf(), null);
    expect(told()).toBe(1);
    expect(releases.view).toMatchObject({
      newest: { version: '0.2.0', isNewer: true, isOver: false, issuedAt: ISSUED * 1000 },
      outcome: { outcome: 'known', from: null },
    });
    const again = releasesOf({ vault }).releases;
    expect(again.view.newest).toEqual(releases.view.newest);
    expect(again.accept(signedOf({ version: [0, 1, 5] }), null)).toBe('older');
  });

  it('is kept and handed on as everybody else has it, whatever mark is on the file', () => {
    const { releases, vault } = releasesOf();
    const { releases: other, vault: otherVault } = releasesOf();
    releases.accept(signedOf({}, [3, 1, 0]), null);
    other.accept(signedOf({}, [0, 1]), null);
    expect(vault.releases).toEqual(otherVault.releases);
    expect(releases.port.newest()).toEqual(other.port.newest());
  });

  it('ends: then nothing is known since', () => {
    const { vault, releases } = releasesOf();
    releases.accept(signedOf(), null);
    const later = (now: number): unknown => releasesOf({ vault, now }).releases.view.newest?.isOver;
    expect(later(ISSUED + 90 * DAY)).toBe(false);
    expect(later(ISSUED + 90 * DAY + 1)).toBe(true);
  });

  it('that contradicts what is known stays an alarm, and is not taken', () => {
    const { vault, releases } = releasesOf();
    releases.accept(signedOf(), null);
    expect(releases.accept(signedOf({ builds: [] }), 'Mallory')).toBe('conflict');
    const { view } = releasesOf({ vault }).releases;
    expect(view.contradictions).toEqual(['0.2.0']);
    expect(view.newest?.files).toEqual([]);
    expect(vault.releases.accepted).toEqual([keptOf(signedOf())]);
  });

  it('that contradicts takes the place of no other alarm, and of its release no file is named', () => {
    const { vault, releases } = releasesOf();
    const versions = [2, 3, 4, 5].map((minor): [number, number, number] => [0, minor, 0]);
    for (const version of versions) releases.accept(signedOf({ version }), null);
    releases.accept(signedOf({ version: [0, 5, 0], builds: [] }), null);
    expect(releases.files).toEqual([]);
    for (const version of versions) releases.accept(signedOf({ version, builds: [] }), null);
    const first = vault.releases.contradictions[0];
    releases.accept(signedOf({ version: [0, 5, 0], files: [] }), null);
    expect(releasesOf({ vault }).releases.view.contradictions).toEqual(['0.5.0', '0.4.0', '0.3.0', '0.2.0']);
    expect(vault.releases.contradictions[0]).toEqual(first);
    releases.accept(signedOf({ version: [0, 6, 0] }), null);
    expect(releases.files).toHaveLength(2);
    releases.accept(signedOf({ version: [0, 6, 0], builds: [] }), null);
    expect(releases.view.contradictions).toEqual(['0.6.0', '0.5.0', '0.4.0', '0.3.0']);
    expect(releases.files).toEqual([]);
  });

  it('says not who gave it once the meeting is over, nor anything once the vault is locked', async () => {
    const { vault, releases } = releasesOf();
    releases.accept(signedOf(), 'Alice');
    expect(releases.view.outcome?.from).toBe('Alice');
    releases.meetingOver();
    expect(releases.view.outcome).toBeNull();
    vault.fails = true;
    releases.accept(signedOf({ version: [0, 3, 0] }), 'Alice');
    await releases.stop();
    // What could not be saved is known by now.
    await new Promise(setImmediate);
    expect(releases.view.outcome).toBeNull();
    releases.accept(signedOf(), null);
    releases.meetingOver();
    expect(releases.view.outcome?.outcome).toBe('older');
  });

  it('is not judged while the vault is locked', () => {
    const { vault, releases } = releasesOf();
    releases.accept(signedOf({ version: [0, 3, 0] }), null);
    vault.isLocked = true;
    releases.reload();
    expect(() => releases.accept(signedOf(), null)).toThrow('locked');
    vault.isLocked = false;
    releases.reload();
    expect(releases.accept(signedOf(), null)).toBe('older');
  });

  it('of a page that is still asked when the vault is locked is not taken', async () => {
    const { releases } = releasesOf();
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    try {
      const port = String((silent.address() as AddressInfo).port);
      const asked = once(silent, 'request');
      const answered = releases.askPage(`http://127.0.0.1:${port}/`);
      await asked;
      expect(releases.view.isAsking).toBe(true);
      await releases.stop();
      await answered;
      expect(releases.view).toMatchObject({ isAsking: false, outcome: null });
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  it('of the vault counts only as far as the pinned keys signed it', () => {
    const vault = new VaultInMemory();
    const foreign = signedOf({}, [0, 3]);
    vault.releases = { accepted: [foreign, signedOf({ version: [0, 1, 5] })], contradictions: [foreign] };
    const { view } = releasesOf({ vault }).releases;
    expect(view).toMatchObject({ newest: { version: '0.1.5' }, contradictions: [] });
    expect(releasesOf({ vault, keys: [] }).releases.view).toMatchObject({ keys: 'none', newest: null });
  });

  it('that could not be kept says so, and that there is none of a locked vault', async () => {
    const { vault, releases } = releasesOf();
    vault.fails = true;
    releases.accept(signedOf(), null);
    await expect.poll(() => releases.view.outcome?.outcome, { timeout: 15_000 }).toBe('not-kept');
    expect(releases.view.newest?.version).toBe('0.2.0');
    vault.isLocked = true;
    releases.reload();
    expect(releases.view.newest).toBeNull();
  });

  it('that contradicts is never called accepted, also where the alarm cannot be kept', async () => {
    const { vault, releases } = releasesOf();
    releases.accept(signedOf(), null);
    vault.fails = true;
    releases.accept(signedOf({ builds: [] }), null);
    await expect.poll(() => releases.view.outcome?.outcome, { timeout: 15_000 }).toBe('conflict-not-kept');
  });

  it('of a page that may not be asked is not asked for', async () => {
    const { releases } = releasesOf();
    await releases.askPage('http://mirror.example/');
    expect(releases.view.outcome).toEqual({ outcome: 'page-address', from: null });
    await releases.askPage('http://127.0.0.1:1/');
    expect(releases.view.outcome).toEqual({ outcome: 'page-unreachable', from: null });
  });
});

describe('the own build', () => {
  it('is the hash of the archive, read once; of no package there is none', async () => {
    const archive = path.join(folder, 'app.asar');
    await writeFile(archive, 'an archive');
    let changed = 0;
    const build = new OwnBuild({
      archive,
      changed: () => {
        changed++;
      },
    });
    expect(toHex(build.hash)).toBe('0'.repeat(16));
    await Promise.all([build.find(), build.find()]);
    expect(toHex(build.hash)).toBe(createHash('sha256').update('an archive').digest('hex').slice(0, 16));
    expect(changed).toBe(1);
    const soon = new OwnBuild({ archive, changed: () => undefined });
    await soon.knownIn(15_000);
    expect(soon.hash).toEqual(build.hash);
    const missing = new OwnBuild({ archive: path.join(folder, 'none'), changed: () => undefined });
    await missing.find();
    expect(toHex(missing.hash)).toBe('0'.repeat(16));
  });
});

describe('pinned keys', () => {
  const test = pinnedKeys().map(toHex);
  it('of a package are its own, whatever it is told', () => {
    expect(pinned(test, true)).toEqual(pinned([], false));
    expect(pinned(test, false)).toEqual({ state: 'test', keys: test.map(fromHex) });
  });

  it('are none, or three different ones', () => {
    expect([0, 3]).toContain(releaseKeys.length);
    expect(new Set(releaseKeys.map((key) => toHex(fromHex(key)))).size).toBe(releaseKeys.length);
    for (const key of releaseKeys) expect(fromHex(key)).toHaveLength(32);
  });
});
