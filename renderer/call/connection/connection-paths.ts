/** Which path carries each connection, as the browser counts it (W3C webrtc-stats, the selected candidate pair). */
import type { Connections } from './connections';

export type ConnectionPath = {
  /** Of the selected pair, in milliseconds; null before it was measured. */
  roundTripMs: number | null;
} & (
  | { kind: 'same-network' | 'direct' }
  /**
   * Through a TURN server. server and transport: this side's own, null where only the other side uses one. transport is
   * that to the server.
   */
  | { kind: 'relayed'; server: string | null; transport: 'udp' | 'tcp' | 'tls' | null }
);

const WATCH_EVERY_MS = 3000;

/** Not reachable from elsewhere: RFC 1918, link-local, unique local (RFC 4193). */
const PRIVATE =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|\S+\.local$)/i;

type Entry = Record<string, unknown>;

/** Null while no pair is selected. */
export function pathOf(report: RTCStatsReport): ConnectionPath | null {
  const entries = report as unknown as ReadonlyMap<string, Entry>;
  const transport = [...entries.values()].find(({ type }) => type === 'transport');
  const pair = entries.get(String(transport?.['selectedCandidatePairId']));
  const local = entries.get(String(pair?.['localCandidateId']));
  const remote = entries.get(String(pair?.['remoteCandidateId']));
  if (!pair || !local || !remote) return null;
  const seconds = pair['currentRoundTripTime'];
  const roundTripMs = typeof seconds === 'number' ? Math.round(seconds * 1000) : null;
  const isRelayed = local['candidateType'] === 'relay';
  if (isRelayed || remote['candidateType'] === 'relay') {
    const server = isRelayed ? hostOf(local['url']) : null;
    return { kind: 'relayed', server, transport: isRelayed ? transportOf(local) : null, roundTripMs };
  }
  const isNear = remote['candidateType'] !== 'srflx' && PRIVATE.test(addressOf(remote));
  return { kind: isNear ? 'same-network' : 'direct', roundTripMs };
}

/** Browsers hide the address of who hides behind a name of the local network. */
function addressOf({ address }: Entry): string {
  return typeof address === 'string' && address !== '' ? address : 'hidden.local';
}

function hostOf(url: unknown): string | null {
  const [, host] = /^turns?:(\[[^\]]+\]|[^:?]+)/.exec(String(url)) ?? [];
  return host ?? null;
}

function transportOf({ relayProtocol }: Entry): 'udp' | 'tcp' | 'tls' | null {
  return relayProtocol === 'udp' || relayProtocol === 'tcp' || relayProtocol === 'tls' ? relayProtocol : null;
}

/** Looks when something changes, and again and again while somebody watches. */
export class ConnectionPaths {
  #watchers = 0;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly connections: Pick<Connections, 'reports'>,
    private readonly changed: (paths: ReadonlyMap<string, ConnectionPath>) => void,
  ) {}

  /** Connections that came up or broke. */
  async look(): Promise<void> {
    const reports = await this.connections.reports();
    this.changed(
      new Map(
        reports.flatMap(({ peerId, report }): [string, ConnectionPath][] => {
          const path = pathOf(report);
          return path ? [[peerId, path]] : [];
        }),
      ),
    );
  }

  /** The function returned ends it. */
  watch(): () => void {
    this.#watchers++;
    void this.look();
    this.#timer ??= setInterval(() => void this.look(), WATCH_EVERY_MS);
    return () => {
      if (--this.#watchers > 0 || this.#timer === null) return;
      clearInterval(this.#timer);
      this.#timer = null;
    };
  }
}
