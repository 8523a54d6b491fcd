/** Sealed frames, and what describes a connection. */
import { webcrypto } from 'node:crypto';
import { concat, toHex } from '../../../../shared/bytes';
import { keyIdOf } from '../../../../shared/media/key-id';
import { FrameOpener } from '../../../../shared/media/frame-opener';
import { encodeSframeHeader } from '../../../../shared/media/sframe-header';
import { deriveSframeKey, sealSframe, type Subtle } from '../../../../shared/media/sframe';
import { encodeCbor } from '../../../../shared/wire/cbor';
import { compactDescriptionSchema, mediaDescriptionSchema } from '../../../../shared/wire/description';
import { parseCbor } from '../../../../shared/wire/parse-cbor';
import { parseCandidates, formatCandidate } from '../../../../renderer/call/sdp/candidates';
import { buildDataSdp, readTransport } from '../../../../renderer/call/sdp/compact-sdp';
import { buildMediaSdp, readMediaDescription } from '../../../../renderer/call/sdp/media-sdp';
import { bytesOf, must, textOf, type FuzzTarget } from '../target';
import { description, filled, media } from './samples';

const subtle = webcrypto.subtle as unknown as Subtle;
const frames = new FrameOpener(subtle, () => 0, { used: () => undefined });
const frameKeyId = keyIdOf({ generation: 1, step: 0 }, 1);
await frames.install({ peerId: 'aa', onTrial: false, keys: [{ keyId: frameKeyId, key: filled(32, 71) }] });
const sframeKey = await deriveSframeKey(subtle, 5, filled(32, 71), BigInt(frameKeyId));
const clear = Uint8Array.of(0);
const sealedFrame = await sealSframe(subtle, sframeKey, 1n, clear, filled(40, 0), clear);

const sdp = buildDataSdp(description);

export const mediaTargets: readonly FuzzTarget[] = [
  {
    name: 'frame',
    refuses: 'none',
    maxLength: 1500,
    seeds: () => [
      sealedFrame,
      concat(clear, encodeSframeHeader({ keyId: BigInt(frameKeyId), counter: 77n }), filled(40, 1)),
      // As STUN (RFC 8489) and DTLS begin.
      concat(Uint8Array.of(0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42), filled(12, 1)),
      Uint8Array.of(0x16, 0xfe, 0xff, 0, 0),
    ],
    run: async (bytes) => {
      for (const codec of ['vp8', 'opus'] as const) {
        const opened = await frames.open({ peerId: 'aa', track: 1, codec }, bytes);
        must(!opened.ok || toHex(bytes) === toHex(sealedFrame), 'a frame that nobody sealed was opened');
      }
    },
  },
  {
    name: 'description',
    refuses: 'error',
    maxLength: 4096,
    seeds: () => [encodeCbor(description), encodeCbor(media)],
    run: (bytes) => {
      const transport = parseCbor(compactDescriptionSchema, bytes);
      if (transport) {
        const text = buildDataSdp(transport);
        must(!/[\r\n]a=.*\r?\n[^a-z]/.test(text), 'a line of its own making');
        readTransport(text);
      }
      const described = parseCbor(mediaDescriptionSchema, bytes);
      if (described) buildMediaSdp(described, description, { savesBandwidth: false } as never);
    },
  },
  {
    name: 'session-description',
    refuses: 'error',
    maxLength: 4096,
    seeds: () => [bytesOf(sdp), bytesOf(sdp.replace('actpass', 'active'))],
    words: [
      'a=candidate:',
      'a=fingerprint:sha-256 ',
      'm=audio 9 ',
      'm=video 9 ',
      '\r\n',
      'a=rtpmap:',
      'a=ssrc:',
      'typ srflx',
    ],
    run: (bytes) => {
      const text = textOf(bytes);
      for (const candidate of parseCandidates(text.split('\n'))) formatCandidate(candidate);
      try {
        readTransport(text);
      } finally {
        readMediaDescription('offer', text);
      }
    },
  },
];
