/** The WebSocket that nostr-tools is given: errors never end the process, and the relay's clock is read. */
import type { Agent } from 'node:http';
import { WebSocket, type ClientOptions } from 'ws';

export type ClockReading = (relayClock: number) => void;

/** By what a relay is reached; undefined: directly. Throws where no connection may be made. */
export type AgentFor = (relayUrl: string) => Agent | undefined;
export const directly: AgentFor = () => undefined;

const HANDSHAKE_MS = 10_000;
/** A proxy may first have to find its own way. */
const HANDSHAKE_BY_AGENT_MS = 30_000;
const CLOSE_MS = 1000;

/** @param onClock is told the relay's time in Unix milliseconds, from the Date header of its greeting. */
export function relaySocketClass(
  onClock: ClockReading,
  agent: Agent | undefined,
): new (url: string | URL) => WebSocket {
  return class RelaySocket extends WebSocket {
    constructor(url: string | URL) {
      const options: ClientOptions & { closeTimeout: number } = {
        maxPayload: 64 * 1024,
        handshakeTimeout: agent ? HANDSHAKE_BY_AGENT_MS : HANDSHAKE_MS,
        perMessageDeflate: false,
        // A relay that was cut off does not answer the goodbye either, and counts as connected until then.
        closeTimeout: CLOSE_MS,
        ...(agent ? { agent } : {}),
      };
      super(url, options);
      this.on('error', () => {
        // nostr-tools learns of it by 'close'; without a listener Node would end the process.
      });
      this.on('upgrade', ({ headers }) => {
        const time = Date.parse(headers.date ?? '');
        if (!Number.isNaN(time)) onClock(time);
      });
    }
  };
}
