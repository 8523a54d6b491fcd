/** An HTTP proxy on loopback that only knows CONNECT (RFC 9110, section 9.3.6), and writes down what it is asked for. */
import type { Socket } from 'node:net';
import type { Asked, TestProxy, TestProxyOptions } from './asked';
import { listen, Reader } from './listen';

async function greet(socket: Socket): Promise<Asked> {
  const head = await new Reader(socket).until('\r\n\r\n', 4096);
  const [, host, port] = /^CONNECT ([^\s:]+|\[[^\]]+\]):(\d+) HTTP\/1\.[01]\r\n/.exec(head) ?? [];
  if (host === undefined) {
    // As Tor's tunnel port: not a word.
    socket.destroy();
    throw new Error('only CONNECT');
  }
  return { host, port: Number(port), user: /^Proxy-Authorization: (.*)$/im.exec(head)?.[1] ?? null };
}

export function startHttpConnect(options?: TestProxyOptions): Promise<TestProxy> {
  return listen(
    {
      greet,
      answer: (socket, stands) =>
        socket.write(
          stands ? 'HTTP/1.1 200 Connection established\r\n\r\n' : 'HTTP/1.1 502 Bad Gateway\r\n\r\n',
        ),
      refuse: (socket) => socket.write('HTTP/1.1 403 Forbidden\r\n\r\n'),
    },
    options,
  );
}
