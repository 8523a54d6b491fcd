import { describe, expect, it, onTestFinished } from 'vitest';
import { NostrTransport } from '../../../../main/rendezvous/nostr/nostr-transport';
import { Rendezvous } from '../../../../main/rendezvous/rendezvous';
import { idleStatus, type Transport } from '../../../../main/rendezvous/transport';
import { randomBytes } from '../../../../shared/crypto/sodium';
import type { Room } from '../../../../shared/invite/key-schedule';
import type { Envelope } from '../../../../shared/wire/envelope';
import type { Message } from '../../../../shared/wire/reassembly';
import { startRelay } from '../../../../main/volunteer-server/relay/relay';
import { eventually, loopback, room, somebody } from './lan/loopback';

const nobody = new Uint8Array(16);

/** A transport in memory, which carries when it is told to. */
class Held implements Transport {
  readonly name = 'dht';
  readonly status = idleStatus;
  readonly sent: Envelope[] = [];
  refreshed = 0;
  readonly #listeners = new Set<(envelope: Envelope) => void>();

  listen(_room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    this.#listeners.add(onEnvelope);
    // Listeners stay: what comes late must not arrive all the same.
    return () => undefined;
  }

  publish(_room: Room, envelopes: readonly Envelope[]): void {
    this.sent.push(...envelopes);
  }

  carryTo(other: Held): void {
    for (const listener of other.#listeners) for (const envelope of this.sent) listener(envelope);
  }

  refresh(): void {
    this.refreshed++;
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

const fail = (): never => {
  throw new Error('out of order');
};
const broken: Transport = {
  name: 'dht',
  status: idleStatus,
  listen: fail,
  publish: fail,
  refresh: fail,
  stop: fail,
};

describe('several ways at once', () => {
  it('bring each message once, by the first that gets through', async () => {
    const place = await loopback();
    const relay = await startRelay();
    onTestFinished(() => relay.close());
    const events = { changed: () => undefined, clock: () => undefined };
    const nostr = () => new NostrTransport({ named: [relay.url], own: [] }, Date.now, events);
    const [fromAlice, toBob] = [new Held(), new Held()];
    const [alice, bob] = [fromAlice, toBob].map(
      (held) => new Rendezvous([broken, nostr(), somebody(place), held]),
    ) as [Rendezvous, Rendezvous];
    onTestFinished(async () => {
      await Promise.all([alice.stop(), bob.stop()]);
    });
    const shared = room();
    const received: Message[] = [];
    bob.join(shared, randomBytes(16), (message) => received.push(message));
    const handle = alice.join(shared, randomBytes(16), () => undefined);
    const body = randomBytes(2500);
    handle.publish('hello', nobody, body);
    await eventually(() => received).toHaveLength(1);
    // All three have carried it by then, and one of them brings it once more.
    const copies = () => relay.connections.size;
    await eventually(copies).toBe(2);
    fromAlice.carryTo(toBob);
    handle.publish('hello', nobody, randomBytes(1));
    await eventually(() => received).toHaveLength(2);
    expect(received[0]?.body).toEqual(body);
  });

  it('do not wait for one that is out of order, or does not end', async () => {
    const [fromAlice, toBob] = [new Held(), new Held()];
    const hanging: Transport = Object.assign(new Held(), { stop: () => new Promise<void>(() => undefined) });
    const [alice, bob] = [
      new Rendezvous([broken, hanging, fromAlice]),
      new Rendezvous([toBob, broken, hanging]),
    ];
    const received: Message[] = [];
    const shared = room();
    bob.join(shared, randomBytes(16), (message) => received.push(message));
    const handle = alice.join(shared, randomBytes(16), () => undefined);
    handle.publish('hello', nobody, randomBytes(1));
    fromAlice.carryTo(toBob);
    expect(received).toHaveLength(1);
    alice.refresh();
    expect(fromAlice.refreshed).toBe(1);
    handle.leave();
    const before = performance.now();
    await Promise.all([alice.stop(), bob.stop()]);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('bring nothing any more to a room that was left', () => {
    const [fromAlice, toBob] = [new Held(), new Held()];
    const shared = room();
    const received: Message[] = [];
    const left = new Rendezvous([toBob]).join(shared, randomBytes(16), (message) => received.push(message));
    new Rendezvous([fromAlice])
      .join(shared, randomBytes(16), () => undefined)
      .publish('hello', nobody, randomBytes(1));
    left.leave();
    fromAlice.carryTo(toBob);
    expect(received).toEqual([]);
  });
});
