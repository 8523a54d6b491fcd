/** Chromium's events for a page, as Electron's events of `webContents`. */
import type { CdpSession } from './cdp';
import { preventable } from './preventable';
import { runtime } from './runtime';
import type { PageOwner } from './page-owner';

type Level = 'info' | 'warning' | 'error' | 'debug';

const levels: Readonly<Record<string, Level>> = {
  debug: 'debug',
  verbose: 'debug',
  warning: 'warning',
  error: 'error',
  assert: 'error',
};

export function forwardPageEvents(contents: PageOwner, session: CdpSession, frameId: string): void {
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return;
    contents.onCommitted(frame.url + (frame.urlFragment ?? ''), frame.loaderId);
    contents.emit('did-navigate', preventable({}), contents.getURL(), 200, 'OK');
  });
  session.on('Page.navigatedWithinDocument', (navigated) => {
    if (navigated.frameId !== frameId) return;
    contents.setURL(navigated.url);
    contents.emit('did-navigate-in-page', preventable({}), contents.getURL(), true);
  });
  session.on('Page.domContentEventFired', () => contents.emit('dom-ready', preventable({})));
  session.on('Page.loadEventFired', () => {
    contents.onLoaded();
  });
  session.on('Inspector.targetCrashed', () => {
    contents.onCrashed();
  });
  forwardConsole(contents, session);
}

function forwardConsole(contents: PageOwner, session: CdpSession): void {
  const emit = (type: string, message: string, url = '', lineNumber = 0): void => {
    const level = levels[type] ?? 'info';
    const sourceId = runtime.schemes.fromWeb(url);
    const details = { level, message, lineNumber, sourceId, frame: contents.mainFrame };
    contents.emit('console-message', preventable(details));
  };
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const words = args.map(toWord);
    const place = stackTrace?.callFrames[0];
    emit(type, words.join(' '), place?.url, (place?.lineNumber ?? 0) + 1);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: details }) => {
    const message = `${details.text} ${details.exception?.description ?? ''}`.trim();
    emit('error', message, details.url, details.lineNumber + 1);
  });
  session.on('Log.entryAdded', ({ entry }) => {
    emit(entry.level, entry.text, entry.url, (entry.lineNumber ?? 0) + 1);
  });
}

function toWord({ value, description }: { value?: unknown; description?: string }): string {
  if (typeof value === 'string') return value;
  return description ?? (value === undefined ? 'undefined' : JSON.stringify(value));
}
