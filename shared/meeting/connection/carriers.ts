/**
 * Which way a pair's frames take: their connection; while that does not work a member in between; and when there is
 * none, or it brings nothing, the pair's own room at the rendezvous (docs/protocol.md, Carriers).
 */
import { BY_RENDEZVOUS, type MemberMessage } from '../messages/member-messages';

export type Carrier = 'connection' | 'member' | 'room';

export interface CarriersThere {
  /** The pair's connection works. */
  healthy: boolean;
  /** Somebody in between can pass frames on. */
  canForward: boolean;
}

/** @param about what the sealed frame holds. */
export function carriersFor(about: MemberMessage['t'], { healthy, canForward }: CarriersThere): Carrier[] {
  if (healthy) return ['connection'];
  const mends = BY_RENDEZVOUS.has(about);
  // A data channel keeps what it is given until its path is back; wishes are out of date by then.
  const lasts = about !== 'link-wanted' && about !== 'here';
  return [
    ...(canForward ? (['member'] as const) : []),
    ...(lasts && (mends || !canForward) ? (['connection'] as const) : []),
    ...(mends ? (['room'] as const) : []),
  ];
}
