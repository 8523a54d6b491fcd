/** Files that this person offers and is offered (docs/protocol.md, Files). */
import type { Member } from '../members/member';
import type { MemberEnd } from '../members/member-state';
import { decodeFileStep, type FileMessage } from '../messages/file-messages';
import type { FileView } from '../views';
import { FileCircle, type FilePorts, type FilesOptions } from './file-circle';
import type { FileSink } from './file-ports';
import { IncomingFiles } from './incoming-files';
import type { FileToOffer } from './outgoing-file';
import { OutgoingFiles } from './outgoing-files';

export class Files {
  readonly #circle: FileCircle;
  readonly #incoming: IncomingFiles;
  readonly #outgoing: OutgoingFiles;

  constructor(options: FilesOptions, ports: FilePorts) {
    this.#circle = new FileCircle(options, ports);
    this.#incoming = new IncomingFiles(this.#circle);
    this.#outgoing = new OutgoingFiles(this.#circle);
  }

  get view(): FileView[] {
    return [...this.#outgoing.views, ...this.#incoming.views].sort((one, other) => one.at - other.at);
  }

  /** Throws VigilError no-meeting, file-paused, file-too-often, file-too-many where no file can be offered now. */
  refuseOffer(): void {
    this.#outgoing.refuseOffer();
  }

  /**
   * Offers a file to one, or to all who are here.
   * Throws VigilError no-such-peer, and as `refuseOffer` does. @param to a peer id; null: all.
   */
  offer(offered: FileToOffer, to: string | null): void {
    this.#outgoing.offer(offered, to);
  }

  /** Null where nothing can be kept: the file is not awaited any more. @param id in hex. */
  awaited(id: string): { name: string; size: number } | null {
    return this.#incoming.awaited(id);
  }

  /** Null unless it has come whole. @param id in hex. */
  arrived(id: string): { size: number; root: Uint8Array } | null {
    return this.#incoming.arrived(id);
  }

  /** This person wants it, there. False, and nothing is kept, if it is not awaited any more. */
  accept(id: string, sink: FileSink): boolean {
    return this.#incoming.accept(id, sink);
  }

  decline(id: string): void {
    this.#incoming.get(id)?.decline();
  }

  pause(id: string): void {
    this.#incoming.get(id)?.pause();
    this.#outgoing.pause(id);
  }

  resume(id: string): void {
    this.#incoming.get(id)?.resume();
    this.#outgoing.resume(id);
  }

  cancel(id: string): void {
    this.#incoming.get(id)?.cancel();
    this.#outgoing.cancel(id);
  }

  /** Somebody may be here since, or its link works again. */
  follow(): void {
    this.#letGoOfRemoved();
    this.#outgoing.follow();
    this.#incoming.tickWhileNeeded();
  }

  /** What was said by the link before may be lost. */
  relinked(member: Member): void {
    this.#outgoing.relinked(member);
    this.follow();
  }

  /** It is no longer a member. */
  gone({ facts }: Member, reason: MemberEnd): void {
    if (reason !== 'lost') this.#gone(facts.peerId);
  }

  /** A step of a member, as it came. */
  said(from: Member, message: FileMessage): void {
    if (!this.#isHeard(from)) return;
    const step = decodeFileStep(message);
    if (!step) this.#circle.ports.drop('file-malformed');
    else if (step.s === 'offer') this.#incoming.offered(from, step);
    else if (!this.#incoming.said(from, step) && !this.#outgoing.said(from, step))
      this.#circle.ports.drop('file-unexpected');
  }

  /** Pieces that came by the link of a member. */
  pieces(from: Member, pieces: Uint8Array): void {
    if (this.#isHeard(from)) this.#incoming.pieces(from, pieces);
  }

  /** There is room for more of them in the window. */
  piecesSent(member: Member): void {
    this.#outgoing.piecesSent(member);
  }

  /** What is not whole is deleted. */
  end(): void {
    this.#incoming.end();
    this.#outgoing.end();
    this.#circle.end();
  }

  #isHeard(from: Member): boolean {
    const { options, ports } = this.#circle;
    if (options.group.mayHear(from)) return true;
    ports.drop('file-refused');
    return false;
  }

  #gone(peerId: string): void {
    this.#incoming.gone(peerId);
    this.#outgoing.gone(peerId);
    this.#circle.changed();
  }

  /** Also of those whose link was lost before, and of whoever is here in another run. */
  #letGoOfRemoved(): void {
    const isGone = this.#circle.goneFrom();
    this.#incoming.letGo(isGone);
    this.#outgoing.letGo(isGone);
  }
}
