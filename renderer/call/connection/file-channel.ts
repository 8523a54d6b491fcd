/**
 * The data channel that is for files alone, so that what the link has to say never waits behind them
 * (docs/protocol.md, The data channel).
 */
import { concat } from '../../../shared/bytes';

const LABEL = 'vigil-files';
/** Both ends make it: nobody opens it in-band. */
const ID = 100;
const PIECE_LENGTH = 16_384;
/** Unsent bytes in the browser. */
const MOST_UNSENT = 1024 * 1024;
const FEW_UNSENT = 512 * 1024;
/** Bytes, more than main ever hands over. */
const MOST_WAITING = 256 * PIECE_LENGTH;
/** So many are handed on at once: more than 64 KiB would go to main by memory that is shared anew each time. */
const PIECES_AT_ONCE = 3;

export class FileChannel {
  readonly #channel: RTCDataChannel;
  /** Main sends more when these have left. */
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #arrived: Uint8Array[] = [];
  #isOver = false;
  readonly #later = new MessageChannel();

  /** @param mayReceive once the certificate has been checked. */
  constructor(
    connection: RTCPeerConnection,
    mayReceive: () => boolean,
    private readonly received: (pieces: Uint8Array) => void,
    /** So many have left. */
    private readonly sent: (count: number) => void,
  ) {
    this.#channel = connection.createDataChannel(LABEL, { negotiated: true, id: ID });
    this.#channel.binaryType = 'arraybuffer';
    this.#channel.bufferedAmountLowThreshold = FEW_UNSENT;
    this.#channel.addEventListener('bufferedamountlow', () => {
      this.#pump();
    });
    this.#channel.addEventListener('open', () => {
      this.#pump();
    });
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const isPiece = data instanceof ArrayBuffer && data.byteLength === PIECE_LENGTH;
      if (isPiece && !this.#isOver && mayReceive()) this.#arrive(new Uint8Array(data));
    });
    // What came meanwhile is handed on together.
    this.#later.port1.onmessage = () => {
      this.#handOn();
    };
  }

  /** @param pieces one after the other. */
  send(pieces: Uint8Array): void {
    const waiting = this.#waiting.reduce((sum, { length }) => sum + length, 0);
    if (this.#isOver || waiting > MOST_WAITING) return;
    this.#waiting.push(pieces.slice());
    this.#pump();
  }

  end(): void {
    this.#isOver = true;
    this.#waiting = [];
    this.#arrived = [];
    this.#later.port1.close();
  }

  #pump(): void {
    const channel = this.#channel;
    let count = 0;
    while (channel.readyState === 'open' && channel.bufferedAmount < MOST_UNSENT) {
      const [pieces] = this.#waiting;
      if (!pieces) break;
      channel.send(pieces.subarray(0, PIECE_LENGTH));
      if (pieces.length > PIECE_LENGTH) this.#waiting[0] = pieces.subarray(PIECE_LENGTH);
      else this.#waiting.shift();
      count++;
    }
    if (count > 0) this.sent(count);
  }

  #arrive(piece: Uint8Array): void {
    this.#arrived.push(piece);
    if (this.#arrived.length >= PIECES_AT_ONCE) this.#handOn();
    else if (this.#arrived.length === 1) this.#later.port2.postMessage(null);
  }

  #handOn(): void {
    if (this.#arrived.length > 0) this.received(concat(...this.#arrived.splice(0)));
  }
}
