/** How the window's requests for a capture of the screen come to a decision. */
import { session, type BrowserWindow, type WebFrameMain } from 'electron';
import { APP_ORIGIN } from '../window/app-protocol';
import type { ScreenSharing } from './screen-sharing';

/** Only the top frame of our own page, in our own window. */
export function isOwnFrame(window: BrowserWindow | null, frame: WebFrameMain | null): boolean {
  if (!window || window.isDestroyed() || frame?.parent !== null) return false;
  const { mainFrame } = window.webContents;
  // Numbers of frames count anew in each process.
  const isTop = frame.routingId === mainFrame.routingId && frame.processId === mainFrame.processId;
  return isTop && frame.url.startsWith(`${APP_ORIGIN}/`);
}

/** Must run after the app is ready and before the first window. On newer macOS the system asks and this is passed by. */
export function bindCapture(sharing: Pick<ScreenSharing, 'answer'>): void {
  session.defaultSession.setDisplayMediaRequestHandler(
    (request, give) => {
      sharing
        .answer(request)
        .catch(() => null)
        .then((streams) => {
          give(streams);
        })
        // Electron refuses the request, and throws besides, where nothing is given.
        .catch(() => undefined);
    },
    { useSystemPicker: true },
  );
}
