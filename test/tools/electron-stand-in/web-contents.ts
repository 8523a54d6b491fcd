/** Electron's `webContents`: one page of Chromium. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { IpcMain } from './ipc-main';
import { whenItFails } from './log';
import { imageFromPng, type Image } from './modules/native-image';
import { emulateTheme } from './modules/native-theme';
import type { Started } from './navigation';
import { attachPage, type AttachedPage, type OpenedPage } from './page-attach';
import { applyChecks } from './permissions';
import { preventable } from './preventable';
import { runningBrowser, runtime } from './runtime';
import { defaultSession } from './session';
import { MainFrame } from './web-frame';

interface Loading {
  /** The document that is awaited, once Chromium has named it. */
  loaderId: string | undefined;
  resolve(): void;
  reject(error: Error): void;
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

let lastId = 0;
const all = new Map<number, WebContents>();

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly ipc = new IpcMain();
  readonly session = defaultSession;
  readonly mainFrame = new MainFrame(this, this.id);
  /** Set by the window: a page cannot open one itself. */
  openAllowed: (url: string, options: Electron.BrowserWindowConstructorOptions) => void = () => undefined;
  /** Settles once the page can load something. */
  private readonly ready: Promise<AttachedPage>;
  private page: AttachedPage | undefined;
  private loading: Loading | undefined;
  private url = '';
  private committed: string | undefined;
  private finished: string | undefined;
  private title = '';
  private destroyed = false;
  private crashed = false;
  private zoom: number;
  private openHandler: OpenHandler | undefined;
  private webRTCPolicy: ReturnType<Electron.WebContents['getWebRTCIPHandlingPolicy']> = 'default';

  constructor(
    private readonly preferences: Electron.WebPreferences,
    opened: Promise<OpenedPage>,
  ) {
    super();
    all.set(this.id, this);
    this.zoom = preferences.zoomFactor ?? 1;
    this.ready = opened.then(async (page) => {
      this.page = await attachPage(this, page, preferences);
      await page.session.send('Runtime.runIfWaitingForDebugger', {});
      return this.page;
    });
    this.ready.catch(whenItFails('attach'));
  }

  static getAllWebContents(): WebContents[] {
    return [...all.values()];
  }

  static getFocusedWebContents(): WebContents | null {
    return [...all.values()].at(-1) ?? null;
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all.values()].find(({ page }) => page?.targetId === targetId);
  }

  get preload(): string | undefined {
    return this.preferences.preload;
  }

  get targetId(): string | undefined {
    return this.page?.targetId;
  }

  getURL(): string {
    return runtime.schemes.fromWeb(this.url);
  }

  getTitle(): string {
    return this.title;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isLoading(): boolean {
    return this.loading !== undefined;
  }

  async loadURL(url: string): Promise<void> {
    const { navigation } = await this.ready;
    await applyChecks(this as unknown as Electron.WebContents, this.session, url);
    this.loading?.reject(new Error(`ERR_ABORTED (-3) loading '${url}'`));
    const loaded = new Promise<void>((resolve, reject) => {
      this.loading = { loaderId: undefined, resolve, reject };
    });
    this.emit('did-start-loading');
    const started = await Promise.race([navigation.start(url), loaded.then((): Started => ({}))]);
    if (started.errorText !== undefined) this.failLoading(url, started.errorText.replace('net::', ''));
    else this.awaitDocument(started.loaderId);
    return loaded;
  }

  private failLoading(url: string, name: string): void {
    this.emit('did-fail-load', preventable({}), -2, name, url, true);
    this.loading?.reject(new Error(`${name} (-2) loading '${url}'`));
    this.loading = undefined;
  }

  private awaitDocument(loaderId: string | undefined): void {
    if (!this.loading) return;
    this.loading.loaderId = loaderId ?? this.committed;
    this.settleLoading();
  }

  /** Chromium names the document and finishes it in either order; an older document may finish in between. */
  private settleLoading(): void {
    if (this.loading?.loaderId === undefined || this.loading.loaderId !== this.finished) return;
    this.loading.resolve();
    this.loading = undefined;
  }

  send(channel: string, ...args: unknown[]): void {
    this.page?.link.send({ type: 'event', channel, args });
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { session } = await this.ready;
    const script = { expression: code, awaitPromise: true, returnByValue: true, userGesture };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', script, Infinity);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async capturePage(): Promise<Image> {
    const { session } = await this.ready;
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    return imageFromPng(Buffer.from(data, 'base64'));
  }

  reload(): void {
    this.page?.session.send('Page.reload', {}).catch(whenItFails('reload'));
  }

  focus(): void {
    this.page?.session.send('Page.bringToFront', {}).catch(whenItFails('focus'));
  }

  /** Asks the window to close; a `close` listener of the window may prevent it. */
  close(): void {
    this.emit('stand-in-close');
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  onWindowOpen(webURL: string, frameName: string, features: string): void {
    const url = runtime.schemes.fromWeb(webURL);
    const disposition = features === '' ? 'foreground-tab' : 'new-window';
    const referrer = { url: this.getURL(), policy: 'default' } as const;
    const answer = this.openHandler?.({ url, frameName, features, disposition, referrer }) ?? {
      action: 'allow',
    };
    if (answer.action === 'allow') this.openAllowed(url, answer.overrideBrowserWindowOptions ?? {});
  }

  /** Chromium takes the policy only at its start: this can only confirm what the switch already says. */
  setWebRTCIPHandlingPolicy(policy: typeof this.webRTCPolicy): void {
    const atStart = runtime.switches.getSwitchValue('webrtc-ip-handling-policy');
    if (policy !== 'default' && policy !== atStart) {
      throw new Error(`The stand-in takes this only at start: use --webrtc-ip-handling-policy=${policy}`);
    }
    this.webRTCPolicy = policy;
  }

  getWebRTCIPHandlingPolicy(): typeof this.webRTCPolicy {
    return this.webRTCPolicy;
  }

  setURL(webURL: string): void {
    this.url = webURL;
  }

  onCommitted(webURL: string, loaderId: string): void {
    this.url = webURL;
    this.committed = loaderId;
    this.crashed = false;
  }

  setTitleFromPage(title: string): void {
    this.title = title;
    this.emit('page-title-updated', preventable({}), title, true);
  }

  onLoaded(): void {
    this.finished = this.committed;
    // The empty page that each window starts with is not the app's.
    if (this.url !== '' && this.url !== 'about:blank') {
      this.emit('did-finish-load');
      this.emit('did-stop-loading');
    }
    this.settleLoading();
  }

  onCrashed(): void {
    this.crashed = true;
    this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 });
  }

  async applyTheme(): Promise<void> {
    const { session } = await this.ready;
    await emulateTheme(session);
  }

  /** The page leaves Chromium, and nobody hears from it again. */
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    all.delete(this.id);
    this.loading?.reject(new Error('ERR_ABORTED (-3): the page was closed'));
    this.ready.then(({ targetId }) => runningBrowser().closePage(targetId)).catch(whenItFails('close page'));
    this.emit('destroyed');
  }

  /** Known, not drawn: Chromium lets its pages be zoomed by people only. */
  setZoomFactor(factor: number): void {
    this.zoom = factor;
  }

  getZoomFactor(): number {
    return this.zoom;
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  openDevTools(): void {}
  closeDevTools(): void {}
  setBackgroundThrottling(): void {}
  setIgnoreMenuShortcuts(): void {}
}
