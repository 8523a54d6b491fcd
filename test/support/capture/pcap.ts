/** Reads a capture file (pcap, draft-ietf-opsawg-pcap) down to its UDP datagrams over IPv4 and IPv6. */

export interface Datagram {
  /** Milliseconds since 1970, as Date.now() has them. */
  at: number;
  sourcePort: number;
  destinationPort: number;
  /** Of the payload as it was sent, in bytes. */
  length: number;
  /** The payload, or as much of it as was captured. */
  bytes: Uint8Array;
}

const MAGIC_MICROSECONDS = 0xa1b2c3d4;
const MAGIC_NANOSECONDS = 0xa1b23c4d;
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const LINK_ETHERNET = 1;
const ETHERNET_HEADER = 14;
const [TYPE_IPV4, TYPE_IPV6] = [0x0800, 0x86dd];
const PROTOCOL_UDP = 17;
const UDP_HEADER = 8;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The part of an IP packet after its header, when that is UDP; fragments and other protocols are left out. */
function udpOf(packet: Uint8Array, type: number): Uint8Array | null {
  if (type === TYPE_IPV4) {
    if (packet.length < 20) return null;
    const isFragment = (viewOf(packet).getUint16(6) & 0x3fff) !== 0;
    const headerLength = ((packet[0] ?? 0) & 0x0f) * 4;
    return packet[9] === PROTOCOL_UDP && !isFragment ? packet.subarray(headerLength) : null;
  }
  // Between two processes of one computer no IPv6 extension headers are expected.
  return type === TYPE_IPV6 && packet[6] === PROTOCOL_UDP ? packet.subarray(40) : null;
}

function datagramOf(frame: Uint8Array, at: number): Datagram | null {
  if (frame.length < ETHERNET_HEADER) return null;
  const udp = udpOf(frame.subarray(ETHERNET_HEADER), viewOf(frame).getUint16(12));
  if (!udp || udp.length < UDP_HEADER) return null;
  const header = viewOf(udp);
  return {
    at,
    sourcePort: header.getUint16(0),
    destinationPort: header.getUint16(2),
    length: header.getUint16(4) - UDP_HEADER,
    bytes: udp.subarray(UDP_HEADER),
  };
}

/**
 * A record that was cut off at the file's end, as when the capture was stopped, is left out. Throws if this is no
 * pcap file of Ethernet frames, which is what Linux's loopback interface gives.
 */
export function readPcap(file: Uint8Array): Datagram[] {
  if (file.length < FILE_HEADER) throw new Error('no capture file');
  const view = viewOf(file);
  const littleEndian = [MAGIC_MICROSECONDS, MAGIC_NANOSECONDS].includes(view.getUint32(0, true));
  const magic = view.getUint32(0, littleEndian);
  if (magic !== MAGIC_MICROSECONDS && magic !== MAGIC_NANOSECONDS) throw new Error('no capture file');
  if ((view.getUint32(20, littleEndian) & 0xffff) !== LINK_ETHERNET) throw new Error('not Ethernet frames');
  const perMillisecond = magic === MAGIC_NANOSECONDS ? 1e6 : 1e3;
  const datagrams: Datagram[] = [];
  for (let offset = FILE_HEADER; offset + RECORD_HEADER <= file.length;) {
    const [seconds = 0, fraction = 0, captured = 0] = [0, 4, 8].map((field) =>
      view.getUint32(offset + field, littleEndian),
    );
    const start = offset + RECORD_HEADER;
    offset = start + captured;
    if (offset > file.length) break;
    const found = datagramOf(file.subarray(start, offset), seconds * 1000 + fraction / perMillisecond);
    if (found) datagrams.push(found);
  }
  return datagrams;
}
