/** The WebSocket to a relay: errors never end the process, the relay's time is read, and a refusal is understood. */
import type { Agent, IncomingMessage } from 'node:http';
import { systemClocks } from '../../clocks';
import { WebSocket, type ClientOptions } from 'ws';
import type { RelayRefusal } from '../../../shared/ipc';
import { lookupPublic } from './public-lookup';
import { limitFlow } from './relay-flow';
import { refusalOf, refusalOfError, refusalOfStatus, retryAfter } from './relay-refusal';

/** By what a relay is reached; undefined: directly. Throws where no connection may be made. */
export type AgentFor = (relayUrl: string) => Agent | undefined;
export interface RelayWay {
  agent: Agent | undefined;
  /** Its name must not lead into a private network. */
  isPublicOnly: boolean;
}

export const directly: AgentFor = () => undefined;

const HANDSHAKE_MS = 10_000;
/** A proxy may first have to find its own way. */
const HANDSHAKE_BY_AGENT_MS = 30_000;
const CLOSE_MS = 1000;
/** RFC 6455: policy violation; and "try again later" of IANA's registry. */
const POLICY = 1008;
const TRY_AGAIN_LATER = 1013;

export interface SocketEnd {
  /** Null: it was not reached, or went without a word. */
  refusal: RelayRefusal | null;
  retryAfterMs: number | null;
}

export interface RelaySocketEvents {
  /** The relay's time in Unix milliseconds, from the Date header of its first answer. */
  clock: (relayClock: number) => void;
  opened: () => void;
  received: (text: string) => void;
  /** Once. */
  ended: (end: SocketEnd) => void;
}

/** Throws on a URL that the platform cannot read. */
export function openRelaySocket(
  url: string,
  { agent, isPublicOnly }: RelayWay,
  events: RelaySocketEvents,
): WebSocket {
  const options: ClientOptions & { closeTimeout: number } = {
    maxPayload: 64 * 1024,
    handshakeTimeout: agent ? HANDSHAKE_BY_AGENT_MS : HANDSHAKE_MS,
    perMessageDeflate: false,
    // A relay that was cut off does not answer the goodbye either, and counts as connected until then.
    closeTimeout: CLOSE_MS,
    // A proxy resolves names by itself.
    ...(agent ? { agent } : isPublicOnly ? { lookup: lookupPublic } : {}),
  };
  const socket = new WebSocket(url, options);
  limitFlow(socket);
  const end: SocketEnd = { refusal: null, retryAfterMs: null };
  const readClock = ({ headers }: IncomingMessage): number | null => {
    const time = Date.parse(headers.date ?? '');
    if (Number.isNaN(time)) return null;
    events.clock(time);
    return time;
  };
  socket.on('upgrade', readClock);
  socket.on('unexpected-response', (_request, response) => {
    const time = readClock(response) ?? systemClocks.wall();
    end.refusal = refusalOfStatus(response.statusCode ?? 0);
    end.retryAfterMs = retryAfter(response.headers['retry-after'], time);
    socket.terminate();
  });
  socket.on('error', (error) => {
    end.refusal ??= refusalOfError(error);
  });
  socket.on('open', events.opened);
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) events.received(data.toString('utf8'));
  });
  socket.on('close', (code, reason) => {
    if (code === POLICY) end.refusal ??= refusalOf(reason.toString('utf8'));
    if (code === TRY_AGAIN_LATER) end.refusal ??= 'busy';
    events.ended(end);
  });
  return socket;
}
