/** A file that somebody offers to this person: accepted or not, checked chunk by chunk, written, whole or damaged. */
import { concat } from '../../bytes';
import type { SteadyTime } from '../../clocks';
import { PieceOpener } from '../../files/file-key';
import { checkedChunk, proofLength } from '../../files/file-tree';
import { CHUNK_LENGTH, chunkCount, chunkLength, FILE_KEY_LENGTH } from '../../files/limits';
import type { FileEnding, FileStep } from '../messages/file-messages';
import type { Ports } from '../ports';
import type { FileSink, Written } from './file-ports';
import { CHUNKS_UNDER_WAY } from './outgoing-file';
import { Pace } from './pace';

/** `taken` is said after so many chunks. */
const TAKEN_EVERY = 4;
const SAY_AGAIN_MS = 5000;
const ACCEPT_AGAIN_MS = 20_000;

export interface OfferedFacts {
  /** 16 bytes. */
  id: Uint8Array;
  size: number;
  /** Safe to write. */
  name: string;
  root: Uint8Array;
}

export type IncomingState =
  | { state: 'offered' }
  | { state: 'running'; sink: FileSink }
  /** full, unwritable: this person has to do something first. */
  | { state: 'held'; by: 'me' | 'sender' | 'full' | 'unwritable'; sink: FileSink }
  | { state: 'done' }
  | { state: 'damaged' }
  | { state: 'ended'; why: 'declined' | 'cancelled' | 'changed' | 'gone' };

export interface IncomingEvents {
  say: (step: FileStep) => void;
  changed: () => void;
}

export class IncomingFile {
  #state: IncomingState = { state: 'offered' };
  #opener: PieceOpener | null = null;
  /** Pieces of the chunk that arrives now. */
  #pieces: Uint8Array[] = [];
  /** Chunks that are checked, and those of them that are written. */
  #checked = 0;
  #written = 0;
  /** Writes of another one are of a place or a try that is given up. */
  #try = 0;
  #isFinishing = false;
  #heardAt: SteadyTime = 0;
  #saidAt: SteadyTime = 0;
  readonly #pace: Pace;

  constructor(
    readonly facts: OfferedFacts,
    private readonly ports: Pick<Ports, 'random' | 'steady' | 'drop'>,
    private readonly events: IncomingEvents,
  ) {
    this.#pace = new Pace(ports.steady);
  }

  get state(): IncomingState {
    return this.#state;
  }

