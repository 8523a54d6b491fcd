/** What the window asks about the desktop: the words of its alerts, the microphone's switch, and to be started at login. */
import type { Desktop } from '../../window/desktop';
import type { Handlers } from '../server';

type DesktopRequest = 'alerts:words' | 'microphone:switched' | 'login:start' | 'meeting:ask-to-leave';

export function desktopHandlers(
  desktop: Pick<Desktop, 'speak' | 'microphoneSwitched' | 'startAtLogin' | 'askToLeave'>,
): Pick<Handlers, DesktopRequest> {
  return {
    'alerts:words': (words) => {
      desktop.speak(words);
    },
    'microphone:switched': ({ on, asked }) => {
      desktop.microphoneSwitched(on, asked);
    },
    'meeting:ask-to-leave': () => {
      desktop.askToLeave();
    },
    'login:start': ({ on }) => {
      desktop.startAtLogin(on);
    },
  };
}
