/**
 * The pair's own room at the rendezvous: the last carrier, joined only while nothing else carries, so that a
 * meeting whose connections work leaves nothing at any relay.
 */
import { equalPublic } from '../../bytes';
import type { Room } from '../../invite/key-schedule';
import { MAX_MESSAGE_LENGTH } from '../../wire/envelope';
import type { Ports, RoomHandle } from '../ports';

export class PairRoom {
  #handle: RoomHandle | null = null;

  /** @param self own peer id. @param theirs the other's. @param receive takes carrier frames, genuine or not. */
  constructor(
    private readonly room: Room,
    private readonly self: Uint8Array,
    private readonly theirs: Uint8Array,
    private readonly ports: Pick<Ports, 'joinRoom'>,
    private readonly receive: (frame: Uint8Array) => void,
  ) {}

  join(): void {
    this.#handle ??= this.ports.joinRoom(this.room, this.self, ({ kind, from, body }) => {
      if (kind === 'carried' && equalPublic(from, this.theirs)) this.receive(body);
    });
  }

  /** Nothing happens outside the room, and with a frame that does not fit into four envelopes. */
  publish(frame: Uint8Array): void {
    if (frame.length <= MAX_MESSAGE_LENGTH) this.#handle?.publish('carried', this.theirs, frame);
  }

  leave(): void {
    this.#handle?.leave();
    this.#handle = null;
  }
}
