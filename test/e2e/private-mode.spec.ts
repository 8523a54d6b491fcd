/** Private mode in the real app: everything by the proxy or not at all, and a call that is refused rather than seen. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { cryptoReady, ed25519FromSeed, randomBytes } from '../../shared/crypto/sodium';
import { encodeLink, type MeetingSecret } from '../../shared/invite/link';
import { freshFolder } from '../support/driver/app';
import { expect, test, type Fixtures } from '../support/driver/fixtures';
import {
  choosePrivateMode,
  doorOf,
  enterBy,
  withDoor,
  type SelfStarted,
} from '../support/driver/private-mode';
import { electronProgram, sandboxSwitches } from '../support/driver/program';
import type { TestProxy } from '../support/proxy/asked';
import { startHttpConnect } from '../support/proxy/http-connect';
import { startSocks5 } from '../support/proxy/socks5';

test.beforeAll(cryptoReady);

/** Nobody but the proxy can resolve this name. */
const nameOf = (url: string): string => `ws://relay.test:${new URL(url).port}`;

const turn = {
  url: 'turn:turn.test:3478?transport=tcp',
  username: 'a',
  credential: 'b',
  enabled: true,
};

/**
 * What a whole browser asks for by itself, and Electron's does not. It goes by the proxy too, and leads nowhere there:
 * whatever is asked for ends on loopback.
 */
const ofTheBrowser = /\.googleapis\.com$|^accounts\.google\.com$|\.app\.invalid$/;

/** Whether an HTTP proxy answers is asked by a place where nothing listens (main/private-mode/probe.ts). */
const NOWHERE = '127.0.0.1:9';

/** What the app asked the proxy for, each place once. */
function askedFor(proxy: TestProxy): string[] {
  const hosts = proxy.asked.filter(({ host }) => !ofTheBrowser.test(host));
  const places = new Set(hosts.map(({ host, port }) => `${host}:${String(port)}`));
  places.delete(NOWHERE);
  return [...places];
}

async function addGoBetween(page: Page): Promise<void> {
  const saved = await page.evaluate(
    (server) => window.vigil.request['settings:save']({ turn: [server] }),
    turn,
  );
  expect(saved.ok).toBe(true);
}

async function startCall(page: Page): Promise<void> {
  await page.getByTestId('home-new-meeting').click();
  await page.getByTestId('preview-name').fill('Alice');
  await page.getByTestId('preview-title').fill('Reading circle');
  await page.getByTestId('preview-enter').click();
}

/** A host alone in a meeting with a title, by a proxy. */
async function meetingByProxy(app: Fixtures['app']): Promise<{
  electron: ElectronApplication;
  page: Page;
  end: () => Promise<void>;
}> {
  const [proxy, folder] = [await startSocks5(), await freshFolder()];
  await choosePrivateMode(folder, `socks5://127.0.0.1:${String(proxy.port)}`);
  const { app: electron, page, close } = await app({ relays: ['ws://relay.test:9'], folder });
  await addGoBetween(page);
  await startCall(page);
  await expect(page.getByTestId('meeting')).toBeVisible();
  const end = async (): Promise<void> => {
    await close();
    await proxy.close();
  };
  return { electron, page, end };
}

async function relayStates(page: Page): Promise<string[]> {
  const view = await page.evaluate(() => window.vigil.request['app:get'](undefined));
  return view.ok ? view.value.relays.map(({ state }) => state) : [];
}

async function newDoor(folder: string, before: string | null): Promise<SelfStarted> {
  await expect.poll(() => doorOf(folder), { timeout: 30_000 }).not.toBe(before);
  const door = await doorOf(folder);
  return enterBy(door ?? '');
}

