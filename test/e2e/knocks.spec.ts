import { askToJoin, expectPictureOf, hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

// Four apps draw and encode on whatever processors there are.
test.describe.configure({ timeout: 480_000 });

test('a double click lets in one, decided cards keep their places, a blocked key asks no more', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const { page: alice } = await app({ relays: [url] });
  const link = await hostMeeting(alice, 'Alice');
  const rows = alice.getByTestId('knock-card');
  const rowOf = (name: string) => rows.filter({ hasText: name });

  // A click at the very moment in which the card appears was meant for what stood there before.
  await alice.evaluate(() => {
    const watch = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>('[data-testid="knock-admit"]');
      if (!button) return;
      watch.disconnect();
      button.click();
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  const { page: bob } = await app({ relays: [url] });
  await askToJoin(bob, link, 'Bob');
  await expect(rowOf('Bob').getByTestId('knock-admit')).toBeEnabled();
  await expect(rowOf('Bob')).toHaveAttribute('data-outcome', 'waiting');
  await rowOf('Bob').getByTestId('knock-admit').click();
  await expectPictureOf(alice, 'Bob');
  await expect(rows).toHaveCount(0);

  const { page: carol } = await app({ relays: [url] });
  const { page: dave } = await app({ relays: [url] });
  await askToJoin(carol, link, 'Carol');
  await expect(rows).toHaveCount(1);
  await askToJoin(dave, link, 'Dave');
  await expect(rows).toHaveCount(2);
  await expect(alice.getByTestId('knock-admit-verified')).toHaveCount(0);

  // By keyboard, from the name on: the next one's name takes the focus, not its button.
  await rowOf('Carol').locator('[data-knock-name]').focus();
  for (const stop of ['knock-menu', 'knock-admit', 'knock-deny']) {
    await alice.keyboard.press('Tab');
    await expect(rowOf('Carol').getByTestId(stop)).toBeFocused();
  }
  // Not sooner than a click would count.
  await expect(rowOf('Carol').getByTestId('knock-deny')).toBeEnabled();
  await alice.keyboard.press('Enter');
  await expect(rowOf('Carol')).toHaveAttribute('data-outcome', 'declined');
  await expect(rowOf('Dave').locator('[data-knock-name]')).toBeFocused();
  await expect(carol.getByTestId('ended')).toHaveAttribute('data-reason', 'denied');

  await carol.getByTestId('ended-home').click();
  await askToJoin(carol, link, 'Eve');
  await expect(rowOf('Eve').getByTestId('knock-admit')).toBeEnabled();
  const before = await rowOf('Eve').boundingBox();
  await rowOf('Dave').getByTestId('knock-admit').dblclick();
  await expect(rowOf('Dave')).toHaveAttribute('data-outcome', 'joined');
  await expect(rowOf('Eve')).toHaveAttribute('data-outcome', 'waiting');
  expect(await rowOf('Eve').boundingBox()).toEqual(before);

  await rowOf('Eve').getByTestId('knock-menu').click();
  await rowOf('Eve').getByTestId('knock-menu-block').click();
  await alice.getByTestId('knock-block-confirm').click();
  await expect(carol.getByTestId('ended')).toHaveAttribute('data-reason', 'denied');
  await expect(rows).toHaveCount(0);
  await carol.getByTestId('ended-home').click();
  await askToJoin(carol, link, 'Somebody else');
  await expect(carol.getByTestId('ended')).toHaveAttribute('data-reason', 'denied');
  await expect(rows).toHaveCount(0);
});
