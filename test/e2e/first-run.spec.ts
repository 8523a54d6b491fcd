import { freshFolder } from '../support/driver/app';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';

const RELAY = 'ws://127.0.0.1:9';

test('what a newcomer should know is shown until it was read, and for good in About', async ({ app }) => {
  const folder = await freshFolder();
  const first = await app({ relays: [RELAY], folder });
  const { page } = first;
  const cards = page.getByTestId('first-cards');
  await expect(cards.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByTestId('contacts-card')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  for (const [more, shown] of [
    ['first-card-guests', 'invitation-example'],
    ['first-card-names', 'how-to-verify'],
  ] as const) {
    await page.getByTestId(more).press('Enter');
    await expect(page.getByTestId(shown)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId(more)).toBeFocused();
  }
  await page.getByTestId('first-card-address').press('Enter');
  await expect(page.getByTestId('private-mode-switch')).toBeVisible();
  await page.getByRole('button', { name: 'Home' }).first().click();

  await page.getByTestId('first-cards-read').press('Enter');
  await expect(cards).toHaveCount(0);
  await first.close();

  const again = await app({ relays: [RELAY], folder });
  await expect(again.page.getByTestId('contacts-card')).toBeVisible();
  await expect(again.page.getByTestId('first-cards')).toHaveCount(0);
  await again.page.getByTestId('settings-open').click();
  await again.page.getByTestId('side-about').click();
  await expect(again.page.getByTestId('about-first-cards').getByRole('listitem')).toHaveCount(3);
});

test('an empty first page says what to do, and does it', async ({ app }) => {
  const { page } = await app({ relays: [RELAY] });
  await page.getByTestId('first-cards-read').click();
  await expect(page.getByTestId('upcoming-empty')).toBeVisible();
  await expect(page.getByTestId('contacts-empty')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('upcoming-plan').click();
  await expect(page.getByTestId('plan-submit')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByTestId('contacts-import').click();
  await expect(page.getByTestId('side-contacts')).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Home' }).first().click();
  await page.getByTestId('contacts-start').click();
  await expect(page.getByTestId('preview-enter')).toBeVisible();
});
