/** One meeting of two real apps: an open one, since the others have no lobby either. */
import type { Page } from '@playwright/test';
import { expect } from '../../../support/driver/patience';
import { startApp, type RunningApp } from '../../../support/driver/app';
import { pasteLink, revealInvite } from '../../../support/driver/call';
import { startDhtElsewhere } from '../../../support/dht/elsewhere';
import { startPageAgain } from '../../../support/driver/connections';
import { joinDevices } from './devices';
import { hasPicture, keepMarks, marksOf, type Marks } from './marks';
import type { JoinRelays } from './relays';

const LIMIT_MS = 20_000;
const DHT_SIZE = 3;

/** Milliseconds; one begins where the one before ends. */
export interface JoinParts {
  /** From pressing Join to the first hello at a relay. */
  hello: number;
  /** The door's answer at that relay. */
  answer: number;
  /** The guest was let in and begins its end of the link. */
  admitted: number;
  /** The data channel is open at the guest. */
  channel: number;
  /** Member handshake done, and the host's description of its sound and picture has come. */
  member: number;
  /** The later of the two first pictures. */
  picture: number;
}

export interface JoinSeen {
  totalMs: number;
  /** Null where the relays saw something else than expected. */
  parts: JoinParts | null;
}

async function ownPictureRuns(page: Page): Promise<void> {
  await page
    .getByTestId('video-self')
    .evaluate(
      (video: HTMLVideoElement) => new Promise((resolve) => video.requestVideoFrameCallback(resolve)),
    );
}

async function startHost({ page }: RunningApp): Promise<string> {
  await page.getByTestId('home-new-meeting').click();
  await page.getByTestId('preview-name').fill('Alice');
  await page.getByTestId('preview-change').click();
  await page.getByTestId('preview-open').check();
  await page.keyboard.press('Escape');
  await page.getByTestId('preview-enter').click();
  await expect(page.getByTestId('meeting')).toBeVisible();
  const link = await revealInvite(page);
  await ownPictureRuns(page);
  return link;
}

function partsOf(guest: Marks, both: number, relays: JoinRelays): JoinParts | null {
  const { pressed = 0, connection = 0, channel = 0, media = 0 } = guest;
  const since = relays.seen.filter(({ at, kind }) => at >= pressed && kind === 'EVENT');
  const [hello] = since;
  const answer = since.find((one) => one.relay === hello?.relay && one.connection !== hello.connection);
  if (!hello || !answer) return null;
  return {
    hello: hello.at - pressed,
    answer: answer.at - hello.at,
    admitted: connection - answer.at,
    channel: channel - connection,
    member: media - channel,
    picture: both - media,
  };
}

/** From pressing Join to both apps' showing the other's first picture. @param ways that are up. */
export async function joinVigil(relays: JoinRelays, transports: 'nostr' | 'nostr,dht'): Promise<JoinSeen> {
  const apps: RunningApp[] = [];
  const dht = transports === 'nostr' ? null : await startDhtElsewhere(DHT_SIZE);
  const args = (dht?.bootstrap ?? []).map((node) => `--dht-node=${node}`);
  try {
    for (let index = 0; index < 2; index++)
      apps.push(await startApp({ relays: relays.urls, transports, args, switches: joinDevices }));
    const [host, guest] = apps;
    if (!host || !guest) throw new Error('two apps are needed');
    for (const { page } of apps) {
      await keepMarks(page);
      await startPageAgain(page);
    }
    const link = await startHost(host);
    // The host's own check: from then on it hears whoever comes.
    await relays.heardEverywhere('EVENT');
    await pasteLink(guest.page, link);
    await guest.page.getByTestId('preview-name').fill('Bob');
    await ownPictureRuns(guest.page);
    await guest.page.getByTestId('preview-enter').click();
    for (const { page } of apps) await page.waitForFunction(hasPicture, null, { timeout: LIMIT_MS });
    const [atHost, atGuest] = await Promise.all([marksOf(host.page), marksOf(guest.page)]);
    const both = Math.max(atHost.picture ?? Number.NaN, atGuest.picture ?? Number.NaN);
    return { totalMs: both - (atGuest.pressed ?? Number.NaN), parts: partsOf(atGuest, both, relays) };
  } finally {
    await Promise.all(apps.map((app) => app.close()));
    await dht?.close();
  }
}
