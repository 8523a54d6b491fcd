/** What `require('electron')` and `import 'electron'` give to main. */
import Module from 'node:module';
import { app } from './app';
import { BrowserWindow } from './browser-window';
import { ipcMain } from './ipc-main';
import { clipboard, ClipboardItem } from './modules/clipboard';
import * as desktop from './modules/desktop';
import { dialog } from './modules/dialog';
import { Menu, MenuItem, Tray } from './modules/menu';
import { nativeImage } from './modules/native-image';
import { nativeTheme } from './modules/native-theme';
import { net } from './modules/net';
import { safeStorage } from './modules/safe-storage';
import { shell } from './modules/shell';
import { protocol } from './protocol';
import { session } from './session';
import { WebContents } from './web-contents';

/** Names that Node and test drivers look for in anything. */
const looked = new Set(['then', 'toJSON', '__esModule', 'default', 'inspect', 'nodeType', '$$typeof']);

/** A part of Electron that the stand-in lacks must be noticed where it is used, and named. */
export function strict<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get(target, key, receiver): unknown {
      if (key in target || typeof key === 'symbol' || looked.has(key))
        return Reflect.get(target, key, receiver);
      throw new Error(`The Electron stand-in has no ${name}.${key}`);
    },
  });
}

export const electronParts = {
  app: strict('app', app),
  BrowserWindow,
  clipboard: strict('clipboard', clipboard),
  ClipboardItem,
  crashReporter: strict('crashReporter', desktop.crashReporter),
  desktopCapturer: strict('desktopCapturer', desktop.desktopCapturer),
  dialog: strict('dialog', dialog),
  globalShortcut: strict('globalShortcut', desktop.globalShortcut),
  ipcMain: strict('ipcMain', ipcMain),
  Menu,
  MenuItem,
  nativeImage: strict('nativeImage', nativeImage),
  nativeTheme: strict('nativeTheme', nativeTheme),
  net: strict('net', net),
  Notification: desktop.Notification,
  powerMonitor: strict('powerMonitor', desktop.powerMonitor),
  powerSaveBlocker: strict('powerSaveBlocker', desktop.powerSaveBlocker),
  protocol: strict('protocol', protocol),
  safeStorage: strict('safeStorage', safeStorage),
  screen: strict('screen', desktop.screen),
  session: strict('session', session),
  shell: strict('shell', shell),
  systemPreferences: strict('systemPreferences', desktop.systemPreferences),
  Tray,
  webContents: WebContents,
};

const specifiers = ['electron', 'electron/main', 'electron/common'];

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}

/** Answers both module systems; other modules load as ever. */
export function installElectronModule(): void {
  const electron = strict('electron', electronParts);
  const loader = Module as unknown as Loader;
  const load = loader._load.bind(loader);
  loader._load = (request, ...rest) => (specifiers.includes(request) ? electron : load(request, ...rest));

  // An ES module cannot be handed over by reference, only by a script that picks it up.
  const key = Symbol.for('vigil.electron-stand-in');
  Object.defineProperty(globalThis, key, { value: electron });
  const pick = `const electron = globalThis[Symbol.for(${JSON.stringify(key.description)})];`;
  const names = Object.keys(electronParts).map((name) => `export const ${name} = electron.${name};`);
  const script = dataUrl([pick, 'export default electron;', ...names].join('\n'));
  const hook = `export async function resolve(specifier, context, next) {
    if (!${JSON.stringify(specifiers)}.includes(specifier)) return next(specifier, context);
    return { url: ${JSON.stringify(script)}, shortCircuit: true };
  }`;
  Module.register(dataUrl(hook));
}

function dataUrl(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}
