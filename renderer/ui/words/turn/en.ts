/** Words of go-betweens (TURN), of hiding one's address, and of the path that a link takes. */
export const turnEn = {
  turn: {
    title: 'Go-betweens (TURN)',
    text: 'Where two networks let no direct connection through, a go-between passes the sealed packets on. It cannot open them, but sees the network addresses at both ends, when, and how much. Vigil has none of its own: enter the one that you or somebody you trust runs.',
    address: 'Address of a go-between',
    addressHint:
      'For example turn.example.org. In front, turns: means TLS; ?transport=tcp at the end means TCP. Up to {{count}} of them.',
    username: 'Name',
    credential: 'Password',
    listed: 'Go-betweens',
    full: 'The list of go-betweens is full. Remove one first.',
    on: 'Use {{server}}',
    remove: 'Remove {{server}}',
    test: 'Test',
    testOf: 'Test {{server}}',
    result: {
      running: 'Testing',
      works: 'Works, {{ms}} ms',
      'no-answer': 'No answer',
      refused: 'Name or password refused',
      'not-found': 'Address not found',
    },
    hide: 'Hide my network address from the others',
    hideText:
      'All links go through your own go-betweens, never directly. The others see the address of the go-between instead of yours. Relays and the go-between still see yours. Counts from the next meeting.',
    verified: 'Direct only to people I have verified',
    verifiedText:
      'With everybody else the link goes through your own go-betweens, until you have verified them. Counts from the next meeting.',
    missing: 'This needs a go-between of your own that is switched on. Without one, Vigil starts no call.',
    lend: 'Lend my go-between to people I invite',
    lendText:
      'The invite link then holds its address, name and password: whoever has the link can use it, also after the meeting, until you change the password there. It helps guests whose network lets nothing else through.',
  },
  path: {
    'same-network': 'Same network',
    direct: 'Direct',
    relayed: 'Go-between',
    relayedBy: 'Through {{server}}',
    milliseconds: '{{ms}} ms',
    none: 'No direct path to {{name}}',
    noneCarried:
      'Sound and picture between you two are missing. Everything else works: the others pass it on.',
    noneHelp: 'If it stays: a go-between, under Connection, or another network may help.',
  },
} as const;
