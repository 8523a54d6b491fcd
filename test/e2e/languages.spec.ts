import type { Page } from '@playwright/test';
import { connect, safetyNumberOf } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';

async function chooseLanguage(page: Page, tag: string): Promise<void> {
  await page.getByTestId('settings-open').click();
  await page.getByTestId('settings-language').selectOption(tag);
}

/** Where the middle of something stands, in pixels from the left. */
async function placeOf(page: Page, testId: string): Promise<number> {
  const box = await page.getByTestId(testId).first().boundingBox();
  if (box === null) throw new Error(`${testId} is not shown`);
  return box.x + box.width / 2;
}

const goHome = (page: Page): Promise<void> => page.locator('.top .btn').first().click();

test('Persian is written from right to left, in digits of its own, and English again from left to right', async ({
  app,
}) => {
  const { page } = await app({ relays: ['ws://127.0.0.1:9'] });
  expect(await placeOf(page, 'home-new-meeting')).toBeLessThan(await placeOf(page, 'home-link-input'));
  await chooseLanguage(page, 'fa');
  await expect(page.locator('html[lang="fa"][dir="rtl"]')).toHaveCount(1);
  await expect(page.getByTestId('settings-language').locator('option[value="de"]')).toHaveText('Deutsch');
  await expect(page.getByTestId('settings-language').locator('option[value="fa"]')).toHaveText('فارسی');
  await expect(page.getByTestId('settings-text-size').locator('option[value="100"]')).toContainText('۱۰۰');
  expect(await placeOf(page, 'side-about')).toBeGreaterThan(await placeOf(page, 'settings-name'));
  expect(await violations(page)).toEqual([]);
  await goHome(page);
  expect(await placeOf(page, 'home-new-meeting')).toBeGreaterThan(await placeOf(page, 'home-link-input'));
  // A link reads from left to right in every language.
  await expect(page.getByTestId('home-link-input')).toHaveCSS('direction', 'ltr');
  expect(await violations(page)).toEqual([]);
  await chooseLanguage(page, 'en');
  await expect(page.locator('html[lang="en"][dir="ltr"]')).toHaveCount(1);
  await expect(page.getByTestId('settings-text-size').locator('option[value="100"]')).toContainText('100');
  await goHome(page);
  expect(await placeOf(page, 'home-new-meeting')).toBeLessThan(await placeOf(page, 'home-link-input'));
});

test('in a meeting in Persian all is mirrored but safety numbers, which are those of the others', async ({
  app,
  relay,
}) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  const { page } = alice;
  await chooseLanguage(page, 'fa');
  await expect(page.locator('html[dir="rtl"]')).toHaveCount(1);
  await goHome(page);
  await connect(page, bob.page);

  expect(await placeOf(page, 'control-mic')).toBeGreaterThan(await placeOf(page, 'control-leave'));
  expect(await placeOf(bob.page, 'control-mic')).toBeLessThan(await placeOf(bob.page, 'control-leave'));
  await expect(page.getByTestId('control-people').locator('.count')).toHaveAttribute('data-count', '۲');
  await expect(page.getByRole('timer')).toHaveText(/^[۰-۹]+:[۰-۹]{2}$/);
  expect(await violations(page)).toEqual([]);

  // An arrow goes where it points: the second reaction stands to the left of the first.
  await page.getByTestId('control-react').click();
  const reactions = page.locator('.reaction-picker button');
  await expect(reactions.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(reactions.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(reactions.nth(0)).toBeFocused();
  await page.keyboard.press('Escape');

  const numbers = await safetyNumberOf(page);
  expect(numbers.filter((group) => /^[0-9]{5}$/.test(group))).toHaveLength(12);
  expect(await safetyNumberOf(bob.page)).toEqual(numbers);
  await page.getByTestId('safety-open').first().click();
  await page.getByTestId('verify-tab-number').click();
  await expect(page.getByTestId('safety-group')).toHaveCount(12);
  const [first, second] = await Promise.all(
    [0, 1].map((index) => page.getByTestId('safety-group').nth(index).boundingBox()),
  );
  expect(first?.x).toBeLessThan(second?.x ?? 0);
  expect(await violations(page)).toEqual([]);
});
