/**
 * One TCP connection on the local network (docs/protocol.md, Local network): both sides send a nonce, prove that they
 * know a topic of the same room, and then exchange envelopes of 1,000 bytes and nothing else.
 */
import type { Socket } from 'node:net';
import { concat } from '../../../shared/bytes';
import { systemClocks } from '../../clocks';
import { randomBytes } from '../../../shared/crypto/sodium';
import { ENVELOPE_LENGTH } from '../../../shared/wire/envelope';
import { ID_LENGTH, introduce, NONCE_LENGTH, PROOF_LENGTH, recognise, type Side } from './names';

const INTRODUCTION_LENGTH = ID_LENGTH + PROOF_LENGTH;
const INTRODUCTION_MS = 3000;
/** What has not gone out: beyond that the other side is gone, or means no good. */
const MAX_UNSENT_BYTES = 256 * 1024;
const MAX_ENVELOPES_PER_SECOND = 500;
/** Whoever is gone without a word is noticed after this, and ten unanswered probes of a second. */
const KEEP_ALIVE_MS = 10_000;
const FAREWELL_MS = 1000;

/** Both sides know the topic: a real exchange with another Vigil of this meeting. */
export interface Introduced {
  topic: Uint8Array;
  /** Of the other side's run, 16 bytes. */
  theirId: Uint8Array;
  roundTripMs: number;
}

export interface LanConnectionOptions {
  socket: Socket;
  side: Side;
  /** Topics that the other side may know: as a caller the one, called all that are listened to. */
  topics: () => readonly Uint8Array[];
  /** Of this run, 16 bytes. */
  id: Uint8Array;
  introduced: (introduced: Introduced) => void;
  /** 1,000 bytes, whatever they are. */
  received: (sealed: Uint8Array) => void;
  closed: () => void;
}

type Phase =
  { phase: 'nonce' } | { phase: 'introduction'; nonces: Uint8Array } | { phase: 'open' } | { phase: 'ended' };

export class LanConnection {
  #phase: Phase = { phase: 'nonce' };
  #unread: Uint8Array = new Uint8Array(0);
  readonly #nonce = randomBytes(NONCE_LENGTH);
  #askedAt = 0;
  #second = { at: 0, envelopes: 0 };
  #timer: NodeJS.Timeout;
  /** Resolves when nothing of it is left. */
  readonly gone: Promise<void>;

  constructor(private readonly options: LanConnectionOptions) {
    const { socket, side } = options;
    this.#timer = setTimeout(() => {
      socket.destroy();
    }, INTRODUCTION_MS);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.on('error', () => {
      // 'close' follows.
    });
    socket.on('data', (bytes: Buffer) => {
      this.#unread = concat(this.#unread, bytes);
      while (this.#read());
    });
    this.gone = new Promise((resolve) => {
      socket.on('close', () => {
        clearTimeout(this.#timer);
        this.#phase = { phase: 'ended' };
        options.closed();
        resolve();
      });
    });
    if (side === 'caller') this.#sayNonce();
  }

  get address(): string | undefined {
    return this.options.socket.remoteAddress;
  }

  send(sealed: Uint8Array): void {
    if (this.#phase.phase !== 'open') return;
    const { socket } = this.options;
    socket.write(sealed);
    if (socket.writableLength > MAX_UNSENT_BYTES) socket.destroy();
  }

  /** Lets what was said go out, and still takes what comes, for a moment. */
  end(): void {
    const { socket } = this.options;
    if (this.#phase.phase !== 'open') {
      socket.destroy();
      return;
    }
    socket.end();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      socket.destroy();
    }, FAREWELL_MS);
  }

  destroy(): void {
    this.options.socket.destroy();
  }

  #sayNonce(): void {
    this.#askedAt = systemClocks.steady();
    this.options.socket.write(this.#nonce);
  }

  /** Returns true if something was read, and more may be there. */
  #read(): boolean {
    const { socket, side } = this.options;
    switch (this.#phase.phase) {
      case 'nonce': {
        const theirs = this.#take(NONCE_LENGTH);
        if (!theirs) return false;
        if (side === 'called') this.#sayNonce();
        const nonces = side === 'caller' ? concat(this.#nonce, theirs) : concat(theirs, this.#nonce);
        this.#phase = { phase: 'introduction', nonces };
        if (side === 'caller') this.#introduceTo(nonces);
        return true;
      }
      case 'introduction': {
        const introduction = this.#take(INTRODUCTION_LENGTH);
        if (!introduction) return false;
        if (this.#recognise(this.#phase.nonces, introduction)) return true;
        socket.destroy();
        return false;
      }
      case 'open': {
        const sealed = this.#take(ENVELOPE_LENGTH);
        if (!sealed || this.#isFlood()) return false;
        this.options.received(sealed);
        return true;
      }
      case 'ended':
        return false;
    }
  }

  /** The caller knows which topic it calls for, and proves first: who listens tells strangers nothing. */
  #introduceTo(nonces: Uint8Array): void {
    const [topic] = this.options.topics();
    if (!topic) {
      this.options.socket.destroy();
      return;
    }
    this.options.socket.write(introduce(topic, 'caller', nonces, this.options.id));
  }

  #recognise(nonces: Uint8Array, introduction: Uint8Array): boolean {
    const { socket, side, topics, id } = this.options;
    const theirSide = side === 'caller' ? 'called' : 'caller';
    for (const topic of topics()) {
      const theirId = recognise(topic, theirSide, nonces, introduction);
      if (!theirId) continue;
      if (side === 'called') socket.write(introduce(topic, 'called', nonces, id));
      clearTimeout(this.#timer);
      this.#phase = { phase: 'open' };
      const roundTripMs = systemClocks.steady() - this.#askedAt;
      this.options.introduced({ topic, theirId, roundTripMs });
      return true;
    }
    return false;
  }

  #isFlood(): boolean {
    const at = Math.floor(systemClocks.steady() / 1000);
    if (this.#second.at !== at) this.#second = { at, envelopes: 0 };
    if (++this.#second.envelopes <= MAX_ENVELOPES_PER_SECOND) return false;
    this.options.socket.destroy();
    return true;
  }

  #take(length: number): Uint8Array | null {
    if (this.#unread.length < length) return null;
    const taken = this.#unread.slice(0, length);
    this.#unread = this.#unread.subarray(length);
    return taken;
  }
}
