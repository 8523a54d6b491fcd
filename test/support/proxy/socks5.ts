/** A SOCKS5 proxy on loopback (RFC 1928, RFC 1929) that writes down what it is asked for. */
import type { Socket } from 'node:net';
import type { Asked, TestProxy, TestProxyOptions } from './asked';
import { listen, Reader } from './listen';

const NO_PASSWORD = 0;
const PASSWORD = 2;

async function greet(socket: Socket): Promise<Asked> {
  const reader = new Reader(socket);
  const byte = async (): Promise<number> => (await reader.take(1)).readUInt8();
  const text = async (): Promise<string> => (await reader.take(await byte())).toString('utf8');
  if ((await byte()) !== 5) throw new Error('not SOCKS5');
  const methods = [...(await reader.take(await byte()))];
  let user: string | null = null;
  // As Tor does: who offers a name is asked for it.
  if (methods.includes(PASSWORD)) {
    socket.write(Buffer.of(5, PASSWORD));
    await byte();
    user = await text();
    await text();
    socket.write(Buffer.of(1, 0));
  } else {
    socket.write(Buffer.of(5, NO_PASSWORD));
  }
  const [, command, , kind] = await reader.take(4);
  if (command !== 1) throw new Error('only CONNECT');
  const host =
    kind === 3
      ? await text()
      : kind === 1
        ? [...(await reader.take(4))].join('.')
        : `ipv6:${(await reader.take(16)).toString('hex')}`;
  return { host, port: (await reader.take(2)).readUInt16BE(), user };
}

export function startSocks5(options?: TestProxyOptions): Promise<TestProxy> {
  return listen(
    {
      greet,
      answer: (socket, stands) => socket.write(Buffer.of(5, stands ? 0 : 5, 0, 1, 0, 0, 0, 0, 0, 0)),
      // RFC 1928, section 6: not allowed by the ruleset.
      refuse: (socket) => socket.write(Buffer.of(5, 2, 0, 1, 0, 0, 0, 0, 0, 0)),
    },
    options,
  );
}
