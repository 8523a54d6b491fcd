/** Media descriptions to and from session descriptions: rebuilt from an allow-list, never passed through. */
import {
  codecSchema,
  feedbackSchema,
  mediaDescriptionSchema,
  type MediaDescription,
  type MediaSection,
} from '../../../shared/wire/description';
import type { SoundEncoding } from '../encoding/sound-encoding';
import { dataLines, readTransport, sessionLines, transportLines } from './compact-sdp';
import { attribute, attributes, joinSdp, splitSdp } from './sdp-lines';

type Codec = MediaSection['codecs'][number];

/** Not among them: ssrc-audio-level (RFC 6464), which tells in the clear how loud somebody is. */
export const ALLOWED_EXTENSIONS: ReadonlySet<string> = new Set([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:toffset',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
]);

const FEEDBACK: ReadonlySet<string> = new Set(feedbackSchema.options);

/* ---------- from the own browser's description ---------- */

function readCodec(lines: readonly string[], rtpmap: string): Codec | null {
  const [, payload = '', name = '', clockRate = '', channels = '1'] =
    /^(\d+) ([A-Za-z0-9-]+)\/(\d+)(?:\/(\d+))?$/.exec(rtpmap) ?? [];
  const [, apt, repeated] = attributes(lines, 'fmtp').flatMap(
    (value) => new RegExp(`^${payload} (?:apt=(\\d+)|(\\d+)(?:/\\2)*)$`).exec(value) ?? [],
  );
  const repeats = apt ?? repeated;
  const feedback = attributes(lines, 'rtcp-fb')
    .filter((value) => value.startsWith(`${payload} `))
    .map((value) => value.slice(payload.length + 1))
    .filter((value) => FEEDBACK.has(value));
  const codec = {
    payloadType: Number(payload),
    name,
    clockRate: Number(clockRate),
    channels: Number(channels),
    feedback,
    ...(repeats === undefined ? {} : { repeats: Number(repeats) }),
  };
  return codecSchema.safeParse(codec).data ?? null;
}

function readSources(lines: readonly string[]): MediaSection['sources'] {
  const named = attributes(lines, 'ssrc').flatMap((value) => {
    const [, ssrc, cname] = /^(\d+) cname:(\S+)$/.exec(value) ?? [];
    return ssrc === undefined || cname === undefined ? [] : [{ ssrc: Number(ssrc), cname }];
  });
  return named.slice(0, 2);
}

function readSection(lines: readonly string[]): MediaSection | null {
  const [, kind, port] = /^m=(audio|video) (\d+) /.exec(lines[0] ?? '') ?? [];
  if (kind !== 'audio' && kind !== 'video') return null;
  if (port === '0') throw new Error('session description that refuses a section');
  const direction = (['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).find((name) =>
    lines.includes(`a=${name}`),
  );
  const codecs = attributes(lines, 'rtpmap').flatMap((value) => readCodec(lines, value) ?? []);
  const payloads = new Set(codecs.map(({ payloadType }) => payloadType));
  return {
    kind,
    mid: attribute(lines, 'mid'),
    direction: direction ?? 'sendrecv',
    // A format that repeats another is of no use without it.
    codecs: codecs.filter((codec) => !('repeats' in codec) || payloads.has(codec.repeats)),
    extensions: attributes(lines, 'extmap').flatMap((value) => {
      const [, id, uri = ''] = /^(\d+)(?:\/\w+)? (\S+)$/.exec(value) ?? [];
      return ALLOWED_EXTENSIONS.has(uri) ? [{ id: Number(id), uri }] : [];
    }),
    sources: readSources(lines),
  };
}

/** Throws if the browser's description does not fit into what Vigil speaks. */
export function readMediaDescription(kind: 'offer' | 'answer', sdp: string): MediaDescription {
  const { media } = splitSdp(sdp);
  const data = media.find((lines) => lines[0]?.startsWith('m=application'));
  return mediaDescriptionSchema.parse({
    kind,
    transport: readTransport(sdp),
    dataMid: attribute(data ?? [], 'mid'),
    sections: media.flatMap((lines) => readSection(lines) ?? []),
  });
}

/* ---------- to a description for the own browser ---------- */

function parametersOf(codec: Codec, sound: SoundEncoding): string[] {
  switch (codec.name) {
    case 'opus':
      return [sound.parameters];
    case 'red':
      return [`${String(codec.repeats)}/${String(codec.repeats)}`];
    case 'rtx':
      return [`apt=${String(codec.repeats)}`];
    case 'VP8':
      return [];
  }
}

function codecLines(codec: Codec, sound: SoundEncoding): string[] {
  const payload = String(codec.payloadType);
  const channels = codec.channels === 2 ? '/2' : '';
  const parameters = parametersOf(codec, sound);
  return [
    `a=rtpmap:${payload} ${codec.name}/${String(codec.clockRate)}${channels}`,
    ...codec.feedback.map((feedback) => `a=rtcp-fb:${payload} ${feedback}`),
    ...parameters.map((value) => `a=fmtp:${payload} ${value}`),
  ];
}

function sourceLines(sources: MediaSection['sources']): string[] {
  const [first, second] = sources;
  const group = first && second ? [`a=ssrc-group:FID ${String(first.ssrc)} ${String(second.ssrc)}`] : [];
  return [...group, ...sources.map(({ ssrc, cname }) => `a=ssrc:${String(ssrc)} cname:${cname}`)];
}

/** The first codec here is the one that the own browser sends; what the other side prefers does not count. */
function ordered(codecs: readonly Codec[], { redundant }: SoundEncoding): Codec[] {
  const isRed = ({ name }: Codec): boolean => name === 'red';
  const others = codecs.filter((codec) => !isRed(codec));
  return redundant ? [...codecs.filter(isRed), ...others] : [...others, ...codecs.filter(isRed)];
}

function sectionLines(
  section: MediaSection,
  transport: MediaDescription['transport'],
  sound: SoundEncoding,
): string[] {
  const codecs = ordered(section.codecs, sound);
  const payloads = codecs.map(({ payloadType }) => payloadType).join(' ');
  return [
    `m=${section.kind} 9 UDP/TLS/RTP/SAVPF ${payloads}`,
    'c=IN IP4 0.0.0.0',
    'a=rtcp:9 IN IP4 0.0.0.0',
    ...transportLines(transport),
    `a=mid:${section.mid}`,
    ...section.extensions.map(({ id, uri }) => `a=extmap:${String(id)} ${uri}`),
    `a=${section.direction}`,
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...codecs.flatMap((codec) => codecLines(codec, sound)),
    ...sourceLines(section.sources),
  ];
}

/**
 * Throws Error on a description that would tell in the clear how loud somebody is, names another extension that Vigil
 * does not use, or names a section twice.
 * The transport is the one that the link was opened with, not what the description claims.
 * @param sound how the own browser is to send sound: a description of the other side steers the own encoder.
 */
export function buildMediaSdp(
  description: MediaDescription,
  transport: MediaDescription['transport'],
  sound: SoundEncoding,
): string {
  const uris = description.sections.flatMap(({ extensions }) => extensions.map(({ uri }) => uri));
  if (!uris.every((uri) => ALLOWED_EXTENSIONS.has(uri)))
    throw new Error('media description with a forbidden extension');
  const mids = [description.dataMid, ...description.sections.map(({ mid }) => mid)];
  if (new Set(mids).size !== mids.length) throw new Error('media description with a repeated section');
  return joinSdp([
    ...sessionLines(mids),
    ...dataLines(transport, description.dataMid),
    ...description.sections.flatMap((section) => sectionLines(section, transport, sound)),
  ]);
}
