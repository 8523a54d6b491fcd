import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { toHex } from '../../shared/bytes';
import { cryptoReady } from '../../shared/crypto/sodium';
import { freshFolder } from '../support/driver/app';
import { hostMeeting, join } from '../support/driver/call';
import { answerDialogs, suggestedName } from '../support/driver/files';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';
import { DAY, pinnedKeys, signedOf } from '../support/release/releases';

test.describe.configure({ timeout: 300_000 });

/** Nothing that reaches a window in 700 ms is clicked in it. */
const SETTLED_MS = 800;

async function openAbout(page: Page): Promise<void> {
  await page.getByTestId('settings-open').click();
  await page.getByTestId('side-about').click();
}

test('news of a release comes from a file and from a member; a package is got only as it is named', async ({
  relay,
  app,
}) => {
  await cryptoReady();
  const { url } = await relay();
  const folder = await freshFolder();
  const whole = Buffer.alloc(400_000, 'vigil');
  const turned = Buffer.from(whole);
  turned[200_000]! ^= 1;
  // The name of a folder says which of the two it has.
  const mirror = createServer(({ url: asked }, response) => {
    // What is missing never comes.
    if (asked?.startsWith('/slow/') === true) response.write(whole.subarray(0, 100_000));
    else response.end(asked?.startsWith('/honest/') === true ? whole : turned);
  }).listen(0, '127.0.0.1');
  await once(mirror, 'listening');
  const base = `http://127.0.0.1:${String((mirror.address() as AddressInfo).port)}`;
  try {
    const issued = Math.floor(Date.now() / 1000) - 3600;
    const name = 'Vigil-99.0.0-linux-x64.deb';
    const hash = new Uint8Array(createHash('sha256').update(whole).digest());
    const fits = { platform: process.platform, arch: process.arch };
    const release = {
      ...{ version: [99, 0, 0] as [number, number, number], issued, expires: issued + 90 * DAY },
      files: [{ ...fits, name, kind: 'deb', size: whole.length, hash }],
    };
    const file = path.join(folder, 'news.vigil-release');
    const forged = path.join(folder, 'forged.vigil-release');
    await writeFile(file, signedOf(release));
    await writeFile(forged, signedOf(release, [0, 3]));

    const args = pinnedKeys().map((key) => `--test-release-key=${toHex(key)}`);
    const [alice, bob] = [await app({ relays: [url], args }), await app({ relays: [url], args })];
    await openAbout(alice.page);
    await expect(alice.page.getByTestId('own-build')).toHaveAttribute('data-standing', 'not-released');
    const outcome = alice.page.getByTestId('release-outcome');
    for (const [chosen, expected] of [
      [forged, 'unsigned'],
      [file, 'accepted'],
      [file, 'known'],
    ] as const) {
      await answerDialogs(alice.app, { open: chosen });
      await alice.page.getByTestId('release-open').click();
      await expect(outcome).toHaveAttribute('data-outcome', expected);
    }
    await expect(alice.page.getByTestId('release-known')).toContainText('99.0.0');
    expect(await violations(alice.page)).toEqual([]);
    await alice.page.getByRole('button', { name: 'Home' }).click();

    const link = await hostMeeting(alice.page, 'Alice');
    await join(alice.page, bob.page, link, 'Bob');
    await bob.page.getByTestId('control-people').click();
    await expect(bob.page.getByTestId('release-offer')).toContainText('99.0.0');
    await bob.page.getByTestId('runs').locator('summary').click();
    await expect(bob.page.getByTestId('runs-of')).toHaveAttribute('data-standing', 'not-released');
    expect(await violations(bob.page)).toEqual([]);
    await bob.page.waitForTimeout(SETTLED_MS);
    await bob.page.getByTestId('release-ask-member').click();
    await expect(bob.page.getByTestId('release-outcome')).toHaveAttribute('data-outcome', 'accepted');
    await expect(bob.page.getByTestId('release-offer')).toHaveCount(0);
    await bob.page.getByTestId('control-leave').click();

    await openAbout(bob.page);
    const place = path.join(folder, name);
    await answerDialogs(bob.app, { save: place });
    const getting = bob.page.getByTestId('release-getting');
    await bob.page.getByTestId('release-mirror').fill(`${base}/tampered/`);
    await bob.page.getByTestId('release-fetch').click();
    await expect(getting.locator('[data-why]')).toHaveAttribute('data-why', 'other-hash');
    await expect.poll(() => readdir(folder)).not.toContain(`${name}.part`);
    expect(await readdir(folder)).not.toContain(name);
    await bob.page.getByTestId('release-mirror').fill(`${base}/honest/`);
    await bob.page.getByTestId('release-fetch').click();
    await expect(getting).toHaveAttribute('data-state', 'checked');
    expect(await suggestedName(bob.app)).toBe(name);
    expect((await readFile(place)).equals(whole)).toBe(true);
    expect(await violations(bob.page)).toEqual([]);
    await writeFile(place, turned);
    await answerDialogs(bob.app, { open: place });
    await bob.page.getByTestId('release-check').click();
    await expect(getting.locator('[data-why]')).toHaveAttribute('data-why', 'not-of-release');

    // Quitting in the middle leaves nothing behind.
    const slow = path.join(folder, 'slow.deb');
    await answerDialogs(bob.app, { save: slow });
    await bob.page.getByTestId('release-mirror').fill(`${base}/slow/`);
    await bob.page.getByTestId('release-fetch').click();
    await expect(getting).toHaveAttribute('data-state', 'running');
    await expect.poll(() => readdir(folder)).toContain('slow.deb.part');
    await bob.app.close();
    expect((await readdir(folder)).filter((left) => left.startsWith('slow'))).toEqual([]);
  } finally {
    mirror.closeAllConnections();
    mirror.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
});
