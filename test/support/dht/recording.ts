/** A DHT node that says what it is asked. */
import type { HyperdhtConstructor } from '../../../main/rendezvous/dht/hyperdht';

/** What an operator of a node sees of a request, besides the node's own words in it. */
export interface RecordedRequest {
  /** Of the DHT below hyperdht: pings, and the search for nodes. */
  isInternal: boolean;
  command: number;
  from: string;
  /** Hexadecimal. */
  target: string | null;
  value: string | null;
}

/** As hyperdht 6 numbers its commands. */
export const commands = { announce: 4, unannounce: 5, putMutable: 6, putImmutable: 8 } as const;

interface DhtRequest {
  internal: boolean;
  command: number;
  from: { host: string };
  target: Buffer | null;
  value: Buffer | null;
}

/** The method is that of dht-rpc 6: every request passes it. */
type Asked = new (...args: unknown[]) => { _onrequest(request: DhtRequest, external: boolean): unknown };

export function recording(
  Constructor: HyperdhtConstructor,
  asked: (request: RecordedRequest) => void,
): HyperdhtConstructor {
  class Recording extends (Constructor as unknown as Asked) {
    override _onrequest(request: DhtRequest, external: boolean): unknown {
      asked({
        isInternal: request.internal,
        command: request.command,
        from: request.from.host,
        target: request.target?.toString('hex') ?? null,
        value: request.value?.toString('hex') ?? null,
      });
      return super._onrequest(request, external);
    }
  }
  return Recording as unknown as HyperdhtConstructor;
}
