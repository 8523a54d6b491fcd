/** What packets of sound tell somebody on the path about when it is loud: nothing, or the reasons found here. */
import type { RtpPacket } from './rtp';

/** A time in which it was silent, or loud, from one end to the other. Milliseconds since 1970. */
export interface Stretch {
  isLoud: boolean;
  from: number;
  to: number;
}

/**
 * SFrame's counter (RFC 9605, section 4.3) takes one byte more from 8 on, from 256 on, from 65,536 on: between two
 * such moments lie at least so many packets.
 */
const LEAST_BETWEEN_GROWTHS = 256 - 8;

/** Copies of a packet on the way count once. Sequence numbers begin again after 65,535. */
function inOrder(stream: readonly RtpPacket[]): RtpPacket[] {
  const [first] = stream;
  if (!first) return [];
  const place = ({ sequence }: RtpPacket): number =>
    ((sequence - first.sequence + 0x18000) & 0xffff) - 0x8000;
  const bySequence = new Map(stream.map((packet) => [packet.sequence, packet]));
  return [...bySequence.values()].sort((a, b) => place(a) - place(b));
}

/** Why the sizes of one stream are not the growth of a counter alone. */
export function unexplainedSizes(stream: readonly RtpPacket[]): string[] {
  const found: string[] = [];
  let grownAt = -LEAST_BETWEEN_GROWTHS;
  const packets = inOrder(stream);
  for (const [index, { payloadLength }] of packets.entries()) {
    const before = packets[index - 1]?.payloadLength ?? payloadLength;
    if (payloadLength === before) continue;
    const change = `packet ${String(index)} has ${String(payloadLength)} bytes after ${String(before)}`;
    if (payloadLength !== before + 1) found.push(`${change}: no growth by one`);
    else if (index - grownAt < LEAST_BETWEEN_GROWTHS) found.push(`${change}: too soon after the last growth`);
    grownAt = index;
  }
  return found;
}

/** Packets of one stream that were sent while it was silent, and while it was loud. */
export function sortByStretch(
  stream: readonly RtpPacket[],
  stretches: readonly Stretch[],
): Record<'silent' | 'loud', RtpPacket[]> {
  const within = (isLoud: boolean): RtpPacket[] =>
    stream.filter(({ at }) =>
      stretches.some((stretch) => stretch.isLoud === isLoud && at >= stretch.from && at < stretch.to),
    );
  return { silent: within(false), loud: within(true) };
}

/** Packets in a second of a stretch: gaps in the stream tell as much as sizes do. */
export function packetsPerSecond(stream: readonly RtpPacket[], { from, to }: Stretch): number {
  const inside = stream.filter(({ at }) => at >= from && at < to);
  return inside.length / ((to - from) / 1000);
}

/**
 * Extension ids that hold one byte which changes from packet to packet, as an audio level does (RFC 6464) and a
 * section's name does not: found whatever was negotiated.
 */
export function changingSingleBytes(stream: readonly RtpPacket[]): number[] {
  const values = new Map<number, Set<number>>();
  for (const { id, value } of stream.flatMap(({ extensions }) => extensions)) {
    const [byte] = value;
    if (value.length !== 1 || byte === undefined) continue;
    values.set(id, (values.get(id) ?? new Set()).add(byte));
  }
  return [...values].filter(([, seen]) => seen.size > 1).map(([id]) => id);
}
