import type { Page } from '@playwright/test';
import { expect, test } from '../support/driver/fixtures';
import { meet, openTileMenu, tileOf } from '../support/driver/seeing';
import { violations } from '../support/driver/violations';

// Three apps draw and encode on whatever processors there are.
test.describe.configure({ timeout: 480_000 });

test('the host puts somebody in the spotlight for everyone and moves it; who pins or leaves is out of it', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const names = ['Alice', 'Bob', 'Carol'] as const;
  const [alice, bob, carol] = (await meet({ relay, app, mediaFolder }, names)) as [Page, Page, Page];
  const spotlight = async (name: string): Promise<void> => {
    await openTileMenu(alice, name);
    await alice.getByTestId('tile-menu-spotlight').click();
  };
  // A member is offered nothing.
  await openTileMenu(bob, 'Carol');
  await expect(bob.getByTestId('tile-menu-spotlight')).toHaveCount(0);
  await bob.keyboard.press('Escape');

  await spotlight('Bob');
  for (const page of [alice, carol]) {
    await expect(tileOf(page, 'Bob')).toHaveClass(/large/);
    await expect(tileOf(page, 'Bob').getByTestId('tile-spotlight')).toHaveCount(1);
  }
  await expect(bob.getByTestId('spotlight-mine')).toContainText('Alice');
  await expect(bob.getByTestId('tile-self').getByTestId('tile-spotlight')).toHaveCount(1);
  await expect(carol.getByTestId('news-spotlight')).toContainText('Bob');
  expect(await violations(bob)).toEqual([]);

  // What a person pinned stays large for that person.
  await openTileMenu(carol, 'Alice');
  await carol.getByTestId('tile-menu-pin').click();
  await expect(tileOf(carol, 'Alice')).toHaveClass(/large/);
  await expect(tileOf(carol, 'Bob')).toHaveClass(/rail/);

  await spotlight('Carol');
  for (const page of [alice, bob]) await expect(tileOf(page, 'Carol')).toHaveClass(/large/);
  await expect(bob.getByTestId('spotlight-mine')).toHaveCount(0);
  await expect(carol.getByTestId('spotlight-mine')).toBeVisible();

  // A layout that somebody chooses is theirs.
  await bob.getByTestId('control-view').click();
  await bob.getByTestId('layout-grid').check();
  await bob.keyboard.press('Escape');
  await expect(tileOf(bob, 'Carol')).not.toHaveClass(/large/);
  await expect(tileOf(bob, 'Carol').getByTestId('tile-spotlight')).toHaveCount(1);

  await openTileMenu(alice, 'Carol');
  expect(await violations(alice)).toEqual([]);
  await alice.getByTestId('tile-menu-spotlight').click();
  for (const page of [alice, bob, carol]) await expect(page.getByTestId('tile-spotlight')).toHaveCount(0);
  await expect(carol.getByTestId('spotlight-mine')).toHaveCount(0);
  await expect(bob.getByTestId('news-spotlight')).not.toBeEmpty();

  await spotlight('Carol');
  await expect(tileOf(bob, 'Carol')).toHaveClass(/large/);
  await carol.getByTestId('control-leave').click();
  for (const page of [alice, bob]) {
    await expect(page.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(1);
    await expect(page.getByTestId('tile-spotlight')).toHaveCount(0);
  }
});
