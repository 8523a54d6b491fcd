import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { freshFolder } from '../support/driver/app';
import { expect, test } from '../support/driver/fixtures';

const RELAY = 'ws://127.0.0.1:9';

async function fingerprint(page: Page): Promise<string> {
  const outcome = await page.evaluate(() => window.vigil.request['app:get'](undefined));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.fingerprint;
}

test('identity and settings are there again after a restart', async ({ app }) => {
  const folder = await freshFolder();
  const first = await app({ relays: [RELAY], folder });
  const before = await fingerprint(first.page);
  await first.page.getByTestId('settings-open').click();
  await first.page.getByTestId('settings-name').fill('Ruth');
  await first.page.getByTestId('settings-save-name').click();
  await expect(first.page.getByTestId('notice').first()).toBeVisible();
  await first.close();
  const stored = await readFile(path.join(folder, 'vault'));
  expect(stored.includes('Ruth')).toBe(false);
  const second = await app({ relays: [RELAY], folder });
  await expect(second.page.getByTestId('home-new-meeting')).toBeVisible();
  expect(await fingerprint(second.page)).toBe(before);
  await second.page.getByTestId('home-new-meeting').click();
  await expect(second.page.getByTestId('preview-name')).toHaveValue('Ruth');
});

test('a damaged vault is set aside, said, and never overwritten', async ({ app }) => {
  const folder = await freshFolder();
  const first = await app({ relays: [RELAY], folder });
  const before = await fingerprint(first.page);
  await first.close();
  const file = path.join(folder, 'vault');
  const damaged = new Uint8Array(await readFile(file)).map((byte, index) =>
    index === 200 ? byte ^ 1 : byte,
  );
  await writeFile(file, damaged);
  const second = await app({ relays: [RELAY], folder });
  await expect(second.page.getByTestId('vault-notice')).toBeVisible();
  expect(await fingerprint(second.page)).not.toBe(before);
  const [kept] = (await readdir(folder)).filter((name) => name.startsWith('vault.set-aside'));
  expect(new Uint8Array(await readFile(path.join(folder, kept ?? '')))).toEqual(damaged);
});

test('a weak key store is said in plain words', async ({ app }) => {
  const { app: electron, page } = await app({ relays: [RELAY] });
  const backend = await electron.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend());
  test.skip(backend !== 'basic_text', 'this system has a key store');
  await expect(page.getByTestId('vault-notice')).toBeVisible();
});
