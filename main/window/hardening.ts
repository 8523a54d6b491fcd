/** What the window may never do: navigate away, open others, embed, or be granted more than it needs. */
import { app, session, shell, type WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol';

/** Pages outside the app that its own links may lead to, in the system's browser. */
const EXTERNAL_PAGES = new Set<string>([]);

const isOurs = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);

const GRANTED = ['media', 'speaker-selection', 'fullscreen'];

interface Request {
  url: string;
  isMainFrame: boolean;
  /** Electron asks for screen capture by the same name, with no type of media; newer ones by `display-capture`. */
  mediaTypes: readonly string[] | undefined;
}

/** A capture of the screen that the person has chosen a moment ago. */
export interface ScreenPermission {
  isExpected: () => boolean;
  /** True once for each choice. */
  permit: () => boolean;
}

function grants(
  permission: string,
  { url, isMainFrame, mediaTypes = [] }: Request,
  screen: () => boolean,
): boolean {
  if (!isOurs(url) || !isMainFrame) return false;
  if (permission === 'display-capture' || (permission === 'media' && mediaTypes.length === 0))
    return screen();
  if (!GRANTED.includes(permission)) return false;
  return permission !== 'media' || mediaTypes.every((type) => type === 'audio' || type === 'video');
}

/** Must run after the app is ready and before the first window. */
export function hardenSession(screen: ScreenPermission): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, permission, done, details) => {
    const { requestingUrl: url, isMainFrame } = details;
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : undefined;
    done(grants(permission, { url, isMainFrame, mediaTypes }, screen.permit));
  });
  own.setPermissionCheckHandler((_contents, permission, url, { isMainFrame, mediaType }) => {
    const mediaTypes = mediaType === undefined ? [] : [mediaType];
    return grants(permission, { url, isMainFrame, mediaTypes }, screen.isExpected);
  });
  own.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** Must run before any window is made. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    hardenOne(contents);
  });
}

function hardenOne(contents: WebContents): void {
  // The page is loaded once, by main; even a page of our own dropped on the window must not end a meeting.
  const stayInside = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
  };
  contents.on('will-navigate', stayInside);
  contents.on('will-frame-navigate', stayInside);
  contents.on('will-redirect', stayInside);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (EXTERNAL_PAGES.has(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}
