/** The messages of NIP-01, and the one of NIP-42, that a client sends, parsed and bounded. */
import type { Filter } from 'nostr-tools/filter';
import { z } from 'zod';
import type { RelayLimits } from './limits';

export interface NostrEvent {
  id: string;
  pubkey: string;
  created_at: number;
  kind: number;
  tags: string[][];
  content: string;
  sig: string;
}

export type ClientMessage =
  | { type: 'event'; event: NostrEvent }
  | { type: 'subscribe'; subscription: string; filters: Filter[] }
  | { type: 'unsubscribe'; subscription: string }
  | { type: 'sign-in'; event: NostrEvent };

/** What to answer when a message cannot be obeyed. */
export type Refusal = ['OK', string, false, string] | ['CLOSED', string, string] | ['NOTICE', string];

export type ParsedMessage = { ok: true; message: ClientMessage } | { ok: false; refusal: Refusal };

const subscriptionId = z.string().min(1).max(64);
const seconds = z.int().min(0).max(0xffffffff);
const kind = z.int().min(0).max(65_535);
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

function eventSchema(limits: RelayLimits) {
  return z.strictObject({
    id: hex(32),
    pubkey: hex(32),
    created_at: seconds,
    kind,
    tags: z.array(z.array(z.string().max(1_024)).min(1).max(limits.valuesPerTag)).max(limits.tags),
    content: z.string(),
    sig: hex(64),
  });
}

function filterSchema(limits: RelayLimits) {
  const many = <T extends z.ZodType>(value: T) => z.array(value).max(limits.valuesPerFilter).optional();
  const named = z.strictObject({
    ids: many(hex(32)),
    authors: many(hex(32)),
    kinds: z.array(kind).max(Math.min(limits.kindsPerFilter, limits.valuesPerFilter)).optional(),
    since: seconds.optional(),
    until: seconds.optional(),
    limit: z.int().min(0).max(0xffffffff).optional(),
  });
  const tagged = z.record(
    z.string().regex(/^#[a-zA-Z]$/),
    z.array(z.string().max(1_024)).max(limits.valuesPerFilter),
  );
  return z.record(z.string(), z.unknown()).transform((filter, context): Filter => {
    const entries = Object.entries(filter);
    const parsedNamed = named.safeParse(Object.fromEntries(entries.filter(([key]) => !key.startsWith('#'))));
    const parsedTagged = tagged.safeParse(Object.fromEntries(entries.filter(([key]) => key.startsWith('#'))));
    if (parsedNamed.success && parsedTagged.success) {
      return { ...parsedNamed.data, ...parsedTagged.data } as Filter;
    }
    context.addIssue('unknown or too large filter');
    return z.NEVER;
  });
}

const idIn = (value: unknown): string =>
  z.looseObject({ id: z.string().max(64) }).safeParse(value).data?.id ?? '';

/** Makes the parser for these limits. It never throws. */
export function messageParser(limits: RelayLimits): (text: string) => ParsedMessage {
  const event = eventSchema(limits);
  const filters = z.array(filterSchema(limits)).min(1).max(limits.filtersPerSubscription);
  const refuse = (...refusal: Refusal): ParsedMessage => ({ ok: false, refusal });

  const parseEvent = (body: unknown): ParsedMessage => {
    const parsed = event.safeParse(body);
    if (!parsed.success) return refuse('OK', idIn(body), false, 'invalid: malformed event');
    return { ok: true, message: { type: 'event', event: parsed.data } };
  };

  const parseSignIn = (body: unknown): ParsedMessage => {
    const parsed = event.safeParse(body);
    if (!parsed.success) return refuse('NOTICE', 'invalid: malformed answer to a challenge');
    return { ok: true, message: { type: 'sign-in', event: parsed.data } };
  };

  const parseSubscribe = (id: unknown, rest: unknown[]): ParsedMessage => {
    const subscription = subscriptionId.safeParse(id);
    if (!subscription.success) return refuse('NOTICE', 'invalid: malformed subscription id');
    const parsed = filters.safeParse(rest);
    if (!parsed.success) return refuse('CLOSED', subscription.data, 'invalid: malformed or too many filters');
    return {
      ok: true,
      message: { type: 'subscribe', subscription: subscription.data, filters: parsed.data },
    };
  };

  const parseUnsubscribe = (id: unknown): ParsedMessage => {
    const subscription = subscriptionId.safeParse(id);
    if (!subscription.success) return refuse('NOTICE', 'invalid: malformed subscription id');
    return { ok: true, message: { type: 'unsubscribe', subscription: subscription.data } };
  };

  return (text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return refuse('NOTICE', 'invalid: not JSON');
    }
    if (!Array.isArray(value)) return refuse('NOTICE', 'invalid: not a message');
    const [type, first, ...rest] = value as unknown[];
    if (type === 'EVENT') return parseEvent(first);
    if (type === 'REQ') return parseSubscribe(first, rest);
    if (type === 'CLOSE') return parseUnsubscribe(first);
    if (type === 'AUTH') return parseSignIn(first);
    return refuse('NOTICE', 'invalid: unknown message');
  };
}
