/** Topics: where envelopes are left. They change by transport, relay and hour, and tell nothing. */
import { ascii, uintBE } from '../bytes';
import { blake2b256, utf8, type Secret } from '../crypto/sodium';

/** One hour UTC, in seconds. */
export const PERIOD_SECONDS = 3600;
const BORDER_SECONDS = 600;

export const transports = { nostr: 1, dht: 2, lan: 3, paste: 4 } as const;
export type TransportName = keyof typeof transports;

export function periodAt(unixSeconds: number): number {
  return Math.floor(unixSeconds / PERIOD_SECONDS);
}

/** Periods to listen on: the one before, the current one and the one after. */
export function listeningPeriods(unixSeconds: number): number[] {
  const period = periodAt(unixSeconds);
  return [period - 1, period, period + 1];
}

/** Periods to publish in: the current one, and the neighbour within ten minutes of its border. */
export function publishingPeriods(unixSeconds: number): number[] {
  const period = periodAt(unixSeconds);
  const into = unixSeconds - period * PERIOD_SECONDS;
  if (into < BORDER_SECONDS) return [period, period - 1];
  if (into >= PERIOD_SECONDS - BORDER_SECONDS) return [period, period + 1];
  return [period];
}

/** 32 bytes. @param place canonical relay URL, or empty for transports without servers. */
export function topicOf(
  topicKey: Secret<'topic key'>,
  transport: TransportName,
  place: string,
  period: number,
): Uint8Array {
  return blake2b256(
    [ascii('vigil-topic-1'), Uint8Array.of(transports[transport]), utf8(place), uintBE(period, 4)],
    topicKey,
  );
}