  get isOver(): boolean {
    return ['done', 'damaged', 'ended'].includes(this.#state.state);
  }

  /** Bytes that are checked and written. */
  get bytes(): number {
    return Math.min(this.#written * CHUNK_LENGTH, this.facts.size);
  }

  get speed(): number | null {
    return this.#state.state === 'running' ? this.#pace.speed : null;
  }

  /** By the key in use; null where nothing is awaited. */
  get tag(): Uint8Array | null {
    return this.#opener?.tag ?? null;
  }

  /** This person wants it, there; once more from the beginning if it was damaged. False if it is over. */
  accept(sink: FileSink): boolean {
    if (this.#state.state !== 'offered' && this.#state.state !== 'damaged') return false;
    this.#try++;
    this.#checked = this.#written = 0;
    this.#run(sink);
    return true;
  }

  decline(): void {
    if (this.#state.state === 'offered') this.#end('declined', 'declined');
  }

  /** What was written is deleted. */
  cancel(): void {
    // All is there: it is about to get its name.
    if (!this.isOver && !this.#isFinishing)
      this.#end('cancelled', this.#state.state === 'offered' ? 'declined' : 'cancelled');
  }

  pause(): void {
    if (this.#state.state === 'running' && !this.#isFinishing) this.#hold('me', this.#state.sink);
  }

  /** Goes on where it stood. */
  resume(): void {
    if (this.#state.state === 'held' && this.#state.by !== 'sender') this.#run(this.#state.sink);
  }

  /** The sender can send again, or the link to it works again, and it says so. */
  offeredAgain(): void {
    switch (this.#state.state) {
      case 'offered':
      case 'damaged':
        break;
      case 'running':
        this.#run(this.#state.sink);
        break;
      case 'held':
        if (this.#state.by === 'sender') this.#run(this.#state.sink);
        else this.#say({ s: 'hold' });
        break;
      case 'done':
        this.#say({ s: 'taken', chunks: this.#written });
        break;
      case 'ended':
        this.#say({ s: 'end', why: this.#state.why === 'declined' ? 'declined' : 'cancelled' });
        break;
    }
  }

  heldBySender(): void {
    if (this.#state.state === 'running' && !this.#isFinishing) {
      this.#forgetKey();
      this.#state = { state: 'held', by: 'sender', sink: this.#state.sink };
      this.events.changed();
    }
  }

  /** The sender is gone for good, or says that nothing more of it comes. */
  over(why: 'gone' | FileEnding): void {
    if (this.#isFinishing || this.#state.state === 'done' || this.#state.state === 'ended') return;
    this.#discard();
    this.#state = { state: 'ended', why: why === 'gone' || why === 'changed' ? why : 'cancelled' };
    this.events.changed();
  }

  /** A piece by the key in use. */
  piece(sealed: Uint8Array): void {
    if (this.#state.state !== 'running' || !this.#opener) return;
    const piece = this.#opener.open(sealed);
    if (!piece || this.#checked >= chunkCount(this.facts.size)) {
      this.ports.drop('file-not-genuine');
      return;
    }
    this.#heardAt = this.ports.steady();
    // Whoever sends more than was asked for waits for another key.
    if (this.#checked - this.#written >= 2 * CHUNKS_UNDER_WAY) {
      this.ports.drop('file-flood');
      this.#forgetKey();
      return;
    }
    this.#pieces.push(piece);
    const length = this.#blockLength;
    if (this.#pieces.length * piece.length < length) return;
    const block = concat(...this.#pieces).subarray(0, length);
    this.#pieces = [];
    this.#block(block, this.#state.sink);
  }

  /** Something came by the link to its sender. */
  heard(): void {
    this.#heardAt = this.ports.steady();
  }

  /** Some seconds have passed. @param isReached the link to the sender works. */
  tick(isReached: boolean): void {
    if (this.#state.state !== 'running' || !isReached || this.#isFinishing) return;
    const now = this.ports.steady();
    if (now - this.#heardAt >= ACCEPT_AGAIN_MS) this.#run(this.#state.sink);
    else if (now - Math.max(this.#heardAt, this.#saidAt) >= SAY_AGAIN_MS) this.#sayTaken();
  }

  get #blockLength(): number {
    const { size } = this.facts;
    return proofLength(size, this.#checked) + chunkLength(size, this.#checked);
  }

  #block(block: Uint8Array, sink: FileSink): void {
    const index = this.#checked;
    const chunk = checkedChunk(block, index, this.facts);
    if (!chunk) {
      this.#discard();
      this.#state = { state: 'damaged' };
      this.#say({ s: 'end', why: 'damaged' });
      this.events.changed();
      return;
    }
    this.#checked++;
    const { length } = chunk;
    const attempt = this.#try;
    sink.write(index * CHUNK_LENGTH, chunk, (outcome) => {
      if (attempt !== this.#try) return;
      if (outcome === 'done') this.#wrote(length, sink);
      else this.#couldNotWrite(outcome, sink);
    });
  }

  #wrote(length: number, sink: FileSink): void {
    this.#written++;
    this.#pace.add(length);
    this.events.changed();
    if (this.#written === chunkCount(this.facts.size)) this.#finish(sink);
    else if (this.#written % TAKEN_EVERY === 0) this.#sayTaken();
  }

  #finish(sink: FileSink): void {
    if (this.#isFinishing) return;
    this.#isFinishing = true;
    const attempt = this.#try;
    sink.finish((outcome) => {
      this.#isFinishing = false;
      if (attempt !== this.#try) return;
      if (outcome !== 'done') {
        this.#couldNotWrite(outcome, sink);
        return;
      }
      this.#forgetKey();
      this.#state = { state: 'done' };
      this.#sayTaken();
      this.events.changed();
    });
  }

  #couldNotWrite(outcome: Exclude<Written, 'done'>, sink: FileSink): void {
    this.#hold(outcome === 'full' ? 'full' : 'unwritable', sink);
  }

  /** By another key each time: from the first chunk that is not checked yet. */
  #run(sink: FileSink): void {
    this.#forgetKey();
    this.#state = { state: 'running', sink };
    this.#heardAt = this.#saidAt = this.ports.steady();
    if (this.#written === chunkCount(this.facts.size)) {
      this.#finish(sink);
      return;
    }
    const key = this.ports.random(FILE_KEY_LENGTH);
    this.#opener = new PieceOpener({ key, id: this.facts.id, from: this.#checked });
    this.#say({ s: 'accept', from: this.#checked, key });
    this.events.changed();
  }

  #hold(by: 'me' | 'full' | 'unwritable', sink: FileSink): void {
    this.#forgetKey();
    if (by !== 'me') {
      // Whatever else is being written of it is written again.
      this.#try++;
      this.#checked = this.#written;
    }
    this.#state = { state: 'held', by, sink };
    this.#say({ s: 'hold' });
    this.events.changed();
  }

  #end(why: 'declined' | 'cancelled', said: FileEnding): void {
    this.#discard();
    this.#state = { state: 'ended', why };
    this.#say({ s: 'end', why: said });
    this.events.changed();
  }

  #discard(): void {
    this.#try++;
    this.#forgetKey();
    if (this.#state.state === 'running' || this.#state.state === 'held') this.#state.sink.discard();
  }

  #forgetKey(): void {
    this.#opener?.end();
    this.#opener = null;
    this.#pieces = [];
    this.#pace.clear();
  }

  #sayTaken(): void {
    this.#saidAt = this.ports.steady();
    this.#say({ s: 'taken', chunks: this.#written });
  }

  #say(step: StepOf<FileStep>): void {
    this.events.say({ ...step, id: this.facts.id });
  }
}

/** A step without the file that it is about. */
type StepOf<Step> = Step extends FileStep ? Omit<Step, 'id'> : never;
