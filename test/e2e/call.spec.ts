import {
  askToJoin,
  connect,
  expectPictureOfOther,
  hostMeeting,
  safetyNumberOf,
} from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { hearTone, seesParticipant } from '../support/driver/observe';
import { fakeDeviceSwitches, writeParticipantMedia } from '../support/media/files';

test('two people meet by a link, see and hear each other, and compare one safety number', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const { url } = await relay();
  const [forAlice, forBob] = [0, 1].map((index) =>
    fakeDeviceSwitches(writeParticipantMedia(mediaFolder, index)),
  );
  const alice = await app({ relays: [url], switches: forAlice ?? [] });
  const bob = await app({ relays: [url], switches: forBob ?? [] });

  const link = await hostMeeting(alice.page, 'Alice', 'Sunday call');
  await askToJoin(bob.page, link, 'Bob');
  await expect(alice.page.getByTestId('knock-card')).toContainText('Bob');
  await expect(bob.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'asked');
  await alice.page.getByTestId('knock-admit').click();
  await Promise.all([expectPictureOfOther(alice.page), expectPictureOfOther(bob.page)]);

  expect(await seesParticipant(alice.page, 1)).toBe(true);
  expect(await seesParticipant(bob.page, 0)).toBe(true);
  expect(await hearTone(alice.page)).toBe(1);
  expect(await hearTone(bob.page)).toBe(0);
  expect(await safetyNumberOf(alice.page)).toEqual(await safetyNumberOf(bob.page));
});

test('mute, camera off and leaving are seen at once by the other', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await connect(alice.page, bob.page);
  const tileOfBob = alice.page.locator('[data-testid^="tile-"]', { hasText: 'Bob' }).first();

  await bob.page.getByTestId('control-mic').click();
  await expect(tileOfBob.getByTestId('tile-muted')).toBeVisible();
  await bob.page.getByTestId('control-mic').click();
  await expect(tileOfBob.getByTestId('tile-muted')).toHaveCount(0);

  await bob.page.getByTestId('control-camera').click();
  await expect(tileOfBob.getByTestId('tile-camera-off')).toBeVisible();
  await bob.page.getByTestId('control-camera').click();
  await expect(tileOfBob.getByTestId('tile-camera-off')).toHaveCount(0);
  await expectPictureOfOther(alice.page);
  const boxes = await tileOfBob.evaluate((tile) =>
    [tile, tile.querySelector('video')].map((one) => {
      const { width, height } = one?.getBoundingClientRect() ?? {};
      return { width, height };
    }),
  );
  expect(boxes[1]).toEqual(boxes[0]);

  await bob.page.getByTestId('control-leave').click();
  await expect(alice.page.getByText('Bob', { exact: true })).toHaveCount(0);
  await expect(alice.page.getByTestId('meeting')).toBeVisible();
});

test('closing the window asks first; closing it once more ends the call cleanly for the other', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await connect(alice.page, bob.page);
  const closeWindow = (): Promise<void> =>
    bob.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
    });
  await closeWindow();
  await expect(bob.page.getByTestId('leave-dialog')).toBeVisible();
  await bob.page.keyboard.press('Escape');
  await expect(bob.page.getByTestId('leave-dialog')).toHaveCount(0);
  await expect(alice.page.getByText('Bob', { exact: true })).toHaveCount(1);
  await closeWindow();
  await expect(bob.page.getByTestId('leave-dialog')).toBeVisible();
  const gone = bob.app.waitForEvent('close');
  await closeWindow();
  await gone;
  await expect(alice.page.getByText('Bob', { exact: true })).toHaveCount(0, { timeout: 15_000 });
});

test('a knock that is refused ends with a clear page', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  const link = await hostMeeting(alice.page, 'Alice');
  await askToJoin(bob.page, link, 'Bob');
  await alice.page.getByTestId('knock-deny').click();
  await expect(bob.page.getByTestId('ended')).toHaveAttribute('data-reason', 'denied');
  await bob.page.getByTestId('ended-home').click();
  await expect(bob.page.getByTestId('home-new-meeting')).toBeVisible();
});

test('nothing of the own address leaves before consent: no candidates are gathered while knocking', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  for (const { page } of [alice, bob]) {
    await page.addInitScript(() => {
      const Native = RTCPeerConnection;
      const made: unknown[] = [];
      Object.assign(window, { made });
      window.RTCPeerConnection = class extends Native {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          made.push(configuration);
        }
      };
    });
    await page.reload();
  }
  const connections = (page: typeof alice.page): Promise<number> =>
    page.evaluate(() => (window as unknown as { made: unknown[] }).made.length);
  const link = await hostMeeting(alice.page, 'Alice');
  await askToJoin(bob.page, link, 'Bob');
  await expect(bob.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'asked');
  expect([await connections(alice.page), await connections(bob.page)]).toEqual([0, 0]);
  await alice.page.getByTestId('knock-admit').click();
  await expectPictureOfOther(bob.page);
  expect([await connections(alice.page), await connections(bob.page)]).toEqual([1, 1]);
});
