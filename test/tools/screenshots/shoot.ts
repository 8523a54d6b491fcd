/**
 * Pictures of every screen of the running app, light and dark, from a real call of two:
 * `node --import tsx test/tools/screenshots/shoot.ts [FOLDER]`, with the runtime in the environment as for the tests.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { startApp, type RunningApp } from '../../support/driver/app';
import { askToJoin, expectPictureOfOther, hostMeeting, pasteLink } from '../../support/driver/call';
import { DRAWN_HEIGHT, DRAWN_WIDTH, looks, svgOf, type Look } from '../../support/media/drawn-people';
import { fakeDeviceSwitches, writeParticipantMedia } from '../../support/media/files';
import { startRelay } from '../../../main/volunteer-server/relay/relay';

const folder = process.argv[2] ?? 'out/screenshots';
await mkdir(folder, { recursive: true });

async function inBothThemes(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    const saved = await page.evaluate(
      (chosen) => window.vigil.request['settings:save']({ theme: chosen }),
      theme,
    );
    if (!saved.ok) throw new Error(saved.code);
    await expect(page.locator(`html[data-theme="${theme}"]`)).toHaveCount(1);
    await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`), animations: 'disabled' });
  }
}

async function tour(alice: RunningApp, bob: RunningApp): Promise<void> {
  await inBothThemes(alice.page, 'home');
  await pasteLink(bob.page, 'vigil://join/AgBq');
  await expect(bob.page.getByTestId('link-error')).toBeVisible();
  await inBothThemes(bob.page, 'home-bad-link');
  await alice.page.getByTestId('settings-open').click();
  await inBothThemes(alice.page, 'settings');
  await alice.page.getByRole('button', { name: 'Home' }).first().click();
  await alice.page.getByTestId('home-new-meeting').click();
  await alice.page.getByTestId('preview-name').fill('Ruth');
  await inBothThemes(alice.page, 'preview-host');
  await alice.page.getByRole('button', { name: 'Home' }).first().click();
  const link = await hostMeeting(alice.page, 'Ruth', 'Reading circle');
  await inBothThemes(alice.page, 'meeting-alone');
  await pasteLink(bob.page, link);
  await inBothThemes(bob.page, 'preview-guest');
  await bob.page.getByTestId('preview-name').fill('Amara');
  await bob.page.getByTestId('preview-enter').click();
  await expect(bob.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'asked');
  await inBothThemes(bob.page, 'knocking');
  await inBothThemes(alice.page, 'meeting-knock');
  await alice.page.getByTestId('knock-admit').click();
  await Promise.all([expectPictureOfOther(alice.page), expectPictureOfOther(bob.page)]);
  // What was decided stands for a moment.
  await expect(alice.page.getByTestId('knock-card')).toHaveCount(0, { timeout: 30_000 });
  await inBothThemes(alice.page, 'meeting');
  await alice.page.getByTestId('control-people').click();
  await inBothThemes(alice.page, 'meeting-people');
  await alice.page.getByTestId('safety-open').first().click();
  await alice.page.getByTestId('verify-tab-number').click();
  await expect(alice.page.getByTestId('safety-group')).toHaveCount(12);
  await inBothThemes(alice.page, 'safety-number');
  await alice.page.getByTestId('safety-close').first().click();
  await alice.page.getByTestId('control-people').click();
  for (const [width, height] of [
    [800, 600],
    [1920, 1080],
  ] as const) {
    await alice.page.setViewportSize({ width, height });
    await inBothThemes(alice.page, `meeting-${String(width)}x${String(height)}`);
  }
  await bob.page.getByTestId('control-leave').click();
  await askToJoin(bob.page, link, 'Somebody else');
  await alice.page.getByTestId('control-leave').click();
  await inBothThemes(bob.page, 'knocking-alone');
}

/** A camera that sees a drawn person: JPEGs one after another. */
async function cameraFile(look: Look, file: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: DRAWN_WIDTH, height: DRAWN_HEIGHT } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svgOf(look)}`);
    const jpeg = await page.screenshot({ type: 'jpeg', quality: 90 });
    await writeFile(file, Buffer.concat(Array<Buffer>(30).fill(jpeg)));
    return file;
  } finally {
    await browser.close();
  }
}

const media = await mkdtemp(path.join(os.tmpdir(), 'vigil-media-'));
const relay = await startRelay();
const apps: RunningApp[] = [];
try {
  for (const [index, look] of [looks.ruth, looks.amara].entries()) {
    const { audio } = writeParticipantMedia(media, index, { width: 640, height: 360 });
    const video = await cameraFile(look, path.join(media, `person-${String(index)}.mjpeg`));
    const switches = fakeDeviceSwitches({ video, audio });
    apps.push(await startApp({ relays: [relay.url], switches }));
  }
  const [alice, bob] = apps;
  if (!alice || !bob) throw new Error('an app did not start');
  for (const { page } of apps) await page.setViewportSize({ width: 1280, height: 800 });
  await tour(alice, bob);
} finally {
  await Promise.allSettled(apps.map((app) => app.close()));
  await relay.close();
  await rm(media, { recursive: true, force: true, maxRetries: 20 });
}
