import type { Page } from '@playwright/test';
import { hostMeeting, join } from '../support/driver/call';
import { expect, test, type Fixtures } from '../support/driver/fixtures';
import { fallsSilent, hearTone, videoOf } from '../support/driver/observe';
import {
  handsAt,
  openChat,
  openPeople,
  switchSilence,
  textsAt,
  writeMessage,
} from '../support/driver/speaking-up';
import { violations } from '../support/driver/violations';
import { fakeDeviceSwitches, writeParticipantMedia } from '../support/media/files';

const NAMES = ['Alice', 'Bob', 'Carol', 'Dave'] as const;
type Four = [alice: Page, bob: Page, carol: Page, dave: Page];

/** Four in one meeting that Alice hosts; they write and listen, so once they have met no camera runs. */
async function four({ relay, app, mediaFolder }: Fixtures): Promise<Four> {
  const { url } = await relay();
  const pages: Page[] = [];
  for (const index of NAMES.keys()) {
    const media = writeParticipantMedia(mediaFolder, index, { framesPerSecond: 5 });
    const switches = [...fakeDeviceSwitches(media), '--force-prefers-reduced-motion'];
    const started = await app({ relays: [url], switches });
    await started.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setSize(800, 600);
    });
    pages.push(started.page);
  }
  const [alice, ...guests] = pages as Four;
  const link = await hostMeeting(alice, NAMES[0]);
  for (const [index, guest] of guests.entries()) await join(alice, guest, link, NAMES[index + 1] ?? '');
  for (const page of pages) await expect(page.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(3);
  for (const page of pages) await page.getByTestId('control-camera').click();
  return pages as Four;
}

// Four apps draw and encode on whatever processors there are.
test.describe.configure({ timeout: 480_000 });

test('four write, in one order for all; one private message, hands, a reaction, a link, a pause', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const pages = await four({ relay, app, mediaFolder });
  const [alice, bob, carol, dave] = pages;

  await writeMessage(alice, 'Welcome');
  await expect(bob.getByTestId('control-chat').locator('.count')).toHaveAttribute('data-count', '1');
  await Promise.all(
    pages.map(async (page, index) => {
      for (const count of [1, 2]) await writeMessage(page, `${NAMES[index] ?? ''} ${String(count)}`);
    }),
  );
  const lists = await Promise.all(pages.map((page) => textsAt(page, 9)));
  for (const list of lists) expect(list).toEqual(lists[0]);

  await writeMessage(bob, 'Only for Carol', 'Carol');
  await expect(carol.getByTestId('chat-private')).toBeVisible();
  await writeMessage(alice, 'See https://bücher.example/x, or not');
  expect((await textsAt(carol, 11)).includes('Only for Carol')).toBe(true);
  for (const page of [alice, dave]) expect((await textsAt(page, 10)).includes('Only for Carol')).toBe(false);

  await dave.getByTestId('chat-link').click();
  await expect(dave.getByTestId('page-host')).toHaveText('xn--bcher-kva.example');
  await dave.keyboard.press('Escape');
  await expect(dave.getByTestId('page-dialog')).toHaveCount(0);
  await expect(dave.getByTestId('chat-panel')).toBeVisible();

  await Promise.all([dave, bob, carol].map((page) => page.keyboard.press('Control+Shift+H')));
  const hands = await Promise.all(pages.map((page) => handsAt(page, 3)));
  for (const list of hands) expect(list).toEqual(hands[0]);
  await alice.getByTestId('hand-lower').first().click();
  for (const page of pages) expect(await handsAt(page, 2)).toEqual(hands[0]?.slice(1));

  // It is shown for seconds: all look before it is there.
  const shown = pages.map((page) =>
    expect(page.locator('[data-testid="tile-reaction"][data-reaction="applause"]')).toBeVisible(),
  );
  await carol.getByTestId('control-react').click();
  await carol.getByTestId('react-applause').click();
  await Promise.all(shown);

  await openChat(bob);
  await bob.getByTestId('chat-input').fill('A draft');
  await openChat(alice);
  await alice.getByTestId('chat-pause').click();
  await expect(bob.getByTestId('chat-paused')).toContainText('Alice');
  await expect(bob.getByTestId('chat-input')).toHaveCount(0);
  await writeMessage(alice, 'Now I speak');
  await textsAt(bob, 12);
  await alice.getByTestId('chat-pause').click();
  await expect(bob.getByTestId('chat-input')).toHaveValue('A draft');
  expect(await violations(bob)).toEqual([]);
});

test('whom the host silences is heard by nobody, knows by whom, and can ask to speak; many are asked about', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const pages = await four({ relay, app, mediaFolder });
  const [alice, bob, carol, dave] = pages;
  const others = [alice, carol, dave];
  const hears = async (page: Page, name: string): Promise<number | null> =>
    hearTone(page, await videoOf(page, name));
  const isSilent = async (page: Page, name: string): Promise<boolean> =>
    fallsSilent(page, await videoOf(page, name));
  for (const page of others) expect(await hears(page, 'Bob')).toBe(1);

  await switchSilence(alice, 'Bob');
  await expect(bob.getByTestId('silenced')).toContainText('Alice');
  for (const page of others) expect(await isSilent(page, 'Bob')).toBe(true);
  expect(await hears(carol, 'Dave')).toBe(3);
  await bob.getByTestId('ask-to-speak').click();
  expect(await handsAt(alice, 1)).toEqual(['Bob']);
  await switchSilence(alice, 'Bob');
  await expect(bob.getByTestId('silenced')).toHaveCount(0);
  for (const page of others) expect(await hears(page, 'Bob')).toBe(1);

  await openPeople(alice);
  await alice.getByTestId('silence-all').click();
  await alice.locator('.choose-person', { hasText: 'Carol' }).getByTestId('silence-floor').check();
  await alice.getByTestId('silence-all-confirm').click();
  for (const page of [bob, carol]) await page.getByTestId('ask-silences-yes').click();
  await dave.getByTestId('ask-silences-no').click();
  for (const name of ['Bob', 'Dave']) expect(await isSilent(carol, name)).toBe(true);
  expect(await hears(bob, 'Carol')).toBe(2);
  // It counts for nobody but those who have agreed.
  expect(await hears(dave, 'Bob')).toBe(1);
  await alice.getByTestId('silence-end').click();
  for (const name of ['Bob', 'Dave']) expect(await hears(carol, name)).toBe(NAMES.indexOf(name as 'Bob'));
});
