/** The steps of a call, by what is on screen. */
import type { Page } from '@playwright/test';
import { expect, PATIENCE_MS } from './patience';

/** Starts a meeting and returns its invite link. */
export async function hostMeeting(page: Page, name: string, title = ''): Promise<string> {
  await page.getByTestId('home-new-meeting').click();
  await page.getByTestId('preview-name').fill(name);
  if (title !== '') await page.getByTestId('preview-title').fill(title);
  await page.getByTestId('preview-enter').click();
  await expect(page.getByTestId('meeting')).toBeVisible();
  return revealInvite(page);
}

export async function revealInvite(page: Page): Promise<string> {
  await page.getByTestId('invite-reveal').click();
  const link = await page.getByTestId('invite-link').innerText();
  return link.replace(/\s+/g, '');
}

/** Opens a link by pasting it, up to the preview. */
export async function pasteLink(page: Page, link: string): Promise<void> {
  await page.getByTestId('home-link-input').fill(link);
  await page.getByTestId('home-link-continue').click();
}

/** Pastes a link and asks to join. */
export async function askToJoin(page: Page, link: string, name: string): Promise<void> {
  await pasteLink(page, link);
  await page.getByTestId('preview-name').fill(name);
  await page.getByTestId('preview-enter').click();
}

/** The other's picture runs: frames are decoded and time passes. */
export async function expectPictureOfOther(page: Page): Promise<void> {
  const video = page.locator('video[data-testid^="video-"]:not([data-testid="video-self"])');
  await expect(video).toHaveCount(1);
  await expect
    .poll(
      () =>
        video.evaluate((element: HTMLVideoElement) => element.videoWidth > 0 && element.currentTime > 0.3),
      { timeout: PATIENCE_MS },
    )
    .toBe(true);
}

/** Host and guest in one call, with pictures both ways. */
export async function connect(
  host: Page,
  guest: Page,
  names = { host: 'Alice', guest: 'Bob' },
): Promise<string> {
  const link = await hostMeeting(host, names.host);
  await askToJoin(guest, link, names.guest);
  await host.getByTestId('knock-admit').click();
  await expectPictureOfOther(host);
  await expectPictureOfOther(guest);
  return link;
}

/** Opens the other's safety number and reads its twelve groups. */
export async function safetyNumberOf(page: Page): Promise<string[]> {
  await page.getByTestId('safety-open').first().click();
  await page.getByTestId('verify-tab-number').click();
  await expect(page.getByTestId('safety-group')).toHaveCount(12);
  const groups = await page.getByTestId('safety-group').allInnerTexts();
  await page.getByTestId('safety-close').first().click();
  return groups;
}

/** The named participant's picture runs. */
export async function expectPictureOf(page: Page, name: string): Promise<void> {
  const video = page.locator('[data-testid^="tile-"]', { hasText: name }).locator('video').first();
  await expect(video).toBeVisible();
  await expect
    .poll(
      () =>
        video.evaluate((element: HTMLVideoElement) => element.videoWidth > 0 && element.currentTime > 0.3),
      { timeout: PATIENCE_MS },
    )
    .toBe(true);
}

/** Opens the safety number of a named participant and reads its twelve groups. */
export async function safetyNumberWith(page: Page, name: string): Promise<string[]> {
  const tile = page.locator('[data-testid^="tile-"]', { hasText: name }).first();
  await tile.getByTestId('safety-open').click();
  await page.getByTestId('verify-tab-number').click();
  await expect(page.getByTestId('safety-group')).toHaveCount(12);
  const groups = await page.getByTestId('safety-group').allInnerTexts();
  await page.getByTestId('safety-close').first().click();
  return groups;
}

/** Asks to join by the link, is let in, and is seen by the host. */
export async function join(host: Page, guest: Page, link: string, name: string): Promise<void> {
  await askToJoin(guest, link, name);
  await host.getByTestId('knock-admit').click();
  await expectPictureOf(host, name);
}

/** The guest leaves, then the host, who is alone by then and is not asked anything. */
export async function part(host: Page, guest: Page): Promise<void> {
  await guest.getByTestId('control-leave').click();
  await expect(guest.getByTestId('home-new-meeting')).toBeVisible();
  await expect(host.locator('video[data-testid^="video-"]:not([data-testid="video-self"])')).toHaveCount(0);
  await host.getByTestId('control-leave').click();
  await expect(host.getByTestId('home-new-meeting')).toBeVisible();
}
