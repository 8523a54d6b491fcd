/** A shared screen in a window of its own, which stays on top: the browser's picture in picture. */
import { useEffect, useState, type RefObject } from 'react';

export interface Detached {
  isDetached: boolean;
  toggle: () => void;
}

/** Null where the system has no such window. It closes with the viewer. */
export function useDetached(video: RefObject<HTMLVideoElement | null>): Detached | null {
  const [isDetached, setDetached] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    const changed = (): void => {
      setDetached(document.pictureInPictureElement === element);
    };
    const events = ['enterpictureinpicture', 'leavepictureinpicture'] as const;
    for (const event of events) element.addEventListener(event, changed);
    return () => {
      for (const event of events) element.removeEventListener(event, changed);
      if (document.pictureInPictureElement === element) leave();
    };
  }, [video]);
  if (!document.pictureInPictureEnabled) return null;
  return {
    isDetached,
    toggle: () => {
      if (isDetached) leave();
      // Refused while there is no picture yet.
      else void video.current?.requestPictureInPicture().catch(() => undefined);
    },
  };
}

function leave(): void {
  document.exitPictureInPicture().catch(() => undefined);
}
