import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { openRelease } from '../../../../shared/release/signed-release';
import { addSignature, makeKey, makeRelease, shown } from '../../../tools/release/steps';

beforeAll(cryptoReady);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-release-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

const at = (name: string): string => path.join(folder, name);
const ISSUED = 1_790_000_000;

describe('the words about a release', () => {
  it('name packages and builds, and count once two holders have signed', async () => {
    await writeFile(at('Vigil-0.2.0-linux-x64.deb'), 'a package');
    await writeFile(at('Vigil-0.2.0-win-x64-setup.exe'), 'another');
    await writeFile(at('SHA256SUMS'), 'something else');
    await writeFile(at('app.asar'), 'an archive');
    const keys = ['one', 'two', 'three'].map((name) => makeKey(at(name)));
    const release = await makeRelease(folder, [`linux-x64=${at('app.asar')}`], 90, ISSUED);
    expect(path.basename(release)).toBe('Vigil-0.2.0.vigil-release');
    const opened = async () =>
      openRelease(new Uint8Array(await readFile(release)), keys.map(fromHex)).release;
    expect(addSignature(release, at('one'))).toBe(1);
    expect(addSignature(release, at('one'))).toBe(1);
    expect(await opened()).toBeNull();
    expect(addSignature(release, at('three'))).toBe(2);
    const { manifest } = (await opened())!;
    expect(manifest.files.map(({ name, platform, kind }) => [name, platform, kind])).toEqual([
      ['Vigil-0.2.0-linux-x64.deb', 'linux', 'deb'],
      ['Vigil-0.2.0-win-x64-setup.exe', 'win32', 'exe'],
    ]);
    expect(Buffer.from(manifest.builds[0]!.hash)).toEqual(createHash('sha256').update('an archive').digest());
    expect(shown(release)).toContain(`signed by ${keys[2]}`);
  });

  it('are not made of packages of two versions, nor for too long', async () => {
    await writeFile(at('Vigil-0.2.0-linux-x64.deb'), 'a');
    await expect(makeRelease(folder, [], 401, ISSUED)).rejects.toThrow('longer');
    await expect(makeRelease(folder, ['linux=x'], 9, ISSUED)).rejects.toThrow('--build');
    await writeFile(at('Vigil-0.2.1-linux-x64.rpm'), 'b');
    await expect(makeRelease(folder, [], 9, ISSUED)).rejects.toThrow('one version');
  });

  it.skipIf(process.platform === 'win32')(
    'has keys that only their holder reads, written over no other',
    async () => {
      makeKey(at('key'));
      expect((await stat(at('key'))).mode & 0o777).toBe(0o600);
      expect(() => makeKey(at('key'))).toThrow('there already');
    },
  );
});
