/** Handshake patterns of the Noise specification (revision 34, sections 7 and 9) as data. */

export type Token = 'e' | 's' | 'ee' | 'es' | 'se' | 'ss' | 'psk';

export interface HandshakePattern {
  /** Static keys that are known beforehand (pre-messages). */
  initiatorKnown: boolean;
  responderKnown: boolean;
  /** Messages in turn, the initiator's first. */
  messages: readonly (readonly Token[])[];
}

const pattern = (
  known: 'none' | 'initiator' | 'responder' | 'both',
  ...messages: Token[][]
): HandshakePattern => ({
  initiatorKnown: known === 'initiator' || known === 'both',
  responderKnown: known === 'responder' || known === 'both',
  messages,
});

const fundamental = {
  N: pattern('responder', ['e', 'es']),
  K: pattern('both', ['e', 'es', 'ss']),
  X: pattern('responder', ['e', 'es', 's', 'ss']),
  NN: pattern('none', ['e'], ['e', 'ee']),
  NK: pattern('responder', ['e', 'es'], ['e', 'ee']),
  NX: pattern('none', ['e'], ['e', 'ee', 's', 'es']),
  XN: pattern('none', ['e'], ['e', 'ee'], ['s', 'se']),
  XK: pattern('responder', ['e', 'es'], ['e', 'ee'], ['s', 'se']),
  XX: pattern('none', ['e'], ['e', 'ee', 's', 'es'], ['s', 'se']),
  KN: pattern('initiator', ['e'], ['e', 'ee', 'se']),
  KK: pattern('both', ['e', 'es', 'ss'], ['e', 'ee', 'se']),
  KX: pattern('initiator', ['e'], ['e', 'ee', 'se', 's', 'es']),
  IN: pattern('none', ['e', 's'], ['e', 'ee', 'se']),
  IK: pattern('responder', ['e', 'es', 's', 'ss'], ['e', 'ee', 'se']),
  IX: pattern('none', ['e', 's'], ['e', 'ee', 'se', 's', 'es']),
} as const satisfies Record<string, HandshakePattern>;

export interface Protocol {
  name: string;
  pattern: HandshakePattern;
  /** With a pre-shared key every `e` is mixed into the key as well (section 9.2). */
  usesPsk: boolean;
  /** A one-way pattern has a single message; only the initiator may send afterwards. */
  oneWay: boolean;
}

/**
 * Reads `Noise_<pattern>[psk…]_25519_ChaChaPoly_BLAKE2b`.
 * Throws RangeError on another curve, cipher, hash, pattern or modifier.
 */
export function parseProtocolName(name: string): Protocol {
  const parsed = /^Noise_([A-Z]{1,2})((?:psk\d)(?:\+psk\d)*)?_25519_ChaChaPoly_BLAKE2b$/.exec(name);
  const base = parsed?.[1];
  if (base === undefined || !(base in fundamental))
    throw new RangeError(`unsupported Noise protocol: ${name}`);
  const { messages, ...known } = fundamental[base as keyof typeof fundamental];
  const modified: Token[][] = messages.map((tokens) => [...tokens]);
  const modifiers = parsed?.[2]?.split('+') ?? [];
  for (const modifier of modifiers) {
    const place = Number(modifier.slice('psk'.length));
    const message = modified[Math.max(place - 1, 0)];
    if (!message) throw new RangeError(`unsupported Noise protocol: ${name}`);
    if (place === 0) message.unshift('psk');
    else message.push('psk');
  }
  return {
    name,
    pattern: { ...known, messages: modified },
    usesPsk: modifiers.length > 0,
    oneWay: messages.length === 1,
  };
}
