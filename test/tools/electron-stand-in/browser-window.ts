/** Electron's `BrowserWindow`: a window of Chromium with one page. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type Electron from 'electron';
import { app } from './app';
import { whenItFails } from './log';
import { openWindows } from './open-windows';
import { preventable } from './preventable';
import { runningBrowser, runtime } from './runtime';
import { WebContents } from './web-contents';
import { WindowFrame } from './window-frame';

let lastId = 0;
const all = new Map<number, BrowserWindow>();

export class BrowserWindow extends WindowFrame {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  private title: string;
  private visible: boolean;
  private painted = false;
  private destroyed = false;
  private menuBarVisible = true;
  private contentProtected = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    if (!runtime.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const { width = 800, height = 600, x = 0, y = 0 } = options;
    const opened = runningBrowser().openPage(width, height);
    super({ x, y, width, height }, opened);
    this.title = options.title ?? app.name;
    this.visible = options.show !== false;
    this.webContents = new WebContents(options.webPreferences ?? {}, opened);
    all.set(this.id, this);
    openWindows.set(this.id, this);
    this.listenToPage();
    app.emit('browser-window-created', preventable({}), this);
    app.emit('web-contents-created', preventable({}), this.webContents);
  }

  private listenToPage(): void {
    const { webContents } = this;
    webContents.on('stand-in-close', () => {
      this.close();
    });
    webContents.on('page-title-updated', (event: Electron.Event, title: string) => {
      this.emit('page-title-updated', event, title, true);
      if (!event.defaultPrevented) this.title = title;
    });
    webContents.on('did-finish-load', () => {
      if (this.painted) return;
      this.painted = true;
      this.emit('ready-to-show');
    });
    webContents.on('render-process-gone', (event, details) => {
      app.emit('render-process-gone', event, webContents, details);
    });
    webContents.openAllowed = (url, overrides) => {
      const child = new BrowserWindow(overrides);
      child.loadURL(url).catch(whenItFails('window.open'));
      webContents.emit('did-create-window', child, { url });
    };
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...all.values()].findLast((window) => window.isFocused()) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return all.get(id) ?? null;
  }

  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return [...all.values()].find(({ webContents }) => webContents === contents) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(file: string): Promise<void> {
    return this.loadURL(pathToFileURL(path.resolve(runtime.appPath, file)).href);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.visible = true;
    this.emit('show');
  }

  hide(): void {
    this.visible = false;
    this.emit('hide');
  }

  focus(): void {
    this.webContents.focus();
    this.emit('focus');
  }

  /** Nobody else competes for the focus. */
  isFocused(): boolean {
    return this.isVisible();
  }

  isVisible(): boolean {
    return this.visible && !this.isMinimized();
  }

  setTitle(title: string): void {
    this.title = title;
  }

  getTitle(): string {
    return this.title;
  }

  setMenuBarVisibility(visible: boolean): void {
    this.menuBarVisible = visible;
  }

  isMenuBarVisible(): boolean {
    return this.menuBarVisible;
  }

  /** Electron has no protection on Linux either. */
  setContentProtection(enable: boolean): void {
    this.contentProtected = enable;
  }

  isContentProtected(): boolean {
    return this.contentProtected;
  }

  /** The last number: one of this program. */
  getMediaSourceId(): string {
    return `window:${String(this.id)}:1`;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  close(): void {
    this.requestClose();
  }

  requestClose(): boolean {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    all.delete(this.id);
    openWindows.delete(this.id);
    this.webContents.destroy();
    this.emit('closed');
    app.lifecycle.onWindowClosed();
  }

  /* A desktop's matters, without effect here. */
  blur(): void {}
  center(): void {}
  flashFrame(): void {}
  removeMenu(): void {}
  setMenu(): void {}
  setAlwaysOnTop(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}
  setIcon(): void {}
  setMinimumSize(): void {}
}
