import { connect, hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';

test('every screen of a call can be used with a screen reader', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  const { page } = alice;
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('settings-open').click();
  await expect(page.getByTestId('settings-name')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Home' }).first().click();
  await page.getByTestId('connection-open').click();
  await expect(page.getByTestId('connection-head')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('report-open').click();
  await expect(page.getByTestId('report-dialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('report-close').click();
  await page.getByRole('button', { name: 'Home' }).first().click();
  await page.getByTestId('home-new-meeting').click();
  await expect(page.getByTestId('preview-name')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Home' }).first().click();
  await connect(page, bob.page);
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('safety-open').first().click();
  await expect(page.getByTestId('safety-dialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  for (const name of ['happening', 'connection']) {
    await page.getByTestId('meeting-menu').click();
    await page.getByTestId(`meeting-menu-${name}`).click();
    await expect(page.getByTestId(`${name}-dialog`)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('on a screen of 640 × 360 every control of a meeting is in sight', async ({ app }) => {
  const { app: electron, page } = await app({ relays: [] });
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(640, 360);
  });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 360]);
  await hostMeeting(page, 'Alice');
  const controls = page.locator('.control');
  for (const control of await controls.all()) await expect(control).toBeInViewport({ ratio: 1 });
  expect(await controls.count()).toBe(12);
});

test('a call can be led by keyboard alone', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await connect(alice.page, bob.page);
  const { page } = alice;
  await page.keyboard.press('Control+d');
  await expect(bob.page.getByTestId('tile-muted')).toBeVisible();
  await page.keyboard.press('Control+e');
  await expect(bob.page.getByTestId('tile-camera-off')).toBeVisible();
  await page.keyboard.press('Control+Shift+V');
  await expect(page.getByTestId('safety-dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('safety-dialog')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Q');
  await page.getByTestId('leave-confirm').press('Enter');
  await expect(page.getByTestId('meeting')).toHaveCount(0);
});
