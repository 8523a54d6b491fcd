/** Sockets of a test proxy: counted, joined to where they lead, and gone with it. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Asked, TestProxy, TestProxyOptions } from './asked';
import { toLoopback } from './asked';

export interface ProxyParts {
  /** Speaks the proxy's protocol up to the request; throws or rejects on anything else. */
  greet: (socket: Socket) => Promise<Asked>;
  /** Says that the connection stands, or does not. */
  answer: (socket: Socket, stands: boolean) => void;
  /** Says that this is not allowed here. */
  refuse: (socket: Socket) => void;
}

export async function listen(parts: ProxyParts, options: TestProxyOptions = {}): Promise<TestProxy> {
  const asked: Asked[] = [];
  const open = new Set<Socket>();
  let visits = 0;
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  };
  const server: Server = createServer((socket) => {
    visits++;
    keep(socket);
    parts.greet(socket).then(
      (one) => {
        asked.push(one);
        if (options.lets?.(one) === false) {
          parts.refuse(socket);
          socket.end();
          return;
        }
        const onward = connect((options.lead ?? toLoopback)(one));
        keep(onward);
        onward.once('error', () => {
          parts.answer(socket, false);
          socket.end();
        });
        onward.once('connect', () => {
          parts.answer(socket, true);
          socket.pipe(onward);
          onward.pipe(socket);
        });
        socket.once('close', () => onward.destroy());
        onward.once('close', () => socket.destroy());
      },
      () => socket.destroySoon(),
    );
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    get visits() {
      return visits;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Reads byte by byte, so that nothing behind the greeting is taken away. */
export class Reader {
  constructor(private readonly socket: Socket) {}

  async take(length: number): Promise<Buffer> {
    for (;;) {
      const bytes = length === 0 ? Buffer.alloc(0) : (this.socket.read(length) as Buffer | null);
      if (bytes?.length === length) return bytes;
      if (bytes !== null || this.socket.readableEnded || this.socket.destroyed) throw new Error('cut off');
      await Promise.race([once(this.socket, 'readable'), once(this.socket, 'close')]);
    }
  }

  async until(end: string, limit: number): Promise<string> {
    let text = '';
    while (!text.endsWith(end)) {
      if (text.length > limit) throw new Error('too long');
      text += (await this.take(1)).toString('latin1');
    }
    return text;
  }
}
