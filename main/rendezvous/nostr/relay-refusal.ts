/** Why a relay says no: its own words (the prefixes of NIP-01 and what relays really write), HTTP, and TLS. */
import type { WallTime } from '../../../shared/clocks';
import type { RelayRefusal } from '../../../shared/ipc';

const prefixes: Record<string, RelayRefusal> = {
  'auth-required': 'sign-in',
  restricted: 'members-only',
  blocked: 'blocked',
  mute: 'blocked',
  pow: 'work',
  'rate-limited': 'too-much',
};

/** Where there is no prefix, or one that says nothing; the first that fits counts. */
const words: readonly (readonly [RegExp, RelayRefusal])[] = [
  [/rate.?limit|too (many|much|fast)|slow down|try again later|throttl/i, 'too-much'],
  [/\bauth|sign.?in|log.?in/i, 'sign-in'],
  [/proof.of.work|\bpow\b|leading zero/i, 'work'],
  [
    /\bpa(y|id|yment)\b|admission|balance|web of trust|whitelist|allow.?list|not a member|invite/i,
    'members-only',
  ],
  [/block|banned|forbidden|not allowed|spam/i, 'blocked'],
];

/** What a relay means by the words of an OK, a CLOSED, a NOTICE or a goodbye. */
export function refusalOf(text: string): RelayRefusal {
  if (clockFaultOf(text) !== null) return 'clock';
  const prefix = /^\s*([a-z-]+):/i.exec(text)?.[1]?.toLowerCase() ?? '';
  return prefixes[prefix] ?? words.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

/** By which side of the relay's time an event was refused: slow means that the own clock, or an offset, lags. */
export type ClockFault = 'slow' | 'fast';

export function clockFaultOf(text: string): ClockFault | null {
  if (/expired|too old|too early|in the past|long ago|earlier than/i.test(text)) return 'slow';
  return /in the future|too late|too new|later than|too far ahead/i.test(text) ? 'fast' : null;
}

/** Of an answer to the WebSocket's request that is no upgrade. */
export function refusalOfStatus(status: number): RelayRefusal {
  if (status >= 300 && status < 400) return 'moved';
  const known: Record<number, RelayRefusal> = {
    401: 'sign-in',
    402: 'members-only',
    403: 'blocked',
    429: 'too-much',
    451: 'blocked',
    503: 'busy',
  };
  return known[status] ?? 'other';
}

/** Null unless the relay's certificate is what is wrong. */
export function refusalOfError(error: Error): RelayRefusal | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code) ? 'certificate' : null;
}

const SHORTEST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 15 * 60 * 1000;

/**
 * Milliseconds to wait by a Retry-After header (RFC 9110, 10.2.3): seconds or a date; null if it says neither. A relay
 * can ask for a quarter of an hour at most: it must not be able to switch itself off for good.
 * @param now the relay's time, for a date.
 */
export function retryAfter(header: string | undefined, now: WallTime): number | null {
  if (header === undefined) return null;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.min(LONGEST_RETRY_MS, Math.max(SHORTEST_RETRY_MS, wait));
}
