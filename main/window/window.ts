/** The one window. */
import path from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme, screen } from 'electron';
import { APP_URL } from './app-protocol';
import { windowSize } from './window-size';

export interface WindowEvents {
  /** The user wants to close the window. True: it stays, since something is asked first. */
  holds: () => boolean;
  /** It closes: finish what has to be finished, then the window goes. */
  closing: () => Promise<void>;
  closed: () => void;
  /** The person has it in front now. */
  front: () => void;
  /** False while it is minimised or hidden. */
  seen: (seen: boolean) => void;
  /** The page crashed or was loaded anew: its links and devices are gone. */
  pageLost: () => void;
}

/** @param root the build's folder, absolute. @param encodeOnceFrom of a test, see options.ts. */
export function createWindow(
  root: string,
  encodeOnceFrom: number | null,
  events: WindowEvents,
): BrowserWindow {
  Menu.setApplicationMenu(applicationMenu());
  const window = new BrowserWindow({
    title: 'Vigil',
    ...windowSize(screen.getPrimaryDisplay().workAreaSize),
    show: false,
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload: path.join(root, 'preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A meeting goes on while the window is behind others.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  watchPage(window, events);
  watchSight(window, events);
  closeWhenFinished(window, events);
  window.on('focus', events.front);
  window.on('closed', events.closed);
  const query = encodeOnceFrom === null ? '' : `?encode-once-from=${String(encodeOnceFrom)}`;
  window.loadURL(APP_URL + query).catch(() => {
    // Closed before it was loaded.
  });
  return window;
}

const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#11131a' : '#f7f4ee');

/** As the person has chosen it, before the page has come. */
export function drawAnew(window: BrowserWindow, zoomFactor: number): void {
  window.setBackgroundColor(backgroundColor());
  window.webContents.once('did-navigate', () => {
    window.webContents.setZoomFactor(zoomFactor);
  });
}

/** Without its own menu macOS offers one that reloads the page in the middle of a meeting. */
function applicationMenu(): ReturnType<typeof Menu.buildFromTemplate> | null {
  if (process.platform !== 'darwin') return null;
  return Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
}

function watchPage(window: BrowserWindow, events: WindowEvents): void {
  let loads = 0;
  window.webContents.on('did-navigate', () => {
    if (loads++ > 0) events.pageLost();
  });
  window.webContents.on('render-process-gone', () => {
    events.pageLost();
    if (!window.isDestroyed()) window.webContents.reload();
  });
}

/** The page itself does not notice: without background throttling it counts as visible all the time. */
function watchSight(window: BrowserWindow, { seen }: WindowEvents): void {
  window.on('minimize', () => {
    seen(false);
  });
  window.on('hide', () => {
    seen(false);
  });
  window.on('restore', () => {
    seen(true);
  });
  window.on('show', () => {
    seen(true);
  });
}

/** The window waits until the meeting has said goodbye. Where all of Vigil ends, or the system, nothing is asked. */
function closeWhenFinished(window: BrowserWindow, events: WindowEvents): void {
  let state: 'open' | 'closing' | 'finished' = 'open';
  let isQuitting = false;
  const quit = (): void => {
    isQuitting = true;
  };
  app.once('before-quit', quit);
  window.once('session-end', quit);
  window.once('query-session-end', quit);
  window.on('close', (event) => {
    if (state === 'finished') return;
    event.preventDefault();
    if (state === 'closing' || (!isQuitting && events.holds())) return;
    state = 'closing';
    void events.closing().finally(() => {
      state = 'finished';
      if (!window.isDestroyed()) window.close();
    });
  });
}

/** Brings the window to the front, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
