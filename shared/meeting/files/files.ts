/** Files that this person offers and is offered (docs/protocol.md, Files). */
import { equalPublic, toHex } from '../../bytes';
import type { WallTime } from '../../clocks';
import { VigilError } from '../../errors';
import { safeFileName } from '../../files/file-name';
import { FILE_ID_LENGTH, TAG_LENGTH } from '../../files/limits';
import type { GroupState } from '../group/group-state';
import { Allowance } from '../limits/rate-limit';
import type { Member } from '../members/member';
import type { MemberEnd } from '../members/member-state';
import type { Members } from '../members/members';
import { decodeFileStep, encodeFileStep, type FileMessage, type FileStep } from '../messages/file-messages';
import type { Ports } from '../ports';
import type { Self } from '../self';
import { personOf } from '../speaking-up/chat';
import type { Quiet } from '../speaking-up/quiet';
import type { ChatPersonView, FileView } from '../views';
import { IncomingFile } from './incoming-file';
import { OutgoingFile, type FileToOffer } from './outgoing-file';
import type { FileSink } from './file-ports';
import { incomingView, outgoingView } from './file-view';
import { SendQueue } from './send-queue';

/** What one person offers at once, and one more every so many milliseconds. */
const OFFERS = { capacity: 8, refillMs: 3000 };
/** Of one member: all that it may have offered while its link was broken. */
const OFFERS_TAKEN = { capacity: 32, refillMs: 3000 };
const ACCEPTS = { capacity: 32, refillMs: 1000 };
/** Of one identity. */
const MAX_KEPT = 32;
const TICK_MS = 5000;
/** How often what has come is shown. */
const SHOWN_MS = 500;

export interface FilesOptions {
  self: Self;
  members: Members;
  group: GroupState;
  quiet: Quiet;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

interface Incoming {
  /** In hex, for this person's window alone: what others draw may be the same. */
  key: string;
  file: IncomingFile;
  from: ChatPersonView;
  identity: Uint8Array;
  isToAll: boolean;
  at: WallTime;
}

interface Outgoing {
  key: string;
  file: OutgoingFile;
  at: WallTime;
}

export class Files {
  #incoming: Incoming[] = [];
  #outgoing: Outgoing[] = [];
  readonly #queues = new Map<string, SendQueue>();
  readonly #offers: Allowance;
  readonly #allowances = new Map<string, { offers: Allowance; accepts: Allowance }>();
  /** Whose link works, and who was told of all that is offered. */
  #told = new WeakSet<Member>();
  #isOver = false;
  #stopTick: (() => void) | null = null;
  #stopShowing: (() => void) | null = null;

  constructor(
    private readonly options: FilesOptions,
    private readonly ports: Pick<Ports, 'random' | 'steady' | 'wall' | 'timer' | 'drop'>,
  ) {
    this.#offers = this.#allowance(OFFERS);
  }

