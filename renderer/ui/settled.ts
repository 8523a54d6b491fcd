/** Clicks that were meant for what stood there before. */
import { useEffect, useState, type MouseEvent } from 'react';

/** So soon after anything has moved, a click was meant for what stood there before. */
export const SETTLED_MS = 700;

/** True once what is given has stayed the same for a while. */
export function useSettled(places: string): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(places);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [places]);
  return settled === places;
}

/** False for the second click of two: it was meant for what the first one was meant for. */
export function isFirstClick({ detail }: Pick<MouseEvent, 'detail'>): boolean {
  return detail <= 1;
}
