/** What the system is asked to show of an app, written down in its place: tests have no desktop to look at. */
import type { ElectronApplication } from '@playwright/test';
import type { RunningApp } from './app';

export interface Shown {
  title: string;
  body: string;
}

export interface DesktopOf {
  /** Every message that was shown, the oldest first. */
  messages: () => Promise<Shown[]>;
  /** Those that are still to be seen. */
  standing: () => Promise<Shown[]>;
  flashes: () => Promise<boolean>;
  badge: () => Promise<number>;
  tones: () => Promise<number>;
  click: () => Promise<void>;
  hide: () => Promise<void>;
  show: () => Promise<void>;
  isVisible: () => Promise<boolean>;
}

interface Written {
  messages: { title: string; body: string; isClosed: boolean; click: () => void }[];
  flashes: boolean;
  badge: number;
}
declare global {
  var desktopWritten: Written;
  interface Window {
    tonesPlayed: number;
  }
}

/** From now on the app's messages, flashes, numbers and tones are written down instead of shown. */
export async function watchDesktop({ app, page }: RunningApp): Promise<DesktopOf> {
  await app.evaluate(({ app: own, BrowserWindow, Notification }) => {
    const written: Written = { messages: [], flashes: false, badge: 0 };
    globalThis.desktopWritten = written;
    Notification.isSupported = () => true;
    const made = new WeakMap<object, Written['messages'][number]>();
    Notification.prototype.show = function () {
      const { title, body } = this;
      const message = { title, body, isClosed: false, click: () => this.emit('click') };
      made.set(this, message);
      written.messages.push(message);
    };
    Notification.prototype.close = function () {
      const message = made.get(this);
      if (message) message.isClosed = true;
    };
    const [window] = BrowserWindow.getAllWindows();
    if (window)
      window.flashFrame = (on) => {
        written.flashes = on;
      };
    own.setBadgeCount = (count = 0) => {
      written.badge = count;
      return true;
    };
  });
  await page.evaluate(() => {
    window.tonesPlayed = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      window.tonesPlayed++;
      start.call(this, when);
    };
  });
  return {
    ...readDesktop(app),
    tones: () => page.evaluate(() => window.tonesPlayed),
  };
}

function readDesktop(app: ElectronApplication): Omit<DesktopOf, 'tones'> {
  return {
    messages: () =>
      app.evaluate(() => globalThis.desktopWritten.messages.map(({ title, body }) => ({ title, body }))),
    standing: () =>
      app.evaluate(() =>
        globalThis.desktopWritten.messages
          .filter(({ isClosed }) => !isClosed)
          .map(({ title, body }) => ({ title, body })),
      ),
    flashes: () => app.evaluate(() => globalThis.desktopWritten.flashes),
    badge: () => app.evaluate(() => globalThis.desktopWritten.badge),
    click: () => app.evaluate(() => globalThis.desktopWritten.messages.at(-1)?.click()),
    hide: () =>
      app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.hide();
      }),
    show: () =>
      app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.show();
      }),
    isVisible: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true),
  };
}
