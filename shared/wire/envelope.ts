/**
 * Envelopes: all that a rendezvous transport ever carries. Always 1,000 bytes, sealed under the room's key
 * with the topic as associated data, so that a copy on another topic does not open.
 */
import { ByteReader, concat, uintBE } from '../bytes';
import { xchachaPolyOpen, xchachaPolySeal, type Secret } from '../crypto/sodium';

export const ENVELOPE_LENGTH = 1000;
const NONCE_LENGTH = 24;
const TAG_LENGTH = 16;
const PLAIN_LENGTH = ENVELOPE_LENGTH - NONCE_LENGTH - TAG_LENGTH;
const HEAD_LENGTH = 1 + 16 + 16 + 8 + 1 + 1 + 2;
/** 915 bytes. */
export const MAX_PART_LENGTH = PLAIN_LENGTH - HEAD_LENGTH;
export const MAX_PARTS = 4;
/** 3,660 bytes. */
export const MAX_MESSAGE_LENGTH = MAX_PARTS * MAX_PART_LENGTH;
export const MESSAGE_ID_LENGTH = 8;

/**
 * hello, answer and knock are Noise messages 1 to 3 at the door; sealed is the door's channel; carried is a
 * carrier frame between two members whose link is broken.
 */
export const envelopeKinds = { hello: 1, answer: 2, knock: 3, sealed: 4, carried: 5 } as const;
export type EnvelopeKind = keyof typeof envelopeKinds;

export interface Envelope {
  kind: EnvelopeKind;
  /** Peer ids, 16 bytes; `to` is all zeros in a hello. */
  from: Uint8Array;
  to: Uint8Array;
  messageId: Uint8Array;
  part: number;
  parts: number;
  body: Uint8Array;
}

/** To whom a hello goes, since nobody is known yet: 16 bytes. */
export const EVERYBODY: Uint8Array = new Uint8Array(16);

/** @param nonce 24 random bytes, fresh for each relay and period. */
export function sealEnvelope(
  envelope: Envelope,
  key: Secret<'envelope key'>,
  topic: Uint8Array,
  nonce: Uint8Array,
): Uint8Array {
  if (envelope.body.length > MAX_PART_LENGTH) throw new RangeError('envelope body too long');
  const plain = new Uint8Array(PLAIN_LENGTH);
  plain.set(
    concat(
      Uint8Array.of(envelopeKinds[envelope.kind]),
      envelope.from,
      envelope.to,
      envelope.messageId,
      Uint8Array.of(envelope.part, envelope.parts),
      uintBE(envelope.body.length, 2),
      envelope.body,
    ),
  );
  return concat(nonce, xchachaPolySeal(key, nonce, topic, plain));
}

/** Throws on another length, a foreign key or topic, an unknown kind, or impossible part numbers. */
export function openEnvelope(sealed: Uint8Array, key: Secret<'envelope key'>, topic: Uint8Array): Envelope {
  if (sealed.length !== ENVELOPE_LENGTH) throw new RangeError('envelope has another length');
  const nonce = sealed.subarray(0, NONCE_LENGTH);
  const reader = new ByteReader(xchachaPolyOpen(key, nonce, topic, sealed.subarray(NONCE_LENGTH)));
  const code = reader.uintBE(1);
  const kind = (Object.keys(envelopeKinds) as EnvelopeKind[]).find((name) => envelopeKinds[name] === code);
  if (!kind) throw new RangeError('unknown kind of envelope');
  const from = reader.take(16);
  const to = reader.take(16);
  const messageId = reader.take(MESSAGE_ID_LENGTH);
  const part = reader.uintBE(1);
  const parts = reader.uintBE(1);
  if (parts < 1 || parts > MAX_PARTS || part >= parts) throw new RangeError('impossible part of a message');
  const length = reader.uintBE(2);
  if (length > MAX_PART_LENGTH) throw new RangeError('impossible body length');
  return { kind, from, to, messageId, part, parts, body: reader.take(length) };
}

/** Cuts a body of at most 3,660 bytes into at most four envelopes. Throws RangeError if it is longer. */
export function splitMessage(message: Omit<Envelope, 'part' | 'parts'>): Envelope[] {
  const parts = Math.max(1, Math.ceil(message.body.length / MAX_PART_LENGTH));
  if (parts > MAX_PARTS) throw new RangeError('message does not fit in four envelopes');
  return Array.from({ length: parts }, (_, part) => ({
    ...message,
    part,
    parts,
    body: message.body.subarray(part * MAX_PART_LENGTH, (part + 1) * MAX_PART_LENGTH),
  }));
}
