/** The system's messages in words that tests know again. */
import { MAX_WAITING_TOLD, type AlertWords } from '../../shared/ipc';

export const alertWords: AlertWords = {
  waiting: Array.from({ length: MAX_WAITING_TOLD }, (_, index) =>
    index === 0 ? 'Someone asks to join' : `${String(index + 1)} people are waiting to join`,
  ),
  hand: 'A hand is raised',
  joined: 'You joined',
  notJoined: 'You could not join',
  ended: 'The meeting ended',
  endAsked: 'The host asks to end',
  microphone: { on: 'Microphone on', off: 'Microphone off' },
  named: { waiting: '{{name}} asks to join. {{standing}}', hand: '{{name}} raised a hand' },
  standing: { verified: 'Verified', met: 'Known', new: 'New', changed: 'Other key' },
  someone: 'Someone',
  tray: {
    inMeeting: 'In a meeting',
    mute: 'Mute',
    unmute: 'Unmute',
    leave: 'Leave',
    show: 'Show',
    quit: 'Quit',
  },
};
