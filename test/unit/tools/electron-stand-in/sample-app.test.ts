/** The sample app, driven as the project's end-to-end tests drive Vigil: through Playwright's Electron. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { _electron, type ElectronApplication, type JSHandle, type Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildStandIn } from '../../../tools/electron-stand-in/build.mjs';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Seen {
  secondInstances: string[][];
  notes: unknown[];
  opened: string[];
  prevented: string[];
  permissions: string[];
  allowMedia: boolean;
}

interface SampleApi {
  echo(value: unknown): Promise<unknown>;
  fail(): Promise<unknown>;
  sender(): Promise<unknown>;
  secret(text: string): Promise<unknown>;
  note(value: unknown): void;
  add(a: number, b: number): number;
  throwNow(): void;
  onPush(listener: (...args: unknown[]) => void): () => void;
  nested: { list: number[] };
}

declare global {
  // `var` is what makes a property of the global object.
  var seen: Seen;
  var sample: SampleApi;
  var report: Promise<object>;
  var pushed: Promise<number[]>;
}

const sampleFolder = fileURLToPath(new URL('../../../tools/electron-stand-in/sample', import.meta.url));
const poll = { timeout: 15_000, interval: 50 };

let standIn: string;
/** Holds everything that one test's app writes: its user data, and all temporary files. */
let home: string;
let running: ElectronApplication[] = [];

beforeAll(async () => {
  standIn = await buildStandIn(fs.mkdtempSync(path.join(os.tmpdir(), 'v-dist-')));
});

afterAll(() => {
  fs.rmSync(standIn, { recursive: true, force: true, maxRetries: 20 });
});

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'v-'));
  fs.mkdirSync(path.join(home, 'tmp'));
});

afterEach(async () => {
  await Promise.all(running.map((app) => app.close()));
  running = [];
  await expect.poll(() => processesOf(home), poll).toEqual([]);
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 20 });
});

const userData = (): string => `--user-data-dir=${path.join(home, 'data')}`;

function environment(): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited),
    ELECTRON_OVERRIDE_DIST_PATH: standIn,
    TMPDIR: path.join(home, 'tmp'),
    VIGIL_HEADLESS: '1',
  };
}

async function launch(executablePath?: string): Promise<{ app: ElectronApplication; page: Page }> {
  // Playwright's loader looks for the executable in its own environment.
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', standIn);
  const app = await _electron.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...(executablePath === undefined ? [sampleFolder] : []),
      userData(),
      '--use-fake-device-for-media-stream',
    ],
    env: environment(),
    colorScheme: null,
    timeout: 30_000,
  });
  running.push(app);
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'report' in globalThis);
  return { app, page };
}

/** Command lines of the processes that were started for a folder. */
function processesOf(folder: string): string[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((command) => command.includes(folder));
}

const temporaryFiles = (): string[] => fs.readdirSync(path.join(home, 'tmp'));

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

function chromiumOf(folder: string): number {
  const isBrowser = (pid: string): boolean => {
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(`--user-data-dir=${folder}`) && !command.includes('--type=');
  };
  const pid = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((name) => {
      try {
        return (
          isBrowser(name) &&
          fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('remote-debugging-pipe')
        );
      } catch {
        return false;
      }
    });
  return Number(pid);
}

describe('a window', () => {
  test('opens with the size asked for, and is resized', async () => {
    const { app, page } = await launch();
    const size = (): Promise<number[]> => page.evaluate(() => [innerWidth, innerHeight]);
    await expect.poll(size, poll).toEqual([900, 640]);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setSize(500, 400);
    });
    await expect.poll(size, poll).toEqual([500, 400]);
    const window = (await app.browserWindow(page)) as JSHandle<BrowserWindow>;
    expect(await window.evaluate((one) => [one.getTitle(), one.webContents.getURL()])).toEqual([
      'Stand-in sample',
      'app://sample/index.html',
    ]);
  });

  test('keeps the page away from Node and from the preload, and obeys the page’s policy', async () => {
    const { page } = await launch();
    expect(await page.evaluate(() => report)).toEqual({
      leaked: [],
      isSecureContext: true,
      evalIsBlocked: true,
      compilesWasm: true,
      worker: { answer: 42, fetched: 200, sframe: true },
    });
  });

  test('asks the app about new windows and navigations', async () => {
    const { app, page } = await launch();
    await page.click('#new-window');
    expect(await page.evaluate(() => window.open('https://example.com/by-script'))).toBeNull();
    await page.click('#away', { noWaitAfter: true });
    await expect
      .poll(() => app.evaluate(() => [seen.opened, seen.prevented]), poll)
      .toEqual([['https://example.com/new', 'https://example.com/by-script'], ['https://example.com/away']]);
    expect(app.windows()).toHaveLength(1);
    expect(page.url()).toBe('https://sample.app.invalid/index.html');
  });

  test('shows the theme that the app chose', async () => {
    const { app, page } = await launch();
    const background = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    for (const [theme, color] of [
      ['dark', 'rgb(10, 10, 10)'],
      ['light', 'rgb(250, 250, 250)'],
    ] as const) {
      await app.evaluate(({ nativeTheme }, chosen) => {
        nativeTheme.themeSource = chosen;
      }, theme);
      await expect.poll(background, poll).toBe(color);
    }
  });
});

