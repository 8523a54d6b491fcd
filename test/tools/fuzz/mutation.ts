/** Makes new cases out of those that led somewhere: a few small changes each. */
import type { Chance } from './random';

const EDGES = [0, 1, 0x7f, 0x80, 0xfe, 0xff] as const;
const MAX_CHANGES = 6;
const MAX_RUN = 64;

type Change = (bytes: Buffer, chance: Chance, others: readonly Uint8Array[]) => Uint8Array;

const changes: readonly Change[] = [
  // One bit.
  (bytes, chance) => {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    return bytes;
  },
  // One byte: any, an edge, or a little more or less.
  (bytes, chance) => {
    bytes[chance.below(bytes.length)] = chance.below(256);
    return bytes;
  },
  (bytes, chance) => {
    bytes[chance.below(bytes.length)] = chance.of(EDGES) ?? 0;
    return bytes;
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) + chance.below(33) - 16;
    return bytes;
  },
  // A run is taken out, doubled, moved, or filled with one value.
  (bytes, chance) => {
    const [from, to] = runIn(bytes, chance);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, chance) => {
    const [from, to] = runIn(bytes, chance);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (bytes, chance) => {
    const [from, to] = runIn(bytes, chance);
    bytes.copy(bytes, chance.below(bytes.length), from, to);
    return bytes;
  },
  (bytes, chance) => {
    const [from, to] = runIn(bytes, chance);
    return bytes.fill(chance.of(EDGES) ?? 0, from, to);
  },
  // Something comes between.
  (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    const more = Uint8Array.from({ length: 1 + chance.below(8) }, () => chance.below(256));
    return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
  },
  (bytes, chance, others) => insert(bytes, chance, chance.of(others)),
  // Over what stands there.
  (bytes, chance, others) => {
    const other = chance.of(others) ?? bytes;
    const at = chance.below(bytes.length);
    bytes.set(other.subarray(0, bytes.length - at), at);
    return bytes;
  },
  // The beginning of one, the end of another.
  (bytes, chance, others) => {
    const other = chance.of(others) ?? bytes;
    return Buffer.concat([
      bytes.subarray(0, chance.below(bytes.length)),
      other.subarray(chance.below(other.length)),
    ]);
  },
];

/**
 * @param from is left as it is.
 * @param others cases and words, of which parts are taken.
 */
export function mutated(
  from: Uint8Array,
  others: readonly Uint8Array[],
  chance: Chance,
  maxLength: number,
): Uint8Array {
  let bytes: Uint8Array = from;
  for (let left = 1 + chance.below(MAX_CHANGES); left > 0; left--) {
    const own = Buffer.from(bytes.length === 0 ? [chance.below(256)] : bytes);
    bytes = chance.of(changes)?.(own, chance, others) ?? own;
  }
  return new Uint8Array(bytes.subarray(0, maxLength));
}

function runIn(bytes: Uint8Array, chance: Chance): [from: number, to: number] {
  const from = chance.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + chance.below(MAX_RUN))];
}

function insert(bytes: Uint8Array, chance: Chance, what: Uint8Array = bytes): Uint8Array {
  const at = chance.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
}
