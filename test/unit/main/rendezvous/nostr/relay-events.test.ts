import { expect, it } from 'vitest';
import { RelayEvents } from '../../../../../main/rendezvous/nostr/relay-events';
import { signHere } from '../../../../../main/rendezvous/nostr/signing';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import type { Envelope } from '../../../../../shared/wire/envelope';

const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});
const envelope: Envelope = {
  kind: 'sealed',
  from: new Uint8Array(16),
  to: new Uint8Array(16),
  messageId: new Uint8Array(8),
  part: 0,
  parts: 1,
  body: new Uint8Array(),
};

it('keys of topics go with their hours, and stay the same until then', async () => {
  const events = new RelayEvents('wss://relay.example', signHere);
  const lasting = room();
  let largest = 0;
  for (let hour = 100; hour < 124; hour++) {
    for (let pair = 0; pair < 3; pair++) await events.seal(room(), envelope, hour, 0);
    const [one, other] = [0, 1].map(() => events.seal(lasting, envelope, hour, 0));
    expect((await one)?.pubkey).toBe((await other)?.pubkey);
    largest = Math.max(largest, events.keys);
  }
  // Four topics in each of three hours.
  expect(largest).toBeLessThanOrEqual(12);
});
