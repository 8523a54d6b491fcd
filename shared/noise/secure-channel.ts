/**
 * The pair's channel after a Noise handshake: `counter u64 ‖ ciphertext`, transport keys with explicit
 * counters (Noise revision 34, section 11.4), because carriers reorder, repeat and lose.
 */
import { ByteReader, concat, EMPTY, u64BE } from '../bytes';
import { chachaPolyOpen, chachaPolySeal, wipe } from '../crypto/sodium';
import { chachaPolyNonce, MAX_NONCE } from './cipher-state';
import type { HandshakeResult } from './handshake-state';
import { ReplayWindow } from './replay-window';

export const CHANNEL_OVERHEAD = 8 + 16;
/** Largest sealed message, in bytes. */
export const MAX_SEALED_LENGTH = 16 * 1024;
const REPLAY_WINDOW = 2048;

export class SecureChannel {
  readonly handshakeHash: Uint8Array;
  readonly #sendKey: Uint8Array;
  readonly #receiveKey: Uint8Array;
  readonly #window = new ReplayWindow(REPLAY_WINDOW);
  #nextCounter = 0n;
  #wiped = false;

  /** The result's ciphers are of no use afterwards: the channel alone has the keys. */
  constructor(result: Pick<HandshakeResult, 'send' | 'receive' | 'handshakeHash'>) {
    this.handshakeHash = result.handshakeHash;
    this.#sendKey = result.send.exportKey();
    this.#receiveKey = result.receive.exportKey();
    result.send.wipe();
    result.receive.wipe();
  }

  /** Throws RangeError if the message would be longer than 16 KiB sealed. */
  seal(plain: Uint8Array): Uint8Array {
    this.#refuseWiped();
    if (plain.length + CHANNEL_OVERHEAD > MAX_SEALED_LENGTH) throw new RangeError('channel message too long');
    if (this.#nextCounter >= MAX_NONCE) throw new Error('channel counter exhausted');
    const counter = this.#nextCounter++;
    return concat(u64BE(counter), chachaPolySeal(this.#sendKey, chachaPolyNonce(counter), EMPTY, plain));
  }

  /** Throws on anything that is not a fresh, genuine message; the channel is unchanged then. */
  open(sealed: Uint8Array): Uint8Array {
    this.#refuseWiped();
    if (sealed.length > MAX_SEALED_LENGTH) throw new RangeError('channel message too long');
    const reader = new ByteReader(sealed);
    const counter = reader.u64BE();
    if (counter >= MAX_NONCE || !this.#window.accepts(counter))
      throw new Error('channel message repeated or too old');
    const plain = chachaPolyOpen(this.#receiveKey, chachaPolyNonce(counter), EMPTY, reader.rest());
    this.#window.record(counter);
    return plain;
  }

  /** Afterwards the channel seals and opens nothing. */
  wipe(): void {
    this.#wiped = true;
    wipe(this.#sendKey);
    wipe(this.#receiveKey);
  }

  #refuseWiped(): void {
    if (this.#wiped) throw new Error('channel is closed');
  }
}