test('switched on, the app starts again and reaches its relay by the proxy alone', async ({ app, relay }) => {
  const [own, proxy, folder] = [await relay(), await startSocks5(), await freshFolder()];
  const first = await app({ relays: [nameOf(own.url)], folder, args: [withDoor] });
  await first.page.getByTestId('settings-open').click();
  await first.page.getByTestId('private-mode-switch').click();
  await first.page.getByTestId('proxy-address').fill('not an address');
  await first.page.getByTestId('private-mode-save').click();
  await expect(first.page.getByTestId('private-mode-problem')).not.toBeEmpty();
  await first.page.getByTestId('proxy-address').fill(`127.0.0.1:${String(proxy.port)}`);
  const before = await doorOf(folder);
  const ended = first.app.waitForEvent('close');
  await first.page.getByTestId('private-mode-save').click();
  await ended;

  const { page, end } = await newDoor(folder, before);
  try {
    await expect(page.getByTestId('private-mode-badge')).toHaveAttribute('data-state', 'on');
    await addGoBetween(page);
    await startCall(page);
    await expect(page.getByTestId('meeting')).toBeVisible();
    await expect.poll(() => relayStates(page)).toEqual(['works']);
    expect(askedFor(proxy)).toEqual([`relay.test:${String(own.port)}`]);
    const [{ user } = { user: null }] = proxy.asked.filter(({ host }) => host === 'relay.test');
    expect(user).toMatch(/^[0-9a-f]{16}$/);
    expect(own.connections.size).toBe(1);
  } finally {
    await end();
    await proxy.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
});

test('a call is refused, and nothing sent, without a go-between and without the proxy', async ({
  app,
  relay,
}) => {
  const [own, folder] = [await relay(), await freshFolder()];
  let proxy = await startSocks5();
  await choosePrivateMode(folder, `socks5://127.0.0.1:${String(proxy.port)}`);
  const { page, close } = await app({ relays: [nameOf(own.url)], transports: 'nostr,dht,lan', folder });
  const refused = page.getByTestId('private-mode-refused');
  await startCall(page);
  await expect(refused).toContainText('TURN');
  await page.getByTestId('private-mode-open').click();
  await expect(page.getByTestId('private-mode-switch')).toBeInViewport();
  await addGoBetween(page);
  await page.getByRole('button', { name: 'Home' }).click();
  await proxy.close();
  await startCall(page);
  await expect(refused).toContainText(`127.0.0.1:${String(proxy.port)}`);
  await page.getByTestId('private-mode-not-now').click();
  await expect(refused).toHaveCount(0);
  await expect(page.getByTestId('private-mode-badge')).toHaveAttribute('data-state', 'silent');
  await page.getByTestId('preview-enter').click();
  await expect(refused).toBeVisible();
  expect(askedFor(proxy)).toEqual([]);
  expect(own.connections.size).toBe(0);

  proxy = await startSocks5({ port: proxy.port });
  await page.getByTestId('private-mode-try-again').click();
  await expect(page.getByTestId('meeting')).toBeVisible();
  await expect.poll(() => relayStates(page)).toEqual(['works']);
  expect(askedFor(proxy)).toEqual([`relay.test:${String(own.port)}`]);
  const view = await page.evaluate(() => window.vigil.request['app:get'](undefined));
  const states = view.ok ? view.value.transports.map(({ transport: way, state }) => `${way} ${state}`) : [];
  expect(states).toEqual(['nostr works', 'dht not-private', 'lan not-private', 'paste idle']);
  await close();
  await proxy.close();
});

for (const [kind, start] of [
  ['socks5', startSocks5],
  ['http', startHttpConnect],
] as const) {
  test(`the window's own connections go by a proxy of kind ${kind}, names unresolved, and gather no address`, async ({
    app,
  }) => {
    const [proxy, folder] = [await start(), await freshFolder()];
    await choosePrivateMode(folder, `${kind}://127.0.0.1:${String(proxy.port)}`);
    const { app: electron, page, close } = await app({ relays: ['ws://relay.test:9'], folder });
    await expect(page.getByTestId('home-new-meeting')).toBeVisible();
    const gathered = await page.evaluate(async ({ url, username, credential }) => {
      const connection = new RTCPeerConnection({
        iceServers: [{ urls: 'stun:stun.test:3478' }, { urls: url, username, credential }],
      });
      const found: string[] = [];
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate) found.push(candidate.candidate);
      };
      connection.createDataChannel('x');
      const complete = new Promise<void>((resolve) => {
        connection.onicegatheringstatechange = () => {
          if (connection.iceGatheringState === 'complete') resolve();
        };
      });
      await connection.setLocalDescription();
      await complete;
      connection.close();
      return found;
    }, turn);
    expect(gathered).toEqual([]);
    expect(askedFor(proxy)).toEqual(['turn.test:3478']);
    const policy = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
    );
    expect(policy).toBe('disable_non_proxied_udp');
    await close();
    await proxy.close();
  });
}

