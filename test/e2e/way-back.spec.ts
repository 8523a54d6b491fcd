import { askToJoin, expectPictureOfOther, hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

test('whoever was declined asks again, whoever left comes back, and no one-time identity does either', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const [{ page: alice }, { page: bob }] = [await app({ relays: [url] }), await app({ relays: [url] })];
  const link = await hostMeeting(alice, 'Alice');
  const ended = bob.getByTestId('ended');
  const decline = async (): Promise<void> => {
    await alice.getByTestId('knock-deny').click();
    await expect(ended).toHaveAttribute('data-reason', 'denied');
  };

  await bob.getByTestId('home-link-input').fill(link);
  await bob.getByTestId('home-link-continue').click();
  await bob.getByTestId('preview-change').click();
  await bob.getByTestId('preview-throwaway').click();
  await bob.keyboard.press('Escape');
  await bob.getByTestId('preview-name').fill('Somebody');
  await bob.getByTestId('preview-enter').click();
  await decline();
  await expect(bob.getByTestId('ended-home')).toBeVisible();
  await expect(bob.getByTestId('ended-again')).toHaveCount(0);
  await bob.getByTestId('ended-home').click();

  await askToJoin(bob, link, 'Bob');
  await decline();
  await bob.getByTestId('ended-again').click();
  await expect(bob.getByTestId('preview-name')).toHaveValue('Bob');
  await bob.getByTestId('preview-enter').click();
  await alice.getByTestId('knock-admit').click();
  await expectPictureOfOther(bob);

  await bob.getByTestId('control-leave').click();
  await bob.getByTestId('rejoin').press('Enter');
  await bob.getByTestId('preview-enter').click();
  // Whoever was let in is not asked about again.
  await expectPictureOfOther(bob);

  // Put away, it is gone.
  await bob.getByTestId('control-leave').click();
  await bob.getByTestId('rejoin-notice').getByRole('button', { name: 'Dismiss' }).click();
  await expect(bob.getByTestId('rejoin-notice')).toHaveCount(0);
});
