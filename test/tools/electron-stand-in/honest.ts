/**
 * Holds the stand-in against electron.d.ts, at compile time only: each name that it offers must exist in
 * Electron, and each method's result must be usable where Electron's is expected.
 */
import type Electron from 'electron';
import type { App } from './app';
import type { BrowserWindow } from './browser-window';
import type { electronParts } from './electron-module';
import type { IpcMain } from './ipc-main';
import type { Session } from './session';
import type { MainFrame } from './web-frame';
import type { WebContents } from './web-contents';

type Nothing = ReturnType<() => void>;
type Callable = (...args: never[]) => unknown;

/** Of a method that gives objects of the stand-in's own, only the kind is compared; they have lines below. */
type KindFits<R, Q> = [Q] extends [Nothing]
  ? true
  : [Q] extends [Promise<unknown>]
    ? R extends Promise<unknown>
      ? true
      : false
    : [Q] extends [object | null | undefined]
      ? [R] extends [object | null | undefined]
        ? true
        : false
      : false;

type Fits<Mine, Real> = Mine extends (...args: never[]) => infer R
  ? Real extends (...args: never[]) => infer Q
    ? [R] extends [Q]
      ? true
      : KindFits<R, Q>
    : false
  : Mine extends Callable
    ? false
    : true;

type Misfits<Mine, Real, Own extends PropertyKey = never> = {
  [K in Exclude<keyof Mine, Own>]: K extends keyof Real
    ? Fits<Mine[K], NonNullable<Real[K]>> extends true
      ? never
      : K
    : K;
}[Exclude<keyof Mine, Own>];

/** A compile error here names what does not fit. */
type None<Misfit extends never> = Misfit;

type Parts = typeof electronParts;

export type Honest = [
  None<Misfits<Parts, typeof Electron>>,
  None<Misfits<App, Electron.App, 'lifecycle' | 'becomeReady'>>,
  None<Misfits<BrowserWindow, Electron.BrowserWindow, 'requestClose'>>,
  None<Misfits<WebContents, Electron.WebContents, OwnOfWebContents>>,
  None<Misfits<MainFrame, Electron.WebFrameMain>>,
  None<Misfits<IpcMain, Electron.IpcMain, 'handlerOf'>>,
  None<Misfits<Session, Electron.Session, 'onPermissionRequest' | 'onPermissionCheck' | 'onDisplayMedia'>>,
  None<Misfits<Parts['clipboard'], Electron.Clipboard>>,
  None<Misfits<Parts['crashReporter'], Electron.CrashReporter>>,
  None<Misfits<Parts['desktopCapturer'], Electron.DesktopCapturer>>,
  None<Misfits<Parts['dialog'], Electron.Dialog>>,
  None<Misfits<Parts['globalShortcut'], Electron.GlobalShortcut>>,
  None<Misfits<Parts['nativeTheme'], Electron.NativeTheme>>,
  None<Misfits<Parts['net'], Electron.Net>>,
  None<Misfits<Parts['powerMonitor'], Electron.PowerMonitor>>,
  None<Misfits<Parts['powerSaveBlocker'], Electron.PowerSaveBlocker>>,
  None<Misfits<Parts['protocol'], Electron.Protocol>>,
  None<Misfits<Parts['safeStorage'], Electron.SafeStorage>>,
  None<Misfits<Parts['screen'], Electron.Screen>>,
  None<Misfits<Parts['shell'], Electron.Shell>>,
  None<Misfits<Parts['systemPreferences'], Electron.SystemPreferences>>,
];

type OwnOfWebContents =
  | 'openAllowed'
  | 'onWindowOpen'
  | 'preload'
  | 'targetId'
  | 'setURL'
  | 'onCommitted'
  | 'setTitleFromPage'
  | 'onLoaded'
  | 'onCrashed'
  | 'applyTheme'
  | 'destroy';
