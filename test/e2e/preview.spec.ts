import type { Page } from '@playwright/test';
import { hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

const RELAY = 'ws://127.0.0.1:9';
const sizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
];

/** By how many pixels the page or a part of it is longer than its place. */
const scrolls = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[document.documentElement, document.body, ...document.querySelectorAll('.page, .page > *')].map(
        (part) => Math.max(part.scrollHeight - part.clientHeight, part.scrollWidth - part.clientWidth),
      ),
    ),
  );

async function expectAllInSight(page: Page, parts: readonly string[]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect.poll(() => scrolls(page)).toBe(0);
    for (const part of parts) await expect(page.getByTestId(part)).toBeInViewport({ ratio: 1 });
    for (const [button, choice] of [
      ['preview-devices', 'preview-devices-choice'],
      ['preview-change', 'preview-change-choice'],
    ] as const) {
      await page.getByTestId(button).click();
      await expect(page.getByTestId(choice)).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Escape');
      await expect(page.getByTestId(choice)).toBeHidden();
      await expect(page.getByTestId(button)).toBeFocused();
    }
  }
}

const always = [
  'preview-mic',
  'preview-camera',
  'preview-devices',
  'preview-name',
  'preview-choices',
  'preview-enter',
];

test('before a meeting nothing has to be scrolled for, as its host and as a guest', async ({
  app,
  relay,
}) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  await alice.page.getByTestId('home-new-meeting').click();
  await expectAllInSight(alice.page, [...always, 'preview-title']);
  await alice.page.getByRole('button', { name: 'Home' }).click();
  const link = await hostMeeting(alice.page, 'Alice', 'The reading circle of the harbour district');
  const bob = await app({ relays: [url] });
  await bob.page.getByTestId('home-link-input').fill(link);
  await bob.page.getByTestId('home-link-continue').click();
  await expect(bob.page.locator('.invite-says')).toBeInViewport({ ratio: 1 });
  await expectAllInSight(bob.page, always);
});

test('the devices open beside the picture, never over it', async ({ app }) => {
  const { page } = await app({ relays: [RELAY] });
  await page.getByTestId('home-new-meeting').click();
  // Nothing is wrong, so nothing is said of it.
  await expect(page.getByTestId('status-line')).toHaveCount(0);
  await page.getByTestId('preview-devices').click();
  const picture = await page.locator('.mirror').boundingBox();
  const choice = await page.getByTestId('preview-devices-choice').boundingBox();
  if (picture === null || choice === null) throw new Error('not drawn');
  expect(choice.x).toBeGreaterThanOrEqual(picture.x + picture.width);
});

test('all of it is reached and done by keyboard: devices, identity, waiting room, start', async ({ app }) => {
  const { page } = await app({ relays: [RELAY] });
  await page.getByTestId('home-new-meeting').press('Enter');
  const name = page.getByTestId('preview-name');
  await expect(name).toBeFocused();
  await page.keyboard.type('Alice');

  await page.keyboard.press('Control+d');
  await expect(page.getByTestId('preview-mic')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+e');
  await expect(page.getByTestId('preview-camera')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Control+d');
  await expect(page.getByTestId('preview-mic')).toHaveAttribute('aria-pressed', 'false');

  for (const part of ['preview-devices', 'preview-camera', 'preview-mic']) {
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByTestId(part)).toBeFocused();
  }
  for (const part of [
    'preview-camera',
    'preview-devices',
    'preview-name',
    'preview-title',
    'preview-change',
  ]) {
    await page.keyboard.press('Tab');
    await expect(page.getByTestId(part)).toBeFocused();
  }

  const standing = page.getByTestId('preview-standing');
  await expect(standing).toHaveText('Waiting room on · usual identity');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('preview-open')).toBeFocused();
  await page.keyboard.press('Space');
  // It sends no form: the meeting is not started from here.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('preview-throwaway')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('preview-change')).toBeFocused();
  await expect(standing).toHaveText('Waiting room off · one-time identity');
  await expect(page.getByTestId('preview-choices')).toHaveAttribute('data-warn', 'true');

  await name.fill('Somebody');
  await name.press('Enter');
  await expect(page.getByTestId('meeting')).toBeVisible();
});

test('that nobody can be found is said before a meeting, with the connection behind it', async ({ app }) => {
  const { page } = await app({ relays: [RELAY], transports: 'none' });
  await page.getByTestId('home-new-meeting').click();
  await expect(page.getByTestId('status-line')).toHaveAttribute('data-state', 'off');
  await page.getByTestId('preview-connection').click();
  await expect(page.getByTestId('connection-dialog')).toBeVisible();
  await page.getByTestId('connection-close').click();
  await expect(page.getByTestId('connection-dialog')).toHaveCount(0);
});
