/** Envelopes as a relay holds them: sealed, under a topic of the hour, signed by a key that only this topic has. */
import { finalizeEvent, generateSecretKey, type VerifiedEvent } from 'nostr-tools/pure';
import { fromBase64Url, toBase64Url, toHex } from '../../../shared/bytes';
import { randomBytes } from '../../../shared/crypto/sodium';
import type { Room } from '../../../shared/invite/key-schedule';
import { openEnvelope, sealEnvelope, type Envelope } from '../../../shared/wire/envelope';
import { topicOf } from '../../../shared/wire/topics';
import { eventKindOf, TOPIC_TAG } from './relay-topics';

export class RelayEvents {
  /** A throwaway key for each topic, so that nothing but the connection ties two topics together. */
  readonly #keys = new Map<string, Uint8Array>();

  /** @param url canonical. @param now Unix milliseconds. */
  constructor(
    private readonly url: string,
    private readonly now: () => number,
  ) {}

  seal(room: Room, envelope: Envelope, period: number): VerifiedEvent {
    const topic = topicOf(room.topicKey, 'nostr', this.url, period);
    const name = toHex(topic);
    const key = this.#keys.get(name) ?? generateSecretKey();
    this.#keys.set(name, key);
    const content = toBase64Url(sealEnvelope(envelope, room.envelopeKey, topic, randomBytes(24)));
    const created_at = Math.floor(this.now() / 1000);
    return finalizeEvent({ kind: eventKindOf(topic), created_at, tags: [[TOPIC_TAG, name]], content }, key);
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
