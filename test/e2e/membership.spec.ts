import type { Page } from '@playwright/test';
import { askToJoin, expectPictureOf, hostMeeting, join } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

async function openPeople(page: Page): Promise<void> {
  if (!(await page.getByTestId('people-panel').isVisible())) await page.getByTestId('control-people').click();
  await expect(page.getByTestId('people-panel')).toBeVisible();
}

async function leave(page: Page): Promise<void> {
  await page.getByTestId('control-leave').click();
  await page.getByTestId('leave-confirm').click();
}

async function groupCode(page: Page): Promise<string> {
  await page.getByTestId('group-code-chip').click();
  await expect(page.getByTestId('group-code-group')).toHaveCount(12);
  const groups = await page.getByTestId('group-code-group').allInnerTexts();
  await page.getByTestId('group-code-close').first().click();
  return groups.join(' ');
}

test('a co-host keeps the door when the host has left, and locks it', async ({ relay, app }) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  const link = await hostMeeting(alice.page, 'Alice');
  await join(alice.page, bob.page, link, 'Bob');
  await openPeople(alice.page);
  await alice.page.getByTestId('member-menu').first().click();
  await alice.page.getByTestId('member-menu-co-host').click();
  await openPeople(bob.page);
  await expect(bob.page.getByTestId('lobby-switch')).toBeVisible();
  await leave(alice.page);
  const carol = await app({ relays: [url] });
  await askToJoin(carol.page, link, 'Carol');
  await bob.page.getByTestId('knock-admit').first().click();
  await expectPictureOf(bob.page, 'Carol');
  await expectPictureOf(carol.page, 'Bob');

  await bob.page.getByTestId('lock-switch').click();
  const dave = await app({ relays: [url] });
  await askToJoin(dave.page, link, 'Dave');
  await expect(dave.page.getByTestId('ended')).toHaveAttribute('data-reason', 'locked', { timeout: 40_000 });
});

test('all see one group code; the link is replaced; the rest goes on in a new meeting', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const [alice, bob, carol] = [
    await app({ relays: [url] }),
    await app({ relays: [url] }),
    await app({ relays: [url] }),
  ];
  const link = await hostMeeting(alice.page, 'Alice');
  await join(alice.page, bob.page, link, 'Bob');
  await openPeople(alice.page);
  await alice.page.getByTestId('lobby-switch').click();
  await askToJoin(carol.page, link, 'Carol');
  await expectPictureOf(carol.page, 'Alice');
  await expectPictureOf(bob.page, 'Carol');
  await expectPictureOf(carol.page, 'Bob');
  const codes = [await groupCode(alice.page), await groupCode(bob.page), await groupCode(carol.page)];
  expect(new Set(codes).size).toBe(1);

  await alice.page.getByTestId('replace-link').click();
  await alice.page.getByTestId('replace-link-confirm').click();
  await expect(alice.page.getByTestId('notice').first()).toBeVisible();
  const mallory = await app({ relays: [url] });
  await askToJoin(mallory.page, link, 'Mallory');
  await expect(mallory.page.getByTestId('ended')).toHaveAttribute('data-reason', 'replaced', {
    timeout: 40_000,
  });
  await mallory.close();

  await alice.page.getByTestId('control-leave').click();
  await alice.page.getByTestId('leave-end-for-all').click();
  await bob.page.getByTestId('ask-end-no').click({ timeout: 40_000 });
  await expectPictureOf(bob.page, 'Carol');

  await bob.page.getByTestId('host-away-continue').click({ timeout: 40_000 });
  await bob.page.getByTestId('continue-confirm').click();
  await carol.page.getByTestId('ask-move-yes').click({ timeout: 40_000 });
  await expectPictureOf(bob.page, 'Carol');
  await expectPictureOf(carol.page, 'Bob');
  await openPeople(bob.page);
  await expect(bob.page.getByTestId('lobby-switch')).toBeVisible();
});
