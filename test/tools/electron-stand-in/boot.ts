/** Where the launcher enters: makes this Node process look like Electron's main process, then runs the app. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app';
import { Browser } from './browser';
import { BrowserWindow } from './browser-window';
import { chromiumArguments, findChromium, isHeadless, NoChromium, profileIsFree } from './chromium';
import { parseArguments, Switches } from './command-line';
import { installElectronModule } from './electron-module';
import { cleanUpAfterMe } from './keeper';
import { findPackagedApp, readApp, type FoundApp } from './load-app';
import { nativeTheme } from './modules/native-theme';
import { whenItFails } from './log';
import { runtime } from './runtime';
import { temporaryFolder } from './temporary-folder';
import { WebContents } from './web-contents';

const [, , executable = '', ...args] = process.argv;
const invocation = parseArguments(args);
const require = createRequire(__filename);

function becomeElectron(resources: string): void {
  runtime.executable = executable;
  runtime.switches = new Switches(invocation.switches);
  process.argv = [executable, ...args];
  process.execPath = executable;
  Object.defineProperty(process.versions, 'electron', { value: ELECTRON_VERSION, enumerable: true });
  // How an app can tell, and say, that it does not run in Electron.
  Object.defineProperty(process.versions, 'vigil-stand-in', { value: '1', enumerable: true });
  Object.assign(process, { type: 'browser', resourcesPath: resources });
}

const atEnd = (cleanup: () => void): void => {
  app.lifecycle.atEnd(cleanup);
};

function findApp(resources: string): FoundApp {
  const packaged = findPackagedApp(resources, atEnd);
  runtime.isPackaged = packaged !== undefined;
  if (packaged === undefined) Object.assign(process, { defaultApp: true });
  const found = readApp(packaged ?? path.resolve(invocation.appPath ?? '.'));
  runtime.appPath = found.folder;
  runtime.appVersion = found.version ?? '0.0.0';
  if (found.name !== undefined) app.setName(found.name);
  return found;
}

async function runApp(found: FoundApp): Promise<void> {
  for (const preload of invocation.preloads) require(path.resolve(preload));
  process.on('uncaughtException', (error) => {
    console.error('Uncaught exception in the main process:', error);
    process.exit(1);
  });
  if (found.isModule) await import(pathToFileURL(found.main).href);
  else require(found.main);
}

/** After the app's own synchronous code, so that the switches it appends count. */
async function startChromium(program: string): Promise<void> {
  const profile = path.join(app.getPath('sessionData'), 'stand-in-profile');
  fs.mkdirSync(profile, { recursive: true });
  await profileIsFree(profile);
  const headless = isHeadless(process.env);
  const isRoot = process.getuid?.() === 0;
  const chromiumSwitches = chromiumArguments(runtime.switches, { profile, headless, isRoot });
  const temporary = temporaryFolder('chromium', atEnd);
  const browser = await Browser.start(program, chromiumSwitches, temporary);
  runtime.browser = browser;
  cleanUpAfterMe(browser.pid, []);
  browser.on('gone', () => {
    if (app.lifecycle.isEnding) return;
    console.error('Chromium ended unexpectedly.');
    process.exit(1);
  });
  browser.on('page-closed', (targetId) => {
    BrowserWindow.fromWebContents(WebContents.fromDevToolsTargetId(targetId))?.destroy();
  });
  browser.on('popup', ({ openerId = '', url }) => {
    WebContents.fromDevToolsTargetId(openerId)?.onWindowOpen(url, '', '');
  });
  nativeTheme.on('updated', () => {
    for (const contents of WebContents.getAllWebContents()) contents.applyTheme().catch(whenItFails('theme'));
  });
  const { product } = await browser.cdp.send('Browser.getVersion', {});
  const version = product.split('/').at(-1) ?? '';
  Object.defineProperty(process.versions, 'chrome', { value: version, enumerable: true });
}

async function boot(): Promise<void> {
  const program = findChromium(process.env);
  const resources = path.join(path.dirname(executable), 'resources');
  becomeElectron(resources);
  app.lifecycle.install();
  installElectronModule();
  await runApp(findApp(resources));
  if (app.lifecycle.isEnding) return;
  await startChromium(program);
  app.becomeReady();
}

boot().catch((error: unknown) => {
  console.error(error instanceof NoChromium ? error.message : error);
  process.exit(1);
});
