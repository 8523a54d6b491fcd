/** What the parts of a page need of the `webContents` that it belongs to. */
import type { EventEmitter } from 'node:events';
import type { IpcMain } from './ipc-main';
import type { Session } from './session';
import type { MainFrame } from './web-frame';

export interface PageOwner extends Pick<EventEmitter, 'emit'> {
  readonly ipc: IpcMain;
  readonly mainFrame: MainFrame;
  readonly preload: string | undefined;
  readonly session: Session;
  getURL(): string;
  send(channel: string, ...args: unknown[]): void;
  setTitleFromPage(title: string): void;
  setURL(webURL: string): void;
  onCommitted(webURL: string, loaderId: string): void;
  onCrashed(): void;
  onLoaded(): void;
  onWindowOpen(webURL: string, frameName: string, features: string): void;
}
