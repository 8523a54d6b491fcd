/** By what path the link to somebody runs, as screens and the report are told. */
import type { LinkPath as BrowserPath } from '../call/connection/connection-paths';
import type { ReportedPath } from './contract';

export interface LinkPath extends ReportedPath {
  /** The host of the go-between, where the link runs through one of one's own. */
  relay?: string;
}

export function linkPaths(paths: ReadonlyMap<string, BrowserPath>): ReadonlyMap<string, LinkPath> {
  return new Map([...paths].map(([peerId, path]) => [peerId, linkPathOf(path)]));
}

function linkPathOf(path: BrowserPath): LinkPath {
  const { kind, roundTripMs: rttMs } = path;
  if (kind !== 'relayed') return { kind, protocol: 'udp', rttMs };
  const { server, transport } = path;
  return { kind, protocol: transport ?? 'udp', rttMs, ...(server === null ? {} : { relay: server }) };
}
