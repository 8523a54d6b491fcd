/** Envelopes as a relay holds them: sealed, under a topic of the hour, signed by a key that only this topic has. */
import type { NostrEvent } from 'nostr-tools/core';
import { generateSecretKey } from 'nostr-tools/pure';
import { fromBase64Url, toBase64Url, toHex } from '../../../shared/bytes';
import { randomBytes } from '../../../shared/crypto/sodium';
import type { Room } from '../../../shared/invite/key-schedule';
import { openEnvelope, sealEnvelope, type Envelope } from '../../../shared/wire/envelope';
import { topicOf } from '../../../shared/wire/topics';
import { eventKindOf, TOPIC_TAG } from './relay-topics';
import type { Sign } from './signing';

interface TopicKey {
  key: Uint8Array;
  period: number;
}

export class RelayEvents {
  /** A throwaway key for each topic, so that nothing but the connection ties two topics together. */
  readonly #keys = new Map<string, TopicKey>();

  /** @param url canonical. */
  constructor(
    private readonly url: string,
    private readonly sign: Sign,
  ) {}

  /** How many keys are held: of topics that can still be published under. */
  get keys(): number {
    return this.#keys.size;
  }

  /** @param relayTime by which it is signed, in Unix milliseconds. */
  seal(room: Room, envelope: Envelope, period: number, relayTime: number): Promise<NostrEvent> {
    const topic = topicOf(room.topicKey, 'nostr', this.url, period);
    const name = toHex(topic);
    const content = toBase64Url(sealEnvelope(envelope, room.envelopeKey, topic, randomBytes(24)));
    const created_at = Math.floor(relayTime / 1000);
    const tags = [[TOPIC_TAG, name]];
    return this.sign({ kind: eventKindOf(topic), created_at, tags, content }, this.#keyOf(name, period));
  }

  /** Keys go with the hours that are neither this one nor beside it. */
  #keyOf(name: string, period: number): Uint8Array {
    const known = this.#keys.get(name);
    if (known) return known.key;
    for (const [other, { period: of }] of this.#keys) if (Math.abs(of - period) > 1) this.#keys.delete(other);
    const key = generateSecretKey();
    this.#keys.set(name, { key, period });
    return key;
  }
}

/** Null for what no key opens. */
export function openContent(content: string, { envelopeKey }: Room, topic: Uint8Array): Envelope | null {
  try {
    return openEnvelope(fromBase64Url(content), envelopeKey, topic);
  } catch {
    return null;
  }
}
