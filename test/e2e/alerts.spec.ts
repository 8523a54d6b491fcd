import type { ElectronApplication, Page } from '@playwright/test';
import { askToJoin, expectPictureOf, hostMeeting } from '../support/driver/call';
import { watchDesktop } from '../support/driver/desktop';
import { expect, test } from '../support/driver/fixtures';

async function openAlertSettings(page: Page): Promise<void> {
  await page.getByTestId('settings-open').click();
  await page.getByTestId('side-alerts').click();
}

/** Whether the system is kept from going to sleep. */
function keepsAwake(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ powerSaveBlocker }) =>
    Array.from({ length: 20 }, (_, id) => id).some((id) => powerSaveBlocker.isStarted(id)),
  );
}

test('with the window hidden a knock, a hand and the end are told, and named only once that is chosen', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  const atAlice = await watchDesktop(alice);
  const atBob = await watchDesktop(bob);

  const link = await hostMeeting(alice.page, 'Alice', 'Reading circle');
  await atAlice.hide();
  await askToJoin(bob.page, link, 'Bob');
  await expect.poll(atAlice.standing).toEqual([{ title: 'Vigil', body: 'Someone asks to join' }]);
  await expect.poll(atAlice.badge).toBe(1);
  await expect.poll(atAlice.tones).toBe(2);
  expect(await atAlice.flashes()).toBe(true);

  await atAlice.click();
  await expect.poll(atAlice.isVisible).toBe(true);
  expect(await atAlice.standing()).toEqual([]);
  expect(await atAlice.flashes()).toBe(false);
  await alice.page.getByTestId('knock-admit').click();
  await expectPictureOf(alice.page, 'Bob');
  await expect.poll(atAlice.badge).toBe(0);
  expect(await keepsAwake(alice.app)).toBe(true);

  await atAlice.hide();
  await bob.page.getByTestId('control-hand').click();
  await expect.poll(atAlice.standing).toEqual([{ title: 'Vigil', body: 'A hand is raised' }]);
  await atAlice.show();

  await atBob.hide();
  await alice.page.getByTestId('control-people').click();
  await alice.page.getByTestId('member-menu').click();
  await alice.page.getByTestId('member-menu-remove').click();
  await alice.page.getByTestId('remove-confirm').click();
  await expect.poll(atBob.standing).toContainEqual({ title: 'Vigil', body: 'The meeting ended' });
  await atBob.show();

  await alice.page.getByTestId('control-leave').click();
  await openAlertSettings(alice.page);
  expect(await keepsAwake(alice.app)).toBe(false);
  const names = alice.page.getByTestId('notification-names-switch');
  // It turns once main has kept the choice.
  await names.click();
  await expect(names).toBeChecked();
  await alice.page.getByRole('button', { name: 'Home', exact: true }).click();
  const next = await hostMeeting(alice.page, 'Alice', 'Reading circle');
  await atAlice.hide();
  await bob.page.getByTestId('ended-home').click();
  await askToJoin(bob.page, next, 'Bob <b>');
  const named = { title: 'Reading circle', body: '\u2068Bob ‹b›\u2069 asks to join. Known, unverified' };
  await expect.poll(atAlice.standing).toContainEqual(named);
  await atAlice.show();
});

test('settings say where the system shows no notifications', async ({ relay, app }) => {
  const { url } = await relay();
  const { app: electron, page } = await app({ relays: [url] });
  await openAlertSettings(page);
  const isSupported = await electron.evaluate(({ Notification }) => Notification.isSupported());
  await expect(page.getByTestId('notifications-missing')).toHaveCount(isSupported ? 0 : 1);
  await expect(page.getByTestId('notifications-switch')).toBeChecked();
  await expect(page.getByTestId('notification-names-switch')).not.toBeChecked();
  await expect(page.getByTestId('alert-tone-switch')).toBeChecked();
});
