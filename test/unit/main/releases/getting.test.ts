import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Releases } from '../../../../main/releases/releases';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import type { ReleaseFile } from '../../../../shared/release/manifest';
import { releasesOf } from '../../../support/release/known-releases';
import { manifestOf, signedOf } from '../../../support/release/releases';

beforeAll(cryptoReady);

let folder: string;
let server: Server | null = null;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-getting-'));
});
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function mirror(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

const whole = Buffer.alloc(5000, 'x');
const [first] = manifestOf().files as [ReleaseFile];
const files = [{ ...first, size: 5000, hash: new Uint8Array(createHash('sha256').update(whole).digest()) }];
const place = (): string => path.join(folder, 'renamed');
const choose = (): Promise<string> => Promise.resolve(place());

function knowing(): Releases {
  const { releases } = releasesOf();
  releases.accept(signedOf({ files }), null);
  return releases;
}

/** A download of which a part is there, and no more comes. */
async function underWay(releases: Releases): Promise<{ got: Promise<void> }> {
  const address = await mirror((_, response) => {
    response.writeHead(200, { 'content-length': 5000 });
    response.write(whole.subarray(0, 1000));
  });
  const { getting } = releases;
  const got = getting.get(releases.files[0]!, address, choose);
  await expect
    .poll(() => getting.view, { timeout: 15_000 })
    .toMatchObject({ state: 'running', bytes: 1000, size: 5000 });
  expect(await readdir(folder)).toEqual(['renamed.part']);
  return { got };
}

const never = (): Promise<null> => new Promise(() => undefined);

describe('a package that lies here', () => {
  it('is the one that the release names, whatever it is called, or is not', async () => {
    const releases = knowing();
    const { getting } = releases;
    const check = (at: string): Promise<void> =>
      getting.check(
        () => releases.files,
        () => Promise.resolve(at),
      );
    await writeFile(place(), whole);
    await check(place());
    expect(getting.view).toEqual({ state: 'checked', name: first.name, kind: 'deb' });
    expect(getting.place).toBe(place());
    const turned = Buffer.from(whole);
    turned[9] = 1;
    await writeFile(place(), turned);
    await check(place());
    expect(getting.view).toEqual({ state: 'failed', why: 'not-of-release' });
    expect(getting.place).toBeNull();
    await check(path.join(folder, 'none'));
    expect(getting.view).toEqual({ state: 'failed', why: 'unreadable' });
  });

  it('is checked no more for a release that is not the newest one', async () => {
    const releases = knowing();
    const { getting } = releases;
    const check = () => getting.check(() => releases.files, choose);
    await writeFile(place(), whole);
    await check();
    // Said again with a later end, it is the same release.
    releases.accept(signedOf({ files, issued: manifestOf().issued + 1 }), null);
    expect(getting.view.state).toBe('checked');
    releases.accept(signedOf({ version: [0, 3, 0] }), null);
    expect(getting.view).toEqual({ state: 'idle' });
    expect(getting.place).toBeNull();
  });

  it('is checked no more once there are two releases of its version', async () => {
    const releases = knowing();
    const { getting } = releases;
    await writeFile(place(), whole);
    await getting.check(() => releases.files, choose);
    releases.accept(signedOf({ files, builds: [] }), null);
    expect(getting.view).toEqual({ state: 'idle' });
    expect(getting.place).toBeNull();
  });
});

describe('a package that is fetched', () => {
  it('comes from the folder or the file that the person names, and from nowhere that may not be asked', async () => {
    const releases = knowing();
    const asked: (string | undefined)[] = [];
    const address = await mirror(({ url }, response) => {
      asked.push(url);
      response.end(whole);
    });
    const { getting } = releases;
    const get = (from: string): Promise<void> => getting.get(releases.files[0]!, from, choose);
    await get('http://mirror.example/');
    expect(getting.view).toEqual({ state: 'failed', why: 'address' });
    await get(` ${address}v/ `);
    await get(`${address}v`);
    expect(asked).toEqual([`/v/${first.name}`, '/v']);
    expect(getting.view).toEqual({ state: 'checked', name: first.name, kind: 'deb' });
    expect(getting.place).toBe(place());
  });

  it('leaves nothing behind once the vault is locked or the app ends, and says nothing more', async () => {
    const releases = knowing();
    const { got } = await underWay(releases);
    await releases.stop();
    expect(await readdir(folder)).toEqual([]);
    await got;
    expect(releases.getting.view).toEqual({ state: 'idle' });
  });

  it('leaves nothing behind when the person stops it', async () => {
    const releases = knowing();
    const { got } = await underWay(releases);
    releases.getting.stop();
    await got;
    expect(releases.getting.view).toEqual({ state: 'failed', why: 'stopped' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is given up when another release is the newest, and leaves nothing behind', async () => {
    const releases = knowing();
    await underWay(releases);
    releases.accept(signedOf({ version: [0, 3, 0] }), null);
    expect(releases.getting.view).toEqual({ state: 'failed', why: 'other-release' });
    await expect.poll(() => readdir(folder), { timeout: 15_000 }).toEqual([]);
    expect(releases.getting.view).toEqual({ state: 'failed', why: 'other-release' });
  });

  it('is one at a time, from before its dialog on', async () => {
    const releases = knowing();
    const { getting } = releases;
    void getting.check(() => releases.files, never);
    const again = (): unknown => getting.get(releases.files[0]!, 'https://mirror.example/', choose);
    expect(again).toThrow('bad-request');
    expect(() => getting.check(() => releases.files, choose)).toThrow('bad-request');
    expect(getting.view).toEqual({ state: 'idle' });
    await releases.stop();
    // The dialog that stands open still counts no more.
    await getting.check(
      () => releases.files,
      () => Promise.resolve(null),
    );
  });

  it('is not begun by a dialog that is answered after the vault was locked', async () => {
    const releases = knowing();
    const { getting } = releases;
    let answered: (at: string) => void = () => undefined;
    const answer = new Promise<string>((resolve) => (answered = resolve));
    const got = getting.get(releases.files[0]!, await mirror(() => undefined), () => answer);
    await releases.stop();
    answered(place());
    await got;
    expect(getting.view).toEqual({ state: 'idle' });
    expect(await readdir(folder)).toEqual([]);
  });
});
