/** Words of leaving, and of what ended a meeting. */
export const endingEn = {
  leave: {
    title: 'Leave the meeting?',
    text: 'The others stay. If the meeting is still on, you can knock again with the same link.',
    aloneText: 'Nobody else is here.',
    hostText: 'The meeting goes on without you. The others stay connected to one another.',
    coHosts: 'Co-hosts can let people in.',
    nobody: 'Nobody else can let people in. If that should be possible, make somebody a co-host first.',
    open: 'Anyone with the link may still come in.',
    end: 'Ask everyone to end',
    endText:
      'You leave, and Vigil asks everyone to leave. People may stay: nobody can end a meeting for others.',
    stay: 'Stay',
    leave: 'Leave',
  },
  ended: {
    left: {
      title: 'You have left the meeting',
      what: 'The connection is closed.',
      safe: 'Yes. Vigil sends no sound and no picture any more.',
      todo: 'Nothing. To meet again, make a new meeting or open an invite link.',
    },
    denied: {
      title: 'You were not let in',
      what: 'Your knock was seen, and answered: not now.',
      safe: 'Yes. No picture and no sound were sent. Only your knock with your name was seen.',
      todo: 'Reach the host by another way, and ask again later.',
    },
    full: {
      title: 'The meeting is full',
      what: 'This version of Vigil holds sixteen people, and sixteen are inside.',
      safe: 'Yes. No picture and no sound were sent.',
      todo: 'Try again later, or start a meeting of your own and send the link.',
    },
    expired: {
      title: 'The invite has expired',
      what: 'The link was good until {{when}}.',
      safe: 'Yes. Vigil sends no sound and no picture any more.',
      todo: 'Ask for a new link, or start a new meeting.',
    },
    locked: {
      title: 'The meeting is locked',
      what: 'Nobody new is let in right now.',
      safe: 'Yes. No picture and no sound were sent. Whoever keeps the door may have seen the name you gave.',
      todo: 'Reach the host by another way, ask to unlock the meeting, and try again.',
    },
    replaced: {
      title: 'This link was replaced',
      what: 'The host has made another link. This one lets in only those who were in already.',
      safe: 'Yes. No picture and no sound were sent. Whoever keeps the door may have seen the name you gave.',
      todo: 'Ask the host for the new link, by a way that you trust.',
    },
    removed: {
      title: 'You were removed from the meeting',
      what: 'The host or a co-host sent you away. The others have stopped sending to you.',
      safe: 'Yes. Vigil sends no sound and no picture any more, and you receive none.',
      todo: 'Reach the host by another way. The same link does not let you in again.',
    },
    'fingerprint-mismatch': {
      title: 'This link could not be proven',
      what: 'You were let in, but the connection did not lead to the computer that had been agreed. Vigil closed it.',
      safe: 'Yes. No picture and no sound were sent. But somebody may have tried to sit between you two.',
      todo: 'Reach the host by another way, and ask for a new invite link.',
    },
    'no-path': {
      title: 'The connection did not come about',
      what: 'You were let in, but Vigil could not make a proven link between the two computers.',
      safe: 'Yes. No picture and no sound were sent, so nobody saw or heard you.',
      todo: 'Try again. If it stays, one of the two networks lets no direct connection through. Ask the host for a new link that lends a go-between, add one yourself under Connection, or use another network, for example a phone hotspot.',
    },
    home: 'Home',
  },
} as const;
