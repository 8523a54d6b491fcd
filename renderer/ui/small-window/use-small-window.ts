/** The small window of a running meeting: its picture is drawn here, from what the window has already. */
import { createContext, useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemClocks } from '../../clocks';
import { useSelected, useSmallWindowShown } from '../context';
import { nameInText } from '../text';
import { draw, EVERY_MS, HEIGHT, STALE_MS, WIDTH } from './draw';
import { shownPerson } from './shown-person';
import { SmallWindow, type CallButtons } from './small-window';

export interface SmallWindowControl {
  isOpen: boolean;
  toggle: () => void;
}

export interface SmallWindowOptions {
  isMuted: boolean;
  onMicrophone: () => void;
  onLeave: () => void;
}

const ControlContext = createContext<SmallWindowControl | null>(null);
export const SmallWindowContext = ControlContext;

/** Whether this system has such a window at all. */
export const hasSmallWindow = document.pictureInPictureEnabled;

/** Null where there is none. */
export function useSmallWindowControl(): SmallWindowControl | null {
  return useContext(ControlContext);
}

export function useSmallWindow({
  isMuted,
  onMicrophone,
  onLeave,
}: SmallWindowOptions): SmallWindowControl | null {
  const { t, i18n } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [before, setBefore] = useState<string | null>(null);
  const tellShown = useSmallWindowShown();
  const window = useRef<SmallWindow | null>(null);
  const { peer, picture } = useSelected((snapshot) => {
    const person = shownPerson(snapshot, before, i18n.language);
    return { peer: person?.peer ?? null, picture: person?.picture ?? null };
  });
  if (peer !== null && peer.peerId !== before) setBefore(peer.peerId);
  const drawn = {
    name: peer === null ? t('meeting:alone') : nameInText(t, peer.name),
    muted: isMuted ? t('small-window:muted') : '',
  };

  const source = useRef<HTMLVideoElement | null>(null);
  const lastFrameAt = useRef(-Infinity);
  const microphone = useEffectEvent(onMicrophone);
  const leave = useEffectEvent(onLeave);
  const redraw = useEffectEvent((context: CanvasRenderingContext2D) => {
    const video = source.current;
    const isFresh = picture !== null && systemClocks.steady() - lastFrameAt.current < STALE_MS;
    const shown =
      isFresh && video ? { source: video, width: video.videoWidth, height: video.videoHeight } : null;
    draw(context, { ...drawn, picture: shown });
  });

  useEffect(() => {
    if (!hasSmallWindow) return;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [WIDTH, HEIGHT];
    const context = canvas.getContext('2d');
    if (!context) return;
    const video = document.createElement('video');
    video.muted = true;
    video.className = 'small-window-source';
    video.ariaHidden = 'true';
    document.body.append(video);
    video.srcObject = canvas.captureStream();
    void video.play().catch(() => undefined);
    let timer: ReturnType<typeof setInterval> | undefined;
    const drawOn = (isDrawn: boolean): void => {
      clearInterval(timer);
      timer = isDrawn ? setInterval(redraw, EVERY_MS, context) : undefined;
    };
    // The system takes no picture that has not begun.
    drawOn(true);
    const onBegun = (): void => {
      drawOn(false);
    };
    video.addEventListener('loadedmetadata', onBegun, { once: true });
    const small = new SmallWindow({
      request: () => video.requestPictureInPicture(),
      exit: () => document.exitPictureInPicture(),
      buttons: navigator.mediaSession as unknown as CallButtons,
      changed: (isOpenNow) => {
        drawOn(isOpenNow);
        setIsOpen(isOpenNow);
      },
      toggleMicrophone: () => {
        microphone();
      },
      leave: () => {
        leave();
      },
    });
    window.current = small;
    const onLeft = (): void => {
      small.closed();
    };
    video.addEventListener('leavepictureinpicture', onLeft);
    return () => {
      video.removeEventListener('leavepictureinpicture', onLeft);
      drawOn(false);
      small.end();
      video.remove();
      window.current = null;
    };
  }, []);

  // Only while it is open is anything of others taken in a second time.
  useEffect(() => {
    if (!isOpen || picture === null) return;
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream(picture.getVideoTracks());
    void video.play().catch(() => undefined);
    source.current = video;
    let handle = video.requestVideoFrameCallback(onFrame);
    function onFrame(): void {
      lastFrameAt.current = systemClocks.steady();
      handle = video.requestVideoFrameCallback(onFrame);
    }
    return () => {
      video.cancelVideoFrameCallback(handle);
      video.srcObject = null;
      source.current = null;
      lastFrameAt.current = -Infinity;
    };
  }, [isOpen, picture]);
  useEffect(() => {
    if (!isOpen) return;
    tellShown(true);
    return () => {
      tellShown(false);
    };
  }, [isOpen, tellShown]);
  useEffect(() => {
    if (isOpen) window.current?.microphone(!isMuted);
  }, [isOpen, isMuted]);

  if (!hasSmallWindow) return null;
  return {
    isOpen,
    toggle: () => {
      window.current?.toggle();
    },
  };
}
