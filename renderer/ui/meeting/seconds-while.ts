import { useEffect, useState } from 'react';
import { systemClocks } from '../../clocks';

/** Whole seconds since it began to be so; 0 while it is not. */
export function useSecondsWhile(isSo: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isSo) return;
    const since = systemClocks.steady();
    const timer = setInterval(() => {
      setSeconds(Math.floor((systemClocks.steady() - since) / 1000));
    }, 500);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [isSo]);
  return seconds;
}
