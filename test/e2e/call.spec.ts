import { expect, test } from '@playwright/test';
import { startRelay } from '../relay/relay';
import { startApp } from '../driver/app';
import { askToJoin, connect, expectPictureOfOther, hostMeeting } from '../driver/call';

test('two people meet by an invite link, see each other, and compare one safety number', async () => {
  const relay = await startRelay();
  const alice = await startApp({ relays: [relay.url] });
  const bob = await startApp({ relays: [relay.url] });
  const link = await hostMeeting(alice.page, 'Alice', 'Sunday call');
  await askToJoin(bob.page, link, 'Bob');
  await expect(alice.page.getByTestId('knock-card')).toContainText('Bob');
  await expect(bob.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'asked');
  await alice.page.getByTestId('knock-admit').click();
  await expectPictureOfOther(alice.page);
  await expectPictureOfOther(bob.page);
  const numbers = await Promise.all(
    [alice.page, bob.page].map(async (page) => {
      await page.getByTestId('safety-open').click();
      await expect(page.getByTestId('safety-group')).toHaveCount(12);
      return page.getByTestId('safety-group').allInnerTexts();
    }),
  );
  expect(numbers[0]).toHaveLength(12);
  expect(numbers[0]).toEqual(numbers[1]);
  await alice.close();
  await bob.close();
  await relay.close();
});
void connect;
