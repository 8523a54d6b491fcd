import type { Page } from '@playwright/test';
import { expectPictureOfOther, hostMeeting } from '../driver/call';
import { expect, test } from '../driver/fixtures';

const RELAY = 'ws://127.0.0.1:9';

/** The next page load finds devices that answer so; errors are the ones that Chromium throws. */
async function devicesAnswer(page: Page, name: 'NotAllowedError' | 'NotReadableError'): Promise<void> {
  await page.addInitScript((error) => {
    MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException('', error));
  }, name);
  await page.reload();
}

test('without a camera and a microphone one is told, and can still start', async ({ app }) => {
  const { page } = await app({ relays: [RELAY], switches: [] });
  await page.getByTestId('home-new-meeting').click();
  await expect(page.getByTestId('device-problem').first()).toBeVisible();
  await page.getByTestId('preview-name').fill('Alice');
  await page.getByTestId('preview-enter').click();
  await expect(page.getByTestId('meeting')).toBeVisible();
});

for (const error of ['NotAllowedError', 'NotReadableError'] as const) {
  test(`devices that are refused (${error}) are explained, and the call works without them`, async ({
    app,
    relay,
  }) => {
    const { url } = await relay();
    const alice = await app({ relays: [url] });
    const bob = await app({ relays: [url] });
    await devicesAnswer(bob.page, error);
    const link = await hostMeeting(alice.page, 'Alice');
    await bob.page.getByTestId('home-link-input').fill(link);
    await bob.page.getByTestId('home-link-continue').click();
    const problem = bob.page.getByTestId('device-problem').first();
    await expect(problem).toBeVisible();
    await expect(problem).toContainText(error === 'NotAllowedError' ? /not let|allow/i : /other|use/i);
    await bob.page.getByTestId('preview-name').fill('Bob');
    await bob.page.getByTestId('preview-enter').click();
    await alice.page.getByTestId('knock-admit').click();
    await expectPictureOfOther(bob.page);
    await expect(alice.page.getByTestId('tile-camera-off')).toBeVisible();
  });
}
