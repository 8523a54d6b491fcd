/** Size, place and state of a window, kept here and carried out by Chromium's window. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { WindowBounds } from './cdp-types';
import { whenItFails } from './log';
import { runningBrowser } from './runtime';

type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

export abstract class WindowFrame extends EventEmitter {
  private state: State = 'normal';
  private readonly chromium: Promise<{ windowId: number }>;

  constructor(
    private bounds: Electron.Rectangle,
    opened: Promise<{ targetId: string }>,
  ) {
    super();
    this.chromium = opened.then(({ targetId }) =>
      runningBrowser().cdp.send('Browser.getWindowForTarget', { targetId }),
    );
    this.chromium.catch(whenItFails('window'));
    this.applySize();
  }

  getBounds(): Electron.Rectangle {
    return { ...this.bounds };
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getSize(): [number, number] {
    return [this.bounds.width, this.bounds.height];
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    if (bounds.x !== undefined || bounds.y !== undefined) {
      this.applyBounds({ left: this.bounds.x, top: this.bounds.y });
    }
    this.applySize();
    this.emit('resize');
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  minimize(): void {
    this.change('minimized', 'minimize');
  }

  restore(): void {
    this.change('normal', 'restore');
  }

  maximize(): void {
    this.change('maximized', 'maximize');
  }

  unmaximize(): void {
    this.change('normal', 'unmaximize');
  }

  setFullScreen(on: boolean): void {
    if (on) this.change('fullscreen', 'enter-full-screen');
    else this.change('normal', 'leave-full-screen');
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }

  private change(state: State, event: string): void {
    if (state === this.state) return;
    this.state = state;
    this.applyBounds({ windowState: state });
    this.emit(event);
  }

  private applyBounds(bounds: WindowBounds): void {
    this.chromium
      .then(({ windowId }) => runningBrowser().cdp.send('Browser.setWindowBounds', { windowId, bounds }))
      .catch(whenItFails('window bounds'));
  }

  /** Electron's window has no toolbar: its size is that of the page. */
  private applySize(): void {
    const { width, height } = this.bounds;
    this.chromium
      .then(({ windowId }) =>
        runningBrowser().cdp.send('Browser.setContentsSize', { windowId, width, height }),
      )
      .catch(whenItFails('window size'));
  }
}
