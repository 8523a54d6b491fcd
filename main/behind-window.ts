/** All that a window shows comes from here: the vault, the app, and who answers the page. Opened while the window begins. */
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { cryptoReady } from '../shared/crypto/sodium';
import { App } from './app';
import type { DeepLinks } from './deep-links';
import { onlyNews } from './ipc/only-news';
import { sendEvent, serveRequests } from './ipc/server';
import type { Options } from './options';
import { JournalFolder } from './own-meetings/journal-folder';
import type { Choice } from './private-mode/choice';
import { SigningThread } from './rendezvous/nostr/signing';
import type { ScreenSharing } from './sharing/screen-sharing';
import { openKeyStore } from './vault/key-store';
import { stretchInWorker } from './vault/stretch';
import { Vault } from './vault/vault';
import { Attention } from './window/attention';

export interface Opening {
  /** The build's folder, absolute. */
  buildRoot: string;
  options: Options;
  choice: Choice;
  links: DeepLinks;
  sharing: ScreenSharing;
  /** Null once it is closed. */
  window: () => BrowserWindow | null;
}

/** What the window tells, and asks, whatever there is behind it. */
export interface Behind {
  /** At which the page is drawn at first. */
  readonly zoom: number;
  holdsWindow: () => boolean;
  close: () => Promise<void>;
  pageLost: () => void;
  windowInFront: () => void;
  /** False while it is minimised or hidden. */
  windowSeen: (seen: boolean) => void;
}

/** Resolves once the page is answered whatever it asks. */
export async function openBehind(opening: Opening): Promise<Behind> {
  await cryptoReady();
  const running = await openApp(opening);
  const { runner, desktop } = running;
  serveRequests(running.handlers, {
    connection: (report) => {
      runner.connectionReport(report);
    },
    frames: (report) => {
      runner.frameReport(report);
    },
    networkChanged: () => {
      runner.networkChanged('maybe');
    },
    droppedFile: (dropped) => running.offerDropped(dropped),
  });
  return {
    zoom: desktop.zoom,
    holdsWindow: () => desktop.holdsWindow(),
    close: () => running.close(),
    pageLost: () => {
      running.pageLost();
    },
    windowInFront: () => {
      desktop.windowInFront();
    },
    windowSeen: (seen) => {
      sendEvent(opening.window(), 'window-seen', { seen });
    },
  };
}

async function openApp({ buildRoot, options, choice, links, sharing, window }: Opening): Promise<App> {
  const stretch = stretchInWorker(path.join(buildRoot, 'main/passphrase-worker.js'));
  const signing = new SigningThread(path.join(buildRoot, 'main/signing-worker.js'));
  const vault = await Vault.open(app.getPath('userData'), { store: await openKeyStore(), stretch });
  const journals = await JournalFolder.open(app.getPath('userData'));
  const attention = new Attention(window);
  return new App(vault, options, links, stretch, signing, journals, choice, attention, sharing, {
    lock: (view) => {
      sendEvent(window(), 'lock', view);
    },
    app: onlyNews((view) => {
      sendEvent(window(), 'app', view);
    }),
    meeting: onlyNews((view) => {
      sendEvent(window(), 'meeting', view);
    }),
    connectionCommand: (command) => {
      sendEvent(window(), 'connection', command);
    },
    frameCommand: (command) => {
      sendEvent(window(), 'frames', command);
    },
    tone: (tone) => {
      sendEvent(window(), 'tone', { tone });
    },
    microphoneAsked: (on) => {
      sendEvent(window(), 'microphone-asked', { on });
    },
    leaveAsked: () => {
      sendEvent(window(), 'leave-asked', null);
    },
    linkRefused: (code) => {
      sendEvent(window(), 'link-refused', { code });
    },
    zoom: (factor) => {
      window()?.webContents.setZoomFactor(factor);
    },
  });
}
