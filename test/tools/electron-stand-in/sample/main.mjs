/** A small app that uses what the stand-in offers; the integration test drives it. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { app, BrowserWindow, ipcMain, net, protocol, safeStorage, session } from 'electron';

const folder = path.dirname(fileURLToPath(import.meta.url));
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' app://sample; worker-src 'self'; style-src 'self'";

/** What happened, for the test to read. */
const seen = {
  secondInstances: /** @type {string[][]} */ ([]),
  notes: /** @type {unknown[]} */ ([]),
  opened: /** @type {string[]} */ ([]),
  prevented: /** @type {string[]} */ ([]),
  permissions: /** @type {string[]} */ ([]),
  allowMedia: true,
};
Object.assign(globalThis, { seen });

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.enableSandbox();

/** @param {string} url */
async function serve(url) {
  const file = path.join(folder, 'page', new URL(url).pathname);
  const response = await net.fetch(pathToFileURL(file).href);
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', policy);
  return new Response(response.body, { headers });
}

function answerThePage() {
  ipcMain.handle('echo', (_event, /** @type {unknown} */ value) => value);
  ipcMain.handle('fail', () => {
    throw new TypeError('no luck');
  });
  ipcMain.handle('sender', ({ senderFrame }) => ({
    url: senderFrame?.url,
    origin: senderFrame?.origin,
    isTop: senderFrame !== null && senderFrame.top === senderFrame && senderFrame.parent === null,
  }));
  ipcMain.handle('secret', async (_event, /** @type {string} */ text) => {
    const sealed = await safeStorage.encryptStringAsync(text);
    const opened = await safeStorage.decryptStringAsync(sealed);
    return { hidden: !sealed.includes(text), ...opened };
  });
  ipcMain.on('note', (_event, value) => {
    seen.notes.push(value);
  });
}

function guard() {
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'media');
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    seen.permissions.push([permission, ...types].join(' '));
    decide(seen.allowMedia);
  });
}

async function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    webPreferences: { preload: path.join(folder, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.opened.push(url);
    return { action: 'deny' };
  });
  window.webContents.on('will-frame-navigate', (event) => {
    seen.prevented.push(event.url);
    event.preventDefault();
  });
  await window.loadURL('app://sample/index.html');
}

async function start() {
  await app.whenReady();
  protocol.handle('app', ({ url }) => serve(url));
  answerThePage();
  guard();
  await openWindow();
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => seen.secondInstances.push(argv));
  void start();
} else {
  app.quit();
}
