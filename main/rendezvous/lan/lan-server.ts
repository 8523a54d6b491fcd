/** The one TCP port on which this run listens: bounded against whoever else is on the network. */
import { systemClocks } from '../../clocks';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Of those who have not shown yet that they belong here. */
const MAX_STRANGERS = 32;
const MAX_CALLS_PER_SECOND = 50;
const MAX_CALLS = 256;

export interface LanServerOptions {
  /** The address to listen on. */
  host: string;
  mayReach: (address: string) => boolean;
  called: (socket: Socket) => void;
  /** The port, once it is known. */
  listening: (port: number) => void;
  failed: () => void;
}

export class LanServer {
  readonly #server: Server;
  readonly #strangers = new Set<Socket>();
  #second = { at: 0, calls: 0 };

  constructor(private readonly options: LanServerOptions) {
    this.#server = createServer((socket) => {
      this.#take(socket);
    });
    this.#server.maxConnections = MAX_CALLS;
    this.#server.on('error', options.failed);
    this.#server.listen(0, options.host, () => {
      options.listening((this.#server.address() as AddressInfo).port);
    });
  }

  /** It belongs here: strangers cannot push it out. */
  known(socket: Socket): void {
    this.#strangers.delete(socket);
  }

  /** Those who are no strangers are left to their owner. */
  close(): void {
    this.#server.close();
    for (const socket of this.#strangers) socket.destroy();
  }

  #take(socket: Socket): void {
    // A socket without a listener for errors would end the process.
    socket.on('error', () => undefined);
    if (!this.options.mayReach(socket.remoteAddress ?? '') || this.#isFlood()) {
      socket.destroy();
      return;
    }
    if (this.#strangers.size >= MAX_STRANGERS) {
      const [oldest] = this.#strangers;
      oldest?.destroy();
    }
    this.#strangers.add(socket);
    socket.once('close', () => {
      this.#strangers.delete(socket);
    });
    this.options.called(socket);
  }

  #isFlood(): boolean {
    const at = Math.floor(systemClocks.steady() / 1000);
    if (this.#second.at !== at) this.#second = { at, calls: 0 };
    return ++this.#second.calls > MAX_CALLS_PER_SECOND;
  }
}
