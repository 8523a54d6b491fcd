/**
 * `electron` for a package made around an Electron that is older than the project's own, laid over main's imports
 * (adapt.ts): the asynchronous clipboard and safeStorage, and the standard encoded transform, which Chromium has by
 * default only since 141. Such a package is for tests.
 */
import { createRequire } from 'node:module';

/**
 * What is called here.
 * @typedef {object} Called
 * @property {{ commandLine: { appendSwitch: (name: string, value: string) => void } }} app
 * @property {{ readText: () => string, writeText: (text: string) => void, clear: () => void }} clipboard
 * @property {{ getSelectedStorageBackend: () => string, setUsePlainTextEncryption: (on: boolean) => void,
 *   isEncryptionAvailable: () => boolean, encryptString: (text: string) => Buffer,
 *   decryptString: (bytes: Buffer) => string }} safeStorage
 */
const electron = /** @type {Called & Record<string, unknown>} */ (createRequire(import.meta.url)('electron'));

electron.app.commandLine.appendSwitch('enable-blink-features', 'RTCRtpScriptTransform');

export const {
  BrowserWindow,
  Menu,
  MenuItem,
  Notification,
  Tray,
  app,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
  webContents,
} = electron;

export class ClipboardItem {
  /** @type {Record<string, unknown>} */
  data;

  /** @param {Record<string, unknown>} data */
  constructor(data) {
    this.data = data;
  }
}

export const clipboard = {
  readText: () => Promise.resolve(electron.clipboard.readText()),
  /** @param {string} text */
  writeText: (text) => {
    electron.clipboard.writeText(text);
    return Promise.resolve();
  },
  clear: () => {
    electron.clipboard.clear();
  },
  /** @param {ClipboardItem[]} items */
  write: async ([item]) => {
    const text = /** @type {string | Blob} */ (await item?.data['text/plain']);
    electron.clipboard.writeText(typeof text === 'string' ? text : await text.text());
  },
};

export const safeStorage = {
  getSelectedStorageBackend: () => electron.safeStorage.getSelectedStorageBackend(),
  /** @param {boolean} on */
  setUsePlainTextEncryption: (on) => {
    electron.safeStorage.setUsePlainTextEncryption(on);
  },
  isEncryptionAvailable: () => electron.safeStorage.isEncryptionAvailable(),
  isAsyncEncryptionAvailable: () => Promise.resolve(electron.safeStorage.isEncryptionAvailable()),
  /** @param {string} text */
  encryptStringAsync: (text) => Promise.resolve(electron.safeStorage.encryptString(text)),
  /** @param {Buffer} bytes */
  decryptStringAsync: (bytes) =>
    Promise.resolve({ result: electron.safeStorage.decryptString(bytes), shouldReEncrypt: false }),
};
