/** What the window asks about the desktop: the words of its alerts, and to be started at login. */
import type { Desktop } from '../../window/desktop';
import type { Handlers } from '../server';

export function desktopHandlers(desktop: Desktop): Pick<Handlers, 'alerts:words' | 'login:start'> {
  return {
    'alerts:words': (words) => {
      desktop.speak(words);
    },
    'login:start': ({ on }) => {
      desktop.startAtLogin(on);
    },
  };
}
