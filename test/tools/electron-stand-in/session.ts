/** `session`: there is one, the default session. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { protocol } from './protocol';
import { runtime } from './runtime';

type Handler<Method extends keyof Electron.Session> = Electron.Session[Method] extends (
  handler: infer H,
  ...rest: never[]
) => void
  ? H
  : never;
export type RequestHandler = Handler<'setPermissionRequestHandler'>;
export type CheckHandler = Handler<'setPermissionCheckHandler'>;
export type DisplayMediaHandler = Handler<'setDisplayMediaRequestHandler'>;

export class Session extends EventEmitter {
  readonly protocol = protocol;
  onPermissionRequest: RequestHandler = null;
  onPermissionCheck: CheckHandler = null;
  onDisplayMedia: DisplayMediaHandler = null;
  private spellChecker = true;
  private spellCheckerLanguages = ['en-US'];

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.onPermissionRequest = handler;
  }

  /** A browser cannot be asked this way: certificates count here as it finds. */
  setCertificateVerifyProc(): void {}

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.onPermissionCheck = handler;
  }

  setDisplayMediaRequestHandler(handler: DisplayMediaHandler): void {
    this.onDisplayMedia = handler;
  }

  /** Chromium's proxy is fixed at its start: this can only confirm what the switches already say. */
  setProxy(config: Electron.ProxyConfig): Promise<void> {
    const wanted = config.proxyRules ?? config.pacScript ?? '';
    const { switches } = runtime;
    const covered = switches.hasSwitch('proxy-server') || switches.hasSwitch('proxy-pac-url');
    if (wanted === '' || covered) return Promise.resolve();
    return Promise.reject(new Error('The stand-in takes a proxy only at start: use --proxy-server'));
  }

  resolveProxy(): Promise<string> {
    return Promise.resolve(runtime.switches.getSwitchValue('proxy-server') || 'DIRECT');
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellChecker;
  }

  setSpellCheckerLanguages(languages: string[]): void {
    this.spellCheckerLanguages = languages;
  }

  getSpellCheckerLanguages(): string[] {
    return this.spellCheckerLanguages;
  }

  isPersistent(): boolean {
    return true;
  }

  closeAllConnections(): Promise<void> {
    return Promise.resolve();
  }

  clearCache(): Promise<void> {
    return Promise.resolve();
  }

  /** Never silently keeps what the app believes to be gone. */
  clearStorageData(): Promise<void> {
    return Promise.reject(new Error('The stand-in cannot clear storage'));
  }

  setDevicePermissionHandler(): void {}
}

export const defaultSession = new Session();

export const session = {
  defaultSession,
  fromPartition(partition: string): Session {
    if (partition === '') return defaultSession;
    throw new Error('The stand-in has only the default session');
  },
};
