/** The sender's browser, whose processes are counted, and the receivers' apart from it. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { serveBundle } from '../../../support/driver/serve-bundle';
import { findChromium } from '../../scripts/chromium.mjs';
import { processTree } from '../../scripts/process-tree.mjs';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const worker = here('../../../../renderer/call/frames/frame-worker.ts');

/** Linux counts 100 ticks in a second for every program (USER_HZ). */
const MS_PER_TICK = 10;

interface Browser {
  open: () => Promise<Page>;
  cpuMs: () => number;
  close: () => Promise<void>;
}

async function start(page: string): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is needed');
  const site = await serveBundle({ page: here(page), 'frame-worker': worker });
  const server = await chromium.launchServer({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--use-fake-device-for-media-stream=fps=30',
      '--use-fake-ui-for-media-stream',
      '--allow-loopback-in-peer-connection',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  return {
    open: async () => {
      const opened = await browser.newPage();
      await opened.goto(site.url);
      return opened;
    },
    cpuMs: () =>
      processTree(server.process().pid ?? 0).reduce((sum, { cpuTicks }) => sum + cpuTicks, 0) * MS_PER_TICK,
    close: async () => {
      await server.close();
      await site.close();
    },
  };
}

export async function startBrowsers(): Promise<{ sends: Browser; receives: Browser }> {
  if (process.platform !== 'linux') throw new Error('the CPU time of processes is read on Linux only');
  return { sends: await start('sender-page.ts'), receives: await start('receiver-page.ts') };
}
