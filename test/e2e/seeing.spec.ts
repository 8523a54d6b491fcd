import type { Page } from '@playwright/test';
import { expect, test } from '../support/driver/fixtures';
import { hearTone, seesParticipant, videoOf } from '../support/driver/observe';
import { textsAt } from '../support/driver/speaking-up';
import {
  changesOf,
  expectAskedFor,
  keepChanges,
  overlookLoad,
  meet,
  openTileMenu,
  picturesSent,
  playedOf,
  tileOf,
} from '../support/driver/seeing';
import { violations } from '../support/driver/violations';

const NAMES = ['Alice', 'Bob', 'Carol'] as const;
/** Bits per second, in windows of the usual size: for one of three tiles, and for the large picture. */
const ASKED_BY_BOTH = [280_000, 900_000];
const BOB = 1;
const CAROL = 2;

// Three apps draw and encode on whatever processors there are.
test.describe.configure({ timeout: 360_000 });

test('how loud one is heard, that one is not heard, and not seen, is a choice for oneself alone', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const [alice, bob, carol] = (await meet({ relay, app, mediaFolder }, NAMES)) as [Page, Page, Page];
  expect(await hearTone(alice, await videoOf(alice, 'Bob'))).toBe(BOB);
  expect(await playedOf(alice, 'Bob')).toMatchObject({ element: 1, amplified: null });

  await openTileMenu(alice, 'Bob');
  expect(await violations(alice)).toEqual([]);
  await alice.getByTestId('tile-menu-volume').fill('40');
  expect(await playedOf(alice, 'Bob')).toMatchObject({ element: 0.4, amplified: null });
  await alice.getByTestId('tile-menu-volume').fill('200');
  await expect
    .poll(() => playedOf(alice, 'Bob'), { timeout: 40_000 })
    .toMatchObject({ element: 0, amplified: BOB });
  // The limiter takes some of it.
  expect((await playedOf(alice, 'Bob')).gain).toBeGreaterThan(1.2);
  expect(await playedOf(alice, 'Carol')).toMatchObject({ element: 1 });

  await alice.getByTestId('tile-menu-mute').click();
  await expect(tileOf(alice, 'Bob').getByTestId('tile-word-muted')).toBeVisible();
  expect(await playedOf(alice, 'Bob')).toMatchObject({ element: 0, amplified: null });
  await alice.getByTestId('tile-menu-mute').click();
  await alice.getByTestId('tile-menu-volume').fill('100');
  expect(await playedOf(alice, 'Bob')).toMatchObject({ element: 1, amplified: null });

  await expectAskedFor(bob, 2);
  await alice.getByTestId('tile-menu-no-picture').click();
  await expectAskedFor(bob, 1);
  await expectAskedFor(carol, 2);
  await expect(tileOf(alice, 'Bob').getByTestId('tile-word-noPicture')).toBeVisible();
  const before = await picturesSent(bob);
  expect(await hearTone(alice, await videoOf(alice, 'Bob'))).toBe(BOB);
  expect(await seesParticipant(carol, BOB, await videoOf(carol, 'Bob'))).toBe(true);
  const after = await picturesSent(bob);
  const silent = before.findIndex(({ active }) => !active);
  expect(after[silent]?.frames).toBe(before[silent]?.frames);
  await alice.getByTestId('tile-menu-no-picture').click();
  await expectAskedFor(bob, 2);
  expect(await seesParticipant(alice, BOB, await videoOf(alice, 'Bob'))).toBe(true);

  await alice.keyboard.press('Escape');
  await expect(alice.getByTestId('tile-menu-volume')).toHaveCount(0);
  await openTileMenu(alice, 'Carol');
  await alice.getByTestId('tile-menu-write').click();
  await alice.getByTestId('chat-input').fill('Only for you');
  await alice.getByTestId('chat-input').press('Enter');
  expect(await textsAt(carol, 1)).toEqual(['Only for you']);
  await expect(bob.getByTestId('control-chat').locator('.count')).toHaveCount(0);
});

test('with sound only nobody is asked for a picture, and everybody is heard', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const [alice, bob, carol] = (await meet({ relay, app, mediaFolder }, NAMES)) as [Page, Page, Page];
  for (const page of [bob, carol]) await expectAskedFor(page, 2);
  await alice.keyboard.press('Control+Shift+S');
  for (const page of [bob, carol]) await expectAskedFor(page, 1);
  await expectAskedFor(alice, 2);
  const before = await picturesSent(bob);
  expect(await hearTone(alice, await videoOf(alice, 'Bob'))).toBe(BOB);
  expect(await hearTone(alice, await videoOf(alice, 'Carol'))).toBe(CAROL);
  const after = await picturesSent(bob);
  const silent = before.findIndex(({ active }) => !active);
  expect(after[silent]?.frames).toBe(before[silent]?.frames);

  await alice.getByTestId('control-view').click();
  expect(await violations(alice)).toEqual([]);
  await expect(alice.getByTestId('sound-only')).toBeChecked();
  await alice.getByTestId('sound-only').click();
  for (const page of [bob, carol]) await expectAskedFor(page, 2);
  expect(await seesParticipant(alice, CAROL, await videoOf(alice, 'Carol'))).toBe(true);
});

