/** Words of the first screen, and of what it has to say about this computer. */
export const homeEn = {
  home: {
    hero: 'Meet by candlelight',
    heroText: 'Only the people you let in see and hear it. No server can end it.',
    newMeeting: 'New meeting',
    join: 'Join a meeting',
    paste: 'Paste the invite link you were given',
    continue: 'Continue',
    previewFirst: 'You see yourself first. Nothing is sent before you ask to join.',
    whatProtects: 'What protects you, and what does not',
    sealed: 'Sealed on your computer',
    sealedText:
      'Sound and picture are encrypted here and opened only over there. Nobody in between holds a key.',
    door: 'A door, not a password',
    doorText:
      'Whoever has the link can knock. Unless you open the door to everyone, nobody sees or hears anything before being let in.',
    limits: 'What it does not hide',
    limitsText:
      'A name proves nothing until you have verified it. The other person and the relays see your network address.',
  },
  runtime: {
    title: 'This is the test runtime',
    text: 'No OS sandbox, no OS key store. Do not use it for a call that matters.',
  },
  clock: {
    title: "This computer's clock seems to be wrong",
    text: 'It differs from the relays by more than eight minutes, so the others may not find you. Set the clock in your system.',
  },
} as const;