  get view(): FileView[] {
    const isReached = (peerId: string): boolean => this.#reached(peerId) !== null;
    const mine = this.#outgoing.map(({ file, at, key }) =>
      outgoingView(file, { key, at, from: this.#own, isReached }),
    );
    const theirs = this.#incoming.map((one) =>
      incomingView(one.file, { ...one, to: one.isToAll ? null : this.#own, isReached }),
    );
    return [...mine, ...theirs].sort((one, other) => one.at - other.at);
  }

  /** Throws VigilError no-meeting, file-paused, file-too-often, file-too-many where no file can be offered now. */
  refuseOffer(): void {
    if (this.#isOver) throw new VigilError('no-meeting');
    const { self, quiet } = this.options;
    if (!quiet.mayWrite(self.identity.publicKey)) throw new VigilError('file-paused');
    if (this.#outgoing.length >= MAX_KEPT && !this.#outgoing.some(({ file }) => file.isOver))
      throw new VigilError('file-too-many');
    if (this.#offers.waitMs > 0) throw new VigilError('file-too-often');
  }

  /**
   * Offers a file to one, or to all who are here.
   * Throws VigilError no-such-peer, and as `refuseOffer` does. @param to a peer id; null: all.
   */
  offer(offered: FileToOffer, to: string | null): void {
    const { members, group } = this.options;
    const hearing = members.all.filter((member) => group.mayHear(member));
    const receivers = to === null ? hearing : hearing.filter(({ facts }) => facts.peerId === to);
    if (receivers.length === 0) throw new VigilError('no-such-peer');
    this.refuseOffer();
    this.#offers.take();
    const file = new OutgoingFile(this.ports.random(FILE_ID_LENGTH), offered, to === null, this.ports);
    for (const member of receivers) {
      if (member.state.phase !== 'open') continue;
      file.offerTo(personOf(member), member.state.introduction.identity);
    }
    if (this.#outgoing.length >= MAX_KEPT) this.#forget(this.#outgoing.find((one) => one.file.isOver));
    this.#outgoing.push({ file, at: this.ports.wall(), key: this.#newKey() });
    for (const member of receivers) if (this.#told.has(member)) this.#tell(member, file);
    this.#changed();
  }

  /** Null where nothing can be kept: the file is not awaited any more. @param id in hex. */
  awaited(id: string): { name: string; size: number } | null {
    const file = this.#incomingOf(id)?.file;
    const isAwaited = file?.state.state === 'offered' || file?.state.state === 'damaged';
    return isAwaited ? { name: file.facts.name, size: file.facts.size } : null;
  }

  /** This person wants it, there. False, and nothing is kept, if it is not awaited any more. */
  accept(id: string, sink: FileSink): boolean {
    const isAccepted = this.#incomingOf(id)?.file.accept(sink) === true;
    if (!isAccepted) sink.discard();
    return isAccepted;
  }

  decline(id: string): void {
    this.#incomingOf(id)?.file.decline();
  }

  pause(id: string): void {
    this.#incomingOf(id)?.file.pause();
    const own = this.#outgoingOf(id);
    if (!own || own.isOver || own.isHeld) return;
    own.hold();
    this.#sayToAll(own, { s: 'hold', id: own.id });
    this.#changed();
  }

  resume(id: string): void {
    this.#incomingOf(id)?.file.resume();
    const own = this.#outgoingOf(id);
    if (own?.isHeld !== true || own.isOver) return;
    own.go();
    this.#sayToAll(own, { s: 'go', id: own.id });
    this.#changed();
  }

  cancel(id: string): void {
    this.#incomingOf(id)?.file.cancel();
    const own = this.#outgoingOf(id);
    if (own && !own.isOver) this.#endOwn(own, 'cancelled');
  }

  /** Somebody may be here since, or its link works again. */
  follow(): void {
    this.#letGoOfRemoved();
    for (const member of this.options.members.all) {
      if (this.#reached(member.facts.peerId) !== member) this.#told.delete(member);
      else if (!this.#told.has(member)) this.#tellAll(member);
    }
    this.#tickWhileNeeded();
  }

  /** What was said by the link before may be lost. */
  relinked(member: Member): void {
    this.#told.delete(member);
    this.follow();
  }

  /** It is no longer a member. */
  gone({ facts }: Member, reason: MemberEnd): void {
    if (reason !== 'lost') this.#gone(facts.peerId);
  }

  /** A step of a member, as it came. */
  said(from: Member, message: FileMessage): void {
    if (!this.options.group.mayHear(from)) {
      this.ports.drop('file-refused');
      return;
    }
    const step = decodeFileStep(message);
    if (!step) this.ports.drop('file-malformed');
    else if (step.s === 'offer') this.#offered(from, step);
    else if (!this.#saidOfIncoming(from, step) && !this.#saidOfOutgoing(from, step))
      this.ports.drop('file-unexpected');
  }

  /** Pieces that came by the link of a member. */
  pieces(from: Member, pieces: readonly Uint8Array[]): void {
    const { group } = this.options;
    if (!group.mayHear(from)) {
      this.ports.drop('file-refused');
      return;
    }
    // On a slow link what was sent by a key before comes first.
    for (const { file, from: sender } of this.#incoming)
      if (sender.peerId === from.facts.peerId) file.heard();
    for (const sealed of pieces) {
      const tag = sealed.subarray(0, TAG_LENGTH);
      const meant = this.#incoming.find(
        ({ file, from: { peerId } }) =>
          peerId === from.facts.peerId && file.tag !== null && equalPublic(file.tag, tag),
      );
      if (meant) meant.file.piece(sealed);
      else this.ports.drop('file-unexpected');
    }
  }

  /** There is room for more of them in the window. */
  piecesSent({ facts }: Member): void {
    if (this.#queues.has(facts.peerId)) this.#queueOf(facts.peerId).pump();
  }

  /** What is not whole is deleted. */
  end(): void {
    this.#isOver = true;
    for (const { file } of this.#incoming) file.over('gone');
    for (const { file } of this.#outgoing) file.end('cancelled');
    this.#incoming = [];
    this.#outgoing = [];
    this.#stopTick?.();
    this.#stopShowing?.();
  }

  get #own(): ChatPersonView {
    const { self } = this.options;
    return { peerId: toHex(self.peerId), name: self.name };
  }

  #allowance({ capacity, refillMs }: { capacity: number; refillMs: number }): Allowance {
    return new Allowance(capacity, refillMs, this.ports.steady);
  }

  #newKey(): string {
    return toHex(this.ports.random(FILE_ID_LENGTH));
  }

  /** Two members may name two files alike. */
  #incomingFrom(peerId: string, id: Uint8Array): Incoming | undefined {
    return this.#incoming.find(({ file, from }) => from.peerId === peerId && equalPublic(file.facts.id, id));
  }

  #incomingOf(id: string): Incoming | undefined {
    return this.#incoming.find(({ key }) => key === id);
  }

  #outgoingOf(id: string): OutgoingFile | undefined {
    return this.#outgoing.find(({ key }) => key === id)?.file;
  }

  /** Somebody to whom a link works. */
  #reached(peerId: string): Member | null {
    const member = this.options.members.get(peerId);
    return member?.path === 'open' && this.options.group.mayHear(member) ? member : null;
  }

  #offered(from: Member, step: Extract<FileStep, { s: 'offer' }>): void {
    if (from.state.phase !== 'open') return;
    const { identity } = from.state.introduction;
    const known = this.#incomingFrom(from.facts.peerId, step.id);
    if (known) {
      if (equalPublic(known.file.facts.root, step.root)) known.file.offeredAgain();
      else this.ports.drop('file-unexpected');
      return;
    }
    if (!this.options.quiet.mayBeRead(identity)) {
      this.ports.drop('file-refused');
      return;
    }
    if (!this.#allowanceOf(from).offers.take() || !this.#hasRoomFor(identity)) {
      this.ports.drop('file-flood');
      return;
    }
    const { id, size, name, root, all } = step;
    const { peerId } = from.facts;
    const file = new IncomingFile({ id, size, name: safeFileName(name), root }, this.ports, {
      say: (said) => {
        this.options.members.get(peerId)?.send(encodeFileStep(said));
      },
      changed: () => {
        this.#progressed();
      },
    });
    const at = this.ports.wall();
    this.#incoming.push({ key: this.#newKey(), file, from: personOf(from), identity, isToAll: all, at });
    this.#changed();
  }

  #hasRoomFor(identity: Uint8Array): boolean {
    const theirs = this.#incoming.filter((one) => equalPublic(one.identity, identity));
    if (theirs.length < MAX_KEPT) return true;
    const over = theirs.find(({ file }) => file.isOver);
    this.#incoming = this.#incoming.filter((one) => one !== over);
    return over !== undefined;
  }

  /** False if it is not about something that this member offers. */
  #saidOfIncoming(from: Member, step: FileStep): boolean {
    const one = this.#incomingFrom(from.facts.peerId, step.id);
    if (!one) return false;
    if (step.s === 'hold') one.file.heldBySender();
    else if (step.s === 'go') one.file.offeredAgain();
    else if (step.s === 'end') one.file.over(step.why);
    else return false;
    this.#changed();
    return true;
  }

  /** False if it is not about something that was offered to this member. */
  #saidOfOutgoing(from: Member, step: FileStep): boolean {
    if (step.s === 'offer' || step.s === 'go') return false;
    const file = this.#outgoing.find((one) => equalPublic(one.file.id, step.id))?.file;
    if (!file) return false;
    if (step.s === 'accept' && !this.#allowanceOf(from).accepts.take()) {
      this.ports.drop('file-flood');
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
    this.#progressed();
    return true;
  }

  #allowanceOf({ facts }: Member): { offers: Allowance; accepts: Allowance } {
    const known = this.#allowances.get(facts.peerId);
    const allowances = known ?? { offers: this.#allowance(OFFERS_TAKEN), accepts: this.#allowance(ACCEPTS) };
    this.#allowances.set(facts.peerId, allowances);
    return allowances;
  }

  #queueOf(peerId: string): SendQueue {
    const known = this.#queues.get(peerId);
    if (known) return known;
    const queue = new SendQueue({
      peerId,
      files: () => this.#outgoing.map(({ file }) => file),
      hasRoom: () => this.#reached(peerId)?.hasRoomForPieces === true,
      send: (pieces) => this.#reached(peerId)?.sendPieces(pieces) === true,
      changed: (file) => {
        this.#endOwn(file, 'changed');
      },
    });
    this.#queues.set(peerId, queue);
    return queue;
  }

  #endOwn(file: OutgoingFile, why: 'cancelled' | 'changed'): void {
    file.end(why);
    this.#sayToAll(file, { s: 'end', id: file.id, why });
    this.#changed();
  }

  #sayToAll(file: OutgoingFile, step: FileStep): void {
    for (const peerId of file.deliveries.keys()) {
      if (file.stepsFor(peerId).length === 0) continue;
      this.options.members.get(peerId)?.send(encodeFileStep(step));
    }
  }

