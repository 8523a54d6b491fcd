/** What a proxy is asked by Vigil itself: whether it is there, and whether it leads to a place. */
import { connect } from 'node:net';
import { ipv6Groups } from '../../shared/wire/ip-address';
import type { ProxyAddress } from './proxy-address';

const LIMIT_MS = 5000;
/** Through Tor to a server that answers slowly, or to a port that no exit lets through. */
const REACH_LIMIT_MS = 30_000;
const MAX_ANSWER = 64;

/** RFC 1928, section 3: version 5, two methods: none, user name and password. */
const SOCKS_GREETING = Uint8Array.of(5, 2, 0, 2);
/** The same without a user name, as Chromium greets for the window's connections. */
const SOCKS_PLAIN_GREETING = Uint8Array.of(5, 1, 0);
const SOCKS_PLAIN_ACCEPTED = 2;
/**
 * RFC 9110, section 9.3.6: the proxy's own computer, where nothing listens. Every proxy answers a CONNECT, if only with a
 * refusal; other methods some do not know, and of others they look up names.
 */
const NOWHERE: Place = { host: '127.0.0.1', port: 9 };

/** A server behind the proxy: a name or an address, IPv6 without brackets. */
export interface Place {
  host: string;
  port: number;
}

/** What is said first, and what to make of everything that was answered so far; null: it is not complete yet. */
interface Conversation {
  greeting: Uint8Array | string;
  hear: (answer: Buffer, say: (more: Uint8Array) => void) => boolean | null;
}

/** Never throws; false after five seconds without an answer. Nobody behind the proxy is asked. */
export function proxyAnswers(proxy: ProxyAddress, limitMs = LIMIT_MS): Promise<boolean> {
  return converse(proxy, limitMs, {
    greeting: proxy.kind === 'socks5' ? SOCKS_GREETING : connectRequest(NOWHERE),
    hear: (answer) => {
      if (proxy.kind === 'http') return saysStatus(answer, () => true);
      return answer.length < 2 ? null : answer[0] === 5 && [0, 2].includes(answer[1] ?? -1);
    },
  });
}

/**
 * Whether the proxy connects to this place, in the window's own manner; nothing is said there. Never throws; false after
 * thirty seconds without an answer.
 */
export function proxyReaches(proxy: ProxyAddress, place: Place, limitMs = REACH_LIMIT_MS): Promise<boolean> {
  return converse(
    proxy,
    limitMs,
    proxy.kind === 'socks5'
      ? socksConnection(place)
      : {
          greeting: connectRequest(place),
          hear: (answer) => saysStatus(answer, (status) => status >= 200 && status < 300),
        },
  );
}

function connectRequest({ host, port }: Place): string {
  const place = `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
  return `CONNECT ${place} HTTP/1.1\r\nHost: ${place}\r\n\r\n`;
}

/** RFC 9112, section 4. null: the status line is not there yet; false also where there is none. */
function saysStatus(answer: Buffer, isWanted: (status: number) => boolean): boolean | null {
  const start = answer.toString('latin1').slice(0, 'HTTP/1.1 200'.length);
  if (start.length < 'HTTP/1.1 200'.length) return null;
  const status = /^HTTP\/1\.[01] (\d{3})$/.exec(start)?.[1];
  return status !== undefined && isWanted(Number(status));
}

/** RFC 1928, sections 3, 4 and 6. */
function socksConnection(place: Place): Conversation {
  let asked = false;
  return {
    greeting: SOCKS_PLAIN_GREETING,
    hear: (answer, say) => {
      if (answer.length < SOCKS_PLAIN_ACCEPTED) return null;
      if (answer[0] !== 5 || answer[1] !== 0) return false;
      if (!asked) say(socksRequest(place));
      asked = true;
      const [version, reply] = answer.subarray(SOCKS_PLAIN_ACCEPTED);
      return reply === undefined ? null : version === 5 && reply === 0;
    },
  };
}

/** RFC 1928, section 4: an address in its own form, and a name for the proxy to resolve. */
function socksRequest({ host, port }: Place): Uint8Array {
  const groups = ipv6Groups(host);
  const isIPv4 = /^\d+\.\d+\.\d+\.\d+$/.test(host);
  const name = Buffer.from(host, 'latin1');
  const address = groups
    ? [4, ...groups.flatMap((group) => [group >>> 8, group & 0xff])]
    : isIPv4
      ? [1, ...host.split('.').map(Number)]
      : [3, name.length, ...name];
  return Uint8Array.of(5, 1, 0, ...address, port >>> 8, port & 0xff);
}

function converse(
  { host, port }: ProxyAddress,
  limitMs: number,
  { greeting, hear }: Conversation,
): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = Buffer.alloc(0);
    const socket = connect({ host, port });
    const end = (verdict: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(verdict);
    };
    const timer = setTimeout(end, limitMs, false);
    socket.on('connect', () => socket.write(greeting));
    socket.on('data', (data) => {
      answer = Buffer.concat([answer, data]);
      const verdict = hear(answer, (more) => socket.write(more));
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
