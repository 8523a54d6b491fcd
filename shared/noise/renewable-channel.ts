/**
 * A pair's channel whose keys are renewed (docs/protocol.md, Renewal): it seals with one, and opens with that one, with
 * the ones before while frames may still be on their way, and with those that the other side may go on to.
 */
import type { HandshakeResult } from './handshake-state';
import { SecureChannel } from './secure-channel';

/** Of those before the one that it seals with. */
const MAX_OLDER = 2;

export interface Opened {
  plain: Uint8Array;
  /** 64 bytes: of the handshake by whose keys it was sealed. */
  handshakeHash: Uint8Array;
}

export class RenewableChannel {
  /** Newest first. */
  #channels: SecureChannel[];
  #sending: SecureChannel;

  constructor(result: HandshakeResult) {
    this.#sending = new SecureChannel(result);
    this.#channels = [this.#sending];
  }

  /** 64 bytes: of the handshake by whose keys this side seals now. */
  get handshakeHash(): Uint8Array {
    return this.#sending.handshakeHash;
  }

  /** Throws RangeError if the message would be longer than 16 KiB sealed. */
  seal(plain: Uint8Array): Uint8Array {
    return this.#sending.seal(plain);
  }

  /** Throws on anything that is not a fresh, genuine message under one of the keys; nothing is changed then. */
  open(sealed: Uint8Array): Opened {
    for (const channel of this.#channels) {
      try {
        return { plain: channel.open(sealed), handshakeHash: channel.handshakeHash };
      } catch {
        // Another one's, perhaps.
      }
    }
    throw new Error('no channel opens the message');
  }

  /**
   * New keys, by which nothing is sealed yet. They take the place of those that the other side never went on to: it
   * has let go of that renewal when it answered this one.
   */
  add(result: HandshakeResult): void {
    const place = this.#channels.indexOf(this.#sending);
    const kept = this.#channels.slice(place, place + MAX_OLDER + 1);
    for (const channel of this.#channels) if (!kept.includes(channel)) channel.wipe();
    this.#channels = [new SecureChannel(result), ...kept];
  }

  /** From now on this side seals with these keys. @param handshakeHash of keys that were added. */
  sealWith(handshakeHash: Uint8Array): void {
    const next = this.#find(handshakeHash);
    if (next) this.#sending = next;
  }

  /** Whether these keys come behind those that this side seals with. */
  isNewer(handshakeHash: Uint8Array): boolean {
    const found = this.#find(handshakeHash);
    return found !== undefined && this.#channels.indexOf(found) < this.#channels.indexOf(this.#sending);
  }

  /** Whatever is older than the keys that this side seals with opens nothing any more. */
  forgetOlder(): void {
    const place = this.#channels.indexOf(this.#sending);
    for (const old of this.#channels.slice(place + 1)) old.wipe();
    this.#channels = this.#channels.slice(0, place + 1);
  }

  /** Afterwards it seals and opens nothing. */
  wipe(): void {
    for (const channel of this.#channels) channel.wipe();
  }

  #find(handshakeHash: Uint8Array): SecureChannel | undefined {
    return this.#channels.find((channel) => channel.handshakeHash === handshakeHash);
  }
}
