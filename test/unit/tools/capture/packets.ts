/** Packets and capture files made by hand. */
import { concat, uintBE } from '../../../../shared/bytes';
import type { RtpPacket } from '../../../support/capture/rtp';

export interface RtpParts {
  payloadType: number;
  sequence: number;
  ssrc: number;
  contributing?: number;
  extension?: { profile: number; block: number[] };
  payloadLength: number;
}

/** Block lengths are multiples of four. */
export function rtp({ payloadType, sequence, ssrc, contributing = 0, extension, payloadLength }: RtpParts) {
  return concat(
    Uint8Array.of(0x80 | (extension ? 0x10 : 0) | contributing, payloadType),
    uintBE(sequence, 2),
    uintBE(1234, 4),
    uintBE(ssrc, 4),
    new Uint8Array(4 * contributing),
    extension
      ? concat(
          uintBE(extension.profile, 2),
          uintBE(extension.block.length / 4, 2),
          Uint8Array.from(extension.block),
        )
      : new Uint8Array(0),
    new Uint8Array(payloadLength),
  );
}

export interface Frame {
  seconds: number;
  microseconds: number;
  payload: Uint8Array;
  version?: 4 | 6;
  protocol?: number;
  fragmentOffset?: number;
  /** Bytes kept of the whole frame. */
  keep?: number;
}

function ethernet({ payload, version = 4, protocol = 17, fragmentOffset = 0 }: Frame): Uint8Array {
  const udp = concat(uintBE(5000, 2), uintBE(6000, 2), uintBE(8 + payload.length, 2), uintBE(0, 2), payload);
  const ipv4 = concat(
    Uint8Array.of(0x45, 0),
    uintBE(20 + udp.length, 2),
    uintBE(0, 2),
    uintBE(fragmentOffset, 2),
    Uint8Array.of(64, protocol),
    new Uint8Array(10),
  );
  const ipv6 = concat(
    Uint8Array.of(0x60, 0, 0, 0),
    uintBE(udp.length, 2),
    Uint8Array.of(protocol, 64),
    new Uint8Array(32),
  );
  const header = version === 4 ? ipv4 : ipv6;
  return concat(new Uint8Array(12), uintBE(version === 4 ? 0x0800 : 0x86dd, 2), header, udp);
}

export function pcap(
  frames: Frame[],
  { littleEndian = true, nanoseconds = false, linkType = 1 } = {},
): Uint8Array {
  const number = (value: number): Uint8Array =>
    littleEndian ? uintBE(value, 4).reverse() : uintBE(value, 4);
  const header = [nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4, 0, 0, 0, 65535, linkType];
  const records = frames.map((frame) => {
    const whole = ethernet(frame);
    const kept = whole.subarray(0, frame.keep ?? whole.length);
    const fraction = frame.microseconds * (nanoseconds ? 1000 : 1);
    return concat(...[frame.seconds, fraction, kept.length, whole.length].map(number), kept);
  });
  return concat(...header.map(number), ...records);
}

/** A stream of sound: one packet in 20 ms from time 0, of these sizes. */
export function sound(sizes: readonly number[], firstSequence = 65_500): RtpPacket[] {
  return sizes.map((payloadLength, index) => ({
    at: index * 20,
    sourcePort: 5000,
    payloadType: 111,
    sequence: (firstSequence + index) & 0xffff,
    ssrc: 7,
    extensions: [],
    payloadLength,
  }));
}
