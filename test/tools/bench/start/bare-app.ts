/** The least that an app on this runtime can be: one window, as locked up as Vigil's, with a page of one line. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { giveToApp, hasSandbox } from '../../../support/driver/program';
import { PATIENCE_MS } from '../../../support/driver/patience';
import { freshFolder, type RunningApp } from '../../../support/driver/app';

const MAIN = `
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
app.enableSandbox();
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1100,
    height: 720,
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, backgroundThrottling: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
`;
const PAGE = '<!doctype html><title>Bare</title><div id="root"><h1>A bare window</h1></div>';

export interface Opened extends RunningApp {
  /** By this computer's clock, when it was asked to start. */
  askedAt: number;
}

export async function startBareApp(): Promise<Opened> {
  const folder = await freshFolder();
  const program = path.join(folder, 'program');
  await mkdir(program);
  const description = { name: 'bare', version: '1.0.0', type: 'module', main: 'main.js' };
  const files = { 'package.json': JSON.stringify(description), 'main.js': MAIN, 'index.html': PAGE };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(program, name), text);
  giveToApp(program);
  const askedAt = Date.now();
  const app = await _electron.launch({
    args: [`--user-data-dir=${path.join(folder, 'profile')}`, program],
    chromiumSandbox: hasSandbox(),
    colorScheme: null,
    timeout: PATIENCE_MS,
  });
  const page = await app.firstWindow();
  await page.locator('#root > *').first().waitFor();
  return { app, page, folder, askedAt, close: () => app.close() };
}
