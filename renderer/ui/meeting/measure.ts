/** How large something is really on screen. */
import { useEffect, useState, type RefObject } from 'react';
import type { Box } from './arrange';
import { usePictureShown, usePicturesAlike } from '../context';

/** The element's inner size in pixels; null before it was measured. */
export function useBox(element: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setBox({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return box;
}

/** Tells that all pictures are asked for alike while there is such an area, in pixels of the page. */
export function useTellsAlike(area: Box | null): void {
  const tell = usePicturesAlike();
  const { width, height } = area ?? { width: 0, height: 0 };
  useEffect(() => {
    const isShown = width > 0 && height > 0;
    tell(isShown ? { width: width * devicePixelRatio, height: height * devicePixelRatio } : null);
    return () => {
      tell(null);
    };
  }, [tell, width, height]);
}

/** Tells how large somebody's tile is shown, in device pixels; null while it is hidden, scrolled out or gone. */
export function useTellsShown(peerId: string, tile: RefObject<HTMLElement | null>): void {
  const tell = usePictureShown();
  useEffect(() => {
    if (tile.current === null) return;
    let size: Box = { width: 0, height: 0 };
    let isInSight = false;
    const changed = (): void => {
      tell(peerId, isInSight && size.width > 0 && size.height > 0 ? size : null);
    };
    const resizes = new ResizeObserver(([entry]) => {
      const [box] = entry?.devicePixelContentBoxSize ?? [];
      size = { width: box?.inlineSize ?? 0, height: box?.blockSize ?? 0 };
      changed();
    });
    const sights = new IntersectionObserver(([entry]) => {
      isInSight = entry?.isIntersecting ?? false;
      changed();
    });
    resizes.observe(tile.current, { box: 'device-pixel-content-box' });
    sights.observe(tile.current);
    return () => {
      resizes.disconnect();
      sights.disconnect();
      tell(peerId, null);
    };
  }, [peerId, tile, tell]);
}