test('the port of a go-between that the proxy does not reach is named, by a test and where a call needs it', async ({
  app,
}) => {
  const proxy = await startSocks5({ lets: ({ host }) => host !== 'turn.test' });
  const folder = await freshFolder();
  await choosePrivateMode(folder, `socks5://127.0.0.1:${String(proxy.port)}`);
  const { page, close } = await app({ relays: ['ws://relay.test:9'], folder });
  await addGoBetween(page);
  await startCall(page);
  await page.getByTestId('invite-by-hand').click();
  await expect(page.getByTestId('by-hand-failed')).toContainText('TURN server', { timeout: 30_000 });
  await page.keyboard.press('Escape');
  await page.getByTestId('control-leave').click();

  await page.getByTestId('connection-open').click();
  await expect(page.getByTestId('proxy-unreached')).toContainText('turn.test:3478');
  await page.getByTestId('turn-test').click();
  await expect(page.getByTestId('turn-row')).toHaveAttribute('data-test', 'not-reached', { timeout: 30_000 });
  await close();
  await proxy.close();
});

test('a file that says nothing certain keeps the app offline, and is told of', async ({ app, relay }) => {
  const [own, folder] = [await relay(), await freshFolder()];
  await writeFile(path.join(folder, 'private-mode.json'), '{"version":1,"on":fal');
  const { page } = await app({ relays: [own.url], folder });
  await expect(page.getByTestId('private-mode-notice')).toBeVisible();
  await addGoBetween(page);
  await startCall(page);
  await expect(page.getByTestId('private-mode-refused')).toBeVisible();
  expect(own.connections.size).toBe(0);
});

test('what is copied is marked as concealed', async ({ app }) => {
  const { electron, page, end } = await meetingByProxy(app);
  const canMark = await electron.evaluate((parts) => 'ClipboardItem' in parts);
  if (!canMark) await end();
  test.skip(!canMark, 'this Electron is too old to mark what it copies (it has no ClipboardItem)');
  await page.evaluate(() => window.vigil.request['meeting:copy-invite'](undefined));
  const copied = await electron.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    return { types: item?.types ?? [], text: await clipboard.readText() };
  });
  expect(copied.text).toMatch(/^vigil:/);
  const marks = { linux: 'passwordManagerHint', darwin: 'ConcealedType', win32: 'ExcludeClipboard' };
  expect(copied.types.join()).toContain(marks[process.platform as keyof typeof marks]);
  await end();
});

test('no title of the window tells of the meeting', async ({ app }) => {
  const { electron, page, end } = await meetingByProxy(app);
  expect(await page.title()).toBe('Vigil');
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
    'Vigil',
  );
  await end();
});

/** The command lines of all processes, as everybody on this computer may read them. */
async function processList(): Promise<string> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.join('\n');
}

test('a link on the command line goes on by a pipe, and stands in no list of processes', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'reads the list of processes in /proc');
  const folder = await freshFolder();
  const link = encodeLink({
    open: false,
    expiry: Math.floor(Date.now() / 1000) + 3600,
    secret: randomBytes(32) as MeetingSecret,
    hostKey: ed25519FromSeed(randomBytes(32)).publicKey,
    hints: { title: 'Reading circle', relays: [], turn: [] },
  });
  const usual = await app({ relays: [], folder });
  await usual.close();
  await choosePrivateMode(folder, 'socks5://127.0.0.1:9');
  const program = electronProgram();
  const args = [
    ...sandboxSwitches(),
    `--user-data-dir=${folder}`,
    withDoor,
    '.',
    '--transports=nostr',
    '--no-stun',
  ];
  const before = await doorOf(folder);
  const started = spawn(program, [...args, link], { stdio: 'ignore' });
  await once(started, 'exit');
  const { page, end } = await newDoor(folder, before);
  try {
    await expect(page.getByText('Reading circle')).toBeVisible();
    const payload = link.slice('vigil://join/'.length);
    expect(await processList()).not.toContain(payload);
    expect(await processList()).toContain(folder);
    await page.getByTestId('private-mode-badge').waitFor();
    // To the app that runs, a second start hands its link as ever.
    await page.getByRole('button', { name: 'Home' }).click();
    await once(spawn(program, [...args, link], { stdio: 'ignore' }), 'exit');
    await expect(page.getByTestId('preview-enter')).toBeVisible();
  } finally {
    await end();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
});
