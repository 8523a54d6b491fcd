/** Where the app starts: one instance for each profile, hardened, then the window, and what is behind it. */
import { release } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, desktopCapturer } from 'electron';
import { systemClocks } from './clocks';
import { registerAppScheme, serveApp } from './window/app-protocol';
import { DeepLinks, findLink } from './deep-links';
import { findInviteFile } from './invite-file';
import { appendSwitches } from './window/append-switches';
import { systemKeySwitches } from './window/mute-key';
import { hardenContents, hardenSession } from './window/hardening';
import { silentSwitches, tryNoResolvers, wantNoDictionaries } from './window/silence';
import { openBehind, type Behind } from './behind-window';
import { parseOptions, type Options } from './options';
import { bindCapture, isOwnFrame } from './sharing/capture-requests';
import { ScreenSharing } from './sharing/screen-sharing';
import { systemPicks } from './sharing/system-picker';
import { bindChromium, bindSession } from './private-mode/chromium';
import { readChoice, type Choice } from './private-mode/choice';
import { handOverLink, linkFromPredecessor } from './private-mode/start-again';
import { createWindow, drawAnew, focusWindow } from './window/window';

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

/** The window begins while the vault is opened; its page comes once somebody answers it. */
async function open(options: Options, choice: Choice, links: DeepLinks): Promise<void> {
  tryNoResolvers();
  await bindSession(choice);
  let answers = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answers = resolve));
  serveApp(path.join(buildRoot, 'renderer'), answered);
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
  let behind: Behind | null = null;
  const created = createWindow(buildRoot, options.encodeOnceFrom, {
    holds: () => behind?.holdsWindow() ?? false,
    closing: () => behind?.close() ?? Promise.resolve(),
    pageLost: () => {
      sharing.pageLost();
      behind?.pageLost();
    },
    front: () => {
      behind?.windowInFront();
    },
    seen: (seen) => {
      behind?.windowSeen(seen);
    },
    closed: () => {
      window = null;
    },
  });
  window = created;
  behind = await openBehind({ buildRoot, options, choice, links, sharing, window: () => window });
  if (!created.isDestroyed()) drawAnew(created, behind.zoom);
  answers();
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
