/** Compact descriptions to and from session descriptions of a connection with one data channel. */
import type { CompactDescription } from '../../../shared/wire/description';
import { formatCandidate, parseCandidates } from './candidates';
import { attribute, attributes, joinSdp, splitSdp } from './sdp-lines';

const DATA_MID = '0';
const SCTP_PORT = 5000;
/** Vigil's own messages are at most 16 KiB and one byte. */
const MAX_MESSAGE_SIZE = 16 * 1024 + 1;

function parseFingerprint(value: string): Uint8Array {
  const [, hex] = /^sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})$/i.exec(value) ?? [];
  if (hex === undefined) throw new Error('session description without a SHA-256 fingerprint');
  return Uint8Array.from(hex.split(':'), (pair) => Number.parseInt(pair, 16));
}

function formatFingerprint(bytes: Uint8Array): string {
  return `sha-256 ${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')}`;
}

function parseSetup(value: string): CompactDescription['setup'] {
  if (value === 'actpass' || value === 'active' || value === 'passive') return value;
  throw new Error('session description with an unknown setup');
}

/** Reads the transport out of a description that the own browser made. Throws if a part is missing. */
export function readTransport(sdp: string): CompactDescription {
  const { session, media } = splitSdp(sdp);
  const [first] = media;
  if (!first) throw new Error('session description without a media section');
  const lines = [...first, ...session];
  return {
    ufrag: attribute(lines, 'ice-ufrag'),
    pwd: attribute(lines, 'ice-pwd'),
    fingerprint: parseFingerprint(attribute(lines, 'fingerprint')),
    setup: parseSetup(attribute(lines, 'setup')),
    candidates: parseCandidates(media.flatMap((section) => attributes(section, 'candidate'))),
  };
}

/** Lines that every section of one bundled transport carries. */
export function transportLines(transport: CompactDescription): string[] {
  return [
    `a=ice-ufrag:${transport.ufrag}`,
    `a=ice-pwd:${transport.pwd}`,
    `a=fingerprint:${formatFingerprint(transport.fingerprint)}`,
    `a=setup:${transport.setup}`,
  ];
}

export function sessionLines(mids: readonly string[]): string[] {
  return ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', `a=group:BUNDLE ${mids.join(' ')}`];
}

export function dataLines(transport: CompactDescription, mid: string): string[] {
  const candidates = transport.candidates.flatMap((candidate) => formatCandidate(candidate) ?? []);
  return [
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    ...candidates.map((candidate) => `a=candidate:${candidate}`),
    ...transportLines(transport),
    `a=mid:${mid}`,
    `a=sctp-port:${String(SCTP_PORT)}`,
    `a=max-message-size:${String(MAX_MESSAGE_SIZE)}`,
  ];
}

/** A session description with a data channel and nothing else, made of checked parts only. */
export function buildDataSdp(transport: CompactDescription): string {
  return joinSdp([...sessionLines([DATA_MID]), ...dataLines(transport, DATA_MID)]);
}
