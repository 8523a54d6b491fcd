/** What the relays together allow. Never says more than the relays have shown. */
import type { RelayStatus } from '../state/contract';

export type RelaySummary =
  | { kind: 'ready'; works: number; enabled: number }
  | { kind: 'trying' }
  | { kind: 'none' }
  | { kind: 'off' }
  | { kind: 'idle' }
  | { kind: 'rest'; lastAnswerAt: number };

export function summarise(relays: readonly RelayStatus[]): RelaySummary {
  const enabled = relays.filter((relay) => relay.enabled);
  if (enabled.length === 0) return { kind: 'off' };
  const works = enabled.filter((relay) => relay.state === 'works').length;
  if (works > 0) return { kind: 'ready', works, enabled: enabled.length };
  if (enabled.some((relay) => relay.state === 'trying')) return { kind: 'trying' };
  if (enabled.some((relay) => relay.state === 'silent')) return { kind: 'none' };
  const lastAnswerAt = Math.max(0, ...enabled.map((relay) => relay.lastAnswerAt ?? 0));
  return lastAnswerAt > 0 ? { kind: 'rest', lastAnswerAt } : { kind: 'idle' };
}
