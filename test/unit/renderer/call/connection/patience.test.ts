/** What Chromium gives up after fifteen seconds has to last until two people have passed a text. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { expect, it } from 'vitest';
import { serveBundle } from '../../../../support/driver/serve-bundle';
import { findChromium } from '../../../../tools/scripts/chromium.mjs';

/** Resolves when nothing has come for a quarter of a second: attempts send far more often. */
function quiet(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('message', again);
      resolve();
    };
    let timer = setTimeout(done, 250);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(done, 250);
    };
    socket.on('message', again);
  });
}

it('an answer by hand waits, keeps knocking at the other NAT, and connects when the other end begins', async () => {
  const silent = createSocket('udp4');
  silent.bind(0, '0.0.0.0');
  await once(silent, 'listening');
  const site = await serveBundle({ page: fileURLToPath(new URL('browser/page.ts', import.meta.url)) });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-features=WebRtcHideLocalIpsWithMdns'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.evaluate((port) => window.handMade.begin(port), silent.address().port);
    expect(await page.evaluate(() => window.handMade.hastyEnded())).toBe('failed');
    // The first attempt of the patient one ends with it: what comes after a pause is a further one.
    await quiet(silent);
    await once(silent, 'message');
    expect(await page.evaluate(() => window.handMade.answer())).toBe('passive');
  } finally {
    await browser.close();
    await site.close();
    silent.close();
  }
}, 60_000);