describe('IPC', () => {
  test('carries bytes, maps and dates both ways', async () => {
    const { app, page } = await launch();
    const echoed = await page.evaluate(async () => {
      const sent = { bytes: new Uint8Array([1, 2]), map: new Map([['at', new Date(5)]]), gone: undefined };
      const { bytes, map, ...rest } = (await sample.echo(sent)) as typeof sent;
      return [bytes instanceof Uint8Array, [...bytes], map.get('at')?.getTime(), Object.keys(rest)];
    });
    expect(echoed).toEqual([true, [1, 2], 5, ['gone']]);

    await page.evaluate(() => {
      sample.note({ bytes: new Uint8Array([3]) });
    });
    await expect.poll(() => app.evaluate(() => seen.notes.length), poll).toBe(1);

    await page.evaluate(() => {
      globalThis.pushed = new Promise((resolve) => {
        const stop = sample.onPush((bytes) => {
          stop();
          resolve([...(bytes as Uint8Array)]);
        });
      });
    });
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('push', Buffer.from([7, 8]));
    });
    expect(await page.evaluate(() => pushed)).toEqual([7, 8]);
  });

  test('hands errors over, and says who sends', async () => {
    const { page } = await launch();
    const message = (call: 'fail' | 'echo'): Promise<string> =>
      page.evaluate(async (name) => {
        const value = name === 'echo' ? sample.echo(() => 1) : sample.fail();
        return value.then(String, (error: unknown) => (error as Error).message);
      }, call);
    expect(await message('fail')).toBe("Error invoking remote method 'fail': TypeError: no luck");
    expect(await message('echo')).toBe('An object could not be cloned.');
    expect(await page.evaluate(() => sample.sender())).toEqual({
      url: 'app://sample/index.html',
      origin: 'app://sample',
      isTop: true,
    });
  });

  test('exposes a frozen interface that can be called at once', async () => {
    const { page } = await launch();
    const result = await page.evaluate(() => {
      let thrown = '';
      try {
        sample.throwNow();
      } catch (error) {
        thrown = String(error);
      }
      return [sample.add(2, 3), Object.isFrozen(sample), Object.isFrozen(sample.nested.list), thrown];
    });
    expect(result).toEqual([5, true, true, 'RangeError: at once']);
  });
});

describe('permissions', () => {
  test('media is captured when the app allows it', async () => {
    const { app, page } = await launch();
    const kinds = await page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
      return stream.getTracks().map(({ kind }) => kind);
    });
    expect(kinds.sort()).toEqual(['audio', 'video']);
    expect(await app.evaluate(() => seen.permissions)).toEqual(['media audio video']);
  });

  test('media is denied when the app denies it, also to a frame that asks Chromium itself', async () => {
    const { app, page } = await launch();
    await page.evaluate(() => Object.assign(globalThis, { loadedBefore: true }));
    await app.evaluate(async ({ BrowserWindow, session }) => {
      seen.allowMedia = false;
      session.defaultSession.setPermissionCheckHandler(() => false);
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://sample/index.html');
    });
    // Main knows of the new document before the test driver does.
    await page.waitForFunction(() => 'report' in globalThis && !('loadedBefore' in globalThis));
    const outcome = await page.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const ask = (devices?: MediaDevices): Promise<unknown> =>
        devices?.getUserMedia({ audio: true }).then(String, (error: unknown) => (error as Error).name) ??
        Promise.resolve('no devices');
      const labels = (await navigator.mediaDevices.enumerateDevices()).map(({ label }) => label);
      return [
        await ask(navigator.mediaDevices),
        await ask(frame.contentWindow?.navigator.mediaDevices),
        labels.join(''),
      ];
    });
    expect(outcome).toEqual(['NotAllowedError', 'NotAllowedError', '']);
  });

  test('the screen is shared only by the app’s own handler', async () => {
    const { app, page } = await launch();
    const share = (): Promise<string> =>
      page.evaluate(() =>
        navigator.mediaDevices.getDisplayMedia({ video: true }).then(
          (stream) => stream.getVideoTracks()[0]?.readyState ?? 'no track',
          (error: unknown) => (error as Error).name,
        ),
      );
    expect(await share()).toBe('NotAllowedError');
    await app.evaluate(({ desktopCapturer, session }) => {
      session.defaultSession.setDisplayMediaRequestHandler((_request, decide) => {
        void desktopCapturer.getSources({ types: ['screen'] }).then(([video]) => {
          decide(video ? { video } : null);
        });
      });
    });
    expect(await share()).toBe('live');
  });

  test('two peer connections exchange data and picture', async () => {
    const { page } = await launch();
    const width = await page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 240 } });
      const [one, two] = [new RTCPeerConnection(), new RTCPeerConnection()];
      one.onicecandidate = ({ candidate }) => void two.addIceCandidate(candidate ?? undefined);
      two.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate ?? undefined);
      for (const track of stream.getTracks()) one.addTrack(track, stream);
      const video = document.createElement('video');
      video.muted = true;
      const playing = new Promise((resolve) => {
        video.onplaying = resolve;
      });
      two.ontrack = ({ streams }) => {
        video.srcObject = streams[0] ?? null;
        void video.play();
      };
      await one.setLocalDescription();
      await two.setRemoteDescription(one.localDescription as RTCSessionDescription);
      await two.setLocalDescription();
      await one.setRemoteDescription(two.localDescription as RTCSessionDescription);
      await playing;
      return video.videoWidth;
    });
    expect(width).toBe(320);
  });
});