  #tellAll(member: Member): void {
    this.#told.add(member);
    for (const { file } of this.#outgoing) this.#tell(member, file);
  }

  #tell(member: Member, file: OutgoingFile): void {
    for (const step of file.stepsFor(member.facts.peerId)) member.send(encodeFileStep(step));
  }

  #gone(peerId: string): void {
    for (const { file, from } of this.#incoming) if (from.peerId === peerId) file.over('gone');
    for (const { file } of this.#outgoing) file.gone(peerId);
    this.#changed();
  }

  /** Also of those whose link was lost before, and of whoever is here in another run. */
  #letGoOfRemoved(): void {
    const { group, members } = this.options;
    const runs = new Map<string, string>();
    for (const { state, facts } of members.all)
      if (state.phase === 'open') runs.set(toHex(state.introduction.identity), facts.peerId);
    const isGone = (identity: Uint8Array, peerId: string): boolean =>
      !group.access.mayBeHere(identity) || (runs.get(toHex(identity)) ?? peerId) !== peerId;
    for (const { file, identity, from } of this.#incoming)
      if (!file.isOver && isGone(identity, from.peerId)) file.over('gone');
    for (const { file } of this.#outgoing)
      for (const [peerId, { identity }] of file.deliveries) if (isGone(identity, peerId)) file.gone(peerId);
  }

  #forget(one: Outgoing | undefined): void {
    one?.file.end('cancelled');
    this.#outgoing = this.#outgoing.filter((other) => other !== one);
  }

  #tickWhileNeeded(): void {
    const isNeeded = this.#incoming.some(({ file }) => file.state.state === 'running');
    if (!isNeeded || this.#stopTick) return;
    this.#stopTick = this.ports.timer(TICK_MS, () => {
      this.#stopTick = null;
      for (const { file, from } of this.#incoming) file.tick(this.#reached(from.peerId) !== null);
      this.#changed();
    });
  }

  /** Shown at a bearable rate. */
  #progressed(): void {
    this.#tickWhileNeeded();
    this.#stopShowing ??= this.ports.timer(SHOWN_MS, () => {
      this.#stopShowing = null;
      this.options.viewChanged();
    });
  }

  #changed(): void {
    this.#tickWhileNeeded();
    this.options.viewChanged();
  }
}
