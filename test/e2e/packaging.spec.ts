/** The app as users get it: what is in the package, what its fuses forbid, and that links reach it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { releaseKeys } from '../../shared/release/release-keys';
import { giveToApp } from '../support/driver/program';
import { buildPackage, startAgain, startPackaged, type PackagedApp } from '../support/packaging/packaged-app';

/** Beside the packaged main, so that it finds what main finds: two nodes on loopback, and one that asks them. */
const tryDht = `
import DHT from 'hyperdht';
const host = '127.0.0.1';
const first = new DHT({ host, bootstrap: [], ephemeral: false, firewalled: false });
await first.fullyBootstrapped();
const bootstrap = [host + ':' + first.address().port];
const second = new DHT({ host, bootstrap, ephemeral: false, firewalled: false });
await second.fullyBootstrapped();
const asking = new DHT({ bootstrap, ephemeral: true });
const { hash } = await asking.immutablePut(Buffer.from('sealed'));
const found = await asking.immutableGet(hash);
for (const node of [asking, second, first]) await node.destroy();
console.log(found?.value.toString() === 'sealed' ? 'stored and found' : 'not found');
`;

/** Likewise: one signature by the thread that the app has for them. */
const trySigning = `
import { Worker } from 'node:worker_threads';
const worker = new Worker(new URL('signing-worker.js', import.meta.url));
worker.once('message', ({ id, event }) => {
  console.log(id + ' ' + event.sig.length);
  void worker.terminate();
});
const event = { kind: 20000, created_at: 1, tags: [], content: '' };
worker.postMessage({ id: 7, event, key: new Uint8Array(32).fill(1) });
`;

/** The characters of the fuse wire. */
const [OFF, ON] = ['0', '1'].map((digit) => digit.charCodeAt(0)) as [number, number];

test.describe('the package', () => {
  test.skip(process.platform !== 'linux', 'the layout of the unpacked package is that of Linux');
  test.describe.configure({ mode: 'serial' });

  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-package-'));
  giveToApp(folder);
  let app: PackagedApp;

  test.beforeAll(async () => {
    test.setTimeout(200_000);
    app = await buildPackage(path.join(folder, 'dist'));
  });

  test.afterAll(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });

  test('holds the build, the DHT and nothing else', () => {
    const files = listPackage(app.archive, { isPack: false });
    expect(files).toEqual(
      expect.arrayContaining(['/out/main/index.js', '/out/preload/preload.cjs', '/out/renderer/index.html']),
    );
    const licences = readFileSync(path.join(path.dirname(app.archive), 'third-party.txt'), 'utf8');
    expect(licences).toContain('RNNoise');
    const foreign = files.filter(
      (file) => !/^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?|node_modules(\/.*)?)$/.test(file),
    );
    expect(foreign).toEqual([]);
    const native = files.filter((file) => /\.(node|bare|dll|dylib|so)$/.test(file));
    expect(native.sort()).toEqual(
      ['sodium-native', 'udx-native'].map(
        (name) => `/node_modules/${name}/prebuilds/${process.platform}-${process.arch}/${name}.node`,
      ),
    );
    // Native parts cannot be loaded from inside the archive.
    for (const file of native) expect(existsSync(`${app.archive}.unpacked${file}`)).toBe(true);
    expect(
      readFileSync(`${app.archive}.unpacked${native[0] ?? ''}`)
        .subarray(1, 4)
        .toString(),
    ).toBe('ELF');
    expect(files.filter((file) => /\.(c|cc|cpp|h|ts|md)$/.test(file))).toEqual([]);
  });

  test('holds a DHT that works', async () => {
    const unpacked = path.join(folder, 'unpacked');
    extractAll(app.archive, unpacked);
    const script = path.join(unpacked, 'out/main/try-dht.mjs');
    writeFileSync(script, tryDht);
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 30_000 });
    expect(stdout).toBe('stored and found\n');
  });

  test('holds a thread that signs', async () => {
    const unpacked = path.join(folder, 'unpacked');
    extractAll(app.archive, unpacked);
    const script = path.join(unpacked, 'out/main/try-signing.mjs');
    writeFileSync(script, trySigning);
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 30_000 });
    expect(stdout).toBe('7 128\n');
  });

  test('cannot be turned into something else', async () => {
    const fuses = await getCurrentFuseWire(app.executable);
    const expected: [FuseV1Options, number][] = [
      [FuseV1Options.RunAsNode, OFF],
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
      [FuseV1Options.EnableNodeCliInspectArguments, OFF],
      [FuseV1Options.GrantFileProtocolExtraPrivileges, OFF],
      [FuseV1Options.EnableCookieEncryption, ON],
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ON],
      [FuseV1Options.OnlyLoadAppFromAsar, ON],
    ];
    expect(expected.map(([fuse]) => [FuseV1Options[fuse], Number(fuses[fuse])])).toEqual(
      expected.map(([fuse, state]) => [FuseV1Options[fuse], state]),
    );
  });

  test('is opened by a link', async () => {
    const home = path.join(folder, 'cold');
    const running = await startPackaged(app, home, ['vigil://join/not-a-link']);
    try {
      await expect(running.page.getByTestId('link-error')).toBeVisible();
    } finally {
      await running.stop();
    }
  });

  test('knows its build by its own archive, and takes no key of a test', async () => {
    const keys = [1, 2, 3].map((digit) => `--test-release-key=${String(digit).repeat(64)}`);
    const running = await startPackaged(app, path.join(folder, 'build'), keys);
    try {
      await expect(running.page.locator('#root > *').first()).toBeVisible();
      const own = releaseKeys.length > 0 ? 'pinned' : 'none';
      const hash = createHash('sha256').update(readFileSync(app.archive)).digest('hex');
      const releases = (): Promise<unknown> =>
        running.page.evaluate(async () => {
          const answer = await window.vigil.request['app:get'](undefined);
          return answer.ok ? [answer.value.releases.build, answer.value.releases.keys] : answer.code;
        });
      await expect.poll(releases, { timeout: 30_000 }).toEqual([hash.slice(0, 16), own]);
    } finally {
      await running.stop();
    }
  });

  test('hands a link to the instance that runs already', async () => {
    const home = path.join(folder, 'warm');
    const running = await startPackaged(app, home);
    try {
      await expect(running.page.locator('#root > *').first()).toBeVisible();
      await expect(running.page.getByTestId('link-error')).toHaveCount(0);
      expect(await startAgain(app, home, ['vigil://join/not-a-link'])).toBe(0);
      await expect(running.page.getByTestId('link-error')).toBeVisible();
      await expect(running.page.getByTestId('preview-enter')).toHaveCount(0);
    } finally {
      await running.stop();
    }
  });
});
