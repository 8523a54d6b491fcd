/** Files that others offer to this person (docs/protocol.md, Files). */
import { equalPublic, toHex } from '../../bytes';
import type { WallTime } from '../../clocks';
import { safeFileName } from '../../files/file-name';
import { FILE_ID_LENGTH, TAG_LENGTH } from '../../files/limits';
import { eachPiece } from '../../files/pieces';
import type { Member } from '../members/member';
import { encodeFileStep, type FileStep } from '../messages/file-messages';
import { personOf } from '../speaking-up/chat';
import type { ChatPersonView, FileView } from '../views';
import { MAX_KEPT, type FileCircle } from './file-circle';
import type { FileSink } from './file-ports';
import { incomingView } from './file-view';
import { IncomingFile } from './incoming-file';

/** Of one member: all that it may have offered while its link was broken. */
const OFFERS_TAKEN = { capacity: 32, refillMs: 3000 };
const TICK_MS = 5000;

interface Incoming {
  /** In hex, for this person's window alone: what others draw may be the same. */
  key: string;
  file: IncomingFile;
  from: ChatPersonView;
  identity: Uint8Array;
  isToAll: boolean;
  at: WallTime;
}

export class IncomingFiles {
  #files: Incoming[] = [];
  readonly #allowanceOf: ReturnType<FileCircle['allowances']>;
  #stopTick: (() => void) | null = null;

  constructor(private readonly circle: FileCircle) {
    this.#allowanceOf = circle.allowances(OFFERS_TAKEN);
  }

  get views(): FileView[] {
    const { own } = this.circle;
    return this.#files.map((one) =>
      incomingView(one.file, {
        ...one,
        to: one.isToAll ? null : own,
        isReached: (peerId) => this.circle.reached(peerId) !== null,
      }),
    );
  }

  /** @param key in hex, as in its view. */
  get(key: string): IncomingFile | undefined {
    return this.#files.find((one) => one.key === key)?.file;
  }

  /** Null where nothing can be kept: the file is not awaited any more. @param key in hex. */
  awaited(key: string): { name: string; size: number } | null {
    const file = this.get(key);
    const isAwaited = file?.state.state === 'offered' || file?.state.state === 'damaged';
    return isAwaited ? { name: file.facts.name, size: file.facts.size } : null;
  }

  /** Null unless it has come whole. @param key in hex. */
  arrived(key: string): { size: number; root: Uint8Array } | null {
    const file = this.get(key);
    return file?.state.state === 'done' ? { size: file.facts.size, root: file.facts.root } : null;
  }

  /** This person wants it, there. False, and nothing is kept, if it is not awaited any more. */
  accept(key: string, sink: FileSink): boolean {
    const isAccepted = this.get(key)?.accept(sink) === true;
    if (!isAccepted) sink.discard();
    return isAccepted;
  }

  offered(from: Member, step: Extract<FileStep, { s: 'offer' }>): void {
    if (from.state.phase !== 'open') return;
    const { circle } = this;
    const { identity } = from.state.introduction;
    const known = this.#from(from.facts.peerId, step.id);
    if (known) {
      if (equalPublic(known.facts.root, step.root)) known.offeredAgain();
      else circle.ports.drop('file-unexpected');
      return;
    }
    if (!circle.options.quiet.mayBeRead(identity)) {
      circle.ports.drop('file-refused');
      return;
    }
    if (!this.#allowanceOf(from).take() || !this.#hasRoomFor(identity)) {
      circle.ports.drop('file-flood');
      return;
    }
    const key = toHex(circle.ports.random(FILE_ID_LENGTH));
    const at = circle.ports.wall();
    const file = this.#newFile(from.facts.peerId, step);
    this.#files.push({ key, file, from: personOf(from), identity, isToAll: step.all, at });
    circle.changed();
  }

  /** A step of a member about what it offers. False if it offers no such file. */
  said(from: Member, step: FileStep): boolean {
    const file = this.#from(from.facts.peerId, step.id);
    if (!file) return false;
    if (step.s === 'hold') file.heldBySender();
    else if (step.s === 'go') file.offeredAgain();
    else if (step.s === 'end') file.over(step.why);
    else return false;
    this.tickWhileNeeded();
    this.circle.changed();
    return true;
  }

  /** Pieces that came by the link of a member. */
  pieces(from: Member, pieces: Uint8Array): void {
    // On a slow link what was sent by a key before comes first.
    for (const { file, from: sender } of this.#files) if (sender.peerId === from.facts.peerId) file.heard();
    for (const sealed of eachPiece(pieces)) {
      const tag = sealed.subarray(0, TAG_LENGTH);
      const meant = this.#files.find(
        ({ file, from: { peerId } }) =>
          peerId === from.facts.peerId && file.tag !== null && equalPublic(file.tag, tag),
      );
      if (meant) meant.file.piece(sealed);
      else this.circle.ports.drop('file-unexpected');
    }
  }

  gone(peerId: string): void {
    for (const { file, from } of this.#files) if (from.peerId === peerId) file.over('gone');
  }

  letGo(isGone: (identity: Uint8Array, peerId: string) => boolean): void {
    for (const { file, identity, from } of this.#files)
      if (!file.isOver && isGone(identity, from.peerId)) file.over('gone');
  }

  tickWhileNeeded(): void {
    const isNeeded = this.#files.some(({ file }) => file.state.state === 'running');
    if (!isNeeded || this.#stopTick) return;
    this.#stopTick = this.circle.ports.timer(TICK_MS, () => {
      this.#stopTick = null;
      for (const { file, from } of this.#files) file.tick(this.circle.reached(from.peerId) !== null);
      this.tickWhileNeeded();
      this.circle.changed();
    });
  }

  /** What is not whole is deleted. */
  end(): void {
    for (const { file } of this.#files) file.over('gone');
    this.#files = [];
    this.#stopTick?.();
  }

  #newFile(peerId: string, { id, size, name, root }: Extract<FileStep, { s: 'offer' }>): IncomingFile {
    const { ports, options } = this.circle;
    return new IncomingFile({ id, size, name: safeFileName(name), root }, ports, {
      say: (said) => {
        options.members.get(peerId)?.send(encodeFileStep(said));
      },
      changed: () => {
        this.tickWhileNeeded();
        this.circle.progressed();
      },
    });
  }

  /** Two members may name two files alike. */
  #from(peerId: string, id: Uint8Array): IncomingFile | undefined {
    return this.#files.find(({ file, from }) => from.peerId === peerId && equalPublic(file.facts.id, id))
      ?.file;
  }

  #hasRoomFor(identity: Uint8Array): boolean {
    const theirs = this.#files.filter((one) => equalPublic(one.identity, identity));
    if (theirs.length < MAX_KEPT) return true;
    const over = theirs.find(({ file }) => file.isOver);
    this.#files = this.#files.filter((one) => one !== over);
    return over !== undefined;
  }
}
