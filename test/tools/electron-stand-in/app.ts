/** Electron's `app`. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Switches } from './command-line';
import { Lifecycle } from './lifecycle';
import { Paths } from './paths';
import { preventable } from './preventable';
import { runtime } from './runtime';
import { defaultSession } from './session';
import { SingleInstance } from './single-instance';

export class App extends EventEmitter {
  name = 'Electron';
  readonly lifecycle = new Lifecycle(this);
  /** macOS only, there as here. */
  readonly dock = undefined;
  private readonly paths = new Paths();
  private readonly protocols = new Set<string>();
  private readonly ready = new Promise<void>((resolve) => {
    this.once('stand-in-ready', resolve);
  });
  private instance: SingleInstance | undefined;
  private badgeCount = 0;

  get isPackaged(): boolean {
    return runtime.isPackaged;
  }

  get commandLine(): Switches {
    return runtime.switches;
  }

  whenReady(): Promise<void> {
    return this.ready;
  }

  isReady(): boolean {
    return runtime.isReady;
  }

  becomeReady(): void {
    runtime.isReady = true;
    this.emit('will-finish-launching');
    this.emit('session-created', defaultSession);
    this.emit('ready', preventable({}), {});
    this.emit('stand-in-ready');
  }

  quit(): void {
    this.lifecycle.quit();
  }

  exit(code = 0): void {
    this.lifecycle.exit(code);
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    this.lifecycle.relaunchAtEnd(options);
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return runtime.appVersion;
  }

  getAppPath(): string {
    return runtime.appPath;
  }

  getPath(name: string): string {
    return this.paths.get(name, this.name);
  }

  setPath(name: string, folder: string): void {
    this.paths.set(name, folder);
  }

  getLocale(): string {
    return runtime.switches.getSwitchValue('lang') || this.getSystemLocale();
  }

  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()];
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.instance ??= new SingleInstance(this.getPath('userData'));
    const self = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.instance.request(self, (second) => {
      this.emit(
        'second-instance',
        preventable({}),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      );
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.instance?.isHeld ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.instance?.release();
  }

  setAsDefaultProtocolClient(protocol: string): boolean {
    this.protocols.add(protocol);
    return true;
  }

  isDefaultProtocolClient(protocol: string): boolean {
    return this.protocols.has(protocol);
  }

  removeAsDefaultProtocolClient(protocol: string): boolean {
    return this.protocols.delete(protocol);
  }

  disableHardwareAcceleration(): void {
    runtime.switches.appendSwitch('disable-gpu');
  }

  /** Kept, never drawn. */
  setBadgeCount(count = 0): boolean {
    this.badgeCount = count;
    return true;
  }

  getBadgeCount(): number {
    return this.badgeCount;
  }

  /* Every page of the stand-in is isolated like a sandboxed one; the rest belongs to a desktop. */
  enableSandbox(): void {}
  configureHostResolver(): void {}
  focus(): void {}
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  setDesktopName(): void {}
}

export const app = new App();
app.lifecycle.atEnd(() => {
  app.releaseSingleInstanceLock();
});
