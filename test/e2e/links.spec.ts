import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { encodeLink, type Invite, type MeetingSecret } from '../../shared/invite/link';
import { ascii, fromBase64Url, toBase64Url } from '../../shared/bytes';
import { blake2b256, cryptoReady, ed25519FromSeed, randomBytes } from '../../shared/crypto/sodium';
import { hostMeeting, pasteLink } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { electronProgram, sandboxSwitches } from '../support/driver/program';

const RELAY = 'ws://127.0.0.1:9';

function invite(change: Partial<Invite> = {}): Invite {
  return {
    open: false,
    expiry: Math.floor(Date.now() / 1000) + 3600,
    secret: randomBytes(32) as MeetingSecret,
    hostKey: ed25519FromSeed(randomBytes(32)).publicKey,
    hints: { title: 'Reading circle', relays: [], turn: [] },
    ...change,
  };
}

/** Whole, by its checksum. */
function ofVersion(version: number, payload: string): string {
  const bytes = fromBase64Url(payload);
  bytes[0] = version;
  const sum = blake2b256([ascii('vigil-link-1'), bytes.subarray(0, -4)]).subarray(0, 4);
  bytes.set(sum, bytes.length - 4);
  return `vigil://join/${toBase64Url(bytes)}`;
}

test.beforeAll(cryptoReady);

test('every kind of bad link has its own words, and none is lost', async ({ app }) => {
  const { page } = await app({ relays: [RELAY] });
  const good = encodeLink(invite());
  const payload = good.slice('vigil://join/'.length);
  const middle = payload.length >> 1;
  const bad = {
    'not a link': 'https://example.org/meeting',
    'cut off': good.slice(0, -9),
    altered: `vigil://join/${payload.slice(0, middle)}${payload[middle] === 'A' ? 'B' : 'A'}${payload.slice(middle + 1)}`,
    expired: encodeLink(invite({ expiry: Math.floor(Date.now() / 1000) - 60 })),
    'from a newer version': ofVersion(3, payload),
    'from an older version': ofVersion(1, payload),
  };
  const words = new Set<string>();
  for (const link of Object.values(bad)) {
    await pasteLink(page, link);
    await expect(page.getByTestId('link-error')).toBeVisible();
    const text = await page.getByTestId('link-error').innerText();
    expect(text).not.toContain(link.slice(0, 40));
    words.add(text);
    await expect(page.getByTestId('home-link-input')).toHaveValue(link);
    await page.getByTestId('home-link-input').fill('');
  }
  expect(words.size).toBe(Object.keys(bad).length);
  const mail = `> ${good.replace(/.{60}/g, '$&\n> ')}`;
  await pasteLink(page, `${'Come to our call. '.repeat(2000)}\n${mail}\n> Bob`);
  await expect(page.getByTestId('preview-enter')).toBeVisible();
});

test('a link handed over at the start opens its preview', async ({ app }) => {
  const { page } = await app({ relays: [RELAY], args: [encodeLink(invite())] });
  await expect(page.getByTestId('preview-enter')).toBeVisible();
  await expect(page.getByText('Reading circle')).toBeVisible();
});

test('a second start hands its link to the running app and ends', async ({ app }) => {
  const first = await app({ relays: [RELAY] });
  await expect(first.page.getByTestId('home-new-meeting')).toBeVisible();
  const secondStart = async (link: string): Promise<void> => {
    const args = [...sandboxSwitches(), `--user-data-dir=${first.folder}`, '.', link];
    const second = spawn(electronProgram(), args, { stdio: 'ignore' });
    await once(second, 'exit');
  };
  await secondStart('vigil://join/Ag');
  await expect(first.page.getByTestId('link-error')).toBeVisible();
  await secondStart(encodeLink(invite()));
  await expect(first.page.getByTestId('preview-enter')).toBeVisible();
});

test('a link that arrives during a meeting interrupts nothing', async ({ app, relay }) => {
  const { url } = await relay();
  const { app: electron, page } = await app({ relays: [url] });
  await hostMeeting(page, 'Alice');
  await electron.evaluate(
    ({ app: own }, link) => own.emit('open-url', { preventDefault: () => undefined }, link),
    encodeLink(invite()),
  );
  await expect(page.getByTestId('notice').first()).toBeVisible();
  await expect(page.getByTestId('meeting')).toBeVisible();
});
