/** The whole screen for the meeting. The browser itself ends it on Esc. */
import { useSyncExternalStore } from 'react';

export function toggleFullScreen(): void {
  const change =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen({ navigationUI: 'hide' })
      : document.exitFullscreen();
  // Where the system has no such thing, the window stays as it is.
  change.catch(() => undefined);
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) toggleFullScreen();
}

export function useIsFullScreen(): boolean {
  return useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => {
    document.removeEventListener('fullscreenchange', listener);
  };
}
