import { askToJoin, hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';

// Five apps draw and encode on whatever processors there are.
test.describe.configure({ timeout: 480_000 });

test('the host lets in all who wait after one question, and nobody who comes while it stands there', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const { page: alice } = await app({ relays: [url] });
  const link = await hostMeeting(alice, 'Alice');
  const rows = alice.getByTestId('knock-card');
  const rowOf = (name: string) => rows.filter({ hasText: name });
  const guests = [];
  for (const name of ['Bob', 'Carol', 'Dave']) {
    const { page } = await app({ relays: [url] });
    await askToJoin(page, link, name);
    await expect(rowOf(name)).toBeVisible();
    guests.push(page);
  }
  const all = alice.getByTestId('knock-admit-all');
  await expect(all).toHaveAttribute('aria-disabled', 'false');
  await all.click();
  const dialog = alice.getByTestId('knock-all-dialog');
  await expect(dialog.getByRole('heading')).toContainText('3');
  for (const name of ['Bob', 'Carol', 'Dave']) await expect(dialog.getByRole('list')).toContainText(name);
  expect(await violations(alice)).toEqual([]);

  // To cancel lets in nobody.
  await alice.getByTestId('knock-all-cancel').click();
  await expect(dialog).toHaveCount(0);
  await expect(alice.locator('[data-testid="knock-card"][data-outcome="waiting"]')).toHaveCount(3);

  await expect(all).toHaveAttribute('aria-disabled', 'false');
  await all.click();
  await expect(dialog).toBeVisible();
  const { page: eve } = await app({ relays: [url] });
  await askToJoin(eve, link, 'Eve');
  await expect(rowOf('Eve')).toHaveAttribute('data-outcome', 'waiting');
  await expect(dialog.getByRole('list')).not.toContainText('Eve');
  await alice.getByTestId('knock-all-confirm').click();
  for (const page of guests) await expect(page.getByTestId('meeting')).toBeVisible();
  await expect(rowOf('Eve')).toHaveAttribute('data-outcome', 'waiting');
  await expect(eve.getByTestId('meeting')).toHaveCount(0);
  await expect(alice.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(3);
});