test('safeStorage seals and opens, asynchronously, and says that it is weak', async () => {
  const { app, page } = await launch();
  const opened = await page.evaluate(() => sample.secret('the passphrase'));
  expect(opened).toEqual({ hidden: true, result: 'the passphrase', shouldReEncrypt: false });
  expect(await app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('basic_text');
  const refused = app.evaluate(({ safeStorage }) => safeStorage.decryptStringAsync(Buffer.alloc(64)));
  await expect(refused).rejects.toThrow(/Error while decrypting/);
});

test('a part of Electron that is missing is named', async () => {
  const { app } = await launch();
  const missing = app.evaluate((electron) => electron.app.getFileIcon('/'));
  await expect(missing).rejects.toThrow('The Electron stand-in has no app.getFileIcon');
  expect(await app.evaluate(() => process.versions['vigil-stand-in'])).toBe('1');
});

test('a second instance hands its arguments over and leaves', async () => {
  const { app } = await launch();
  const link = 'vigil://join/abc#key';
  const second = spawn(path.join(standIn, 'electron'), [sampleFolder, userData(), link], {
    env: environment(),
  });
  expect(await exitOf(second)).toBe(0);
  await expect
    .poll(() => app.evaluate(() => seen.secondInstances.map((argv) => argv.at(-1))), poll)
    .toEqual([link]);
});

describe('the end', () => {
  test('closing leaves no process and no temporary file', async () => {
    const { app } = await launch();
    const child = app.process();
    await app.close();
    expect(await exitOf(child)).toBe(0);
    await expect.poll(() => processesOf(home), poll).toEqual([]);
    expect(temporaryFiles()).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)('%s leaves no process and no temporary file', async (signal) => {
    const { app } = await launch();
    app.process().kill(signal);
    await exitOf(app.process());
    await expect.poll(() => processesOf(home), poll).toEqual([]);
    await expect.poll(temporaryFiles, poll).toEqual([]);
    running = [];
  });

  test('without its Chromium the app ends, and says so by its exit code', async () => {
    const { app } = await launch();
    process.kill(chromiumOf(home), 'SIGKILL');
    expect(await exitOf(app.process())).toBe(1);
    running = [];
  });

  test('without any Chromium it says one sentence', async () => {
    const env = { ...environment(), VIGIL_STAND_IN_CHROMIUM: '/nowhere/chromium' };
    const child = spawn(path.join(standIn, 'electron'), [sampleFolder, userData()], { env });
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)));
    expect(await exitOf(child)).toBe(1);
    expect(said.join('')).toBe('VIGIL_STAND_IN_CHROMIUM names no program: /nowhere/chromium\n');
  });
});

describe('packaged', () => {
  /** As electron-builder lays an app out: the launcher renamed, the app in an archive beside it. */
  async function packageSample(): Promise<string> {
    const folder = path.join(home, 'package');
    fs.cpSync(standIn, folder, { recursive: true });
    fs.renameSync(path.join(folder, 'electron'), path.join(folder, 'sample'));
    await createPackage(sampleFolder, path.join(folder, 'resources/app.asar'));
    return path.join(folder, 'sample');
  }

  test('runs from its archive, knows it, and takes all arguments for itself', async () => {
    const executable = await packageSample();
    const { app, page } = await launch(executable);
    expect(await page.evaluate(() => sample.echo('packaged'))).toBe('packaged');
    const facts = await app.evaluate((electron) => ({
      isPackaged: electron.app.isPackaged,
      name: electron.app.getName(),
      version: electron.app.getVersion(),
      first: process.argv[0],
      namesAppPath: process.argv.includes(electron.app.getAppPath()),
    }));
    expect(facts).toEqual({
      isPackaged: true,
      name: 'Stand-in sample',
      version: '1.2.3',
      first: executable,
      namesAppPath: false,
    });
    expect(temporaryFiles().filter((name) => name.startsWith('vigil-app-'))).toHaveLength(1);
    app.process().kill('SIGKILL');
    await exitOf(app.process());
    await expect.poll(temporaryFiles, poll).toEqual([]);
    running = [];
  });
});
