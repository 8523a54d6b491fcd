/** What all ways to be found allow together. Never says more than they have shown. */
import type { AppView, SwitchableTransport, TransportState } from '../../state/contract';

export type TransportsSummary =
  | { kind: 'ready'; works: SwitchableTransport[] }
  /** One works, and another one does not. */
  | { kind: 'one-left'; works: SwitchableTransport[] }
  | { kind: 'trying' }
  | { kind: 'none' }
  | { kind: 'off' }
  | { kind: 'no-proxy' }
  /** Nobody is looked for now. */
  | { kind: 'idle'; ready: number }
  | { kind: 'rest'; ready: number; lastExchangeAt: number };

type Found = Omit<TransportState, 'transport'> & { transport: SwitchableTransport };

/** Passing texts by hand is no way to be found: somebody has to do it. */
function isSearch(status: TransportState): status is Found {
  return status.transport !== 'paste';
}

export function summariseTransports({
  transports,
  privateMode,
}: Pick<AppView, 'transports' | 'privateMode'>): TransportsSummary {
  const inUse = transports.filter(isSearch).filter(({ state }) => state !== 'off' && state !== 'not-private');
  if (inUse.length === 0) return { kind: 'off' };
  if (privateMode.state === 'on' && privateMode.answers === false) return { kind: 'no-proxy' };
  const has = (...states: TransportState['state'][]): boolean =>
    inUse.some(({ state }) => states.includes(state));
  const works = inUse.flatMap(({ transport, state }) => (state === 'works' ? [transport] : []));
  if (works.length === 1 && has('silent', 'failed')) return { kind: 'one-left', works };
  if (works.length > 0) return { kind: 'ready', works };
  if (has('trying')) return { kind: 'trying' };
  const idle = inUse.filter(({ state }) => state === 'idle');
  if (has('silent') || idle.length === 0) return { kind: 'none' };
  const lastExchangeAt = Math.max(0, ...inUse.map((one) => one.lastExchangeAt ?? 0));
  const ready = idle.length;
  return lastExchangeAt > 0 ? { kind: 'rest', ready, lastExchangeAt } : { kind: 'idle', ready };
}