test('the large picture follows the speaker or is pinned, and what is asked of the others stays the same', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const [alice, bob, carol] = (await meet({ relay, app, mediaFolder }, NAMES)) as [Page, Page, Page];
  for (const page of [alice, bob, carol]) {
    await expectAskedFor(page, 2);
    await overlookLoad(page);
  }
  await carol.getByTestId('control-mic').click();
  await alice.getByTestId('control-view').click();
  await alice.getByTestId('layout-speaker').check();
  await alice.keyboard.press('Escape');
  await expect(tileOf(alice, 'Bob')).toHaveClass(/large/);
  await expect(tileOf(alice, 'Carol')).toHaveClass(/rail/);
  // Alice asks Bob, who is large, and Carol alike; Bob and Carol ask one another for what their own tiles show.
  const asked = async (): Promise<number[][]> =>
    (await Promise.all([bob, carol].map(picturesSent))).map((sent) =>
      sent.map(({ rate }) => rate).sort((one, other) => one - other),
    );
  await expect.poll(asked).toEqual([ASKED_BY_BOTH, ASKED_BY_BOTH]);
  await keepChanges(bob);
  await keepChanges(carol);

  // Bob falls silent, Carol speaks.
  await bob.getByTestId('control-mic').click();
  await carol.getByTestId('control-mic').click();
  await expect(tileOf(alice, 'Carol')).toHaveClass(/large/);
  await expect(tileOf(alice, 'Bob')).toHaveClass(/rail/);
  // Under the focus nobody moves.
  await tileOf(alice, 'Bob').focus();
  await alice.keyboard.press('ArrowLeft');
  await expect(tileOf(alice, 'Carol')).toBeFocused();
  await carol.getByTestId('control-mic').click();
  await bob.getByTestId('control-mic').click();
  await expect(tileOf(alice, 'Bob')).toHaveAttribute('data-speaks', 'true');
  expect(await hearTone(alice, await videoOf(alice, 'Bob'))).toBe(BOB);
  await expect(tileOf(alice, 'Carol')).toHaveClass(/large/);
  await alice.keyboard.press('Enter');
  await expect(tileOf(alice, 'Carol').getByTestId('tile-pinned')).toBeVisible();
  await alice.getByTestId('control-people').focus();
  await expect(tileOf(alice, 'Carol')).toHaveClass(/large/);
  await openTileMenu(alice, 'Carol');
  await alice.getByTestId('tile-menu-pin').click();
  await alice.getByTestId('control-people').focus();
  await expect(tileOf(alice, 'Bob')).toHaveClass(/large/);
  for (const page of [bob, carol]) expect(await changesOf(page)).toEqual([]);
  expect(await violations(alice)).toEqual([]);

  await alice.getByTestId('control-view').click();
  await alice.getByTestId('hide-self').click();
  await expect(alice.getByTestId('tile-self')).toHaveCount(0);
});

test('Space is held to talk while muted, and is a letter where one writes', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const [alice, bob] = (await meet({ relay, app, mediaFolder }, ['Alice', 'Bob'])) as [Page, Page];
  const atBob = tileOf(bob, 'Alice').getByTestId('tile-muted');
  await alice.getByTestId('control-mic').click();
  await expect(atBob).toBeVisible();
  // The button that was clicked has the focus, and is not pressed by it.
  await alice.keyboard.down('Space');
  await expect(atBob).toHaveCount(0);
  expect(await hearTone(bob, await videoOf(bob, 'Alice'))).toBe(0);
  await alice.keyboard.up('Space');
  await expect(atBob).toBeVisible();
  await alice.getByTestId('control-chat').click();
  await alice.getByTestId('chat-input').pressSequentially('a b');
  await expect(alice.getByTestId('chat-input')).toHaveValue('a b');
  await expect(alice.getByTestId('control-mic')).toHaveAttribute('data-off', 'true');
  await alice.getByTestId('chat-close').click();

  await alice.keyboard.press('F11');
  await expect.poll(() => alice.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await alice.keyboard.press('F11');
  await expect.poll(() => alice.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  await alice.keyboard.press('?');
  await expect(alice.getByTestId('shortcuts-dialog')).toContainText('F11');
});
