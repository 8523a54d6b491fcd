/** As a large meeting does it, here with three: each camera is encoded and sealed once for all who see it. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/driver/fixtures';
import { breakConnections } from '../support/driver/files';
import { hearTone, seesParticipant, videoOf } from '../support/driver/observe';
import { meet, tileOf } from '../support/driver/seeing';
import { drawInPlaceOfScreen, expectScreenOf, shareWindow } from '../support/driver/sharing';

const NAMES = ['Alice', 'Bob', 'Carol'] as const;
const [ALICE, BOB, CAROL] = [0, 1, 2];

test.describe.configure({ timeout: 420_000 });

/** How wide the picture is that each open connection's own encoder makes of what it is given. */
async function encodedWidths(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const open = made.filter(({ connectionState }) => connectionState === 'connected');
    // Voice, camera, screen.
    const senders = open.flatMap((connection) => connection.getTransceivers()[1]?.sender ?? []);
    const reports = await Promise.all(senders.map((sender) => sender.getStats()));
    return reports.map((report) => {
      const stats = [...(report.values() as Iterable<Record<string, unknown>>)];
      return Number(stats.find(({ type }) => type === 'outbound-rtp')?.['frameWidth'] ?? 0);
    });
  });
}

const sees = async (page: Page, index: number): Promise<void> => {
  expect(await seesParticipant(page, index, await videoOf(page, NAMES[index] ?? ''))).toBe(true);
};

test('each sees and hears each, a camera goes off and on, a link is made anew, a screen is read, one is removed', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const [alice, bob, carol] = (await meet(
    {
      ...{ relay, mediaFolder },
      app: (options) => app({ ...options, args: ['--encode-once-from=1'] }),
    },
    NAMES,
  )) as [Page, Page, Page];
  for (const [me, page] of [alice, bob, carol].entries()) {
    for (const other of NAMES.keys()) if (other !== me) await sees(page, other);
    // What its connections encode is the dummy: the camera's picture is not among it.
    await expect.poll(() => encodedWidths(page)).toEqual([16, 16]);
  }
  expect(await hearTone(bob, await videoOf(bob, 'Alice'))).toBe(ALICE);

  await alice.getByTestId('control-camera').click();
  for (const page of [bob, carol])
    await expect(tileOf(page, 'Alice').getByTestId('tile-camera-off')).toBeVisible();
  await alice.getByTestId('control-camera').click();
  for (const page of [bob, carol]) {
    await expect(tileOf(page, 'Alice').getByTestId('tile-camera-off')).toHaveCount(0);
    await sees(page, ALICE);
  }

  const madeBefore = await carol.evaluate(() => (window as unknown as { made: unknown[] }).made.length);
  await breakConnections(carol);
  await expect
    .poll(() => carol.evaluate(() => (window as unknown as { made: unknown[] }).made.length))
    .toBeGreaterThanOrEqual(madeBefore + 2);
  await expect.poll(() => encodedWidths(carol)).toEqual([16, 16]);
  for (const other of [ALICE, BOB]) await sees(carol, other);
  for (const page of [alice, bob]) await sees(page, CAROL);

  await drawInPlaceOfScreen(bob, BOB);
  await shareWindow(bob);
  for (const page of [alice, carol]) await expectScreenOf(page, BOB);
  await sees(carol, BOB);

  // Another generation of keys, and one viewer less.
  await alice.getByTestId('control-people').click();
  const member = alice.locator('li, [data-testid^="member-"]').filter({ hasText: 'Carol' });
  await member.getByTestId('member-menu').first().click();
  await member.getByTestId('member-menu-remove').first().click();
  await alice.getByTestId('remove-confirm').click();
  await expect(carol.getByTestId('ended')).toHaveAttribute('data-reason', 'removed');
  await expect(bob.getByText('Carol', { exact: true })).toHaveCount(0);
  await sees(alice, BOB);
  await sees(bob, ALICE);
  await expect.poll(() => encodedWidths(bob)).toEqual([16]);
});
