/** The desktop's own matters: its screen, its power, its notices. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { app } from '../app';
import { openWindows } from '../open-windows';
import { emptyImage } from './native-image';

const area = { x: 0, y: 0, width: 1280, height: 800 };
const display = {
  id: 1,
  label: 'Screen',
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
};

class Screen extends EventEmitter {
  getPrimaryDisplay(): typeof display {
    return display;
  }
  getAllDisplays(): (typeof display)[] {
    return [display];
  }
  getDisplayMatching(): typeof display {
    return display;
  }
  getDisplayNearestPoint(): typeof display {
    return display;
  }
  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 };
  }
}

export const screen = new Screen();

export const desktopCapturer = {
  /** Which of them is captured is Chromium's choice; see the README. */
  getSources({ types }: Electron.SourcesOptions) {
    const found = [
      { id: 'screen:0:0', name: 'Entire screen', display_id: String(display.id) },
      ...[...openWindows.keys()].map((id) => ({
        id: `window:${String(id)}:1`,
        name: app.name,
        display_id: '',
      })),
      { id: 'window:900:0', name: 'Another window', display_id: '' },
    ];
    const asked = found.filter(({ id }) => types.some((type) => id.startsWith(type)));
    return Promise.resolve(asked.map((one) => ({ ...one, thumbnail: emptyImage, appIcon: null })));
  },
};

class PowerMonitor extends EventEmitter {
  readonly onBatteryPower = false;
  isOnBatteryPower(): boolean {
    return false;
  }
  getSystemIdleTime(): number {
    return 0;
  }
  getSystemIdleState(): 'active' {
    return 'active';
  }
}

export const powerMonitor = new PowerMonitor();

let lastBlocker = 0;
const blockers = new Set<number>();

export const powerSaveBlocker = {
  start() {
    blockers.add(++lastBlocker);
    return lastBlocker;
  },
  stop: (id) => blockers.delete(id),
  isStarted: (id) => blockers.has(id),
} satisfies Electron.PowerSaveBlocker;

export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return false;
  }
  show(): void {}
  close(): void {}
}

class SystemPreferences extends EventEmitter {
  getMediaAccessStatus(): 'granted' {
    return 'granted';
  }
  askForMediaAccess(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

export const systemPreferences = new SystemPreferences();

export const globalShortcut = {
  register: () => false,
  unregister: () => undefined,
  unregisterAll: () => undefined,
  isRegistered: () => false,
};

export const crashReporter = {
  start: () => undefined,
  getUploadToServer: () => false,
  setUploadToServer: () => undefined,
};
