/** What goes to one receiver: a chunk at a time, of its files in turn, no more than it has room for. */
import { CHUNKS_UNDER_WAY, type OutgoingFile } from './outgoing-file';

export interface SendQueueOptions {
  peerId: string;
  files: () => readonly OutgoingFile[];
  /** The window takes more for it. */
  hasRoom: () => boolean;
  /** False while there is no link that works. */
  send: (pieces: Uint8Array) => boolean;
  /** It was changed since it was offered. */
  changed: (file: OutgoingFile) => void;
}

export class SendQueue {
  #isReading = false;
  #last: OutgoingFile | null = null;

  constructor(private readonly options: SendQueueOptions) {}

  /** There may be something to send. */
  pump(): void {
    const { peerId, send, changed } = this.options;
    if (this.#isReading || !this.options.hasRoom()) return;
    const file = this.#next();
    if (!file) return;
    this.#isReading = true;
    this.#last = file;
    file.nextFor(peerId, (pieces) => {
      this.#isReading = false;
      if (file.ended === 'changed') changed(file);
      // What is lost with a link is asked for again.
      if (pieces === null || send(pieces)) this.pump();
    });
  }

  #next(): OutgoingFile | undefined {
    const { peerId } = this.options;
    const files = this.options.files();
    const underWay = files.reduce((sum, file) => sum + file.underWayTo(peerId), 0);
    if (underWay >= CHUNKS_UNDER_WAY) return undefined;
    const ready = files.filter((file) => file.isReadyFor(peerId));
    // Each in its turn.
    const after = files.indexOf(this.#last as OutgoingFile);
    return ready.find((file) => files.indexOf(file) > after) ?? ready[0];
  }
}
