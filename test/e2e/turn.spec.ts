/** Go-betweens: tested from the settings, and calls that go through them and no other way. */
import type { Page } from '@playwright/test';
import {
  askToJoin,
  connect,
  expectPictureOfOther,
  hostMeeting,
  pasteLink,
  revealInvite,
} from '../support/driver/call';
import { fakeDevices } from '../support/driver/app';
import { descriptionsOf, keepConnections, startPageAgain } from '../support/driver/connections';
import { expect, test as base } from '../support/driver/fixtures';
import { obstacleToCoturn, ownAddress, startCoturn, type Coturn } from '../support/turn/coturn';

interface Fixtures {
  coturn: Coturn;
}

const test = base.extend<Fixtures>({
  coturn: async ({}, use, info) => {
    const obstacle = await obstacleToCoturn();
    const host = ownAddress();
    info.skip(obstacle !== null || host === null, obstacle ?? 'this computer has no address but loopback');
    const coturn = await startCoturn({ host: host ?? '', limitSeconds: 180 });
    await use(coturn);
    await coturn.close();
  },
});

async function openTurnSettings(page: Page): Promise<void> {
  await page.getByTestId('connection-open').click();
}

async function addTurn(page: Page, url: string, username: string, credential: string): Promise<void> {
  await page.getByTestId('turn-add-url').fill(url);
  await page.getByTestId('turn-add-username').fill(username);
  await page.getByTestId('turn-add-credential').fill(credential);
  await page.getByTestId('turn-add').click();
}

/** As a person sets it up: a go-between of one's own, and one of the two ways to stay behind it. */
async function setUp(
  page: Page,
  { host, port, username, credential }: Coturn,
  choice: 'hide-address' | 'direct-after-verified' | null,
  transport: 'udp' | 'tcp' = 'udp',
): Promise<void> {
  await openTurnSettings(page);
  await addTurn(page, `turn:${host}:${String(port)}?transport=${transport}`, username, credential);
  await expect(page.getByTestId('turn-row')).toHaveCount(1);
  if (choice !== null) {
    await page.getByTestId(choice).click();
    await expect(page.getByTestId(choice)).toBeChecked();
  }
  await keepConnections(page);
  await startPageAgain(page);
}

interface Ends {
  local: string;
  remote: string;
}

/** Kinds of the two candidates that carry the one connected link. */
async function selectedEnds(page: Page): Promise<Ends> {
  return page.evaluate(async () => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const connection = made.find(({ connectionState }) => connectionState === 'connected');
    const stats = (await connection?.getStats()) as unknown as
      Map<string, Record<string, unknown>> | undefined;
    const transport = [...(stats?.values() ?? [])].find(({ type }) => type === 'transport');
    const pair = stats?.get(String(transport?.['selectedCandidatePairId']));
    const kind = (end: string): string => String(stats?.get(String(pair?.[end]))?.['candidateType']);
    return { local: kind('localCandidateId'), remote: kind('remoteCandidateId') };
  });
}

/** Kinds of the candidates in what the other side sent. */
async function kindsReceived(page: Page): Promise<string[]> {
  const remote = (await descriptionsOf(page)).map((one) => one.remote).join('\n');
  return [...new Set([...remote.matchAll(/^a=candidate:.* typ (\w+)/gm)].map(([, kind]) => kind ?? ''))];
}

test('a go-between is tested: it works, it refuses, it does not answer, it is not found', async ({
  app,
  relay,
  coturn,
}) => {
  const { url } = await relay();
  const { page } = await app({ relays: [url] });
  const { host, port, username, credential } = coturn;
  const place = `${host}:${String(port)}`;
  await openTurnSettings(page);
  await addTurn(page, 'http://not.a.turn.server', username, credential);
  await expect(page.getByTestId('turn-error')).toBeVisible();
  await addTurn(page, place, '', '');
  await expect(page.getByTestId('turn-error')).toBeVisible();
  await expect(page.getByTestId('turn-row')).toHaveCount(0);
  await addTurn(page, place, username, credential);
  await addTurn(page, `turn:${place}?transport=tcp`, username, 'not the password');
  await addTurn(page, `turn:${host}:9?transport=tcp`, username, credential);
  await addTurn(page, 'turn:nobody.invalid', username, credential);
  await expect(page.getByTestId('turn-row')).toHaveCount(4);
  const results = ['works', 'refused', 'no-answer', 'not-found'];
  for (const index of results.keys()) await page.getByTestId('turn-test').nth(index).click();
  for (const [index, result] of results.entries())
    await expect(page.getByTestId('turn-row').nth(index)).toHaveAttribute('data-test', result, {
      timeout: 40_000,
    });
});

