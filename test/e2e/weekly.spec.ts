/** A meeting of every week: the next link is made in time, and offered to those who are in this one. */
import { freshFolder } from '../support/driver/app';
import { askToJoin, expectPictureOfOther } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';

// Three apps draw and encode on whatever processors there are.
test.describe.configure({ timeout: 480_000 });

const DAY = 86_400_000;
const dayAhead = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

test('a weekly meeting offers its next link to who is in it, who keeps it and asks to join from the first page', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const folders = { alice: await freshFolder(), bob: await freshFolder() };
  const { page: alice } = await app({ relays: [url], folder: folders.alice });
  await alice.getByTestId('home-plan').click();
  await alice.getByTestId('plan-title').fill('Reading circle');
  await alice.getByTestId('plan-day').fill(dayAhead(1));
  await alice.getByTestId('plan-works').selectOption('longest');
  await alice.getByTestId('plan-weekly').check();
  await expect(alice.getByTestId('plan-works')).toHaveValue('week');
  await expect(alice.getByTestId('plan')).toContainText('Each meeting gets a new link.');
  expect(await violations(alice)).toEqual([]);
  await alice.getByTestId('plan-submit').click();
  await expect(alice.getByTestId('planned')).toContainText('The file has this meeting only');
  await alice.getByTestId('planned-as-link').check();
  const link = (await alice.getByTestId('planned-text').innerText()).trim();
  await alice.getByTestId('planned-done').click();
  const rows = alice.getByTestId('upcoming-meeting');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('every week');

  // Opened before its time: the next one is made now, to be offered.
  await rows.getByTestId('upcoming-open').click();
  await alice.getByTestId('preview-name').fill('Alice');
  await alice.getByTestId('preview-enter').click();
  await expect(alice.getByTestId('meeting')).toBeVisible();
  const bob = await app({ relays: [url], folder: folders.bob });
  await askToJoin(bob.page, link, 'Bob');
  await alice.getByTestId('knock-admit').click();
  await expectPictureOfOther(bob.page);
  const offer = bob.page.getByTestId('ask-next');
  await expect(offer).toContainText('Alice');
  await expect(offer).toContainText('Reading circle');
  await expect(alice.getByTestId('ask-next')).toHaveCount(0);
  expect(await violations(bob.page)).toEqual([]);
  await bob.page.getByTestId('ask-next-yes').click();
  await expect(offer).toHaveCount(0);
  await bob.page.getByTestId('control-leave').click();
  await expect(bob.page.getByTestId('upcoming-kept')).toContainText('Reading circle');
  await bob.close();

  await expect(alice.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(0);
  await alice.getByTestId('control-leave').click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('New link in 8 days');

  // After a restart it is still there, and leads to the preview of another meeting.
  const again = await app({ relays: [url], folder: folders.bob });
  await again.page.getByTestId('upcoming-kept').getByTestId('kept-ask').click();
  await expect(again.page.getByTestId('preview-name')).toBeVisible();
  await again.page.getByTestId('preview-enter').click();
  // By the old link nobody comes to it.
  const { page: carol } = await app({ relays: [url] });
  await askToJoin(carol, link, 'Carol');
  await rows.nth(1).getByTestId('upcoming-open').click();
  await alice.getByTestId('preview-name').fill('Alice');
  await alice.getByTestId('preview-enter').click();
  await expect(alice.getByTestId('knock-card')).toContainText('Bob');
  await alice.getByTestId('knock-admit').click();
  await expectPictureOfOther(again.page);
  await expect(carol.getByTestId('meeting')).toHaveCount(0);
  await expect(alice.getByTestId('knock-card').filter({ hasText: 'Carol' })).toHaveCount(0);
});
