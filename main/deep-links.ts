/** Invite links that the system hands over: at the start, to a running app, or by macOS's own event. */
import { app } from 'electron';
import { findLink } from './options';

/** Must run before the app is ready. `onLink` is called for links to an app that runs already. */
export function receiveLinks(onLink: (link: string) => void, onSecondStart: () => void): void {
  // A checkout must not make itself the system's Vigil.
  if (app.isPackaged) app.setAsDefaultProtocolClient('vigil');
  app.on('second-instance', (_event, argv, _folder, data) => {
    onSecondStart();
    const link = findLink([...argv, handedOver(data)]);
    if (link !== null) onLink(link);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    // A preview turns the camera on: not in a window that nobody sees.
    onSecondStart();
    onLink(url);
  });
}

/** What a start that shows no link on its command line tells the running app beside its arguments. */
function handedOver(data: unknown): string {
  const isTold = typeof data === 'object' && data !== null && 'link' in data;
  return isTold && typeof data.link === 'string' ? data.link : '';
}
