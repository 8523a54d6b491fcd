/**
 * HandshakeState of the Noise specification (revision 34, section 5.3), with the tokens of "KEM-based Hybrid Forward
 * Secrecy for Noise" (revision 1, section 4): one interpreter for all patterns. A message that does not open changes
 * nothing, so a forged one cannot end a handshake.
 */
import { ByteReader, concat } from '../bytes';
import {
  MLKEM768_CIPHERTEXT_LENGTH,
  MLKEM768_ENCAPSULATION_SEED_LENGTH,
  MLKEM768_KEY_SEED_LENGTH,
  MLKEM768_PUBLIC_KEY_LENGTH,
  wipe,
  x25519,
  x25519PublicKey,
} from '../crypto/sodium';
import type { CipherState } from './cipher-state';
import { KemExchange } from './kem-exchange';
import type { Protocol, Token } from './patterns';
import { SymmetricState } from './symmetric-state';

const DH_LENGTH = 32;
const TAG_LENGTH = 16;
/** Section 3: no Noise message is longer, in bytes. */
export const MAX_MESSAGE_LENGTH = 65535;

export interface KeyPair {
  publicKey: Uint8Array;
  secretKey: Uint8Array;
}

export interface HandshakeOptions {
  protocol: Protocol;
  initiator: boolean;
  prologue: Uint8Array;
  /** X25519 key pair; needed when the pattern sends or knows the own static key. */
  staticKey?: KeyPair | undefined;
  remoteStatic?: Uint8Array | undefined;
  /** 32 bytes each, in the order in which the pattern uses them. */
  psks?: readonly Uint8Array[] | undefined;
  /** 32 random bytes: the ephemeral secret key. Used once, and wiped at the end. */
  ephemeralSecret: Uint8Array;
  /**
   * Of a protocol with a KEM: 64 random bytes for the side that sends its key, 32 for the other. Used once, and wiped
   * then.
   */
  kemSeed?: Uint8Array | undefined;
  /** Looks at a message that opened, before anything of it is kept; false: it is not genuine. */
  accept?: ((payload: Uint8Array, remoteStatic: Uint8Array | null) => boolean) | undefined;
}

/** What one side of a handshake needs of chance. @param random makes so many random bytes. */
export function handshakeSeeds(
  { kemKeyFrom }: Protocol,
  initiator: boolean,
  random: (length: number) => Uint8Array,
): Pick<HandshakeOptions, 'ephemeralSecret' | 'kemSeed'> {
  const ephemeralSecret = random(DH_LENGTH);
  if (kemKeyFrom === null) return { ephemeralSecret };
  const sendsKey = (kemKeyFrom === 'initiator') === initiator;
  return {
    ephemeralSecret,
    kemSeed: random(sendsKey ? MLKEM768_KEY_SEED_LENGTH : MLKEM768_ENCAPSULATION_SEED_LENGTH),
  };
}

export interface HandshakeResult {
  send: CipherState;
  receive: CipherState;
  /** 64 bytes, equal on both sides: binds a channel to this handshake (section 11.2). */
  handshakeHash: Uint8Array;
  /** 64 bytes, secret: for keys beside the channel's own. */
  chainingKey: Uint8Array;
  remoteStatic: Uint8Array | null;
}

interface SavedState {
  symmetric: SymmetricState;
  remoteEphemeral: Uint8Array | null;
  remoteStatic: Uint8Array | null;
  remoteKemKey: Uint8Array | null;
  psksUsed: number;
}

export class HandshakeState {
  #symmetric: SymmetricState;
  #turn = 0;
  #remoteEphemeral: Uint8Array | null = null;
  #remoteStatic: Uint8Array | null;
  #remoteKemKey: Uint8Array | null = null;
  #psksUsed = 0;
  #ephemeral: KeyPair | null = null;
  readonly #kem: KemExchange | null;
  #handedOver = false;

