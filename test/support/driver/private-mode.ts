/** Private mode as a person has chosen it before, and a profile's browser after the app has started itself again. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { attachTo } from './dev-tools';

/** @param proxy `socks5://HOST:PORT` or `http://HOST:PORT`. */
export async function choosePrivateMode(folder: string, proxy: string): Promise<void> {
  await writeFile(path.join(folder, 'private-mode.json'), JSON.stringify({ version: 1, on: true, proxy }));
}

/** Makes the app's browser open a door of its own, also after the app has started itself again. */
export const withDoor = '--remote-debugging-port=0';

/** Where that door is: a port and a path that are new with each start. Null while there is none. */
export async function doorOf(folder: string): Promise<string | null> {
  for (const place of ['stand-in-profile', '.']) {
    const text = await readFile(path.join(folder, place, 'DevToolsActivePort'), 'utf8').catch(() => null);
    const [port = '', route = ''] = text?.trim().split('\n') ?? [];
    if (route !== '') return `ws://127.0.0.1:${port}${route}`;
  }
  return null;
}

export interface SelfStarted {
  page: Page;
  end: () => Promise<void>;
}

/** The app that nobody here has started. */
export async function enterBy(door: string): Promise<SelfStarted> {
  const browser = await attachTo(door);
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('the app has no window');
  await page.locator('#root > *').first().waitFor();
  return {
    page,
    end: async () => {
      const gone = new Promise((resolve) => browser.once('disconnected', resolve));
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await gone;
    },
  };
}
