/** Words of the door: inviting, letting in, sending away. */
export const doorEn = {
  invite: {
    title: 'Invite somebody',
    text: {
      asks: 'Send this link by a way that you trust. Whoever has it can knock; you decide who comes in.',
      open: 'Send this link only to people who may come in, by a way that you trust. Whoever has it comes in; no one is asked.',
      locked: 'The meeting is locked. Until you unlock it, this link lets nobody new in.',
    },
    waitingOpen: 'Waiting for somebody to come',
    waiting: 'Waiting for somebody to knock',
    copy: 'Copy invite link',
    show: 'Show link',
    hide: 'Hide link',
    link: 'Invite link',
    until: 'Good until {{when}}',
  },
  knock: {
    title: '{{name}} knocks',
    heading: 'Knocks',
    since: 'since {{time}}',
    text: 'Anyone with the link can pick any name. Let in only whom you expect.',
    admit: 'Let in',
    deny: 'Not now',
  },
  door: {
    title: 'The door',
    lobby: 'Ask before letting people in',
    lobbyOn: "If off, anyone with the link comes in and learns everyone's identity key and network address.",
    lobbyOff:
      "No one is asked now: anyone with the link comes in and learns everyone's identity key and network address.",
    lobbyOffLocked:
      "Once unlocked: anyone with the link comes in unasked and learns everyone's identity key and network address.",
    lock: 'Lock the meeting',
    lockText: 'Nobody new comes in',
    linkText: 'Everyone here has a link and can pass it on.',
    copy: 'Copy',
    replace: 'Replace',
    replaceLabel: 'Replace the invite link',
    asks: 'The host or a co-host decides who comes in.',
    open: 'Anyone with the link may come in. No one is asked.',
    locked: 'The meeting is locked. Nobody new comes in.',
  },
  replace: {
    title: 'Replace the invite link?',
    text: 'The old link then lets in only those who were in already. Anybody else who has it finds that it was replaced. Nobody is sent away.',
    send: 'You have to send the new link yourself, by a way that you trust. There is no way back to the old one.',
    stay: 'Cancel',
    confirm: 'Replace the link',
  },
  remove: {
    button: 'Remove from the meeting',
    title: 'Remove {{name}}?',
    text: 'Everybody stops sending to {{name}} at once, with new keys. {{name}} cannot come back into this meeting. What {{name}} has heard and seen so far, {{name}} knows.',
    lobby: "From then on newcomers are asked about: 'Ask before letting people in' is switched on.",
    stay: 'Cancel',
    confirm: 'Remove',
  },
} as const;
