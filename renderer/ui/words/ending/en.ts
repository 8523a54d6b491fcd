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
      'You leave, and Vigil asks everyone to leave. People may stay: nobody can end a meeting for others. You cannot open this meeting again.',
    stay: 'Stay',
    leave: 'Leave',
  },
  ended: {
    left: {
      title: 'You have left the meeting',
      what: 'The connection is closed.',
      safe: 'Yes. Vigil sends no sound and no picture any more.',
      todo: 'Nothing. To meet again, make a new meeting, open one of yours again, or open an invite link.',
    },
    denied: {
      title: 'You were not let in',
      what: 'Somebody who keeps the door decided so, or you were removed from this meeting before.',
      safe: 'Yes. No picture and no sound were sent. Only your knock was seen, with your name and your key.',
      todo: 'Reach the host by another way, and ask.',
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
      title: 'This link lets nobody new in',
      what: 'The host has replaced or closed it. Or it was made for one person, and has been used.',
      safe: 'Not certain. No picture and no sound were sent. But if the link was made for you alone and you have not used it, somebody else may have.',
      todo: 'Tell the host by another way that you trust, and ask for a new link.',
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
    /** For whoever was inside before, instead of what was not sent. */
    safeInside: 'Yes. Vigil sends no sound and no picture any more.',
    uncertainInside:
      'Not certain. Vigil sends no sound and no picture any more, but somebody may have tried to sit between you and the others.',
    home: 'Home',
  },
} as const;
