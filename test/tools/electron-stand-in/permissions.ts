/**
 * Permissions, decided by the app's two handlers and carried out by Chromium. The check handler's answer is
 * set for an origin before it loads; the request handler is asked each time.
 */
import type Electron from 'electron';
import { whenItFails } from './log';
import { runningBrowser, runtime } from './runtime';
import { originOf } from './scheme-map';
import type { Session } from './session';

type MediaType = 'audio' | 'video';
type CheckedName = Parameters<Exclude<Parameters<Electron.Session['setPermissionCheckHandler']>[0], null>>[1];

interface Checked {
  readonly electron: CheckedName;
  readonly chromium: string;
  readonly mediaType?: MediaType;
}

const checked: readonly Checked[] = [
  { electron: 'media', chromium: 'microphone', mediaType: 'audio' },
  { electron: 'media', chromium: 'camera', mediaType: 'video' },
  { electron: 'notifications', chromium: 'notifications' },
  { electron: 'geolocation', chromium: 'geolocation' },
  { electron: 'clipboard-read', chromium: 'clipboard-read' },
  { electron: 'display-capture', chromium: 'display-capture' },
  { electron: 'speaker-selection', chromium: 'speaker-selection' },
  { electron: 'local-fonts', chromium: 'local-fonts' },
  { electron: 'midi', chromium: 'midi' },
  { electron: 'idle-detection', chromium: 'idle-detection' },
];

const deviceOf: Record<MediaType, string> = { audio: 'microphone', video: 'camera' };

/** Tells Chromium what the check handler says about an origin that is about to load. */
export async function applyChecks(
  contents: Electron.WebContents,
  session: Session,
  url: string,
): Promise<void> {
  const check = session.onPermissionCheck;
  const origin = originOf(url);
  if (origin === 'null') return;
  const asked = `${origin}/`;
  await Promise.all(
    checked.map(({ electron, chromium, mediaType }) => {
      const where = {
        isMainFrame: true,
        requestingUrl: asked,
        securityOrigin: asked,
        embeddingOrigin: asked,
      };
      const details = mediaType === undefined ? where : { ...where, mediaType };
      const granted = check === null || check(contents, electron, asked, details);
      return setPermission(origin, chromium, granted);
    }),
  );
}

export async function requestMedia(
  contents: Electron.WebContents,
  session: Session,
  mediaTypes: MediaType[],
): Promise<boolean> {
  const requestingUrl = contents.getURL();
  const origin = originOf(requestingUrl);
  const details = { requestingUrl, isMainFrame: true, securityOrigin: `${origin}/`, mediaTypes };
  const granted = await new Promise<boolean>((resolve) => {
    if (session.onPermissionRequest) session.onPermissionRequest(contents, 'media', resolve, details);
    else resolve(true);
  });
  if (granted) await Promise.all(mediaTypes.map((type) => setPermission(origin, deviceOf[type], true)));
  return granted;
}

/** Without a handler Electron shares no screen at all. */
export function requestDisplay(
  contents: Electron.WebContents,
  session: Session,
  wanted: { video: boolean; audio: boolean },
): Promise<boolean> {
  const { onDisplayMedia } = session;
  if (!onDisplayMedia) return Promise.resolve(false);
  const request = {
    frame: contents.mainFrame,
    securityOrigin: `${originOf(contents.getURL())}/`,
    videoRequested: wanted.video,
    audioRequested: wanted.audio,
    userGesture: true,
  };
  return new Promise((resolve) => {
    onDisplayMedia(request, (streams) => {
      resolve(streams?.video !== undefined);
    });
  });
}

async function setPermission(origin: string, name: string, granted: boolean): Promise<void> {
  await runningBrowser()
    .cdp.send('Browser.setPermission', {
      origin: new URL(runtime.schemes.toWeb(`${origin}/`)).origin,
      permission: { name },
      setting: granted ? 'granted' : 'denied',
    })
    .catch(whenItFails(`permission ${name}`));
}
