/** The app as users get it: what is in the package, what its fuses forbid, and that links reach it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { buildPackage, startAgain, startPackaged, type PackagedApp } from '../packaging/packaged-app';

/** The characters of the fuse wire. */
const [OFF, ON] = ['0', '1'].map((digit) => digit.charCodeAt(0)) as [number, number];

test.describe('the package', () => {
  test.skip(process.platform !== 'linux', 'the layout of the unpacked package is that of Linux');
  test.describe.configure({ mode: 'serial' });

  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-package-'));
  let app: PackagedApp;

  test.beforeAll(async () => {
    test.setTimeout(200_000);
    app = await buildPackage(path.join(folder, 'dist'));
  });

  test.afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('holds the build and nothing else', () => {
    const files = listPackage(app.archive, { isPack: false });
    expect(files).toEqual(
      expect.arrayContaining(['/out/main/index.js', '/out/preload/preload.cjs', '/out/renderer/index.html']),
    );
    const foreign = files.filter(
      (file) => !/^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?)$/.test(file),
    );
    expect(foreign).toEqual([]);
  });

  test('cannot be turned into something else', async () => {
    const fuses = await getCurrentFuseWire(app.executable);
    const expected: [FuseV1Options, number][] = [
      [FuseV1Options.RunAsNode, OFF],
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
      [FuseV1Options.EnableNodeCliInspectArguments, OFF],
      [FuseV1Options.GrantFileProtocolExtraPrivileges, OFF],
      [FuseV1Options.EnableCookieEncryption, ON],
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ON],
      [FuseV1Options.OnlyLoadAppFromAsar, ON],
    ];
    expect(expected.map(([fuse]) => [FuseV1Options[fuse], Number(fuses[fuse])])).toEqual(
      expected.map(([fuse, state]) => [FuseV1Options[fuse], state]),
    );
  });

  test('is opened by a link', async () => {
    const home = path.join(folder, 'cold');
    const running = await startPackaged(app, home, ['vigil://join/not-a-link']);
    try {
      await expect(running.page.getByTestId('link-error')).toBeVisible();
    } finally {
      await running.stop();
    }
  });

  test('hands a link to the instance that runs already', async () => {
    const home = path.join(folder, 'warm');
    const running = await startPackaged(app, home);
    try {
      await expect(running.page.locator('#root > *').first()).toBeVisible();
      await expect(running.page.getByTestId('link-error')).toHaveCount(0);
      expect(await startAgain(app, home, ['vigil://join/not-a-link'])).toBe(0);
      await expect(running.page.getByTestId('link-error')).toBeVisible();
      await expect(running.page.getByTestId('preview-enter')).toHaveCount(0);
    } finally {
      await running.stop();
    }
  });
});
