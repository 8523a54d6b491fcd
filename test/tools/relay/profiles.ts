/**
 * Relays as they are met: the defaults of common implementations, and relays that are there and no way to find anybody.
 * The numbers are those of their own configuration files and sources.
 */
import type { RelayRefusal } from '../../../shared/ipc';
import type { RelayConduct } from '../../../main/volunteer-server/relay/conduct';
import type { RelayLimits } from '../../../main/volunteer-server/relay/limits';

export interface RelayProfile {
  readonly limits: Partial<RelayLimits>;
  readonly conduct: Partial<RelayConduct>;
}

const perMinute = (count: number): number => count / 60;

export const usableProfiles = {
  'as started by npm run relay': { limits: {}, conduct: {} },
  strfry: {
    limits: {
      messageBytes: 131_072,
      subscriptions: 20,
      filtersPerSubscription: 200,
      tags: 250,
      secondsBack: 60,
      secondsAhead: 900,
    },
    conduct: { tellsTime: false, keepsEphemeralSeconds: 300 },
  },
  nostream: {
    limits: {
      messageBytes: 524_288,
      messagesPerSecond: perMinute(240),
      messageBurst: 240,
      eventsPerSecond: perMinute(60),
      eventBurst: 60,
      subscriptions: 10,
      filtersPerSubscription: 10,
      valuesPerFilter: 2500,
      secondsBack: Infinity,
      secondsAhead: 900,
    },
    conduct: { overLimit: 'notice' },
  },
  '@nostr-relay/core': {
    limits: {
      subscriptions: 20,
      kindsPerFilter: 20,
      valuesPerFilter: 256,
      tags: 2000,
      valuesPerTag: 10,
      secondsBack: Infinity,
      secondsAhead: 60,
    },
    conduct: { tellsTime: false, matchesTags: false },
  },
} as const satisfies Record<string, RelayProfile>;

/** By what Vigil says of them; null: no more than that nothing comes back. */
export const uselessProfiles: Record<string, RelayProfile & { refusal: RelayRefusal | null }> = {
  'swallows without a word': {
    limits: {},
    conduct: { answersEvents: 'nothing', passesOn: false },
    refusal: null,
  },
  'takes and passes nothing on': { limits: {}, conduct: { passesOn: false }, refusal: 'swallows' },
  'answers by NOTICE alone': {
    limits: {},
    conduct: { answersEvents: 'notice', answersSubscriptions: 'notice', passesOn: false },
    refusal: 'too-much',
  },
  'refuses subscriptions and takes events': {
    limits: {},
    conduct: { answersSubscriptions: { words: 'restricted: not for you' } },
    refusal: 'members-only',
  },
  'answers no subscription': {
    limits: {},
    conduct: { answersSubscriptions: 'nothing', passesOn: false },
    refusal: null,
  },
  paid: {
    limits: {},
    conduct: { answersEvents: { words: 'restricted: pay the admission fee first' } },
    refusal: 'members-only',
  },
  'web of trust': {
    limits: {},
    conduct: { answersEvents: { words: 'blocked: pubkey is not in the web of trust' } },
    refusal: 'blocked',
  },
  'proof of work': {
    limits: {},
    conduct: { answersEvents: { words: 'pow: 28 bits needed' } },
    refusal: 'work',
  },
  'wants a sign-in': { limits: {}, conduct: { wantsSignIn: true }, refusal: 'sign-in' },
  'rate-limited': {
    limits: {},
    conduct: { answersEvents: { words: 'rate-limited: slow down' } },
    refusal: 'too-much',
  },
  'HTTP 401': { limits: {}, conduct: { http: { status: 401 } }, refusal: 'sign-in' },
  'HTTP 403': { limits: {}, conduct: { http: { status: 403 } }, refusal: 'blocked' },
  'HTTP 429': { limits: {}, conduct: { http: { status: 429 } }, refusal: 'too-much' },
  'HTTP 503': { limits: {}, conduct: { http: { status: 503 } }, refusal: 'busy' },
  'a redirect': {
    limits: {},
    conduct: { http: { status: 301, headers: { Location: 'https://elsewhere.example/' } } },
    refusal: 'moved',
  },
};
