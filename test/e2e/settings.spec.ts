import type { Page } from '@playwright/test';
import { freshFolder, type RunningApp } from '../support/driver/app';
import { hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

const openSettings = (page: Page): Promise<void> => page.getByTestId('settings-open').click();

const openConnection = (page: Page): Promise<void> => page.getByTestId('connection-open').click();

async function addRelay(page: Page, url: string): Promise<void> {
  await page.getByTestId('relay-add-input').fill(url);
  await page.getByTestId('relay-add').click();
}

test('own relays are added, refused when they are none, kept, and used', async ({ app, relay }) => {
  const { url } = await relay();
  const folder = await freshFolder();
  const first = await app({ relays: [], folder });
  await openConnection(first.page);
  await addRelay(first.page, 'http://not-a-relay.example');
  await expect(first.page.getByTestId('relay-error')).toBeVisible();
  await addRelay(first.page, 'wss://300.1.1.1');
  await expect(first.page.getByTestId('relay-error')).toBeVisible();
  await addRelay(first.page, `${url.toUpperCase()}/`);
  await expect(first.page.getByTestId('relay-row').filter({ hasText: new URL(url).host })).toHaveCount(1);
  await first.close();
  const second = await app({ relays: [], folder });
  await openConnection(second.page);
  await expect(second.page.getByTestId('relay-row').filter({ hasText: new URL(url).host })).toHaveCount(1);
});

test('the relay that answers is said to work, and the one that does not is not', async ({ app, relay }) => {
  const { url } = await relay();
  const { page } = await app({ relays: [url, 'ws://127.0.0.1:9'] });
  await expect(page.getByTestId('status-line')).not.toContainText('2 of 2');
  await hostMeeting(page, 'Alice');
  const states = async (): Promise<string[]> => {
    const view = await page.evaluate(() => window.vigil.request['app:get'](undefined));
    return view.ok ? view.value.relays.map(({ state }) => state) : [];
  };
  await expect.poll(states).toEqual(['works', 'trying']);
});

test('the theme is what was chosen, at once and after a restart', async ({ app }) => {
  const folder = await freshFolder();
  const first = await app({ relays: ['ws://127.0.0.1:9'], folder });
  const background = (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await openSettings(first.page);
  await first.page.getByTestId('theme-light').click();
  await expect(first.page.locator('html[data-theme="light"]')).toHaveCount(1);
  const light = await background(first.page);
  await first.page.getByTestId('theme-dark').click();
  await expect.poll(() => background(first.page)).not.toBe(light);
  await first.close();
  const second = await app({ relays: ['ws://127.0.0.1:9'], folder });
  await expect(second.page.locator('html[data-theme="dark"]')).toHaveCount(1);
});

test("the language is the system's until one is chosen, at once and after a restart", async ({ app }) => {
  const folder = await freshFolder();
  const first = await app({ relays: ['ws://127.0.0.1:9'], folder });
  await expect(first.page.locator('html[lang="en"]')).toHaveCount(1);
  await openSettings(first.page);
  await first.page.getByTestId('settings-language').selectOption('zh-Hant');
  await expect(first.page.locator('html[lang="zh-Hant"]')).toHaveCount(1);
  await expect(first.page.getByTestId('settings-language').locator('option').first()).toHaveText('跟隨系統');
  await first.close();
  const second = await app({ relays: ['ws://127.0.0.1:9'], folder });
  await expect(second.page.locator('html[lang="zh-Hant"]')).toHaveCount(1);
  await openSettings(second.page);
  await second.page.getByTestId('settings-language').selectOption('');
  await expect(second.page.locator('html[lang="en"]')).toHaveCount(1);
});

test('the text is as large as was chosen, at once and after a restart', async ({ app }) => {
  const folder = await freshFolder();
  const zoom = ({ app }: RunningApp): Promise<number | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  const width = ({ page }: RunningApp): Promise<number> => page.evaluate(() => innerWidth);
  const first = await app({ relays: ['ws://127.0.0.1:9'], folder });
  const usual = await width(first);
  await openSettings(first.page);
  await first.page.getByTestId('settings-text-size').selectOption('150');
  await expect.poll(() => zoom(first)).toBeCloseTo(1.5);
  await first.close();
  const second = await app({ relays: ['ws://127.0.0.1:9'], folder });
  await expect.poll(() => zoom(second)).toBeCloseTo(1.5);
  const runtime = await second.page.evaluate(async () => {
    const view = await window.vigil.request['app:get'](undefined);
    return view.ok ? view.value.runtime : '';
  });
  // The stand-in keeps it, and does not draw it.
  if (runtime === 'electron') await expect.poll(() => width(second)).toBeLessThan(usual * 0.7);
  await openSettings(second.page);
  await expect(second.page.getByTestId('settings-text-size')).toHaveValue('150');
});

test('a window of 800 by 600 shows everything that a call needs', async ({ app }) => {
  const { page } = await app({ relays: ['ws://127.0.0.1:9'] });
  await page.setViewportSize({ width: 800, height: 600 });
  await page.getByTestId('home-new-meeting').click();
  await expect(page.getByTestId('preview-enter')).toBeInViewport({ ratio: 1 });
  await page.getByTestId('preview-name').fill('Alice');
  await page.getByTestId('preview-enter').click();
  for (const control of ['control-mic', 'control-camera', 'control-leave', 'invite-reveal', 'tile-self']) {
    await expect(page.getByTestId(control)).toBeInViewport({ ratio: 1 });
  }
});
