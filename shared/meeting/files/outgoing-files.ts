/** Files that this person offers to others (docs/protocol.md, Files). */
import { equalPublic, toHex } from '../../bytes';
import type { WallTime } from '../../clocks';
import { VigilError } from '../../errors';
import { FILE_ID_LENGTH } from '../../files/limits';
import type { Allowance } from '../limits/rate-limit';
import type { Member } from '../members/member';
import { encodeFileStep, type FileStep } from '../messages/file-messages';
import { personOf } from '../speaking-up/chat';
import type { FileView } from '../views';
import { MAX_KEPT, type FileCircle } from './file-circle';
import { outgoingView } from './file-view';
import { OutgoingFile, type FileToOffer } from './outgoing-file';
import { SendQueue } from './send-queue';

/** What one person offers at once, and one more every so many milliseconds. */
const OFFERS = { capacity: 8, refillMs: 3000 };
/** Of one member. */
const ACCEPTS = { capacity: 32, refillMs: 1000 };

interface Outgoing {
  /** In hex, for this person's window. */
  key: string;
  file: OutgoingFile;
  at: WallTime;
}

export class OutgoingFiles {
  #files: Outgoing[] = [];
  readonly #queues = new Map<string, SendQueue>();
  readonly #offers: Allowance;
  readonly #acceptsOf: ReturnType<FileCircle['allowances']>;
  /** Whose link works, and who was told of all that is offered. */
  #told = new WeakSet<Member>();
  #isOver = false;

  constructor(private readonly circle: FileCircle) {
    this.#offers = circle.allowance(OFFERS);
    this.#acceptsOf = circle.allowances(ACCEPTS);
  }

  get views(): FileView[] {
    const { own } = this.circle;
    const isReached = (peerId: string): boolean => this.circle.reached(peerId) !== null;
    return this.#files.map(({ file, at, key }) => outgoingView(file, { key, at, from: own, isReached }));
  }

