/**
 * Handshake patterns of the Noise specification (revision 34, sections 7 and 9) as data, and of "KEM-based Hybrid
 * Forward Secrecy for Noise" (revision 1) with ML-KEM-768 (FIPS 203).
 */

/** e1 is an ephemeral KEM public key, ekem1 a ciphertext made for it (Hybrid Forward Secrecy, section 4). */
export type Token = 'e' | 's' | 'ee' | 'es' | 'se' | 'ss' | 'psk' | 'e1' | 'ekem1';

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
  /** Who sends the KEM public key; the other side sends the ciphertext. Null: there is no KEM in it. */
  kemKeyFrom: 'initiator' | 'responder' | null;
  /** A one-way pattern has a single message; only the initiator may send afterwards. */
  oneWay: boolean;
}

const agreements: readonly Token[] = ['ee', 'es', 'se', 'ss'];

/**
 * Reads `Noise_<pattern><modifiers>_25519[+MLKEM768]_ChaChaPoly_BLAKE2b`. Modifiers, joined by `+`: `psk0` to `psk9`
 * (section 9), `hfs` (Hybrid Forward Secrecy, section 5: the KEM key goes with the first message), and `hfs2`, which is
 * Vigil's own: the KEM key goes with the second message, the ciphertext with the third.
 * Throws RangeError on another curve, KEM, cipher, hash, pattern or modifier.
 */
export function parseProtocolName(name: string): Protocol {
  const unsupported = new RangeError(`unsupported Noise protocol: ${name}`);
  const parsed = /^Noise_([A-Z]{1,2})([a-z\d+]*)_25519(\+MLKEM768)?_ChaChaPoly_BLAKE2b$/.exec(name);
  const base = parsed?.[1];
  if (base === undefined || !(base in fundamental)) throw unsupported;
  const { messages, ...known } = fundamental[base as keyof typeof fundamental];
  const modified: Token[][] = messages.map((tokens) => [...tokens]);
  const modifiers = parsed?.[2] ? parsed[2].split('+') : [];
  let kemKeyFrom: Protocol['kemKeyFrom'] = null;
  for (const modifier of modifiers) {
    if (/^psk\d$/.test(modifier)) {
      if (!withPsk(modified, Number(modifier.slice('psk'.length)))) throw unsupported;
    } else if (kemKeyFrom === null && modifier === 'hfs') {
      if (!withKem(modified)) throw unsupported;
      kemKeyFrom = 'initiator';
    } else if (kemKeyFrom === null && modifier === 'hfs2') {
      if (!withLaterKem(modified)) throw unsupported;
      kemKeyFrom = 'responder';
    } else throw unsupported;
  }
  if ((kemKeyFrom !== null) !== (parsed?.[3] !== undefined)) throw unsupported;
  return {
    name,
    pattern: { ...known, messages: modified },
    usesPsk: modifiers.some((modifier) => modifier.startsWith('psk')),
    kemKeyFrom,
    oneWay: messages.length === 1,
  };
}

/** Section 9.4 of Noise. False if there is no such message. */
function withPsk(messages: Token[][], place: number): boolean {
  const message = messages[Math.max(place - 1, 0)];
  if (!message) return false;
  if (place === 0) message.unshift('psk');
  else message.push('psk');
  return true;
}

/** Hybrid Forward Secrecy, section 5. False if the two ephemeral keys never meet. */
function withKem(messages: Token[][]): boolean {
  const [first] = messages;
  const answer = messages.find((tokens) => tokens.includes('ee'));
  if (!first || !answer) return false;
  const agreed = first.findIndex((token) => agreements.includes(token));
  first.splice((agreed < 0 ? first.indexOf('e') : agreed) + 1, 0, 'e1');
  answer.splice(answer.indexOf('ee') + 1, 0, 'ekem1');
  return true;
}

/** The public key behind `ee` in the second message, so that it is sealed; the ciphertext first in the third. */
function withLaterKem(messages: Token[][]): boolean {
  const [, second, third] = messages;
  if (!second?.includes('ee') || !third) return false;
  second.splice(second.indexOf('ee') + 1, 0, 'e1');
  third.unshift('ekem1');
  return true;
}
