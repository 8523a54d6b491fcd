import type { Page } from '@playwright/test';
import { askToJoin, connect, expectPictureOfOther, hostMeeting } from '../support/driver/call';
import { descriptionsOf, keepConnections, startPageAgain } from '../support/driver/connections';
import { expect, test } from '../support/driver/fixtures';
import { seePicture } from '../support/driver/observe';
import { drawInPlaceOfScreen, screensSent, shareWindow } from '../support/driver/sharing';

interface Sent {
  packets: number;
  bytes: number;
}

/** Starts the page again with its connections at hand; can take keys away from the frame worker. */
async function watchConnections(page: Page, { dropSendKeys }: { dropSendKeys: boolean }): Promise<void> {
  await keepConnections(page);
  if (dropSendKeys) await page.addInitScript(dropKeys);
  await startPageAgain(page);
}

function dropKeys(): void {
  const post = Worker.prototype.postMessage as (
    this: Worker,
    message: unknown,
    transfer?: Transferable[],
  ) => void;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, transfer?: unknown): void {
    if ((message as { type?: string }).type === 'send-keys') return;
    post.call(this, message, transfer as Transferable[]);
  };
}

/** What went out of this window as sound and picture, by the browser's own count. */
async function sentBy(page: Page): Promise<Sent> {
  return page.evaluate(async () => {
    const connections = (window as unknown as { made: RTCPeerConnection[] }).made;
    const sent = { packets: 0, bytes: 0 };
    for (const connection of connections) {
      for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (entry['type'] !== 'outbound-rtp') continue;
        sent.packets += Number(entry['packetsSent']);
        sent.bytes += Number(entry['bytesSent']);
      }
    }
    return sent;
  });
}

test('without a key nothing leaves: no frame, no packet, no fallback', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await watchConnections(bob.page, { dropSendKeys: true });
  const link = await hostMeeting(alice.page, 'Alice');
  await askToJoin(bob.page, link, 'Bob');
  await alice.page.getByTestId('knock-admit').click();
  // Bob sees Alice, so the link works and time has passed; nothing of Bob has left.
  await expectPictureOfOther(bob.page);
  await expect.poll(async () => (await seePicture(bob.page)).frames).toBeGreaterThan(20);
  expect(await sentBy(bob.page)).toEqual({ packets: 0, bytes: 0 });
  expect((await seePicture(alice.page)).frames).toBe(0);

  // Nor of a screen that he shares, while it is captured and Alice would show it.
  await drawInPlaceOfScreen(bob.page, 1);
  await shareWindow(bob.page);
  await expect(alice.page.getByTestId('share-waiting')).toBeVisible();
  await expect.poll(async () => (await screensSent(bob.page)).map(({ active }) => active)).toEqual([true]);
  const before = (await seePicture(bob.page)).frames;
  await expect.poll(async () => (await seePicture(bob.page)).frames).toBeGreaterThan(before + 20);
  expect(await sentBy(bob.page)).toEqual({ packets: 0, bytes: 0 });
});

test('without the frame worker nothing leaves, and the window says so', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await keepConnections(alice.page);
  await startPageAgain(alice.page);
  await keepConnections(bob.page);
  await bob.page.addInitScript(() => {
    // Whatever worker the page starts, it does not come up.
    window.Worker = class extends Worker {
      constructor() {
        super(new URL('no-such-worker.js', location.href), { type: 'module' });
      }
    };
  });
  await startPageAgain(bob.page);
  const link = await hostMeeting(alice.page, 'Alice');
  await askToJoin(bob.page, link, 'Bob');
  await alice.page.getByTestId('knock-admit').click();
  await expect(bob.page.getByTestId('sealing-broken')).toBeVisible({ timeout: 40_000 });
  // Alice's sealed packets flow, so the link works; nothing of Bob has left, and nothing is shown to him.
  await expect.poll(() => sentBy(alice.page).then(({ packets }) => packets)).toBeGreaterThan(20);
  expect(await sentBy(bob.page)).toEqual({ packets: 0, bytes: 0 });
  expect((await seePicture(bob.page)).frames).toBe(0);
});

test('with keys sound and picture leave', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await watchConnections(bob.page, { dropSendKeys: false });
  await connect(alice.page, bob.page);
  expect((await sentBy(bob.page)).packets).toBeGreaterThan(0);
});

test('what is negotiated has no audio levels, and sound at constant bit rate', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await watchConnections(bob.page, { dropSendKeys: false });
  await connect(alice.page, bob.page);
  const descriptions = await descriptionsOf(bob.page);
  expect(descriptions).toHaveLength(1);
  for (const { local, remote } of descriptions) {
    expect(local).toContain('opus');
    for (const sdp of [local, remote]) expect(sdp).not.toContain('ssrc-audio-level');
    expect(remote).toContain('cbr=1');
  }
});