  /** Throws VigilError no-meeting, file-paused, file-too-often, file-too-many where no file can be offered now. */
  refuseOffer(): void {
    if (this.#isOver) throw new VigilError('no-meeting');
    const { self, quiet } = this.circle.options;
    if (!quiet.mayWrite(self.identity.publicKey)) throw new VigilError('file-paused');
    if (this.#files.length >= MAX_KEPT && !this.#files.some(({ file }) => file.isOver))
      throw new VigilError('file-too-many');
    if (this.#offers.waitMs > 0) throw new VigilError('file-too-often');
  }

  /**
   * Offers a file to one, or to all who are here.
   * Throws VigilError no-such-peer, and as `refuseOffer` does. @param to a peer id; null: all.
   */
  offer(offered: FileToOffer, to: string | null): void {
    const { options, ports } = this.circle;
    const hearing = options.members.all.filter((member) => options.group.mayHear(member));
    const receivers = to === null ? hearing : hearing.filter(({ facts }) => facts.peerId === to);
    if (receivers.length === 0) throw new VigilError('no-such-peer');
    this.refuseOffer();
    this.#offers.take();
    const file = new OutgoingFile(ports.random(FILE_ID_LENGTH), offered, to === null, ports);
    for (const member of receivers) {
      if (member.state.phase !== 'open') continue;
      file.offerTo(personOf(member), member.state.introduction.identity);
    }
    if (this.#files.length >= MAX_KEPT) this.#forget(this.#files.find((one) => one.file.isOver));
    this.#files.push({ file, at: ports.wall(), key: toHex(ports.random(FILE_ID_LENGTH)) });
    for (const member of receivers) if (this.#told.has(member)) this.#tell(member, file);
    this.circle.changed();
  }

  pause(key: string): void {
    const file = this.#get(key);
    if (!file || file.isOver || file.isHeld) return;
    file.hold();
    this.#sayToAll(file, { s: 'hold', id: file.id });
    this.circle.changed();
  }

  resume(key: string): void {
    const file = this.#get(key);
    if (file?.isHeld !== true || file.isOver) return;
    file.go();
    this.#sayToAll(file, { s: 'go', id: file.id });
    this.circle.changed();
  }

  cancel(key: string): void {
    const file = this.#get(key);
    if (file && !file.isOver) this.#end(file, 'cancelled');
  }

  /** Somebody may be here since, or its link works again. */
  follow(): void {
    for (const member of this.circle.options.members.all) {
      if (this.circle.reached(member.facts.peerId) !== member) this.#told.delete(member);
      else if (!this.#told.has(member)) this.#tellAll(member);
    }
  }

  /** What was said by the link before may be lost. */
  relinked(member: Member): void {
    this.#told.delete(member);
  }

  /** A step of a member about what was offered to it. False if there was no such file. */
  said(from: Member, step: FileStep): boolean {
    if (step.s === 'offer' || step.s === 'go') return false;
    const file = this.#files.find((one) => equalPublic(one.file.id, step.id))?.file;
    if (!file) return false;
    if (step.s === 'accept' && !this.#acceptsOf(from).take()) {
      this.circle.ports.drop('file-flood');
      return true;
    }
    const { peerId } = from.facts;
    if (file.ended !== null && file.deliveries.has(peerId) && step.s === 'accept') {
      from.send(encodeFileStep({ s: 'end', id: file.id, why: file.ended }));
      return true;
    }
    if (!file.said(peerId, step)) return false;
    if (file.isOver && file.ended === null) file.file.source.close();
    this.#queueOf(peerId).pump();
    this.circle.progressed();
    return true;
  }

  /** There is room for more of them in the window. */
  piecesSent({ facts }: Member): void {
    if (this.#queues.has(facts.peerId)) this.#queueOf(facts.peerId).pump();
  }

  gone(peerId: string): void {
    for (const { file } of this.#files) file.gone(peerId);
  }

  letGo(isGone: (identity: Uint8Array, peerId: string) => boolean): void {
    for (const { file } of this.#files)
      for (const [peerId, { identity }] of file.deliveries) if (isGone(identity, peerId)) file.gone(peerId);
  }

  end(): void {
    this.#isOver = true;
    for (const { file } of this.#files) file.end('cancelled');
    this.#files = [];
  }

  #get(key: string): OutgoingFile | undefined {
    return this.#files.find((one) => one.key === key)?.file;
  }

  #queueOf(peerId: string): SendQueue {
    const known = this.#queues.get(peerId);
    if (known) return known;
    const queue = new SendQueue({
      peerId,
      files: () => this.#files.map(({ file }) => file),
      hasRoom: () => this.circle.reached(peerId)?.hasRoomForPieces === true,
      send: (pieces) => this.circle.reached(peerId)?.sendPieces(pieces) === true,
      changed: (file) => {
        this.#end(file, 'changed');
      },
    });
    this.#queues.set(peerId, queue);
    return queue;
  }

  #end(file: OutgoingFile, why: 'cancelled' | 'changed'): void {
    file.end(why);
    this.#sayToAll(file, { s: 'end', id: file.id, why });
    this.circle.changed();
  }

  #sayToAll(file: OutgoingFile, step: FileStep): void {
    for (const peerId of file.deliveries.keys()) {
      if (file.stepsFor(peerId).length === 0) continue;
      this.circle.options.members.get(peerId)?.send(encodeFileStep(step));
    }
  }

  #tellAll(member: Member): void {
    this.#told.add(member);
    for (const { file } of this.#files) this.#tell(member, file);
  }

  #tell(member: Member, file: OutgoingFile): void {
    for (const step of file.stepsFor(member.facts.peerId)) member.send(encodeFileStep(step));
  }

  #forget(one: Outgoing | undefined): void {
    one?.file.end('cancelled');
    this.#files = this.#files.filter((other) => other !== one);
  }
}
