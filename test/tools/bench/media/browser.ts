/** The Chromium in which media is measured: a process tree of its own. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { serveBundle } from '../../../support/driver/serve-bundle';
import { findChromium } from '../../scripts/chromium.mjs';
import { processTree } from '../../scripts/process-tree.mjs';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Linux counts 100 ticks in a second for every program (USER_HZ). */
const MS_PER_TICK = 10;

export interface MeasuredBrowser {
  page: Page;
  /** CPU time that all of the browser's processes have used so far, in milliseconds. */
  cpuMs: () => number;
  close: () => Promise<void>;
}

export async function startMeasuredBrowser(): Promise<MeasuredBrowser> {
  if (process.platform !== 'linux') throw new Error('the CPU time of processes is read on Linux only');
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is needed');
  const site = await serveBundle({
    page: here('page.ts'),
    'frame-worker': here('../../../../renderer/call/frames/frame-worker.ts'),
    'livekit-worker': fileURLToPath(import.meta.resolve('livekit-client/e2ee-worker')),
    'pass-through-worker': here('pass-through-worker.ts'),
    'timed-floor': here('timed-floor.ts'),
    'timed-ours': here('timed-ours.ts'),
    'timed-livekit': here('timed-livekit.ts'),
  });
  const server = await chromium.launchServer({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--use-fake-device-for-media-stream=fps=30',
      '--use-fake-ui-for-media-stream',
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  await page.goto(site.url);
  const pid = server.process().pid ?? 0;
  return {
    page,
    cpuMs: () => processTree(pid).reduce((sum, { cpuTicks }) => sum + cpuTicks, 0) * MS_PER_TICK,
    close: async () => {
      await server.close();
      await site.close();
    },
  };
}
