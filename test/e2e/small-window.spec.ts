import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/driver/app';
import { watchDesktop } from '../support/driver/desktop';
import { expect, test } from '../support/driver/fixtures';
import { seesParticipant } from '../support/driver/observe';
import { expectAskedFor, meet } from '../support/driver/seeing';
import { violations } from '../support/driver/violations';

const BOB = 1;

const isOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.pictureInPictureElement !== null);

test('the small window shows the other one while the large one is hidden, and is gone with the meeting', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const started: RunningApp[] = [];
  const keep: typeof app = async (options) => {
    const one = await app(options);
    started.push(one);
    return one;
  };
  const [alice, bob] = (await meet({ relay, app: keep, mediaFolder }, ['Alice', 'Bob'])) as [Page, Page];
  const [aliceApp] = started;
  if (!aliceApp) throw new Error('Alice has not started');
  const desktop = await watchDesktop(aliceApp);
  const open = async (): Promise<void> => {
    await alice.getByTestId('control-view').click();
    await alice.getByTestId('small-window').click();
    await expect.poll(() => isOpen(alice)).toBe(true);
    await expect(alice.getByTestId('small-window')).toHaveAttribute('aria-pressed', 'true');
  };
  await expectAskedFor(bob, 1);
  await open();
  expect(await violations(alice)).toEqual([]);
  await alice.keyboard.press('Escape');
  // It is no window of the page.
  expect(aliceApp.app.windows()).toHaveLength(1);
  expect(await alice.evaluate(() => window.open('about:blank') === null)).toBe(true);
  await desktop.hide();
  expect(await seesParticipant(alice, BOB, '.small-window-source')).toBe(true);
  await alice.keyboard.press('Control+Shift+O');
  await expect.poll(() => isOpen(alice)).toBe(false);
  await expectAskedFor(bob, 0);
  await desktop.show();
  await expectAskedFor(bob, 1);

  await open();
  await alice.keyboard.press('Escape');
  await alice.getByTestId('control-leave').click();
  await alice.getByTestId('leave-confirm').click();
  await expect(alice.getByTestId('meeting')).toHaveCount(0);
  await expect.poll(() => isOpen(alice)).toBe(false);
  await expect(alice.locator('.small-window-source')).toHaveCount(0);
});
