/** All transports as one: everything goes out by each of them, and the first copy that arrives counts. */
import { equalPublic } from '../../shared/bytes';
import { systemClocks } from '../clocks';
import { randomBytes } from '../../shared/crypto/sodium';
import type { Room } from '../../shared/invite/key-schedule';
import type { RoomHandle } from '../../shared/meeting/ports';
import { EVERYBODY, MESSAGE_ID_LENGTH, splitMessage, type Envelope } from '../../shared/wire/envelope';
import { Reassembler, type Message } from '../../shared/wire/reassembly';
import type { Transport } from './transport';

const REFRESH_INTERVAL_MS = 5000;
/** Transports get this long to say their last words, and are left to themselves then. */
const STOP_LIMIT_MS = 3000;

export class Rendezvous {
  #refreshedAt = -Infinity;
  readonly #transports: readonly Transport[];

  /** In any order: what is near goes first, since signing for relays takes its time. */
  constructor(transports: readonly Transport[]) {
    this.#transports = [...transports].sort((a, b) => Number(b.name === 'lan') - Number(a.name === 'lan'));
  }

  /** @param self own peer id: messages of one's own, and those for others, are left alone. */
  join(room: Room, self: Uint8Array, onMessage: (message: Message) => void): RoomHandle {
    const reassembler = new Reassembler(systemClocks.steady, () => (randomBytes(1)[0] ?? 0) / 256);
    let isLeft = false;
    const ends: (() => void)[] = [];
    const receive = (envelope: Envelope): void => {
      if (isLeft || equalPublic(envelope.from, self)) return;
      const addressee = envelope.kind === 'hello' ? EVERYBODY : self;
      if (!equalPublic(envelope.to, addressee)) return;
      const message = reassembler.add(envelope);
      if (message) onMessage(message);
    };
    this.#each((transport) => {
      ends.push(transport.listen(room, receive, self));
    });
    return {
      publish: (kind, to, body) => {
        const messageId = randomBytes(MESSAGE_ID_LENGTH);
        const envelopes = splitMessage({ kind, from: self, to, messageId, body });
        this.#each((transport) => {
          transport.publish(room, envelopes);
        });
      },
      leave: () => {
        isLeft = true;
        for (const end of ends.splice(0)) guarded(end);
      },
    };
  }

  /** The network is another one: connections are made anew, at most every few seconds. */
  refresh(): void {
    const now = systemClocks.steady();
    if (now - this.#refreshedAt < REFRESH_INTERVAL_MS) return;
    this.#refreshedAt = now;
    this.#each((transport) => {
      transport.refresh();
    });
  }

  /** Resolves when all transports have ended, or had their time. */
  async stop(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_LIMIT_MS);
    });
    const ends: Promise<void>[] = [];
    this.#each((transport) => {
      ends.push(transport.stop());
    });
    await Promise.race([Promise.allSettled(ends), limit]);
    clearTimeout(timer);
  }

  #each(run: (transport: Transport) => void): void {
    for (const transport of this.#transports) {
      guarded(() => {
        run(transport);
      });
    }
  }
}

/** One way that fails must not take the others along. */
function guarded(run: () => void): void {
  try {
    run();
  } catch {
    // It says so itself, by its status.
  }
}