  constructor(readonly options: HandshakeOptions) {
    const { protocol, initiator, prologue, staticKey, remoteStatic } = options;
    this.#symmetric = new SymmetricState(protocol.name);
    this.#symmetric.mixHash(prologue);
    this.#remoteStatic = remoteStatic?.slice() ?? null;
    this.#kem = options.kemSeed ? new KemExchange(options.kemSeed) : null;
    for (const [known, mine] of [
      [protocol.pattern.initiatorKnown, initiator],
      [protocol.pattern.responderKnown, !initiator],
    ] as const) {
      if (!known) continue;
      const key = mine ? staticKey?.publicKey : remoteStatic;
      if (!key) throw new Error('the pattern needs a static key that was not given');
      this.#symmetric.mixHash(key);
    }
  }

  get finished(): boolean {
    return this.#turn >= this.options.protocol.pattern.messages.length;
  }

  get myTurn(): boolean {
    return !this.finished && (this.#turn % 2 === 0) === this.options.initiator;
  }

  /** The other side's static key, once it was received. */
  get remoteStatic(): Uint8Array | null {
    return this.#remoteStatic?.slice() ?? null;
  }

  writeMessage(payload: Uint8Array): Uint8Array {
    const tokens = this.#tokens(true);
    const parts: Uint8Array[] = [];
    for (const token of tokens) {
      if (token === 'e') parts.push(this.#sendEphemeral());
      else if (token === 's') parts.push(this.#symmetric.encryptAndHash(this.#static().publicKey));
      else if (token === 'e1') parts.push(this.#symmetric.encryptAndHash(this.#exchange().publicKey()));
      else if (token === 'ekem1') parts.push(this.#sendCiphertext());
      else this.#mix(token);
    }
    parts.push(this.#symmetric.encryptAndHash(payload));
    const message = concat(...parts);
    if (message.length > MAX_MESSAGE_LENGTH) throw new RangeError('Noise message too long');
    this.#turn++;
    return message;
  }

  /** Returns the payload. Throws, and changes nothing, if the message is not genuine. */
  readMessage(message: Uint8Array): Uint8Array {
    const tokens = this.#tokens(false);
    if (message.length > MAX_MESSAGE_LENGTH) throw new RangeError('Noise message too long');
    const before = this.#save();
    try {
      const reader = new ByteReader(message);
      for (const token of tokens) {
        if (token === 'e') this.#receiveEphemeral(reader);
        else if (token === 's') this.#remoteStatic = this.#receive(reader, DH_LENGTH);
        else if (token === 'e1') this.#remoteKemKey = this.#receive(reader, MLKEM768_PUBLIC_KEY_LENGTH);
        else if (token === 'ekem1') this.#decapsulate(reader);
        else this.#mix(token);
      }
      const payload = this.#symmetric.decryptAndHash(reader.rest());
      if (this.options.accept?.(payload, this.remoteStatic) === false)
        throw new Error('message of another owner');
      // A key that is no encoding of one makes no message.
      if (this.#remoteKemKey) this.#exchange().received(this.#remoteKemKey);
      if (tokens.includes('ekem1')) this.#kem?.wipe();
      this.#turn++;
      before.symmetric.wipe();
      return payload;
    } catch (error) {
      this.#restore(before);
      throw error;
    }
  }

  /** Ends the handshake and hands over the channel's keys. Throws before the last message; works once. */
  finish(): HandshakeResult {
    if (!this.finished || this.#handedOver) throw new Error('handshake is not finished, or was before');
    this.#handedOver = true;
    const [initiatorSends, responderSends] = this.#symmetric.split();
    const result: HandshakeResult = {
      send: this.options.initiator ? initiatorSends : responderSends,
      receive: this.options.initiator ? responderSends : initiatorSends,
      handshakeHash: this.#symmetric.handshakeHash,
      chainingKey: this.#symmetric.chainingKey,
      remoteStatic: this.remoteStatic,
    };
    this.wipe();
    return result;
  }

  /** Nothing comes of it, or nothing more: its secrets are overwritten. The static key is the caller's. */
  wipe(): void {
    this.#symmetric.wipe();
    wipe(this.options.ephemeralSecret);
    this.#kem?.wipe();
  }

  #tokens(writing: boolean): readonly Token[] {
    const tokens = this.options.protocol.pattern.messages[this.#turn];
    if (!tokens || this.myTurn !== writing) throw new Error('not the turn for this message');
    return tokens;
  }

  #sendEphemeral(): Uint8Array {
    if (this.#ephemeral) throw new Error('ephemeral key used twice');
    const secretKey = this.options.ephemeralSecret;
    this.#ephemeral = { secretKey, publicKey: x25519PublicKey(secretKey) };
    this.#mixEphemeral(this.#ephemeral.publicKey);
    return this.#ephemeral.publicKey;
  }

  #receiveEphemeral(reader: ByteReader): void {
    this.#remoteEphemeral = reader.take(DH_LENGTH);
    this.#mixEphemeral(this.#remoteEphemeral);
  }

  #mixEphemeral(publicKey: Uint8Array): void {
    this.#symmetric.mixHash(publicKey);
    if (this.options.protocol.usesPsk) this.#symmetric.mixKey(publicKey);
  }

  /** A field that is sealed once there is a key. @param length of the field itself, in bytes. */
  #receive(reader: ByteReader, length: number): Uint8Array {
    return this.#symmetric.decryptAndHash(
      reader.take(this.#symmetric.hasKey() ? length + TAG_LENGTH : length),
    );
  }

  #sendCiphertext(): Uint8Array {
    const { ciphertext, sharedSecret } = this.#exchange().encapsulated;
    const sealed = this.#symmetric.encryptAndHash(ciphertext);
    this.#symmetric.mixKey(sharedSecret);
    this.#kem?.wipe();
    return sealed;
  }

  #decapsulate(reader: ByteReader): void {
    const sharedSecret = this.#exchange().decapsulate(this.#receive(reader, MLKEM768_CIPHERTEXT_LENGTH));
    this.#symmetric.mixKey(sharedSecret);
    wipe(sharedSecret);
  }

  #exchange(): KemExchange {
    if (!this.#kem) throw new Error('the pattern needs random bytes that were not given');
    return this.#kem;
  }

  #mix(token: Exclude<Token, 'e' | 's' | 'e1' | 'ekem1'>): void {
    if (token === 'psk') {
      const psk = this.options.psks?.[this.#psksUsed++];
      if (psk?.length !== 32) throw new Error('the pattern needs a pre-shared key of 32 bytes');
      this.#symmetric.mixKeyAndHash(psk);
      return;
    }
    // The first letter names the initiator's key, the second the responder's.
    const mine = this.options.initiator ? token[0] : token[1];
    const theirs = this.options.initiator ? token[1] : token[0];
    const ours = mine === 'e' ? this.#ephemeral : this.#static();
    const remote = theirs === 'e' ? this.#remoteEphemeral : this.#remoteStatic;
    if (!ours || !remote) throw new Error('the pattern needs a key that is not there yet');
    const shared = x25519(ours.secretKey, remote);
    this.#symmetric.mixKey(shared);
    wipe(shared);
  }

  #static(): KeyPair {
    if (!this.options.staticKey) throw new Error('the pattern needs a static key that was not given');
    return this.options.staticKey;
  }

  #save(): SavedState {
    return {
      symmetric: this.#symmetric.clone(),
      remoteEphemeral: this.#remoteEphemeral,
      remoteStatic: this.#remoteStatic,
      remoteKemKey: this.#remoteKemKey,
      psksUsed: this.#psksUsed,
    };
  }

  #restore(saved: SavedState): void {
    this.#symmetric.wipe();
    this.#symmetric = saved.symmetric;
    this.#remoteEphemeral = saved.remoteEphemeral;
    this.#remoteStatic = saved.remoteStatic;
    this.#remoteKemKey = saved.remoteKemKey;
    this.#psksUsed = saved.psksUsed;
  }
}
