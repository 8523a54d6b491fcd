/** The one window. */
import path from 'node:path';
import { BrowserWindow, Menu, nativeTheme } from 'electron';
import { APP_URL } from './app-protocol';

export interface WindowEvents {
  /** The user wants to close: finish what has to be finished, then the window goes. */
  closing: () => Promise<void>;
  closed: () => void;
}

/** @param root the build's folder, absolute. */
export function createWindow(root: string, events: WindowEvents): BrowserWindow {
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    title: 'Vigil',
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#11131a' : '#f7f4ee',
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
  let finished = false;
  window.on('close', (event) => {
    if (finished) return;
    event.preventDefault();
    void events.closing().finally(() => {
      finished = true;
      window.close();
    });
  });
  window.on('closed', events.closed);
  window.loadURL(APP_URL).catch(() => {
    // Closed before it was loaded.
  });
  return window;
}

/** Brings the window to the front, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
