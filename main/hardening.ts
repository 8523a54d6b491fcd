/** What the window may never do: navigate away, open others, embed, or be granted more than it needs. */
import { app, session, shell, type WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol';

/** Pages outside the app that its own links may lead to, in the system's browser. */
const EXTERNAL_PAGES = new Set<string>([]);

const isOurs = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);

function grants(permission: string, url: string): boolean {
  const granted = ['media', 'speaker-selection', 'fullscreen'];
  return isOurs(url) && granted.includes(permission);
}

/** Must run after the app is ready and before the first window. */
export function hardenSession(): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, permission, done, details) => {
    done(grants(permission, details.requestingUrl));
  });
  own.setPermissionCheckHandler((_contents, permission, origin) => grants(permission, origin));
  own.setSpellCheckerEnabled(false);
}

/** Must run before any window is made. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    hardenOne(contents);
  });
}

function hardenOne(contents: WebContents): void {
  const stayInside = (event: { preventDefault: () => void; url: string }): void => {
    if (!isOurs(event.url)) event.preventDefault();
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
