/**
 * Somebody who recorded a handshake, holds the link, and came to know some of the secrets of both sides since: follows
 * the tokens of the pattern from what was on the wire. What it does not know it has to guess.
 */
import { ByteReader, EMPTY } from '../../shared/bytes';
import { mlkem768Decapsulate, mlkem768KeyPair, randomBytes, x25519 } from '../../shared/crypto/sodium';
import type { CipherState } from '../../shared/noise/cipher-state';
import type { Protocol, Token } from '../../shared/noise/patterns';
import { SymmetricState } from '../../shared/noise/symmetric-state';

export interface Recording {
  protocol: Protocol;
  prologue: Uint8Array;
  psk: Uint8Array;
  messages: readonly Uint8Array[];
}

/** 32 bytes each: the X25519 secret keys of both sides. */
export interface CurveSecrets {
  initiator: { e: Uint8Array; s: Uint8Array };
  responder: { e: Uint8Array; s: Uint8Array };
}

export interface Read {
  payloads: Uint8Array[];
  /** The initiator's sending cipher, and the responder's. */
  ciphers: [CipherState, CipherState];
}

/**
 * @param kemSeed 64 bytes: whoever knows them has the ML-KEM secret key.
 * Throws where a guess was wrong: what follows does not open.
 */
export function eavesdrop(
  recording: Recording,
  known: { curve: CurveSecrets | null; kemSeed: Uint8Array | null },
): Read {
  const symmetric = new SymmetricState(recording.protocol.name);
  symmetric.mixHash(recording.prologue);
  const publicKeys: Record<'initiator' | 'responder', { e: Uint8Array; s: Uint8Array }> = {
    initiator: { e: EMPTY, s: EMPTY },
    responder: { e: EMPTY, s: EMPTY },
  };
  const payloads = recording.messages.map((message, index) => {
    const sender = index % 2 === 0 ? 'initiator' : 'responder';
    const reader = new ByteReader(message);
    const field = (length: number): Uint8Array =>
      symmetric.decryptAndHash(reader.take(length + (symmetric.hasKey() ? 16 : 0)));
    const read: Record<Token, () => void> = {
      e: () => {
        const key = reader.take(32);
        publicKeys[sender].e = key;
        symmetric.mixHash(key);
        symmetric.mixKey(key);
      },
      s: () => {
        publicKeys[sender].s = field(32);
      },
      e1: () => field(1184),
      ekem1: () => {
        const ciphertext = field(1088);
        symmetric.mixKey(
          known.kemSeed
            ? mlkem768Decapsulate(ciphertext, mlkem768KeyPair(known.kemSeed).secretKey)
            : randomBytes(32),
        );
      },
      psk: () => {
        symmetric.mixKeyAndHash(recording.psk);
      },
      ee: () => {
        agree('e', 'e');
      },
      es: () => {
        agree('e', 's');
      },
      se: () => {
        agree('s', 'e');
      },
      ss: () => {
        agree('s', 's');
      },
    };
    const agree = (ours: 'e' | 's', theirs: 'e' | 's'): void => {
      symmetric.mixKey(
        known.curve ? x25519(known.curve.initiator[ours], publicKeys.responder[theirs]) : randomBytes(32),
      );
    };
    for (const token of recording.protocol.pattern.messages[index] ?? []) read[token]();
    return symmetric.decryptAndHash(reader.rest());
  });
  return { payloads, ciphers: symmetric.split() };
}
