/** People of a meeting who know each other by the DHT alone. */
import { onTestFinished } from 'vitest';
import { systemClocks } from '../../../../../main/clocks';
import { toHex } from '../../../../../shared/bytes';
import { randomBytes, type Secret } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import { splitMessage, type Envelope, type EnvelopeKind } from '../../../../../shared/wire/envelope';
import { nodesInMemory, type KnownDhtNodes } from '../../../../../main/rendezvous/dht/dht-beginning';
import { DhtTransport } from '../../../../../main/rendezvous/dht/dht';

export const EVERYBODY = new Uint8Array(16);

export function randomRoom(): Room {
  return {
    topicKey: randomBytes(32) as Secret<'topic key'>,
    envelopeKey: randomBytes(32) as Secret<'envelope key'>,
  };
}

export interface Person {
  readonly id: Uint8Array;
  readonly transport: DhtTransport;
  readonly heard: Envelope[];
  /** How many different ones: near the border of two periods each is said in both. */
  readonly messages: number;
  join(room: Room): () => void;
  /** Resolves with the first envelope of a kind, heard already or to come. */
  hears(kind: EnvelopeKind): Promise<Envelope>;
  say(room: Room, kind: EnvelopeKind, to: Uint8Array, body?: Uint8Array): void;
}

export function person(nodes: readonly string[], known: KnownDhtNodes = nodesInMemory()): Person {
  const id = randomBytes(16);
  const heard: Envelope[] = [];
  const waiting = new Set<() => void>();
  const transport = new DhtTransport({ nodes, andUsual: false }, known, systemClocks, {
    changed: () => undefined,
  });
  onTestFinished(() => transport.stop());
  return {
    id,
    transport,
    heard,
    get messages() {
      return new Set(heard.map(({ messageId }) => toHex(messageId))).size;
    },
    join: (room) =>
      transport.listen(
        room,
        (envelope) => {
          heard.push(envelope);
          for (const look of waiting) look();
        },
        id,
      ),
    hears: (kind) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = heard.find((envelope) => envelope.kind === kind);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    say: (room, kind, to, body = randomBytes(40)) => {
      transport.publish(room, splitMessage({ kind, from: id, to, messageId: randomBytes(8), body }));
    },
  };
}
