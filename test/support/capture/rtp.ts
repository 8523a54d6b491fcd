/** What anybody on the path reads of an SRTP packet: its header and header extensions (RFC 3550, RFC 8285). */
import type { Datagram } from './pcap';

export interface ExtensionElement {
  id: number;
  value: Uint8Array;
}

export interface RtpPacket {
  at: number;
  sourcePort: number;
  payloadType: number;
  sequence: number;
  ssrc: number;
  /** Empty without a header extension. */
  extensions: ExtensionElement[];
  /** In bytes, with SRTP's tag, which is of one length. */
  payloadLength: number;
}

const FIXED_HEADER = 12;
const ONE_BYTE_PROFILE = 0xbede;
const TWO_BYTE_PROFILE = 0x100;

/** RFC 7983: 128 to 191 is RTP or RTCP; RFC 5761: RTCP has 64 to 95 where RTP has its payload type. */
function isRtp(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  const type = second & 0x7f;
  return bytes.length >= FIXED_HEADER && first >= 128 && first < 192 && (type < 64 || type > 95);
}

/** Throws on a form that RFC 8285 does not know: what cannot be read must not count as harmless. */
function readElements(profile: number, block: Uint8Array): ExtensionElement[] {
  const isOneByte = profile === ONE_BYTE_PROFILE;
  if (!isOneByte && profile >> 4 !== TWO_BYTE_PROFILE) throw new Error('unknown header extension');
  const elements: ExtensionElement[] = [];
  for (let offset = 0; offset < block.length;) {
    const first = block[offset++] ?? 0;
    // Padding.
    if (first === 0) continue;
    const id = isOneByte ? first >> 4 : first;
    // RFC 8285, section 4.2: 15 ends it.
    if (isOneByte && id === 15) break;
    const length = isOneByte ? (first & 0x0f) + 1 : (block[offset++] ?? 0);
    if (offset + length > block.length) throw new Error('header extension cut off');
    elements.push({ id, value: block.slice(offset, offset + length) });
    offset += length;
  }
  return elements;
}

function readPacket({ at, sourcePort, bytes, length }: Datagram): RtpPacket {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = view.getUint8(0);
  let headerLength = FIXED_HEADER + (first & 0x0f) * 4;
  let extensions: ExtensionElement[] = [];
  if ((first & 0x10) !== 0) {
    if (headerLength + 4 > bytes.length) throw new Error('RTP header cut off');
    const blockLength = view.getUint16(headerLength + 2) * 4;
    const block = bytes.subarray(headerLength + 4, headerLength + 4 + blockLength);
    if (block.length < blockLength) throw new Error('RTP header cut off');
    extensions = readElements(view.getUint16(headerLength), block);
    headerLength += 4 + blockLength;
  }
  return {
    at,
    sourcePort,
    payloadType: view.getUint8(1) & 0x7f,
    sequence: view.getUint16(2),
    ssrc: view.getUint32(8),
    extensions,
    payloadLength: length - headerLength,
  };
}

/** The RTP packets among all datagrams, in the order of capture; STUN, DTLS and RTCP are left out. */
export function rtpPackets(datagrams: readonly Datagram[]): RtpPacket[] {
  return datagrams.filter(({ bytes }) => isRtp(bytes)).map(readPacket);
}

/** One sender's packets of one payload type. */
export function streamsOf(packets: readonly RtpPacket[]): RtpPacket[][] {
  const streams = new Map<string, RtpPacket[]>();
  for (const packet of packets) {
    const name = `${String(packet.ssrc)}/${String(packet.payloadType)}`;
    const stream = streams.get(name);
    if (stream) stream.push(packet);
    else streams.set(name, [packet]);
  }
  return [...streams.values()];
}
