import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemClocks } from '../clocks';
import { inDigits } from '../locales/numbers';

/** The time now in Unix milliseconds, drawn anew at each tick. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(systemClocks.wall);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(systemClocks.wall());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}

/** Milliseconds since something that began at this time, whatever the clock is set to from now on. */
export function useElapsed(since: number, everyMs: number): number {
  const [begun] = useState(() => ({
    before: Math.max(0, systemClocks.wall() - since),
    at: systemClocks.steady(),
  }));
  const [elapsed, setElapsed] = useState(begun.before);
  useEffect(() => {
    const timer = setInterval(() => {
      setElapsed(begun.before + systemClocks.steady() - begun.at);
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [begun, everyMs]);
  return elapsed;
}

/** `4:05`, `1:04:05`, in the digits of the language. */
export function runningTime(milliseconds: number, language: string): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const one = (value: number) => inDigits(value, language);
  const two = (value: number) => inDigits(value, language, { minimumIntegerDigits: 2 });
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = `${hours > 0 ? two(minutes) : one(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${one(hours)}:${tail}` : tail;
}

interface Clock {
  /** Day and time, for what lies days ahead. */
  day: (at: number) => string;
  /** Day without the time, for what lies behind. */
  date: (at: number) => string;
  time: (at: number) => string;
  ago: (at: number, now: number) => string;
}

export function useClock(): Clock {
  const language = useTranslation().i18n.language;
  return {
    day: (at) =>
      new Intl.DateTimeFormat(language, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        hour: 'numeric',
        minute: '2-digit',
      }).format(at),
    date: (at) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at),
    time: (at) => new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at),
    ago: (at, now) => {
      const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
      const seconds = Math.max(0, Math.round((now - at) / 1000));
      if (seconds < 60) return format.format(-seconds, 'second');
      if (seconds < 3600) return format.format(-Math.floor(seconds / 60), 'minute');
      if (seconds < 86_400) return format.format(-Math.floor(seconds / 3600), 'hour');
      return format.format(-Math.floor(seconds / 86_400), 'day');
    },
  };
}
