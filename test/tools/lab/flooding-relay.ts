/**
 * A relay that deals honestly until it is told to flood (SIGUSR2): whoever listens then gets noise under its own
 * topics, and among it the hellos of strangers who have the link, which the relay was handed in a file.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Filter } from 'nostr-tools/filter';
import { eventKindOf, TOPIC_TAG } from '../../../main/rendezvous/nostr/relay-topics';
import { toBase64Url, toHex } from '../../../shared/bytes';
import { cryptoReady, randomBytes } from '../../../shared/crypto/sodium';
import { generateIdentitySeed, identityFromSeed, peerIdOf } from '../../../shared/identity/identity';
import { deriveMeetingKeys } from '../../../shared/invite/key-schedule';
import { parseLink } from '../../../shared/invite/link';
import { encodeHello } from '../../../shared/meeting/messages/handshake-payloads';
import { doorPrologue, doorProtocol } from '../../../shared/meeting/messages/prologue';
import { HandshakeState, handshakeSeeds } from '../../../shared/noise/handshake-state';
import { ENVELOPE_LENGTH, EVERYBODY, sealEnvelope } from '../../../shared/wire/envelope';
import { canonicalRelayUrl } from '../../../shared/wire/relay-url';
import { periodAt, topicOf } from '../../../shared/wire/topics';
import type { Connection } from '../../../main/volunteer-server/relay/connection';
import type { NostrEvent } from '../../../main/volunteer-server/relay/messages';
import { startRelay } from '../../../main/volunteer-server/relay/relay';

const EVERY_MS = 10;
const MAX_PAUSE_MS = 100;
/** Made beforehand: so the flood costs those whom it is meant for, not the relay. */
const KINDS_OF_NOISE = 200;

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    /** Messages a second, to each who listens. */
    noise: { type: 'string', default: '10000' },
    hellos: { type: 'string', default: '100' },
    'link-file': { type: 'string', default: '' },
  },
});

await cryptoReady();
// A flood is not to be ended by the relay's own care.
const relay = await startRelay({
  host: values.host,
  port: Number(values.port),
  limits: { unsentBytes: 256 * 1024 * 1024 },
});

const topicsIn = (filters: readonly Filter[]): string[] =>
  filters.flatMap((filter) => filter[`#${TOPIC_TAG}`] ?? []);

function eventOf(topic: Uint8Array, content: Uint8Array): NostrEvent {
  return {
    id: toHex(randomBytes(32)),
    pubkey: toHex(randomBytes(32)),
    sig: toHex(randomBytes(64)),
    created_at: Math.floor(Date.now() / 1000),
    kind: eventKindOf(topic),
    tags: [[TOPIC_TAG, toHex(topic)]],
    content: toBase64Url(content),
  };
}

/** For one who listens, as often as there are kinds of it. */
function noiseFor({ subscriptions }: Connection): string[] {
  const wanted = [...subscriptions].flatMap(([id, filters]) =>
    topicsIn(filters).map((topic) => ({ id, topic })),
  );
  if (wanted.length === 0) return [];
  return Array.from({ length: KINDS_OF_NOISE }, (_, count) => {
    const { id, topic } = wanted[count % wanted.length] as (typeof wanted)[number];
    return JSON.stringify(['EVENT', id, eventOf(Buffer.from(topic, 'hex'), randomBytes(ENVELOPE_LENGTH))]);
  });
}

/** Hellos of strangers who have the link, each of another. */
function hellosBy(link: string): () => NostrEvent {
  const { room, meetingId, psk } = deriveMeetingKeys(parseLink(link, Date.now() / 1000));
  const { staticKey } = identityFromSeed(generateIdentitySeed(randomBytes));
  const place = canonicalRelayUrl(relay.url);
  return () => {
    const from = peerIdOf(staticKey.publicKey, randomBytes(16));
    const handshake = new HandshakeState({
      protocol: doorProtocol,
      initiator: true,
      prologue: doorPrologue(meetingId, from),
      staticKey,
      psks: [psk],
      ...handshakeSeeds(doorProtocol, true, randomBytes),
    });
    const time = Math.floor(Date.now() / 1000);
    const body = encodeHello({ time, noise: handshake.writeMessage(new Uint8Array(0)) });
    const to = EVERYBODY;
    const envelope = { kind: 'hello', from, to, messageId: randomBytes(8), part: 0, parts: 1, body } as const;
    const topic = topicOf(room.topicKey, 'nostr', place, periodAt(time));
    return eventOf(topic, sealEnvelope(envelope, room.envelopeKey, topic, randomBytes(24)));
  };
}

/** So many a second; what a busy computer cannot do in time is left out. */
class Pace {
  #last = performance.now();
  #owed = 0;

  constructor(private readonly perSecond: number) {}

  due(): number {
    const now = performance.now();
    this.#owed += (Math.min(now - this.#last, MAX_PAUSE_MS) / 1000) * this.perSecond;
    this.#last = now;
    const count = Math.floor(this.#owed);
    this.#owed -= count;
    return count;
  }
}

process.once('SIGUSR2', () => {
  const link = values['link-file'] === '' ? null : readFileSync(values['link-file'], 'utf8').trim();
  const hello = link === null ? null : hellosBy(link);
  const noise = new Map<Connection, string[]>();
  let turn = 0;
  const noises = new Pace(Number(values.noise));
  const hellos = new Pace(Number(values.hellos));
  setInterval(() => {
    for (let count = noises.due(); count > 0; count--) {
      turn += 1;
      for (const connection of relay.connections) {
        const texts = noise.get(connection) ?? noiseFor(connection);
        if (texts.length > 0) noise.set(connection, texts);
        const text = texts[turn % texts.length];
        if (text !== undefined) connection.sendText(text);
      }
    }
    if (hello !== null) for (let count = hellos.due(); count > 0; count--) relay.deliver(hello());
  }, EVERY_MS);
});
console.log(`Relay at ${relay.url}.`);
