/** A file that this person offers: to whom, how far each has it, and what is sealed for whom. */
import { concat, equalPublic } from '../../bytes';
import { PieceSealer } from '../../files/file-key';
import { leafOf, type FileTree } from '../../files/file-tree';
import { CHUNK_LENGTH, chunkCount, chunkLength } from '../../files/limits';
import type { FileStep } from '../messages/file-messages';
import type { Ports } from '../ports';
import type { ChatPersonView } from '../views';
import type { FileSource } from './file-ports';
import { Pace } from './pace';

/** To one receiver, of all files together. */
export const CHUNKS_UNDER_WAY = 16;

export interface FileToOffer {
  /** Safe to write. */
  name: string;
  size: number;
  tree: FileTree;
  source: FileSource;
}

export type DeliveryState =
  'offered' | 'running' | 'held' | 'done' | 'declined' | 'cancelled' | 'damaged' | 'gone';

/** One receiver of it. */
export interface Delivery {
  to: ChatPersonView;
  /** 32 bytes: whose run that is. */
  identity: Uint8Array;
  state: DeliveryState;
  sealer: PieceSealer | null;
  /** The first chunk that was not sent, and so many that the other has. */
  next: number;
  taken: number;
}

const OVER: ReadonlySet<DeliveryState> = new Set(['done', 'declined', 'cancelled', 'gone'] as const);

export class OutgoingFile {
  readonly deliveries = new Map<string, Delivery>();
  #held = false;
  #ended: 'cancelled' | 'changed' | null = null;
  readonly #pace: Pace;

  /** @param id 16 bytes. @param isToAll everybody is offered it. */
  constructor(
    readonly id: Uint8Array,
    readonly file: FileToOffer,
    readonly isToAll: boolean,
    ports: Pick<Ports, 'steady'>,
  ) {
    this.#pace = new Pace(ports.steady);
  }

  get isHeld(): boolean {
    return this.#held;
  }

  get ended(): 'cancelled' | 'changed' | null {
    return this.#ended;
  }

  get isOver(): boolean {
    return this.#ended !== null || [...this.deliveries.values()].every(({ state }) => OVER.has(state));
  }

  get speed(): number | null {
    return this.#held || this.isOver ? null : this.#pace.speed;
  }

  /** What the receiver has of it, in bytes. */
  bytesOf({ state, taken }: Delivery): number {
    return state === 'done' ? this.file.size : Math.min(taken * CHUNK_LENGTH, this.file.size);
  }

  offerTo(to: ChatPersonView, identity: Uint8Array): void {
    this.deliveries.set(to.peerId, { to, identity, state: 'offered', sealer: null, next: 0, taken: 0 });
  }

  /** What is said to a receiver whose link works, or works again. */
  stepsFor(peerId: string): FileStep[] {
    const delivery = this.deliveries.get(peerId);
    if (!delivery || OVER.has(delivery.state)) return [];
    const { id } = this;
    if (this.#ended) return [{ s: 'end', id, why: this.#ended }];
    const { name, size, tree } = this.file;
    const offer: FileStep = { s: 'offer', id, size, name, root: tree.root, all: this.isToAll };
    return this.#held ? [offer, { s: 'hold', id }] : [offer];
  }

  /** A step of a receiver. False if it is none of its to say. */
  said(peerId: string, step: Exclude<FileStep, { s: 'offer' | 'go' }>): boolean {
    const delivery = this.deliveries.get(peerId);
    if (!delivery || OVER.has(delivery.state) || this.#ended) return false;
    const count = chunkCount(this.file.size);
    switch (step.s) {
      case 'accept':
        if (step.from > count) return false;
        this.#stop(delivery);
        delivery.sealer = new PieceSealer(step);
        delivery.next = delivery.taken = step.from;
        delivery.state = 'running';
        return true;
      case 'taken':
        return this.#took(delivery, step.chunks);
      case 'hold':
        this.#stop(delivery);
        delivery.state = 'held';
        return true;
      case 'end':
        this.#stop(delivery);
        delivery.state = step.why === 'changed' ? 'cancelled' : step.why;
        if (step.why === 'damaged') delivery.taken = 0;
        return true;
    }
  }

  #took(delivery: Delivery, chunks: number): boolean {
    const count = chunkCount(this.file.size);
    // Whoever has accepted may have got the last of it by a key that is done with.
    const isAll = chunks === count && delivery.state !== 'offered';
    if (!isAll && (!delivery.sealer || chunks > delivery.next)) return false;
    if (chunks > delivery.taken) this.#pace.add((chunks - delivery.taken) * CHUNK_LENGTH);
    delivery.taken = Math.max(delivery.taken, chunks);
    if (!isAll) return true;
    this.#stop(delivery);
    delivery.state = 'done';
    return true;
  }

  /** Sends no more for now. */
  hold(): void {
    this.#held = true;
    this.#pace.clear();
    for (const delivery of this.deliveries.values()) this.#stop(delivery);
  }

  go(): void {
    this.#held = false;
  }

  end(why: 'cancelled' | 'changed'): void {
    this.#ended ??= why;
    for (const delivery of this.deliveries.values()) this.#stop(delivery);
    this.file.source.close();
  }

  /** It will not come back in this run. */
  gone(peerId: string): void {
    const delivery = this.deliveries.get(peerId);
    if (!delivery || OVER.has(delivery.state)) return;
    this.#stop(delivery);
    delivery.state = 'gone';
  }

  /** There is something to send to it. */
  isReadyFor(peerId: string): boolean {
    const delivery = this.deliveries.get(peerId);
    if (this.#held || this.#ended || !delivery?.sealer) return false;
    return delivery.next < chunkCount(this.file.size);
  }

  /** Chunks that were sent to it and are not taken yet. */
  underWayTo(peerId: string): number {
    const delivery = this.deliveries.get(peerId);
    return delivery?.sealer ? delivery.next - delivery.taken : 0;
  }

  /**
   * Reads and seals the next chunk for a receiver. Null: there is none by now, or the file was changed, which
   * `ended` tells.
   */
  nextFor(peerId: string, then: (pieces: Uint8Array | null) => void): void {
    const delivery = this.deliveries.get(peerId);
    const sealer = delivery?.sealer;
    if (!delivery || !sealer) {
      then(null);
      return;
    }
    const { size, source, tree } = this.file;
    const index = delivery.next;
    source.read(index * CHUNK_LENGTH, chunkLength(size, index), (chunk) => {
      // Whatever was read, nobody waits for it any more.
      if (delivery.sealer !== sealer || delivery.next !== index) {
        then(null);
        return;
      }
      const isSame = chunk !== null && equalPublic(leafOf(index, chunk), tree.leaf(index));
      if (!isSame) {
        this.end('changed');
        then(null);
        return;
      }
      delivery.next++;
      then(sealer.seal(concat(tree.proof(index), chunk)));
    });
  }

  #stop(delivery: Delivery): void {
    delivery.sealer?.end();
    delivery.sealer = null;
  }
}
