import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OwnBuild } from '../../../../main/releases/own-build';
import { pinnedKeys as pinned } from '../../../../main/releases/pinned-keys';
import { Releases } from '../../../../main/releases/releases';
import { directly } from '../../../../main/rendezvous/nostr/relay-socket';
import type { KeptReleases } from '../../../../main/vault/contents';
import { fromHex, toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { releaseKeys } from '../../../../shared/release/release-keys';
import { DAY, ISSUED, keptOf, manifestOf, pinnedKeys, signedOf } from '../../../support/release/releases';

beforeAll(cryptoReady);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-releases-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

class VaultInMemory {
  isLocked = false;
  releases: KeptReleases = { accepted: [], contradiction: null };
  fails = false;
  saveReleases(releases: KeptReleases): Promise<void> {
    if (this.fails) return Promise.reject(new Error('full'));
    this.releases = releases;
    return Promise.resolve();
  }
}

interface Setting {
  vault?: VaultInMemory;
  now?: number;
  version?: string;
  keys?: Uint8Array[];
}

function releasesOf({
  vault = new VaultInMemory(),
  now = ISSUED + DAY,
  version = '0.1.0',
  keys,
}: Setting = {}) {
  let told = 0;
  const releases = new Releases({
    ...{ vault, version, wall: () => now * 1000, web: () => ({ agentFor: directly }) },
    pinned: { state: keys?.length === 0 ? 'none' : 'pinned', keys: keys ?? pinnedKeys() },
    build: new OwnBuild({ archive: null, changed: () => undefined }),
    changed: () => undefined,
    accepted: () => {
      told++;
    },
  });
  return { releases, vault, told: () => told };
}

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
    expect(view.contradiction).toBe('0.2.0');
    expect(vault.releases.accepted).toEqual([keptOf(signedOf())]);
  });

  it('of the vault counts only as far as the pinned keys signed it', () => {
    const vault = new VaultInMemory();
    const foreign = signedOf({}, [0, 3]);
    vault.releases = { accepted: [foreign, signedOf({ version: [0, 1, 5] })], contradiction: foreign };
    const { view } = releasesOf({ vault }).releases;
    expect(view).toMatchObject({ newest: { version: '0.1.5' }, contradiction: null });
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

describe('a package that lies here', () => {
  it('is the one that the release names, whatever it is called, or is not', async () => {
    const { releases } = releasesOf();
    const whole = Buffer.alloc(5000, 'x');
    const [first] = manifestOf().files;
    const hash = new Uint8Array(createHash('sha256').update(whole).digest());
    releases.accept(signedOf({ files: [{ ...first!, size: 5000, hash }] }), null);
    const place = path.join(folder, 'renamed');
    const { getting } = releases;
    await writeFile(place, whole);
    await getting.check(place, releases.files);
    expect(getting.view).toEqual({ state: 'checked', name: first!.name, kind: 'deb' });
    expect(getting.place).toBe(place);
    whole[9] = 1;
    await writeFile(place, whole);
    await getting.check(place, releases.files);
    expect(getting.view).toEqual({ state: 'failed', why: 'not-of-release' });
    expect(getting.place).toBeNull();
    await getting.check(path.join(folder, 'none'), releases.files);
    expect(getting.view).toEqual({ state: 'failed', why: 'unreadable' });
  });

  it('is not got from an address that may not be asked', () => {
    const { getting } = releasesOf().releases;
    const [file] = manifestOf().files;
    expect(getting.addressOf(file!, 'http://mirror.example/')).toBeNull();
    expect(getting.view).toEqual({ state: 'failed', why: 'address' });
    expect(getting.addressOf(file!, 'https://mirror.example/v/')?.href).toBe(
      `https://mirror.example/v/${file!.name}`,
    );
    expect(getting.addressOf(file!, 'https://mirror.example/v')?.href).toBe('https://mirror.example/v');
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
