/** Where the app starts: one instance for each profile, hardened, then the vault, then the window. */
import { release } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, desktopCapturer } from 'electron';
import { cryptoReady } from '../shared/crypto/sodium';
import { App } from './app';
import { systemClocks } from './clocks';
import { registerAppScheme, serveApp } from './window/app-protocol';
import { DeepLinks, findLink } from './deep-links';
import { findInviteFile } from './invite-file';
import { appendSwitches } from './window/append-switches';
import { systemKeySwitches } from './window/mute-key';
import { hardenContents, hardenSession } from './window/hardening';
import { silentSwitches, tryNoResolvers, wantNoDictionaries } from './window/silence';
import { onlyNews } from './ipc/only-news';
import { sendEvent, serveRequests } from './ipc/server';
import { parseOptions, type Options } from './options';
import { bindCapture, isOwnFrame } from './sharing/capture-requests';
import { ScreenSharing } from './sharing/screen-sharing';
import { systemPicks } from './sharing/system-picker';
import { JournalFolder } from './own-meetings/journal-folder';
import { bindChromium, bindSession } from './private-mode/chromium';
import { readChoice, type Choice } from './private-mode/choice';
import { handOverLink, linkFromPredecessor } from './private-mode/start-again';
import { openKeyStore } from './vault/key-store';
import { SigningThread } from './rendezvous/nostr/signing';
import { stretchInWorker } from './vault/stretch';
import { Vault } from './vault/vault';
import { Attention } from './window/attention';
import { createWindow, focusWindow } from './window/window';

const buildRoot = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

let window: BrowserWindow | null = null;

function readOptions(): Options | null {
  try {
    return parseOptions(process.argv);
  } catch (error) {
    process.stderr.write(`Vigil did not start: ${error instanceof Error ? error.message : ''}\n`);
    return null;
  }
}

/** Some pictures of the slowest screens. */
const DRAWN_ANEW_MS = 300;

async function open(options: Options, choice: Choice, links: DeepLinks): Promise<void> {
  tryNoResolvers();
  await bindSession(choice);
  await cryptoReady();
  serveApp(path.join(buildRoot, 'renderer'));
  const sharing = new ScreenSharing({
    capturer: desktopCapturer,
    windows: () => BrowserWindow.getAllWindows(),
    systemPicks: systemPicks(process.platform, release(), process.env),
    // Elsewhere it does nothing, or newer programs see through it.
    hidesVigil: process.platform === 'win32',
    drawnAnew: () => new Promise((resolve) => setTimeout(resolve, DRAWN_ANEW_MS)),
    isOurs: (frame) => isOwnFrame(window, frame),
    steady: systemClocks.steady,
  });
  bindCapture(sharing);
  hardenSession({ isExpected: () => sharing.isExpected, permit: () => sharing.permit() });
  const stretch = stretchInWorker(path.join(buildRoot, 'main/passphrase-worker.js'));
  const signing = new SigningThread(path.join(buildRoot, 'main/signing-worker.js'));
  const vault = await Vault.open(app.getPath('userData'), { store: await openKeyStore(), stretch });
  const journals = await JournalFolder.open(app.getPath('userData'));
  const attention = new Attention(() => window);
  const running = new App(vault, options, links, stretch, signing, journals, choice, attention, sharing, {
    lock: (view) => {
      sendEvent(window, 'lock', view);
    },
    app: onlyNews((view) => {
      sendEvent(window, 'app', view);
    }),
    meeting: onlyNews((view) => {
      sendEvent(window, 'meeting', view);
    }),
    connectionCommand: (command) => {
      sendEvent(window, 'connection', command);
    },
    frameCommand: (command) => {
      sendEvent(window, 'frames', command);
    },
    tone: (tone) => {
      sendEvent(window, 'tone', { tone });
    },
    microphoneAsked: (on) => {
      sendEvent(window, 'microphone-asked', { on });
    },
    leaveAsked: () => {
      sendEvent(window, 'leave-asked', null);
    },
    linkRefused: (code) => {
      sendEvent(window, 'link-refused', { code });
    },
    zoom: (factor) => {
      window?.webContents.setZoomFactor(factor);
    },
  });
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
  window = createWindow(buildRoot, desktop.zoom, {
    holds: () => desktop.holdsWindow(),
    closing: () => running.close(),
    pageLost: () => {
      sharing.pageLost();
      running.pageLost();
    },
    front: () => {
      desktop.windowInFront();
    },
    seen: (seen) => {
      sendEvent(window, 'window-seen', { seen });
    },
    closed: () => {
      window = null;
    },
  });
}

function start(options: Options, links: DeepLinks): void {
  if (options.profile !== null) {
    app.setPath('userData', path.join(app.getPath('userData'), 'profiles', options.profile));
  }
  if (!app.requestSingleInstanceLock({ link: links.undelivered })) {
    // The running instance has been handed the link.
    app.quit();
    return;
  }
  const choice = readChoice(app.getPath('userData'));
  if (handOverLink(choice)) return;
  appendSwitches(silentSwitches);
  appendSwitches(systemKeySwitches);
  bindChromium(choice);
  app.enableSandbox();
  registerAppScheme();
  hardenContents();
  wantNoDictionaries();
  links.receive(() => {
    if (window) focusWindow(window);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app
    .whenReady()
    .then(
      () => open(options, choice, links),
      () => {
        app.exit(1);
      },
    )
    .catch((error: unknown) => {
      process.stderr.write(`Vigil did not start: ${error instanceof Error ? error.name : 'unknown error'}\n`);
      app.exit(1);
    });
}

const options = readOptions();
const link = findLink(process.argv) ?? linkFromPredecessor();
const file = findInviteFile(process.argv.slice(1), process.cwd());
if (options) start(options, new DeepLinks(link, file));
else app.exit(2);
