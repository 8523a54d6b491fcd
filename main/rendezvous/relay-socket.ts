/** The WebSocket that nostr-tools is given: errors never end the process, and the relay's clock is read. */
import { WebSocket } from 'ws';

export type ClockReading = (relayClock: number) => void;

/** @param onClock is told the relay's time in Unix milliseconds, from the Date header of its greeting. */
export function relaySocketClass(onClock: ClockReading): new (url: string | URL) => WebSocket {
  return class RelaySocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { maxPayload: 64 * 1024, handshakeTimeout: 10_000, perMessageDeflate: false });
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
