/** A call of two real apps, in small windows with little to draw, for what is measured beside it. */
import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { freshFolder, startApp, type RunningApp } from '../../../support/driver/app';
import { expectPictureOfOther, hostMeeting, join } from '../../../support/driver/call';
import { startKeepingConnections } from '../../../support/driver/connections';
import { startRelay } from '../../../../main/volunteer-server/relay/relay';
import { processTree } from '../../scripts/process-tree.mjs';

/** Linux counts 100 ticks in a second for every program (USER_HZ). */
const MS_PER_TICK = 10;

export interface TwoApps {
  alice: RunningApp;
  bob: RunningApp;
  /** For files, gone afterwards. */
  folder: string;
  /** CPU time that both apps with all of their processes have used so far, in milliseconds. */
  cpuMs: () => Promise<number>;
  close: () => Promise<void>;
}

async function ownCpuMs({ app }: RunningApp): Promise<number> {
  const pid = await app.evaluate(() => process.pid);
  return processTree(pid).reduce((sum, { cpuTicks }) => sum + cpuTicks, 0) * MS_PER_TICK;
}

/** Their pages keep every peer connection at hand. */
export async function callOfTwo(): Promise<TwoApps> {
  const relay = await startRelay();
  const apps: RunningApp[] = [];
  const folder = await freshFolder();
  const close = async (): Promise<void> => {
    await Promise.all(apps.map((app) => app.close()));
    await relay.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    for (let index = 0; index < 2; index++) apps.push(await startApp({ relays: [relay.url] }));
    const [alice, bob] = apps;
    if (!alice || !bob) throw new Error('two apps are needed');
    for (const { app, page } of apps) {
      await app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.setSize(800, 600);
      });
      await startKeepingConnections(page);
      // What tsx calls in functions that are handed over to the page.
      await page.evaluate('globalThis.__name ??= (named) => named');
    }
    await join(alice.page, bob.page, await hostMeeting(alice.page, 'Alice'), 'Bob');
    for (const { page } of apps) await expectPictureOfOther(page);
    const cpuMs = async (): Promise<number> => (await ownCpuMs(alice)) + (await ownCpuMs(bob));
    return { alice, bob, folder, cpuMs, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Pictures and sound of the other, as this page has got them so far. */
export interface Got {
  frames: number;
  dropped: number;
  lostPackets: number;
  concealed: number;
  samples: number;
}

export async function gotBy(page: Page): Promise<Got> {
  return page.evaluate(async () => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const got = { frames: 0, dropped: 0, lostPackets: 0, concealed: 0, samples: 0 };
    for (const connection of made.filter(({ connectionState }) => connectionState === 'connected'))
      for (const one of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (one['type'] !== 'inbound-rtp') continue;
        got.frames += Number(one['framesDecoded'] ?? 0);
        got.dropped += Number(one['framesDropped'] ?? 0);
        got.lostPackets += Number(one['packetsLost'] ?? 0);
        got.concealed += Number(one['concealedSamples'] ?? 0);
        got.samples += Number(one['totalSamplesReceived'] ?? 0);
      }
    return got;
  });
}
