import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { hostMeeting, join } from '../support/driver/call';
import {
  answerDialogs,
  breakConnections,
  fileRow,
  hashOf,
  sendFile,
  suggestedName,
  writeNoise,
} from '../support/driver/files';
import { freshFolder, type RunningApp } from '../support/driver/app';
import { startKeepingConnections } from '../support/driver/connections';
import { expect, test } from '../support/driver/fixtures';
import { openChat } from '../support/driver/speaking-up';
import { violations } from '../support/driver/violations';
import { rm } from 'node:fs/promises';

/** Three apps share two processors, and files go through all of them. */
test.describe.configure({ timeout: 480_000 });

/** Nothing that reaches a window in 700 ms is clicked in it. */
const SETTLED_MS = 800;

/** A PNG of 320x200 pixels, all of one green. */
async function greenPicture(page: Page): Promise<Uint8Array> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(320, 200);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = 'rgb(0 128 0)';
      context.fillRect(0, 0, 320, 200);
    }
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  return Uint8Array.from(bytes);
}

async function settled({ page }: RunningApp): Promise<void> {
  await page.waitForTimeout(SETTLED_MS);
}

test('a file is offered, declined, saved bit for bit across broken links, cancelled; empty ones too', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const folder = await freshFolder();
  try {
    const apps = [];
    for (let count = 0; count < 3; count++) apps.push(await app({ relays: [url] }));
    const [alice, bob, carol] = apps as [RunningApp, RunningApp, RunningApp];
    await startKeepingConnections(bob.page);
    await alice.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setSize(800, 600);
    });
    const link = await hostMeeting(alice.page, 'Alice');
    await join(alice.page, bob.page, link, 'Bob');
    await join(alice.page, carol.page, link, 'Carol');
    await openChat(bob.page);

    const large = path.join(folder, 'large.bin');
    await writeNoise(large, 24_000_001);
    const saved = path.join(folder, 'at-bob.bin');
    await answerDialogs(alice.app, { open: large });
    await answerDialogs(bob.app, { save: saved });
    await sendFile(alice.page);
    await expect(carol.page.getByTestId('control-chat').locator('.count')).toHaveAttribute('data-count', '1');
    await openChat(carol.page);
    const [atAlice, atBob, atCarol] = apps.map(({ page }) => fileRow(page, 'large.bin'));
    await expect(atBob!).toHaveAttribute('data-state', 'offered');
    await settled(carol);
    await atCarol!.getByTestId('file-decline').click();
    await expect(atCarol!).toHaveAttribute('data-state', 'declined');
    expect(await violations(bob.page)).toEqual([]);
    await atBob!.getByTestId('file-save').click();
    for (let broken = 0; broken < 3; broken++) {
      await expect(atBob!).toHaveAttribute('data-state', 'running', { timeout: 60_000 });
      await breakConnections(bob.page);
      await expect(atBob!).toHaveAttribute('data-state', 'waiting');
    }
    await expect(atBob!).toHaveAttribute('data-state', 'done', { timeout: 120_000 });
    expect(await suggestedName(bob.app)).toBe('large.bin');
    expect(await hashOf(saved)).toBe(await hashOf(large));
    await expect(atAlice!).toHaveAttribute('data-state', 'done');
    await expect(atAlice!.getByTestId('file-size')).toContainText('1');
    expect(await violations(alice.page)).toEqual([]);

    // To one alone, with names that lead astray, and next to nothing in them.
    for (const [name, safe, contents] of [
      ['CON', '_CON', ''],
      ['a\u202efdp.exe', 'afdp.exe', 'x'],
    ] as const) {
      const file = path.join(folder, name);
      await writeFile(file, contents);
      const place = path.join(folder, `saved-${safe}`);
      await answerDialogs(alice.app, { open: file });
      await answerDialogs(bob.app, { save: place });
      await sendFile(alice.page, 'Bob');
      const row = fileRow(bob.page, safe);
      await expect(row).toHaveAttribute('data-state', 'offered');
      await settled(bob);
      await row.getByTestId('file-save').click();
      await expect(row).toHaveAttribute('data-state', 'done');
      expect(await suggestedName(bob.app)).toBe(safe);
      expect(await readFile(place, 'utf8')).toBe(contents);
      await expect(fileRow(carol.page, safe)).toHaveCount(0);
    }

    // A picture is shown when that is asked, and only as it came.
    const photo = path.join(folder, 'photo.png');
    await writeFile(photo, await greenPicture(alice.page));
    const place = path.join(folder, 'saved.png');
    await answerDialogs(alice.app, { open: photo });
    await answerDialogs(bob.app, { save: place });
    await sendFile(alice.page, 'Bob');
    const picture = fileRow(bob.page, 'photo.png');
    await expect(picture).toHaveAttribute('data-state', 'offered');
    await settled(bob);
    await picture.getByTestId('file-save').click();
    await expect(picture).toHaveAttribute('data-state', 'done');
    await picture.getByTestId('file-look').click();
    const seen = (): Promise<number[]> =>
      bob.page
        .getByTestId('file-picture-canvas')
        .evaluate((canvas: HTMLCanvasElement) => [
          ...(canvas.getContext('2d')?.getImageData(20, 20, 1, 1).data ?? []),
        ]);
    await expect.poll(seen).toEqual([0, 128, 0, 255]);
    expect(await violations(bob.page)).toEqual([]);
    await bob.page.getByTestId('file-picture-close').click();
    await writeFile(place, 'another file by now');
    await picture.getByTestId('file-look').click();
    await expect(bob.page.getByTestId('file-picture-none')).toBeVisible();
    await bob.page.getByTestId('file-picture-close').click();

    // Paused, resumed, and cancelled by its sender: nothing of it is left.
    const again = path.join(folder, 'again.bin');
    await writeNoise(again, 40_000_000);
    const given = path.join(folder, 'given-up.bin');
    await answerDialogs(bob.app, { open: again });
    await answerDialogs(carol.app, { save: given });
    await sendFile(bob.page);
    const row = fileRow(carol.page, 'again.bin');
    await expect(row).toHaveAttribute('data-state', 'offered');
    await settled(carol);
    await row.getByTestId('file-save').click();
    await expect(row).toHaveAttribute('data-state', 'running');
    await settled(carol);
    await row.getByTestId('file-pause').click();
    await expect(row).toHaveAttribute('data-state', 'held-here');
    expect((await stat(`${given}.part`)).isFile()).toBe(true);
    const own = fileRow(bob.page, 'again.bin');
    await expect(own).toHaveAttribute('data-state', 'held-there');
    await settled(bob);
    await own.getByTestId('file-cancel').click();
    await expect(row).toHaveAttribute('data-state', 'cancelled');
    await expect
      .poll(async () => (await readdir(folder)).filter((name) => name.startsWith('given-up')))
      .toEqual([]);

    // Whoever may not write offers no file either.
    await alice.page.getByTestId('chat-pause').click();
    await expect(bob.page.getByTestId('chat-paused')).toBeVisible();
    await expect(bob.page.getByTestId('file-send')).toHaveCount(0);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
});
