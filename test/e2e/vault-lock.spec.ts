/** The passphrase in the real app: set, asked for, refused, changed, removed; and what a thief finds. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { freshFolder } from '../support/driver/app';
import { hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { writeMessage } from '../support/driver/speaking-up';
import { formsOf } from '../support/forms-of-text';

const RELAY = 'ws://127.0.0.1:9';
const PASSPHRASE = 'lamp river seven candle';

test.setTimeout(120_000);

async function setPassphrase(page: Page, known: string | null, fresh: string): Promise<void> {
  await page.getByTestId('passphrase-set').click();
  if (known !== null) await page.getByTestId('secret-known').fill(known);
  await page.getByTestId('secret-fresh').fill(fresh);
  await page.getByTestId('secret-again').fill(fresh);
  await page.getByTestId('secret-confirm').click();
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByTestId('unlock-passphrase').fill(passphrase);
  await page.getByTestId('unlock').click();
}

async function fingerprint(page: Page): Promise<string> {
  const outcome = await page.evaluate(() => window.vigil.request['app:get'](undefined));
  return outcome.ok ? outcome.value.fingerprint : outcome.code;
}

async function nobodyThereFor(electron: ElectronApplication, seconds: number): Promise<void> {
  await electron.evaluate(({ powerMonitor }, idle) => {
    powerMonitor.getSystemIdleTime = () => idle;
  }, seconds);
}

test('a passphrase is set, asked for after a restart, changed and removed', async ({ app }) => {
  const folder = await freshFolder();
  const first = await app({ relays: [RELAY], folder });
  const before = await fingerprint(first.page);
  await first.page.getByTestId('settings-open').click();
  await first.page.getByTestId('passphrase-set').click();
  await first.page.getByTestId('secret-confirm').click();
  await expect(first.page.getByTestId('secret-problem')).not.toBeEmpty();
  await first.page.getByTestId('secret-fresh').fill(PASSPHRASE);
  await first.page.getByTestId('secret-again').fill('something else');
  await first.page.getByTestId('secret-confirm').click();
  await expect(first.page.getByTestId('secret-problem')).not.toBeEmpty();
  await first.page.getByTestId('secret-again').fill(PASSPHRASE);
  await first.page.getByTestId('secret-confirm').click();
  await expect(first.page.getByTestId('passphrase-remove')).toBeVisible({ timeout: 40_000 });
  await first.close();

  const second = await app({ relays: [RELAY], folder });
  await expect(second.page.getByTestId('locked')).toBeVisible();
  await expect(second.page.getByTestId('home-new-meeting')).toHaveCount(0);
  // The window is refused everything else, whatever it asks.
  const answers = await second.page.evaluate(async () => {
    const { request } = window.vigil;
    return [
      await request['app:get'](undefined),
      await request['meeting:get'](undefined),
      await request['meeting:new'](undefined),
      await request['settings:save']({ name: 'x' }),
      await request['identity:export']({ passphrase: 'x' }),
      await request['identity:reset'](undefined),
      await request['vault:remove-passphrase']({ current: 'x' }),
    ];
  });
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: false, code: 'locked' })]),
  );
  await unlock(second.page, 'not this one');
  await expect(second.page.getByTestId('unlock-problem')).not.toBeEmpty({ timeout: 40_000 });
  await expect(second.page.getByTestId('unlock')).toBeDisabled();
  const early = await second.page.evaluate(
    (passphrase) => window.vigil.request['vault:unlock']({ passphrase }),
    PASSPHRASE,
  );
  expect(early).toEqual({ ok: false, code: 'passphrase-wait' });
  await expect(second.page.getByTestId('unlock')).toBeEnabled();
  await unlock(second.page, PASSPHRASE);
  await expect(second.page.getByTestId('home-new-meeting')).toBeVisible({ timeout: 40_000 });
  expect(await fingerprint(second.page)).toBe(before);

  await second.page.getByTestId('settings-open').click();
  await setPassphrase(second.page, PASSPHRASE, 'a new one, of some length');
  await expect(second.page.getByTestId('secret-change')).toHaveCount(0, { timeout: 40_000 });
  await second.page.getByTestId('lock-now').click();
  await expect(second.page.getByTestId('locked')).toBeVisible();
  expect(await fingerprint(second.page)).toBe('locked');
  await unlock(second.page, 'a new one, of some length');
  await expect(second.page.getByTestId('home-new-meeting')).toBeVisible({ timeout: 40_000 });
  await second.page.getByTestId('settings-open').click();
  await second.page.getByTestId('passphrase-remove').click();
  await second.page.getByTestId('secret-known').fill('a new one, of some length');
  await second.page.getByTestId('secret-confirm').click();
  await expect(second.page.getByTestId('passphrase-remove')).toHaveCount(0, { timeout: 40_000 });
  await second.close();

  const third = await app({ relays: [RELAY], folder });
  await expect(third.page.getByTestId('home-new-meeting')).toBeVisible();
  expect(await fingerprint(third.page)).toBe(before);
});

test('it locks when nobody is there and when the computer sleeps, but not in a meeting; a link waits', async ({
  app,
  relay,
}) => {
  const own = await relay();
  const { app: electron, page } = await app({ relays: [own.url] });
  await page.getByTestId('settings-open').click();
  await setPassphrase(page, null, PASSPHRASE);
  await expect(page.getByTestId('lock-after')).toBeVisible({ timeout: 40_000 });
  await page.getByTestId('lock-after').selectOption('5');
  await nobodyThereFor(electron, 301);
  await expect(page.getByTestId('locked')).toBeVisible({ timeout: 40_000 });

  // A link that the system hands over now.
  await electron.evaluate(({ app: own }) => {
    own.emit('second-instance', {}, ['vigil', 'vigil://join/not-a-link'], '');
  });
  await expect(page.getByTestId('link-error')).toHaveCount(0);
  await nobodyThereFor(electron, 0);
  await unlock(page, PASSPHRASE);
  await expect(page.getByTestId('link-error')).toBeVisible({ timeout: 40_000 });

  await page.getByTestId('home-new-meeting').click();
  await page.getByTestId('preview-name').fill('Ruth');
  await page.getByTestId('preview-enter').click();
  await expect(page.getByTestId('meeting')).toBeVisible();
  await electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  const inside = await page.evaluate(() => window.vigil.request['meeting:get'](undefined));
  expect(inside.ok && inside.value.phase).toBe('inside');
  await page.getByTestId('control-leave').click();
  await expect(page.getByTestId('locked')).toBeVisible();
});

test('who forgot it starts over: the sealed file is kept', async ({ app }) => {
  const folder = await freshFolder();
  const first = await app({ relays: [RELAY], folder });
  const before = await fingerprint(first.page);
  await first.page.getByTestId('settings-open').click();
  await setPassphrase(first.page, null, PASSPHRASE);
  await expect(first.page.getByTestId('lock-now')).toBeVisible({ timeout: 40_000 });
  await first.page.getByTestId('lock-now').click();
  const sealed = await readFile(path.join(folder, 'vault'));
  await first.page.getByTestId('locked').locator('summary').click();
  await first.page.getByTestId('locked-start-over').click();
  await first.page.getByTestId('start-over-confirm').click();
  await expect(first.page.getByTestId('vault-notice')).toBeVisible();
  expect(await fingerprint(first.page)).not.toBe(before);
  const [kept] = (await readdir(folder)).filter((name) => name.startsWith('vault.set-aside'));
  expect(await readFile(path.join(folder, kept ?? ''))).toEqual(sealed);
});

test('a copy of the profile folder gives no name, relay, key or title, and nothing that was written', async ({
  app,
  relay,
}) => {
  const folder = await freshFolder();
  const own = await relay();
  const { page, close } = await app({ relays: [own.url], folder });
  const print = await fingerprint(page);
  await page.getByTestId('settings-open').click();
  await setPassphrase(page, null, PASSPHRASE);
  await expect(page.getByTestId('lock-now')).toBeVisible({ timeout: 40_000 });
  await page.getByTestId('settings-name').fill('Wang Weilin Xiaobo');
  await page.getByTestId('settings-save-name').click();
  await page.getByTestId('connection-open').click();
  await page.getByTestId('relay-add-input').fill('wss://relay.hidden-harbour.example');
  await page.getByTestId('relay-add').click();
  await expect(page.getByTestId('notice').first()).toBeVisible();
  await page.evaluate(() => window.vigil.request['lock:get'](undefined));
  await page.locator('.top button').first().click();
  const link = await hostMeeting(page, 'Wang Weilin Xiaobo', 'Memorial of the fourth of June');
  await writeMessage(page, 'The letter lies under the pear tree');
  await expect(page.getByTestId('chat-text')).toHaveText('The letter lies under the pear tree');
  await close();

  const secrets = [
    'Wang Weilin Xiaobo',
    'Memorial of the fourth of June',
    'The letter lies under the pear tree',
    'relay.hidden-harbour.example',
    print,
    print.replaceAll(' ', ''),
    link.slice(-60),
    PASSPHRASE,
  ];
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  let looked = 0;
  for (const entry of files) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    looked++;
    for (const secret of secrets) {
      for (const form of formsOf(secret)) {
        expect(bytes.includes(form), `${entry.name} holds ${secret}`).toBe(false);
      }
    }
  }
  expect(looked).toBeGreaterThan(1);
  // The search does find what stands in a file.
  const planted = Buffer.from(`..${Buffer.from('__Wang Weilin Xiaobo__').toString('base64')}..`);
  expect(formsOf('Wang Weilin Xiaobo').some((form) => planted.includes(form))).toBe(true);
});
