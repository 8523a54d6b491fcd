import { expect, test } from 'vitest';
import { toBase64Url } from '../../../../shared/bytes';
import { randomBytes } from '../../../../shared/crypto/sodium';
import type { RecordedRequest } from '../../../support/dht/recording';
import {
  isWriting,
  recordSizes,
  relaySizes,
  shared,
  tokensOfDht,
  tokensOfRelay,
} from '../../../tools/lab/tokens';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const event = (id: string, topic: string, content: string): string =>
  JSON.stringify(['EVENT', { id, kind: 21_000, tags: [['x', topic]], content }]);
const subscription = (name: string, topic: string): string =>
  JSON.stringify(['REQ', name, { kinds: [21_000], '#x': [topic] }]);
const request = (command: number, target: string | null, value: string | null): RecordedRequest => ({
  isInternal: false,
  command,
  from: '',
  target,
  value,
});

/** As hyperdht 6 writes it; more than 252 and the number takes three bytes. */
function putMutable(value: Uint8Array, sequence: number): string {
  const compact = (number: number): Buffer =>
    number < 0xfd ? Buffer.from([number]) : Buffer.from([0xfd, number & 0xff, number >> 8]);
  return hex(
    Buffer.concat([randomBytes(32), compact(sequence), compact(value.length), value, randomBytes(64)]),
  );
}

test('a topic, a key or a subscription that the logs of two relays have in common is found', () => {
  const [id, another] = [hex(randomBytes(32)), hex(randomBytes(32))];
  const one = tokensOfRelay([event(id, 'topic-one', 'sealed-one'), subscription('name-one', 'topic-one')]);
  const apart = tokensOfRelay([
    event(another, 'topic-two', 'sealed-two'),
    subscription('name-two', 'topic-two'),
  ]);
  expect(shared(one, apart)).toEqual([]);
  expect(shared(one, tokensOfRelay([subscription('name-two', 'topic-one')]))).toEqual(['topic-one']);
  expect(shared(one, tokensOfRelay([subscription('name-one', 'topic-two')]))).toEqual(['name-one']);
  expect(shared(one, tokensOfRelay([event(id, 'topic-two', 'sealed-two')]))).toContain(id);
});

test('bytes are found again inside others, and between a relay and a DHT', () => {
  const common = randomBytes(16);
  const padded = (before: number, after: number): Uint8Array =>
    Buffer.concat([randomBytes(before), common, randomBytes(after)]);
  const relay = tokensOfRelay([event('id', 'topic', toBase64Url(padded(100, 11)))]);
  expect(shared(relay, tokensOfDht([request(6, null, hex(padded(7, 30)))]))).toHaveLength(1);
  expect(shared(relay, tokensOfDht([request(3, hex(padded(16, 0)), null)]))).toHaveLength(1);
  expect(shared(relay, tokensOfDht([request(3, hex(randomBytes(32)), hex(randomBytes(90)))]))).toEqual([]);
});

test('sizes are those of what was published and of what is to be kept', () => {
  const messages = [
    ...[1000, 1000, 999].map((length) => event('id', 'topic', toBase64Url(randomBytes(length)))),
    subscription('name', 'topic'),
  ];
  expect(relaySizes(messages)).toEqual(new Set([1000, 999]));
  const requests = [
    request(6, null, putMutable(randomBytes(1000), 1)),
    request(6, null, putMutable(randomBytes(1000), 700)),
    request(6, null, putMutable(randomBytes(90), 2)),
    request(8, null, hex(randomBytes(500))),
    request(3, hex(randomBytes(32)), null),
  ];
  expect(recordSizes(requests)).toEqual(new Set([1000, 90, 500]));
  expect(requests.filter(isWriting)).toHaveLength(4);
});
