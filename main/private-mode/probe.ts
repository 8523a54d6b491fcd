/** Whether a proxy answers: a greeting of its own protocol, and not a word to anybody behind it. */
import { connect } from 'node:net';
import type { ProxyAddress } from './proxy-address';

const LIMIT_MS = 5000;
const MAX_ANSWER = 64;

/** RFC 1928, section 3: version 5, two methods: none, user name and password. */
const SOCKS_GREETING = Uint8Array.of(5, 2, 0, 2);
/**
 * RFC 9110, section 9.3.6: the proxy's own computer, where nothing listens. Every proxy answers a CONNECT, if only with a
 * refusal; other methods some do not know, and of others they look up names.
 */
const HTTP_GREETING = 'CONNECT 127.0.0.1:9 HTTP/1.1\r\nHost: 127.0.0.1:9\r\n\r\n';

/** null: the answer is not complete yet. */
function accepts(kind: ProxyAddress['kind'], answer: Buffer): boolean | null {
  if (kind === 'socks5')
    return answer.length < 2 ? null : answer[0] === 5 && [0, 2].includes(answer[1] ?? -1);
  const start = answer.toString('latin1').slice(0, 'HTTP/1.1 '.length);
  if (start.length < 'HTTP/1.1 '.length) return null;
  return /^HTTP\/1\.[01] $/.test(start);
}

/** Never throws; false after five seconds without an answer. */
export function proxyAnswers({ kind, host, port }: ProxyAddress, limitMs = LIMIT_MS): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = Buffer.alloc(0);
    const socket = connect({ host, port });
    const end = (verdict: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(verdict);
    };
    const timer = setTimeout(end, limitMs, false);
    socket.on('connect', () => socket.write(kind === 'socks5' ? SOCKS_GREETING : HTTP_GREETING));
    socket.on('data', (data) => {
      answer = Buffer.concat([answer, data]);
      const verdict = accepts(kind, answer);
      if (verdict !== null || answer.length > MAX_ANSWER) end(verdict ?? false);
    });
    socket.on('error', () => {
      end(false);
    });
    socket.on('close', () => {
      end(false);
    });
  });
}
