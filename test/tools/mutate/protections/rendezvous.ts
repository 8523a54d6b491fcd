/** The ways to find each other: local network, DHT, relays, and texts that are passed by hand. */
import type { Protection } from '../protection';

const lanRoom = 'unit/main/rendezvous/lan/lan-room.test.ts';
const strangers = 'unit/main/rendezvous/lan/strangers.test.ts';
const records = 'unit/main/rendezvous/dht/mailbox-record.test.ts';
const texts = 'unit/shared/by-hand/texts.test.ts';
const byHand = 'unit/main/rendezvous/by-hand/by-hand-transport.test.ts';

export const rendezvous: readonly Protection[] = [
  {
    name: 'lan-proof',
    file: 'main/rendezvous/lan/names.ts',
    find: 'return equalSecret(proof, introduction.subarray(ID_LENGTH)) ? id : null;',
    replace: 'return proof ? id : null;',
    tests: [lanRoom],
    short: true,
  },
  {
    name: 'lan-proof-side',
    file: 'main/rendezvous/lan/names.ts',
    find: 'export const sides = { caller: 1, called: 2 } as const;',
    replace: 'export const sides = { caller: 1, called: 1 } as const;',
    tests: [lanRoom],
  },
  {
    name: 'lan-local-callers',
    file: 'main/rendezvous/lan/lan-server.ts',
    find: "if (!this.options.mayReach(socket.remoteAddress ?? '') || this.#isFlood())",
    replace: 'if (this.#isFlood())',
    tests: [strangers],
    only: 'from beyond the local network',
  },
  {
    name: 'lan-local-calls',
    file: 'main/rendezvous/lan/lan.ts',
    find: '|| !this.place.mayReach(address)) return false;',
    replace: ') return false;',
    tests: [strangers],
    only: 'is not called, though it says',
  },
  {
    name: 'lan-strangers-limit',
    file: 'main/rendezvous/lan/lan-server.ts',
    find: 'if (this.#strangers.size >= MAX_STRANGERS)',
    replace: 'if (false)',
    tests: [strangers],
    only: 'are thirty-two at most',
  },
  {
    name: 'lan-introduction-limit',
    file: 'main/rendezvous/lan/lan-connection.ts',
    find: '      socket.destroy();\n    }, INTRODUCTION_MS);',
    replace: '    }, INTRODUCTION_MS);',
    tests: [strangers],
    only: 'who says nothing is hung up on',
  },
  {
    name: 'lan-false-envelope',
    file: 'main/rendezvous/lan/lan-room.ts',
    find: '      connection.destroy();\n      return false;',
    replace: '      return false;',
    tests: [strangers],
    only: 'at the first envelope that does not open',
  },
  {
    name: 'dht-record-size',
    file: 'main/rendezvous/dht/mailbox-record.ts',
    find: "if (sealed.length !== RECORD_LENGTH) throw new RangeError('record has another length');",
    replace: '',
    tests: [records],
  },
  {
    name: 'dht-hands-nothing-on',
    file: 'main/rendezvous/dht/dht-node.ts',
    find: 'dht.io.onrequest = () => undefined;',
    replace: '',
    tests: ['unit/main/rendezvous/dht/outsiders.test.ts'],
    only: 'are answered nothing by the own node',
  },
  {
    name: 'by-hand-one-invitation',
    file: 'shared/by-hand/answer.ts',
    find: "[ascii('vigil-hand-answer-1'), once, salt]",
    replace: "[ascii('vigil-hand-answer-1'), salt]",
    tests: [texts],
  },
  {
    name: 'by-hand-checksum',
    file: 'shared/invite/pasted-text.ts',
    find: 'if (isWhole(kind, bytes.subarray(0, length))) yield',
    replace: 'yield',
    tests: [texts],
  },
  {
    name: 'by-hand-expiry',
    file: 'shared/by-hand/invitation.ts',
    find: "if (expiry <= now) throw new VigilError('link-expired');",
    replace: '',
    tests: [texts],
  },
  {
    name: 'by-hand-no-go-between',
    file: 'shared/by-hand/invitation.ts',
    find: 'const hints = { ...decodeHints(reader.take(reader.uintBE(1))), turn: [] };',
    replace: 'const hints = decodeHints(reader.take(reader.uintBE(1)));',
    tests: [texts],
  },
  {
    name: 'by-hand-rooms-named',
    file: 'main/rendezvous/by-hand/by-hand-transport.ts',
    find: 'if (!link.wants(topic)) return;',
    replace: '',
    tests: [byHand],
  },
  {
    name: 'by-hand-frame-length',
    file: 'main/rendezvous/by-hand/by-hand-frame.ts',
    find: 'if (!type || bytes.length !== length) return null;',
    replace: 'if (!type) return null;',
    tests: [byHand],
  },
  {
    name: 'copied-link-cleared',
    file: 'main/clipboard/clearing-clipboard.ts',
    find: 'if (now === held.text && !this.#holdsAgain(held.text)) this.ports.clipboard.clear();',
    replace: '',
    tests: ['unit/main/clipboard/clearing-clipboard.test.ts'],
  },
];
