import type { Page } from '@playwright/test';
import { connect, expectPictureOfOther } from '../support/driver/call';
import { cutNetwork, noNamespaces, type CutNetwork } from '../support/driver/cut-network';
import { startKeepingConnections } from '../support/driver/connections';
import { expect, test as base } from '../support/driver/fixtures';
import type { RunningApp } from '../support/driver/app';
import { hearTone, seesParticipant } from '../support/driver/observe';
import { fakeDeviceSwitches, writeParticipantMedia } from '../support/media/files';

interface Call {
  alice: RunningApp;
  bob: RunningApp;
  network: CutNetwork;
}

const test = base.extend<{ call: Call }>({
  /** A call of two, each on a computer of its own; every connection that their pages make is written down. */
  call: async ({ relay, app, mediaFolder }, use, info) => {
    const refusal = noNamespaces();
    info.skip(refusal !== null, refusal ?? '');
    const network = await cutNetwork();
    try {
      const { url } = await relay();
      const [alice, bob] = [0, 1].map((index) => {
        const switches = fakeDeviceSwitches(writeParticipantMedia(mediaFolder, index));
        return app({ relays: [url], switches, chromium: network.chromium[index] ?? '' });
      });
      const call = { alice: await alice, bob: await bob, network } as Call;
      for (const { page } of [call.alice, call.bob]) await startKeepingConnections(page);
      await connect(call.alice.page, call.bob.page);
      await use(call);
    } finally {
      network.end();
    }
  },
});

interface Seen {
  made: number;
  state: string;
  signaling: string;
  ufrag: string;
}

/** The connections that the page has made, and how the last one is. */
async function connectionsOf(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const last = made.at(-1);
    const [, ufrag = ''] = /a=ice-ufrag:(\S+)/.exec(last?.localDescription?.sdp ?? '') ?? [];
    const { iceConnectionState: state = '', signalingState: signaling = '' } = last ?? {};
    return { made: made.length, state, signaling, ufrag };
  });
}

const isLost = (page: Page, lost: boolean): Promise<void> =>
  expect(page.locator('[data-testid^="tile-"][data-lost]')).toHaveAttribute('data-lost', String(lost), {
    timeout: 40_000,
  });

async function seeAndHear({ alice, bob }: Call): Promise<void> {
  expect(await seesParticipant(alice.page, 1, undefined, 20_000)).toBe(true);
  expect(await seesParticipant(bob.page, 0, undefined, 20_000)).toBe(true);
  expect(await hearTone(alice.page)).toBe(1);
  expect(await hearTone(bob.page)).toBe(0);
}

test('a computer that gets another address goes on in the same connection: ICE is restarted', async ({
  call,
}) => {
  const { alice, bob, network } = call;
  const before = await Promise.all([alice, bob].map(({ page }) => connectionsOf(page)));
  network.cut();
  network.move();
  await Promise.all([isLost(alice.page, true), isLost(bob.page, true)]);
  network.restore();
  await Promise.all([isLost(alice.page, false), isLost(bob.page, false)]);
  await seeAndHear(call);
  const after = await Promise.all([alice, bob].map(({ page }) => connectionsOf(page)));
  expect(after.map(({ made }) => made)).toEqual([1, 1]);
  after.forEach(({ ufrag }, side) => {
    expect(ufrag).not.toBe(before[side]?.ufrag);
  });
});

test('a path that is gone for half a minute: the link is replaced, nobody knocks again', async ({ call }) => {
  const { alice, bob, network } = call;
  network.cut();
  // Until both have given the connection up and begun another.
  for (const { page } of [alice, bob]) {
    await expect.poll(() => connectionsOf(page), { timeout: 45_000 }).toMatchObject({ made: 2 });
  }
  network.restore();
  await Promise.all([isLost(alice.page, false), isLost(bob.page, false)]);
  await seeAndHear(call);
  await expect(alice.page.getByTestId('knock-card')).toHaveCount(0);
  await expect(bob.page.getByTestId('meeting')).toBeVisible();
});

test('after sleep every link is restarted, in the same connection', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  for (const { page } of [alice, bob]) await startKeepingConnections(page);
  await connect(alice.page, bob.page);
  // Which of the two offered the link does not matter: the other asks for the restart.
  const settled = { made: 1, state: 'connected', signaling: 'stable' };
  for (const { app: sleeper } of [alice, bob]) {
    const before = await Promise.all([alice, bob].map(({ page }) => connectionsOf(page)));
    await sleeper.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('resume');
    });
    // Both: a wish that comes while a restart is under way is one about the link before it.
    for (const [side, { page }] of [alice, bob].entries())
      await expect.poll(async () => (await connectionsOf(page)).ufrag).not.toBe(before[side]?.ufrag);
    await expect.poll(() => connectionsOf(alice.page)).toMatchObject(settled);
    await expect.poll(() => connectionsOf(bob.page)).toMatchObject(settled);
  }
  await expectPictureOfOther(alice.page);
  await expectPictureOfOther(bob.page);
});
