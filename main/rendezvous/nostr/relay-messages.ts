/** What a relay may say (NIP-01, NIP-42), read without trust. */

/** An envelope of 1,000 bytes in base64url. */
const CONTENT_LENGTH = 1334;
/** Of words that a relay says: enough to understand it, and nothing to keep. */
const MAX_WORDS = 500;
const MAX_CHALLENGE = 256;

export type RelayMessage =
  | { kind: 'EVENT'; id: string; event: unknown }
  | { kind: 'EOSE'; id: string }
  | { kind: 'CLOSED'; id: string; words: string }
  | { kind: 'OK'; id: string; accepted: boolean; words: string }
  | { kind: 'NOTICE'; words: string }
  | { kind: 'AUTH'; challenge: string };

export interface EnvelopeEvent {
  id: string;
  kind: number;
  tags: string[][];
  content: string;
}

/** Null for anything else. Never throws. */
export function readRelayMessage(text: string): RelayMessage | null {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(message)) return null;
  const [kind, first, second, third] = message as unknown[];
  if (typeof first !== 'string') return null;
  switch (kind) {
    case 'EVENT':
      return { kind, id: first, event: second };
    case 'EOSE':
      return { kind, id: first };
    case 'CLOSED':
      return { kind, id: first, words: wordsOf(second) };
    case 'OK':
      return typeof second === 'boolean'
        ? { kind, id: first, accepted: second, words: wordsOf(third) }
        : null;
    case 'NOTICE':
      return { kind, words: wordsOf(first) };
    case 'AUTH':
      return first.length <= MAX_CHALLENGE ? { kind, challenge: first } : null;
    default:
      return null;
  }
}

/** Whether it has the form of an event that holds an envelope. */
export function isEnvelopeEvent(value: unknown): value is EnvelopeEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, tags, content } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof kind === 'number' &&
    typeof content === 'string' &&
    content.length === CONTENT_LENGTH &&
    Array.isArray(tags) &&
    tags.every((tag) => Array.isArray(tag) && tag.every((part) => typeof part === 'string'))
  );
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MAX_WORDS) : '';
}
