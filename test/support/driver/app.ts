/** Starts the real app, in a profile folder of its own, and drives it as a person would. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { askAgainIfLost } from './ask-main';
import { giveToApp, hasSandbox } from './program';
import { PATIENCE_MS } from './patience';
import { smallPicture } from './small-picture';

export interface AppOptions {
  /** Relays for this run. */
  relays: readonly string[];
  /** Ways to find each other; relays alone unless it says otherwise: nothing may reach beyond loopback. */
  transports?: string;
  /** `HOST:PORT`; none unless it says otherwise. */
  stun?: readonly string[];
  /** Further switches, before the app's own arguments. */
  switches?: readonly string[];
  /** Arguments such as an invite link. */
  args?: readonly string[];
  /** An existing profile folder; otherwise a fresh one that goes with the app. */
  folder?: string;
  executablePath?: string;
  /** The browser that the stand-in starts. */
  chromium?: string;
}

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  folder: string;
  close: () => Promise<void>;
}

/** Which the app can write to. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-e2e-'));
  giveToApp(folder);
  return folder;
}

/** Test devices instead of a camera and a microphone. */
export const fakeDevices = (): string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${smallPicture()}`,
];

function stunArguments(servers: readonly string[]): string[] {
  return servers.length === 0 ? ['--no-stun'] : servers.map((server) => `--stun=${server}`);
}

export async function startApp(options: AppOptions): Promise<RunningApp> {
  const folder = options.folder ?? (await freshFolder());
  const app = await _electron.launch({
    ...(options.executablePath === undefined ? {} : { executablePath: options.executablePath }),
    args: [
      ...(options.switches ?? fakeDevices()),
      `--user-data-dir=${folder}`,
      ...(options.executablePath === undefined ? ['.'] : []),
      ...options.relays.map((relay) => `--relay=${relay}`),
      `--transports=${options.transports ?? 'nostr'}`,
      ...stunArguments(options.stun ?? []),
      ...(options.args ?? []),
    ],
    ...(options.chromium === undefined
      ? {}
      : { env: { ...process.env, VIGIL_STAND_IN_CHROMIUM: options.chromium } }),
    chromiumSandbox: hasSandbox(),
    // The app's own theme decides, not Playwright.
    colorScheme: null,
    timeout: PATIENCE_MS,
  });
  askAgainIfLost(app);
  const page = await app.firstWindow();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.locator('#root > *').first().waitFor();
  return {
    app,
    page,
    folder,
    close: async () => {
      await app.close();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}
