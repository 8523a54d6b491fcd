/** Zoom and pan of a viewer, by keys, by the wheel and by dragging. */
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import type { Box } from '../meeting/arrange';
import { useBox } from '../meeting/measure';
import { FIT, panned, refitted, scaleOf, STEP, zoomedBy, zoomedTo, type Shown, type Zoom } from './zoom';

const PAN_STEP = 60;
/** What a notch of a usual wheel reports; a touchpad reports less, more often. */
const NOTCH = 100;
const NOTHING: Box = { width: 0, height: 0 };

export interface ZoomControl {
  zoom: Zoom;
  shown: Shown;
  /** Of the picture's own size, in device pixels. */
  percent: number;
  larger: () => void;
  smaller: () => void;
  fit: () => void;
  actual: () => void;
  handlers: {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  };
}

/** @param area where the picture is drawn. @param picture null before its size is known. */
export function useZoom(area: RefObject<HTMLElement | null>, picture: Box | null): ZoomControl {
  const box = useBox(area);
  const [wanted, setZoom] = useState<Zoom>(FIT);
  const shown: Shown = { box: box ?? NOTHING, picture: picture ?? NOTHING, actual: 1 / devicePixelRatio };
  const zoom = refitted(wanted, shown);
  const last = useRef({ x: 0, y: 0 });

  const change = (next: (zoom: Zoom) => Zoom): void => {
    // Several may come before the next picture of the page.
    setZoom((now) => next(refitted(now, shown)));
  };
  const larger = (): void => {
    change((now) => zoomedBy(now, shown, STEP));
  };
  const smaller = (): void => {
    change((now) => zoomedBy(now, shown, 1 / STEP));
  };
  const fit = (): void => {
    setZoom(FIT);
  };
  const actual = (): void => {
    change((now) => zoomedTo(now, shown, shown.actual));
  };

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    // Sideways.
    if (event.deltaY === 0) return;
    const rect = area.current?.getBoundingClientRect();
    const at = { x: event.clientX - (rect?.left ?? 0), y: event.clientY - (rect?.top ?? 0) };
    change((now) => zoomedBy(now, shown, factorOf(event), at));
  });
  useEffect(() => {
    const element = area.current;
    const listener = (event: WheelEvent): void => {
      onWheel(event);
    };
    // Not passive: the page must not scroll as well.
    element?.addEventListener('wheel', listener, { passive: false });
    return () => {
      element?.removeEventListener('wheel', listener);
    };
  }, [area]);

  const pan = (dx: number, dy: number) => (): void => {
    change((now) => panned(now, shown, dx, dy));
  };
  const keys: Record<string, () => void> = {
    ...{ '+': larger, '=': larger, '-': smaller, '0': fit, Escape: fit, '1': actual },
    ArrowLeft: pan(PAN_STEP, 0),
    ArrowRight: pan(-PAN_STEP, 0),
    ArrowUp: pan(0, PAN_STEP),
    ArrowDown: pan(0, -PAN_STEP),
  };
  // Keyboards with other digits.
  const byPlace: Record<string, () => void> = { Digit0: fit, Numpad0: fit, Digit1: actual, Numpad1: actual };
  return {
    ...{ zoom, shown, larger, smaller, fit, actual },
    percent: Math.round(scaleOf(zoom, shown) * devicePixelRatio * 100),
    handlers: {
      onKeyDown: (event) => {
        const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
        const act =
          ctrlKey || metaKey || altKey ? undefined : (keys[key] ?? (shiftKey ? undefined : byPlace[code]));
        if (!act) return;
        // Where there is nothing to bring back, Esc is for others.
        if (key === 'Escape' && zoom.state === 'fit') return;
        event.preventDefault();
        event.stopPropagation();
        act();
      },
      onPointerDown: ({ currentTarget, pointerId, clientX, clientY, button }) => {
        if (button !== 0) return;
        currentTarget.setPointerCapture(pointerId);
        last.current = { x: clientX, y: clientY };
      },
      onPointerMove: ({ currentTarget, pointerId, clientX, clientY }) => {
        if (!currentTarget.hasPointerCapture(pointerId)) return;
        const { x, y } = last.current;
        last.current = { x: clientX, y: clientY };
        change((now) => panned(now, shown, clientX - x, clientY - y));
      },
    },
  };
}

function factorOf({ deltaY, deltaMode }: WheelEvent): number {
  const notches = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY / NOTCH : Math.sign(deltaY);
  return Math.exp(-notches * Math.log(STEP));
}
