import type { Page } from '@playwright/test';
import { expect, test } from '../support/driver/fixtures';
import { seesParticipant, videoOf } from '../support/driver/observe';
import { meet, tileOf } from '../support/driver/seeing';
import {
  drawInPlaceOfScreen,
  endCapture,
  expectScreenOf,
  screensSent,
  shareWindow,
} from '../support/driver/sharing';
import { violations } from '../support/driver/violations';

const NAMES = ['Alice', 'Bob', 'Carol', 'Dave'] as const;
const ALICE = 0;
const BOB = 1;

// Four apps draw and encode on whatever processors there are.
test.describe.configure({ timeout: 420_000 });

const activeOf = async (page: Page): Promise<number> =>
  (await screensSent(page)).filter(({ active }) => active).length;

test('a shared screen is read by everyone while cameras go on; it pauses, stops, and may be shared by two', async ({
  relay,
  app,
  mediaFolder,
}, info) => {
  const [alice, bob, carol, dave] = (await meet({ relay, app, mediaFolder }, NAMES)) as [
    Page,
    Page,
    Page,
    Page,
  ];
  await drawInPlaceOfScreen(alice, ALICE);
  await drawInPlaceOfScreen(bob, BOB);

  await alice.getByTestId('control-share').click();
  const dialog = alice.getByTestId('share-dialog');
  await expect(dialog.getByTestId('share-source')).toHaveCount(1);
  await expect(dialog).not.toContainText('Vigil: ');
  expect(await violations(alice)).toEqual([]);
  await alice.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await activeOf(alice)).toBe(0);

  await shareWindow(alice);
  await expect(alice.getByTestId('sharing-bar')).toContainText('Another window');
  for (const other of [bob, carol, dave]) {
    await expect(other.getByTestId('share-viewer')).toBeVisible();
    const { likeness } = await expectScreenOf(other, ALICE);
    info.annotations.push({ type: 'likeness', description: String(likeness) });
    expect(likeness).toBeGreaterThan(0.95);
  }
  await expect(tileOf(bob, 'Alice').getByTestId('tile-shares')).toBeVisible();
  expect(await seesParticipant(bob, ALICE, await videoOf(bob, 'Alice'))).toBe(true);
  expect(await seesParticipant(carol, BOB, await videoOf(carol, 'Bob'))).toBe(true);
  expect(await violations(bob)).toEqual([]);
  expect(await violations(alice)).toEqual([]);

  await alice.getByTestId('sharing-pause').click();
  for (const other of [bob, carol, dave]) await expect(other.getByTestId('share-paused')).toBeVisible();
  expect(await activeOf(alice)).toBe(0);
  const paused = await screensSent(alice);
  await expect(alice.getByTestId('sharing-bar')).toHaveAttribute('data-paused', 'true');
  expect(await seesParticipant(bob, ALICE, await videoOf(bob, 'Alice'))).toBe(true);
  expect((await screensSent(alice)).map(({ frames }) => frames)).toEqual(paused.map(({ frames }) => frames));
  await alice.getByTestId('sharing-pause').click();
  await expectScreenOf(bob, ALICE);

  await bob.getByTestId('share-area').focus();
  await bob.keyboard.press('1');
  await expect(bob.getByTestId('share-percent')).toHaveText('100%');
  await expect(bob.getByTestId('share-map')).toBeVisible();
  await bob.keyboard.press('ArrowRight');
  await bob.keyboard.press('Escape');
  await expect(bob.getByTestId('share-map')).toHaveCount(0);
  const detach = bob.getByTestId('share-detach');
  for (const isDetached of ['true', 'false']) {
    await detach.click();
    await expect(detach).toHaveAttribute('aria-pressed', isDetached);
  }

  await shareWindow(bob);
  // What is watched stays; whoever begins is offered.
  const showsBob = carol.locator('[data-testid^="share-show-"]');
  await expect(showsBob).toBeVisible();
  await expect(carol.getByTestId('share-viewer')).toContainText('Alice');
  await showsBob.click();
  await expect(carol.getByTestId('share-viewer')).toContainText('Bob');
  await expectScreenOf(carol, BOB);
  await expectScreenOf(alice, BOB);
  // Whoever is not shown need not send: Carol looks at Bob's, Bob and Dave still at Alice's.
  await expect.poll(() => activeOf(alice), { timeout: 40_000 }).toBe(2);
  expect(await activeOf(bob)).toBe(2);
  await carol.locator('[data-testid^="share-show-"]').click();
  await expect(carol.getByTestId('share-viewer')).toContainText('Alice');
  await expectScreenOf(carol, ALICE);
  await expect.poll(() => activeOf(bob), { timeout: 40_000 }).toBe(1);

  await alice.getByTestId('sharing-stop').click();
  await expect(alice.getByTestId('sharing-bar')).toHaveCount(0);
  await expect(carol.getByTestId('share-viewer')).toContainText('Bob');
  await carol.getByTestId('share-people').click();
  await expect(carol.getByTestId('share-viewer')).toHaveCount(0);
  await expect(carol.getByTestId('share-offered')).toBeVisible();
  await endCapture(bob);
  await expect(bob.getByTestId('share-ended-gone')).toBeVisible();
  for (const page of [alice, bob, carol]) await expect(page.getByTestId('share-viewer')).toHaveCount(0);
  for (const page of [alice, bob]) expect(await activeOf(page)).toBe(0);
});
