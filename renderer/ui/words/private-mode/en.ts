/** Words of private mode. */
export const privateModeErrorsEn = {
  'private-mode-no-proxy': {
    what: 'Your proxy does not answer',
    safe: 'Yes. Nothing was sent, to anyone.',
    todo: 'Start Tor, or your proxy, and try again. Without private mode, relays and participants can see your address.',
  },
  'private-mode-no-turn': {
    what: 'There is no go-between that your proxy can reach',
    safe: 'Yes. Nothing was sent, to anyone.',
    todo: 'Under Connection, add a go-between (TURN) that is reached over TCP or TLS. Without one, picture and sound would have to show your address.',
  },
  'private-mode-damaged': {
    what: 'Vigil cannot read whether private mode is on',
    safe: 'Yes. Nothing was sent, to anyone.',
    todo: 'Choose anew under Connection: on or off. Until then Vigil reaches nobody.',
  },
  'private-mode-not-saved': {
    what: 'Vigil could not save this',
    safe: 'Yes. Private mode is as it was.',
    todo: 'Look whether the disk is full or write-protected, then try again.',
  },
  'proxy-address-invalid': {
    what: 'This is not the address of a proxy',
    safe: 'Yes. Private mode is as it was.',
    todo: 'An address looks like 127.0.0.1:9050. User names and passwords are not possible here.',
  },
} as const;

export const privateModeEn = {
  privateMode: {
    title: 'Private mode',
    text: 'Everything goes through Tor or your proxy, or does not go at all.',
    hides: 'Relays, go-betweens and participants see the address of the proxy, not yours',
    later: 'Picture and sound arrive later',
    off: 'Peer-to-peer search and This network are off',
    needs: 'A call needs a go-between (TURN) that is reached over TCP or TLS',
    kind: 'Kind of proxy',
    socks5: 'SOCKS5 (Tor)',
    http: 'HTTP',
    proxy: 'Address of the proxy',
    proxyHint: 'Tor listens at 127.0.0.1:9050, Tor Browser at 127.0.0.1:9150.',
    restarts: 'Vigil starts again when you change this.',
    turnOn: 'Turn on and start again',
    turnOff: 'Turn off and start again',
    change: 'Change and start again',
    offWarns: 'Without private mode, relays and participants can see your address.',
    answers: 'The proxy answers',
    silent: 'The proxy does not answer',
    unknown: 'The proxy was not asked yet',
    check: 'Ask the proxy',
    badge: 'Private mode',
    badgeDamaged: 'Private mode: cannot be read',
    open: 'Private mode settings',
    limits:
      'A name proves nothing until you have verified it. Your voice and picture can still tell who you are.',
    refused: {
      title: 'Vigil did not start this call',
      lead: 'It cannot keep your private-mode promise right now.',
      noProxy: 'Your proxy at {{proxy}} does not answer. Any other way would show your address.',
      safe: '<b>Yes.</b> Nothing was sent, to anyone.',
      notNow: 'Not now',
    },
  },
} as const;