test('two who hide their addresses tell and use go-betweens only, by UDP and by TCP', async ({
  app,
  relay,
  coturn,
}) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  await setUp(alice.page, coturn, 'hide-address', 'udp');
  await setUp(bob.page, coturn, 'hide-address', 'tcp');
  await connect(alice.page, bob.page);
  for (const { page } of [alice, bob]) {
    expect(await selectedEnds(page)).toEqual({ local: 'relay', remote: 'relay' });
    expect(await kindsReceived(page)).toEqual(['relay']);
    await page.getByTestId('control-people').click();
    await expect(page.getByTestId('member-path')).toHaveAttribute('data-path', 'relayed');
  }
});

test('whoever wants to hide and has no go-between starts no call', async ({ app, relay }) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  const link = await hostMeeting(alice.page, 'Alice');
  await openTurnSettings(bob.page);
  await bob.page.getByTestId('hide-address').click();
  await expect(bob.page.getByTestId('turn-missing')).toBeVisible();
  await keepConnections(bob.page);
  await startPageAgain(bob.page);
  await pasteLink(bob.page, link);
  await bob.page.getByTestId('preview-name').fill('Bob');
  await bob.page.getByTestId('preview-enter').click();
  await expect(bob.page.getByTestId('notice').first()).toBeVisible();
  await expect(bob.page.getByTestId('preview-enter')).toBeVisible();
  await expect(alice.page.getByTestId('knock-admit')).toHaveCount(0);
  expect(await descriptionsOf(bob.page)).toEqual([]);
});

test('a link to a stranger goes through go-betweens, and becomes direct once both are verified', async ({
  app,
  relay,
  coturn,
}) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  await setUp(alice.page, coturn, 'direct-after-verified');
  await setUp(bob.page, coturn, 'direct-after-verified');
  await connect(alice.page, bob.page);
  for (const { page } of [alice, bob]) expect(await kindsReceived(page)).toEqual(['relay']);
  for (const { page } of [alice, bob]) {
    await page.getByTestId('safety-open').first().click();
    await page.getByTestId('verify-tab-number').click();
    await page.getByTestId('verify-number-same').click();
  }
  for (const { page } of [alice, bob])
    await expect.poll(async () => (await selectedEnds(page)).remote, { timeout: 40_000 }).not.toBe('relay');
});

test('a guest whose network lets no UDP through comes in by the go-between that the invite lends', async ({
  app,
  relay,
  coturn,
}) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const noUdp = '--webrtc-ip-handling-policy=disable_non_proxied_udp';
  const bob = await app({ relays: [url], switches: [...fakeDevices(), noUdp] });
  // Electron takes it from the window alone, the stand-in at the start alone.
  await bob.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  await setUp(alice.page, coturn, null, 'tcp');
  // It may have a private address here: an invite leads there only whoever has it in the own list, if switched off.
  const { host, port, username, credential } = coturn;
  await openTurnSettings(bob.page);
  await addTurn(bob.page, `turn:${host}:${String(port)}?transport=tcp`, username, credential);
  const isUsed = bob.page.getByTestId('turn-row').getByRole('switch');
  await isUsed.click();
  await expect(isUsed).not.toBeChecked();
  await keepConnections(bob.page);
  await startPageAgain(bob.page);
  await alice.page.getByTestId('home-new-meeting').click();
  await alice.page.getByTestId('preview-name').fill('Alice');
  await alice.page.getByTestId('preview-change').click();
  await alice.page.getByTestId('preview-lend').click();
  await alice.page.keyboard.press('Escape');
  await alice.page.getByTestId('preview-enter').click();
  await askToJoin(bob.page, await revealInvite(alice.page), 'Bob');
  await alice.page.getByTestId('knock-admit').click();
  for (const { page } of [alice, bob]) await expectPictureOfOther(page);
  expect((await selectedEnds(bob.page)).local).toBe('relay');
});
