import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../../../shared/bytes';
import { cryptoReady, randomBytes, type Secret } from '../../../../shared/crypto/sodium';
import { canonicalRelayUrl } from '../../../../shared/wire/relay-url';
import { listeningPeriods, periodAt, publishingPeriods, topicOf } from '../../../../shared/wire/topics';

beforeAll(cryptoReady);

describe('topics', () => {
  it('differ by key, transport, relay and hour', () => {
    const key = randomBytes(32) as Secret<'topic key'>;
    const topics = [
      topicOf(key, 'nostr', 'wss://one.example', 1),
      topicOf(key, 'nostr', 'wss://two.example', 1),
      topicOf(key, 'nostr', 'wss://one.example', 2),
      topicOf(key, 'dht', 'wss://one.example', 1),
      topicOf(randomBytes(32) as Secret<'topic key'>, 'nostr', 'wss://one.example', 1),
    ].map(toHex);
    expect(new Set(topics).size).toBe(topics.length);
  });

  it('are published where everybody within a few minutes listens, at every second of an hour', () => {
    for (let second = 0; second < 3600; second += 7) {
      const now = 1_800_000_000 + second;
      expect(publishingPeriods(now)).toContain(periodAt(now));
      for (const skew of [-590, 0, 590]) {
        const heard = publishingPeriods(now).filter((period) =>
          listeningPeriods(now + skew).includes(period),
        );
        expect(heard.length).toBeGreaterThan(0);
      }
      const near = second < 600 || second >= 3000;
      expect(publishingPeriods(now)).toHaveLength(near ? 2 : 1);
    }
  });
});

describe('relay addresses', () => {
  it('have one canonical form', () => {
    for (const text of [
      'wss://Relay.Example',
      'WSS://relay.example:443/',
      ' relay.example ',
      'wss://relay.example/?a=b',
      'wss://relay.example///',
    ]) {
      expect(canonicalRelayUrl(text)).toBe('wss://relay.example');
    }
    expect(canonicalRelayUrl('ws://127.0.0.1:7777/')).toBe('ws://127.0.0.1:7777');
    expect(canonicalRelayUrl('ws://[::1]:80/path/')).toBe('ws://[::1]/path');
  });

  it.each([
    '',
    'http://relay.example',
    'wss//relay.example',
    'ws/relay.example',
    'https//relay.example',
    'wss://wss//relay.example',
    'wss:/relay.example',
    'wss://',
    'wss://relay example',
    'wss://user@relay.example',
    'wss://relay.example:0',
    'wss://relay.example:99999',
    `wss://${'a'.repeat(300)}.example`,
  ])('are refused when they are none: %j', (text) => {
    expect(() => canonicalRelayUrl(text)).toThrow();
  });
});
