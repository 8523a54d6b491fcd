/** What a participant in a home can be told to do, and asked. Each command runs in that home's network. */
import { expect, type Page } from '@playwright/test';
import type { Settings } from '../../shared/ipc';
import { freshFolder, startApp, type RunningApp } from '../driver/app';
import { askToJoin, hostMeeting } from '../driver/call';
import { hearTone, seesParticipant, videoOf } from '../driver/observe';
import { keepConnections } from '../driver/statistics';
import { fakeDeviceSwitches, writeParticipantMedia } from '../media/files';
import { inboundOf, type Inbound } from './inbound';

export interface StartOptions {
  /** Of the picture and the tone. */
  index: number;
  relays: readonly string[];
  ways: string;
  /** `HOST:PORT`. */
  stun: readonly string[];
  dhtNodes: readonly string[];
  /** Further arguments of the app. */
  args: readonly string[];
}

let running: RunningApp | undefined;
/** The profile stays the same when the app starts again. */
let folder: string | undefined;

export const profileFolder = (): string | undefined => folder;

function app(): RunningApp {
  if (!running) throw new Error('the app does not run');
  return running;
}
const page = (): Page => app().page;

async function openPeople(): Promise<void> {
  if (!(await page().getByTestId('people-panel').isVisible()))
    await page().getByTestId('control-people').click();
  await expect(page().getByTestId('people-panel')).toBeVisible();
}

/** Milliseconds from now on this computer's clock. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}

export const commands = {
  start: async (options: StartOptions): Promise<void> => {
    folder ??= await freshFolder();
    const media = writeParticipantMedia(folder, options.index);
    running = await startApp({
      relays: options.relays,
      ways: options.ways,
      stun: options.stun,
      switches: fakeDeviceSwitches(media),
      folder,
      args: [...options.dhtNodes.map((node) => `--dht-node=${node}`), ...options.args],
    });
    await keepConnections(running.page);
  },

  close: async (): Promise<void> => {
    await running?.app.close();
    running = undefined;
  },

  saveSettings: async (settings: Partial<Settings>): Promise<void> => {
    const outcome = await page().evaluate(
      (wanted) => window.vigil.request['settings:save'](wanted),
      settings,
    );
    if (!outcome.ok) throw new Error(`the settings were refused: ${outcome.code}`);
  },

  /** Puts the app's clock forward by so many milliseconds. */
  moveClock: async (offset: number): Promise<void> => {
    await app().app.evaluate((_, by) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + by;
    }, offset);
  },

  /** @returns the invite link. */
  host: (name: string): Promise<string> => hostMeeting(page(), name),

  /** From now on nobody is asked about newcomers. */
  openDoor: async (): Promise<void> => {
    await openPeople();
    const lobby = page().getByTestId('lobby-switch');
    await lobby.click();
  },

  makeCoHost: async (name: string): Promise<void> => {
    await openPeople();
    const row = page().locator('li[data-testid^="member-"]', { hasText: name });
    await row.getByTestId('member-menu').first().click();
    await page().getByTestId('member-menu-co-host').click();
  },

  ask: ({ link, name }: { link: string; name: string }): Promise<void> => askToJoin(page(), link, name),

  admit: async (): Promise<void> => {
    await page().getByTestId('knock-admit').first().click({ timeout: 30_000 });
  },

  leave: async (): Promise<void> => {
    await page().getByTestId('control-leave').click();
    const [confirm, home] = ['leave-confirm', 'home-new-meeting'].map((id) => page().getByTestId(id));
    if (!confirm || !home) return;
    // A host who is not alone is asked.
    await confirm.or(home).first().waitFor();
    if (await confirm.isVisible()) await confirm.click();
    await home.waitFor();
  },

  /** Gives up knocking, or leaves the page that says why it did not come about. */
  giveUp: async (): Promise<void> => {
    const ended = page().getByTestId('ended-home');
    const cancel = page().getByTestId('knock-cancel');
    await ended.or(cancel).first().click();
    await page().getByTestId('home-new-meeting').waitFor();
  },

  /** How the attempt to join ended, in words on the screen. */
  ended: async (limitMs: number): Promise<{ reason: string; text: string }> => {
    const card = page().getByTestId('ended');
    await card.waitFor({ timeout: limitMs });
    return { reason: (await card.getAttribute('data-reason')) ?? '', text: await card.innerText() };
  },

  /** Milliseconds until the named participant's picture is seen to move; null if it was not in time. */
  sees: async ({ name, index, limitMs }: Sight): Promise<number | null> => {
    const tile = page().locator('[data-testid^="tile-"]', { hasText: name }).first();
    let seen = false;
    const ms = await timed(async () => {
      const started = performance.now();
      try {
        await tile.locator('video').first().waitFor({ timeout: limitMs });
      } catch {
        return;
      }
      const left = Math.max(1, limitMs - (performance.now() - started));
      seen = await seesParticipant(page(), index, await videoOf(page(), name), left);
    });
    return seen ? ms : null;
  },

  hears: async ({ name, index }: { name: string; index: number }): Promise<boolean> =>
    (await hearTone(page(), await videoOf(page(), name))) === index,

  /** Participants who are shown as lost. */
  lost: (): Promise<number> => page().locator('[data-testid^="tile-"][data-lost="true"]').count(),

  tiles: (): Promise<number> => page().locator('[data-testid^="tile-"][data-lost]').count(),

  inbound: (): Promise<Inbound> => inboundOf(page()),

  camera: async (on: boolean): Promise<void> => {
    const button = page().getByTestId('control-camera');
    const pressed = async (): Promise<boolean> => (await button.getAttribute('aria-pressed')) === 'true';
    const before = await pressed();
    await button.click();
    await expect.poll(pressed).toBe(!before);
    if (on) await page().getByTestId('video-self').waitFor();
  },

  /** The named participant's camera is shown as off. */
  seesNoCamera: async (name: string): Promise<void> => {
    const tile = page().locator('[data-testid^="tile-"]', { hasText: name }).first();
    await tile.getByTestId('tile-camera-off').waitFor({ timeout: 15_000 });
  },

  screenshot: async (file: string): Promise<void> => {
    await page().screenshot({ path: file });
  },

  /** What stands on the screen, for whoever looks for the reason of a failure. */
  text: (): Promise<string> => page().locator('#root').innerText(),
};

export interface Sight {
  name: string;
  index: number;
  limitMs: number;
}

export type Commands = typeof commands;
export type CommandName = keyof Commands;
