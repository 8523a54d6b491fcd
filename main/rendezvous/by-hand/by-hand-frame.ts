/** Frames on a hand-made link: `type u8 ‖ topic ‖ sealed envelope`, the last one in envelopes only. */
import { concat } from '../../../shared/bytes';
import { ENVELOPE_LENGTH } from '../../../shared/wire/envelope';

const TOPIC_LENGTH = 32;
const types = { listen: 1, leave: 2, envelope: 3 } as const;

export type ByHandFrame =
  | { type: 'listen' | 'leave'; topic: Uint8Array }
  | { type: 'envelope'; topic: Uint8Array; sealed: Uint8Array };

export function encodeByHandFrame(frame: ByHandFrame): Uint8Array {
  const head = concat(Uint8Array.of(types[frame.type]), frame.topic);
  return frame.type === 'envelope' ? concat(head, frame.sealed) : head;
}

/** Null for an unknown type or another length than that type has. */
export function decodeByHandFrame(bytes: Uint8Array): ByHandFrame | null {
  const type = (Object.keys(types) as ByHandFrame['type'][]).find((name) => types[name] === bytes[0]);
  const length = 1 + TOPIC_LENGTH + (type === 'envelope' ? ENVELOPE_LENGTH : 0);
  if (!type || bytes.length !== length) return null;
  const topic = bytes.slice(1, 1 + TOPIC_LENGTH);
  return type === 'envelope' ? { type, topic, sealed: bytes.slice(1 + TOPIC_LENGTH) } : { type, topic };
}
