/** By what path the connection to somebody runs, as screens and the report are told. */
import type { ConnectionPath as BrowserPath } from '../call/connection/connection-paths';
import type { ReportedPath } from './contract';

export interface ShownPath extends ReportedPath {
  /** The host of the TURN server, where the connection runs through one of one's own. */
  turnHost?: string;
}

export function connectionPaths(paths: ReadonlyMap<string, BrowserPath>): ReadonlyMap<string, ShownPath> {
  return new Map([...paths].map(([peerId, path]) => [peerId, linkPathOf(path)]));
}

function linkPathOf(path: BrowserPath): ShownPath {
  const { kind, roundTripMs: rttMs } = path;
  if (kind !== 'relayed') return { kind, protocol: 'udp', rttMs };
  const { server, transport } = path;
  return { kind, protocol: transport ?? 'udp', rttMs, ...(server === null ? {} : { turnHost: server }) };
}
