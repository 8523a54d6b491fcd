/** All transports as one: everything goes out by each of them, and the first copy that arrives counts. */
import { equalPublic } from '../../shared/bytes';
import { randomBytes } from '../../shared/crypto/sodium';
import type { Room } from '../../shared/invite/key-schedule';
import type { RoomHandle } from '../../shared/meeting/ports';
import { MESSAGE_ID_LENGTH, splitMessage } from '../../shared/wire/envelope';
import { Reassembler, type Message } from '../../shared/wire/reassembly';
import type { Transport } from './transport';

const EVERYBODY = new Uint8Array(16);

const REFRESH_INTERVAL_MS = 5000;

export class Rendezvous {
  #refreshedAt = -Infinity;

  constructor(private readonly transports: readonly Transport[]) {}

  /** @param self own peer id: messages of one's own, and those for others, are left alone. */
  join(room: Room, self: Uint8Array, onMessage: (message: Message) => void): RoomHandle {
    const reassembler = new Reassembler(
      () => performance.now(),
      () => (randomBytes(1)[0] ?? 0) / 256,
    );
    const ends = this.transports.map((transport) =>
      transport.listen(
        room,
        (envelope) => {
          if (equalPublic(envelope.from, self)) return;
          const addressee = envelope.kind === 'hello' ? EVERYBODY : self;
          if (!equalPublic(envelope.to, addressee)) return;
          const message = reassembler.add(envelope);
          if (message) onMessage(message);
        },
        self,
      ),
    );
    return {
      publish: (kind, to, body) => {
        const messageId = randomBytes(MESSAGE_ID_LENGTH);
        const envelopes = splitMessage({ kind, from: self, to, messageId, body });
        for (const transport of this.transports) transport.publish(room, envelopes);
      },
      leave: () => {
        for (const end of ends) end();
      },
    };
  }

  /** The network is another one: connections are made anew, at most every few seconds. */
  refresh(): void {
    const now = performance.now();
    if (now - this.#refreshedAt < REFRESH_INTERVAL_MS) return;
    this.#refreshedAt = now;
    for (const transport of this.transports) transport.refresh();
  }

  async stop(): Promise<void> {
    await Promise.all(this.transports.map((transport) => transport.stop()));
  }
}
