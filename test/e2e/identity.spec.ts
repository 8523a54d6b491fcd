/** Who one is, in the real app: carried away and brought back, renewed, and left at home for a meeting. */
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { freshFolder } from '../support/driver/app';
import {
  connect,
  expectPictureOfOther,
  hostMeeting,
  part,
  pasteLink,
  safetyNumberOf,
} from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

const RELAY = 'ws://127.0.0.1:9';
const PASSPHRASE = 'carry me over the border';

test.setTimeout(120_000);

/** The user's answer to the system's question for a file; null: thought better of it. */
async function chooses(electron: ElectronApplication, file: string | null): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null;
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: chosen ?? '' });
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: chosen === null ? [] : [chosen] });
  }, file);
}

const fingerprint = (page: Page): Promise<string> => page.getByTestId('fingerprint').innerText();

async function importWith(page: Page, passphrase: string): Promise<void> {
  await page.getByTestId('identity-import').click();
  await page.getByTestId('secret-known').fill(passphrase);
  await page.getByTestId('secret-confirm').click();
}

test('an identity is exported, reset and imported: the same fingerprint again', async ({ app }) => {
  const file = path.join(await freshFolder(), 'me.vigil-identity');
  const { app: electron, page } = await app({ relays: [RELAY] });
  await page.getByTestId('settings-open').click();
  const before = await fingerprint(page);

  await page.getByTestId('identity-export').click();
  await page.getByTestId('secret-fresh').fill(PASSPHRASE);
  await page.getByTestId('secret-again').fill(PASSPHRASE);
  await chooses(electron, null);
  await page.getByTestId('secret-confirm').click();
  await expect(page.getByTestId('secret-confirm')).toBeEnabled();
  await expect(page.getByTestId('secret-export')).toBeVisible();
  await chooses(electron, file);
  await page.getByTestId('secret-confirm').click();
  await expect(page.getByTestId('secret-export')).toHaveCount(0, { timeout: 40_000 });

  await page.getByTestId('identity-reset').click();
  await page.getByTestId('reset-identity-cancel').click();
  expect(await fingerprint(page)).toBe(before);
  await page.getByTestId('identity-reset').click();
  await page.getByTestId('reset-identity-confirm').click();
  await expect(page.getByTestId('fingerprint')).not.toHaveText(before);
  const reset = await fingerprint(page);

  await importWith(page, 'not this one');
  await expect(page.getByTestId('secret-problem')).not.toBeEmpty({ timeout: 40_000 });
  expect(await fingerprint(page)).toBe(reset);
  await page.getByTestId('secret-known').fill(PASSPHRASE);
  await page.getByTestId('secret-confirm').click();
  await expect(page.getByTestId('fingerprint')).toHaveText(before, { timeout: 40_000 });
});

test('the code of an identity, kept from before, verifies its owner in a meeting and nobody else', async ({
  app,
  relay,
}) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  const [ofAlice, ofBob] = [await pictureOfCode(alice.page), await pictureOfCode(bob.page)];
  await connect(alice.page, bob.page);
  await alice.page.getByTestId('safety-open').first().click();
  await alice.page.getByTestId('verify-tab-code').click();
  const opens = (buffer: Buffer): Promise<void> =>
    alice.page
      .getByTestId('verify-image-file')
      .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer });
  const tile = alice.page.locator('[data-testid^="tile-"][data-trust]').first();
  await opens(ofAlice);
  await expect(alice.page.getByTestId('verify-unsettled')).toBeVisible();
  await expect(tile).toHaveAttribute('data-trust', 'new');
  await opens(ofBob);
  await expect(alice.page.getByTestId('verify-matched')).toBeVisible();
  await expect(tile).toHaveAttribute('data-trust', 'verified');

  // To Bob, the code of somebody whom he never met is no match: it could be the true Alice's.
  const carol = await app({ relays: [url] });
  await bob.page.getByTestId('safety-open').first().click();
  await bob.page.getByTestId('verify-tab-code').click();
  await bob.page
    .getByTestId('verify-image-file')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: await pictureOfCode(carol.page) });
  await expect(bob.page.getByTestId('verify-mismatch')).toBeVisible();
});

test('whoever appears as someone new is someone new: another safety number, no name kept', async ({
  app,
  relay,
}) => {
  const own = await relay();
  const alice = await app({ relays: [own.url] });
  const bob = await app({ relays: [own.url] });
  await connect(alice.page, bob.page);
  const usual = await safetyNumberOf(alice.page);
  expect(await safetyNumberOf(bob.page)).toEqual(usual);
  await part(alice.page, bob.page);

  const link = await hostMeeting(alice.page, 'Alice');
  await pasteLink(bob.page, link);
  await expect(bob.page.getByTestId('preview-name')).toHaveValue('Bob');
  await bob.page.getByTestId('preview-change').click();
  await bob.page.getByTestId('preview-throwaway').click();
  await bob.page.keyboard.press('Escape');
  await expect(bob.page.getByTestId('preview-name')).toHaveValue('');
  await bob.page.getByTestId('preview-name').fill('Somebody');
  await bob.page.getByTestId('preview-enter').click();
  await alice.page.getByTestId('knock-admit').click();
  await expectPictureOfOther(alice.page);
  const asNew = await safetyNumberOf(alice.page);
  expect(asNew).not.toEqual(usual);
  expect(await safetyNumberOf(bob.page)).toEqual(asNew);
  await part(alice.page, bob.page);

  // Afterwards everything is as before.
  const again = await hostMeeting(alice.page, 'Alice');
  await pasteLink(bob.page, again);
  await expect(bob.page.getByTestId('preview-name')).toHaveValue('Bob');
  await bob.page.getByTestId('preview-enter').click();
  await alice.page.getByTestId('knock-admit').click();
  await expectPictureOfOther(alice.page);
  expect(await safetyNumberOf(alice.page)).toEqual(usual);
});

/** As somebody keeps it who photographs the screen. Begins and ends on the first screen. */
async function pictureOfCode(page: Page): Promise<Buffer> {
  await page.getByTestId('settings-open').click();
  await page.getByTestId('identity-code').click();
  const picture = await page.getByTestId('identity-code-picture').screenshot();
  await page.getByTestId('identity-code-close').click();
  await page.getByRole('button', { name: 'Home' }).first().click();
  return picture;
}
