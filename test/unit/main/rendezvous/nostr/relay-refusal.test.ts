import { describe, expect, it } from 'vitest';
import {
  refusalOf,
  refusalOfError,
  refusalOfStatus,
  retryAfter,
} from '../../../../../main/rendezvous/nostr/relay-refusal';

it.each([
  ['auth-required: we only serve registered users', 'sign-in'],
  ['restricted: not on the list', 'members-only'],
  ['invalid: you must pay the admission fee', 'members-only'],
  ['blocked: you are banned from posting here', 'blocked'],
  ['pow: difficulty 26 is less than 30', 'work'],
  ['rate-limited: slow down there chief', 'too-much'],
  ['rate limited', 'too-much'],
  ['ERROR: too many concurrent REQs', 'too-much'],
  ['invalid: ephemeral event expired', 'clock'],
  ['rejected: created_at is more than 900 seconds in the future', 'clock'],
  ['error: could not connect to the database', 'other'],
  ['', 'other'],
] as const)('%j means %s', (words, refusal) => {
  expect(refusalOf(words)).toBe(refusal);
});

it.each([
  [301, 'moved'],
  [308, 'moved'],
  [401, 'sign-in'],
  [402, 'members-only'],
  [403, 'blocked'],
  [404, 'other'],
  [429, 'too-much'],
  [503, 'busy'],
] as const)('HTTP %i means %s', (status, refusal) => {
  expect(refusalOfStatus(status)).toBe(refusal);
});

it.each([
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['ECONNREFUSED', null],
  ['ENOTFOUND', null],
] as const)('an error %s means %s', (code, refusal) => {
  expect(refusalOfError(Object.assign(new Error('no'), { code }))).toBe(refusal);
});

describe('Retry-After', () => {
  const now = Date.UTC(2030, 0, 1, 12);
  it.each([
    ['120', 120_000],
    [' 7 ', 7000],
    ['0', 1000],
    ['31536000', 900_000],
    ['Tue, 01 Jan 2030 12:00:30 GMT', 30_000],
    ['Tue, 01 Jan 2030 11:00:00 GMT', 1000],
    ['Tue, 01 Jan 2040 12:00:00 GMT', 900_000],
    ['soon', null],
    [undefined, null],
  ])('%j is %j ms, a quarter of an hour at most', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait);
  });
});
