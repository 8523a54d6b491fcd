/** What all parts share: where the app is, and the browser once it runs. */
import { SchemeMap } from './scheme-map';
import { Switches } from './command-line';
import type { Browser } from './browser';

interface Runtime {
  readonly schemes: SchemeMap;
  switches: Switches;
  /** The launcher: what Electron calls the executable. */
  executable: string;
  appPath: string;
  appVersion: string;
  isPackaged: boolean;
  isReady: boolean;
  browser: Browser | undefined;
}

export const runtime: Runtime = {
  schemes: new SchemeMap(),
  switches: new Switches(),
  executable: '',
  appPath: process.cwd(),
  appVersion: '0.0.0',
  isPackaged: false,
  isReady: false,
  browser: undefined,
};

export function runningBrowser(): Browser {
  if (!runtime.browser) throw new Error('Cannot be used before app is ready');
  return runtime.browser;
}
