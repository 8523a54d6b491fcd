/** Troubles with relays, nodes and go-betweens, as they are set. */
export const connectionErrorsEn = {
  'relay-url-invalid': {
    what: 'This is not the address of a relay',
    safe: 'Yes. The list is as it was.',
    todo: 'An address looks like wss://relay.example.org',
  },
  'relay-list-empty': {
    what: 'The last relay cannot be taken away',
    safe: 'Yes. The list is as it was.',
    todo: 'Add another relay first, or switch all relays off together.',
  },
  'relay-list-too-long': {
    what: 'The list of relays is full',
    safe: 'Yes. The list is as it was.',
    todo: 'Remove a relay first.',
  },
  'dht-node-invalid': {
    what: 'This is not the address of a node',
    safe: 'Yes. The list is as it was.',
    todo: 'An address looks like node.example.org:49737',
  },
  'turn-url-invalid': {
    what: 'This is not the address of a go-between',
    safe: 'Yes. The list is as it was.',
    todo: 'An address looks like turn.example.org or turns:turn.example.org:443',
  },
  'turn-login-invalid': {
    what: 'Name and password are missing, or too long',
    safe: 'Yes. The list is as it was.',
    todo: 'A go-between needs both. With the address they may have 254 characters together.',
  },
  'turn-needed': {
    what: 'Vigil did not start this call',
    safe: 'Yes. Nothing was sent. Your address is to stay hidden, and there is no go-between to hide it behind.',
    todo: 'Under Connection, add a go-between and switch it on, or no longer hide your address.',
  },
} as const;
