/** What Electron itself captures of a screen: the one part of sharing that a drawn picture does not stand for. */
import { connect } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

test('what the system captures is seen at the other side, and let go of', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await connect(alice.page, bob.page);
  const seen = (): Promise<number> =>
    bob.page
      .locator('video[data-testid^="share-video-"]')
      .evaluate((video: HTMLVideoElement) => (video.videoWidth > 2 ? video.currentTime : 0));

  // Not by the page alone: main was not asked.
  const byPage = await alice.page.evaluate(() =>
    navigator.mediaDevices.getDisplayMedia({ video: true }).then(
      () => 'captured',
      () => 'refused',
    ),
  );
  expect(byPage).toBe('refused');

  await alice.page.getByTestId('control-share').click();
  await alice.page.getByTestId('share-kind-screen').click();
  await alice.page.getByTestId('share-source').first().check({ force: true });
  await alice.page.getByTestId('share-mode-motion').check({ force: true });
  await alice.page.getByTestId('share-start').click();
  await expect(alice.page.getByTestId('sharing-pause')).toBeVisible();
  await expect(bob.page.getByTestId('share-viewer')).toBeVisible();
  await expect.poll(seen, { timeout: 40_000 }).toBeGreaterThan(0);
  expect(await alice.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  await alice.page.getByTestId('sharing-stop').click();
  await expect(alice.page.getByTestId('sharing-bar')).toHaveCount(0);
  await expect(bob.page.getByTestId('share-viewer')).toHaveCount(0);
});
