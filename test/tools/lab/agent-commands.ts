/** What a participant in a home can be told to do, and asked. Each command runs in that home's network. */
import type { Page } from '@playwright/test';
import { expect } from '../../support/driver/patience';
import type { Settings } from '../../../shared/ipc';
import { freshFolder, startApp, type RunningApp } from '../../support/driver/app';
import { hostMeeting, pasteLink } from '../../support/driver/call';
import { hearTone, seesParticipant, videoOf } from '../../support/driver/observe';
import { choosePrivateMode } from '../../support/driver/private-mode';
import { startKeepingConnections } from '../../support/driver/connections';
import { allocate } from '../../support/turn/allocate';
import { fakeDeviceSwitches, writeParticipantMedia } from '../../support/media/files';
import { answerByHand, closeByHand, inviteByHand, takeAnswer } from './by-hand';
import { inboundOf, type Inbound } from './inbound';

export interface StartOptions {
  /** Of the picture and the tone. */
  index: number;
  relays: readonly string[];
  transports: string;
  /** `HOST:PORT`. */
  stun: readonly string[];
  dhtNodes: readonly string[];
  /** Everything goes through it (private mode): `socks5://HOST:PORT`. */
  proxy?: string;
  /** Further ones for the browser. */
  switches?: readonly string[];
}

export interface TurnQuestion {
  place: { host: string; port: number };
  login: { username: string; credential: string };
}

let running: RunningApp | undefined;
/** The profile stays the same when the app starts again. */
let folder: string | undefined;
let askedAt = 0;

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

export interface Sight {
  name: string;
  index: number;
  limitMs: number;
}

async function sees({ name, index, limitMs }: Sight): Promise<number | null> {
  const started = performance.now();
  const tile = page().locator('[data-testid^="tile-"]', { hasText: name }).first();
  try {
    await tile.locator('video').first().waitFor({ timeout: limitMs });
  } catch {
    return null;
  }
  const left = Math.max(1, limitMs - (performance.now() - started));
  const seen = await seesParticipant(page(), index, await videoOf(page(), name), left);
  return seen ? Math.round(performance.now() - started) : null;
}

export const commands = {
  start: async (options: StartOptions): Promise<void> => {
    folder ??= await freshFolder();
    if (options.proxy !== undefined) await choosePrivateMode(folder, options.proxy);
    const media = writeParticipantMedia(folder, options.index);
    running = await startApp({
      relays: options.relays,
      transports: options.transports,
      stun: options.stun,
      switches: [...fakeDeviceSwitches(media), ...(options.switches ?? [])],
      folder,
      args: options.dhtNodes.map((node) => `--dht-node=${node}`),
    });
    await startKeepingConnections(running.page);
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

  /** As pasted under Connection, used, and lent in invites. */
  useVolunteer: async (text: string): Promise<void> => {
    const outcome = await page().evaluate(async (pasted) => {
      const { request } = window.vigil;
      const added = await request['volunteer:add']({ text: pasted });
      return added.ok ? request['volunteer:change']({ id: added.value.id, use: true, lend: true }) : added;
    }, text);
    if (!outcome.ok) throw new Error(`the volunteer text was refused: ${outcome.code}`);
  },

  /** What a TURN server answers to this name and password, asked from this home: `allocated`, or a number. */
  askTurn: ({ place, login }: TurnQuestion): Promise<'allocated' | number> => allocate(place, login),

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
    await row.getByTestId('member-menu-co-host').click();
  },

  /** Opens a link, or an invitation that was made by hand, and asks to join. */
  ask: async ({ link, name }: { link: string; name: string }): Promise<void> => {
    await pasteLink(page(), link);
    await page().getByTestId('preview-name').fill(name);
    askedAt = performance.now();
    await page().getByTestId('preview-enter').click();
  },

  /** Milliseconds from asking to join until each of these was seen to move; null for whoever was not in time. */
  picturesSinceAsking: (sights: readonly Sight[]): Promise<(number | null)[]> =>
    Promise.all(
      sights.map(async (sight) =>
        (await sees(sight)) === null ? null : Math.round(performance.now() - askedAt),
      ),
    ),

  /** @returns an invitation to be passed by hand. */
  inviteByHand: (): Promise<string> => inviteByHand(app()),
  answerByHand: (): Promise<string | null> => answerByHand(app()),
  takeAnswer: (text: string): Promise<void> => takeAnswer(page(), text),
  closeByHand: (): Promise<void> => closeByHand(page()),

  /** Ways to find others that have just worked. */
  workingWays: async (): Promise<string[]> => {
    const outcome = await page().evaluate(() => window.vigil.request['app:get'](undefined));
    return outcome.ok
      ? outcome.value.transports.filter(({ state }) => state === 'works').map(({ transport }) => transport)
      : [];
  },

  admit: async (): Promise<void> => {
    await page().getByTestId('knock-admit').first().click({ timeout: 30_000 });
  },

  /** From wherever the participant is. */
  backHome: async (): Promise<void> => {
    // A host who is not alone is asked, and what is asked may be gone again by the time of the answer.
    const ways = ['leave-confirm', 'ended-home', 'knock-cancel', 'control-leave'].map((id) =>
      page().getByTestId(id),
    );
    const home = page().getByTestId('home-new-meeting');
    const any = ways.reduce((all, way) => all.or(way), home).first();
    for (;;) {
      await any.waitFor();
      if (await home.isVisible()) return;
      for (const way of ways) {
        if (!(await way.isVisible())) continue;
        await way.click({ timeout: 3_000 }).catch(() => undefined);
        break;
      }
    }
  },

  /** How the attempt to join ended, in words on the screen. */
  ended: async (limitMs: number): Promise<{ reason: string; text: string }> => {
    const card = page().getByTestId('ended');
    await card.waitFor({ timeout: limitMs });
    return { reason: (await card.getAttribute('data-reason')) ?? '', text: await card.innerText() };
  },

  /** Milliseconds until the named participant's picture is seen to move; null if it was not in time. */
  sees,

  hears: async ({ name, index }: { name: string; index: number }): Promise<boolean> =>
    (await hearTone(page(), await videoOf(page(), name))) === index,

  /** Participants who are shown as lost. */
  lost: (): Promise<number> => page().locator('[data-testid^="tile-"][data-lost="true"]').count(),

  /** So many others are shown. */
  tilesAre: async (count: number): Promise<void> => {
    await expect(page().locator('[data-testid^="tile-"][data-lost]')).toHaveCount(count, { timeout: 30_000 });
  },

  /** What the app's main process holds, in bytes, and has computed so far, in milliseconds. */
  cost: (): Promise<{ memory: number; computedMs: number }> =>
    app().app.evaluate(() => {
      const { user, system } = process.cpuUsage();
      return { memory: process.memoryUsage().rss, computedMs: (user + system) / 1000 };
    }),

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
    await tile.getByTestId('tile-camera-off').waitFor({ timeout: 30_000 });
  },

  screenshot: async (file: string): Promise<void> => {
    await page().screenshot({ path: file });
  },

  /** What stands on the screen, for whoever looks for the reason of a failure. */
  text: (): Promise<string> => page().locator('#root').innerText(),
};

export type Commands = typeof commands;
export type CommandName = keyof Commands;
