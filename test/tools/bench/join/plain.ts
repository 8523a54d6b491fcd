/** One meeting of two plain pages, in a Chromium that was started for it. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { serveBundle } from '../../../support/driver/serve-bundle';
import { findChromium } from '../../scripts/chromium.mjs';
import { joinDevices } from './devices';
import type { Way } from './page';
import type { JoinRelays } from './relays';

const LIMIT_MS = 20_000;

async function pictureAt(page: Page): Promise<number> {
  const at = await page.waitForFunction(() => window.join.pictureAt(), null, { timeout: LIMIT_MS });
  return (await at.jsonValue()) ?? Number.NaN;
}

async function meet(waits: Page, calls: Page, way: Way, relays: JoinRelays | null): Promise<number> {
  for (const page of [waits, calls]) await page.evaluate(() => window.join.prepare());
  await waits.evaluate((given) => window.join.meet('waits', given), way);
  // It has told the relays that it is here.
  await relays?.heardEverywhere('EVENT');
  const began = await calls.evaluate((given) => window.join.meet('calls', given), way);
  const seen = await Promise.all([pictureAt(waits), pictureAt(calls)]);
  return Math.max(...seen) - began;
}

/** Milliseconds from one page's calling to both pages' showing the other's first picture. */
export async function joinPlain(way: 'floor' | 'trystero', relays: JoinRelays): Promise<number> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is needed');
  const site = await serveBundle({ page: fileURLToPath(new URL('page.ts', import.meta.url)) }, relays.urls);
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...joinDevices,
      '--use-fake-ui-for-media-stream',
    ],
  });
  try {
    const context = await browser.newContext();
    const pages = [await context.newPage(), await context.newPage()] as const;
    for (const page of pages) await page.goto(site.url);
    return await (way === 'floor'
      ? meet(...pages, { way }, null)
      : meet(...pages, { way, relays: relays.urls }, relays));
  } finally {
    await browser.close();
    await site.close();
  }
}
