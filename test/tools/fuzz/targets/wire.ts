/** What comes over the wire: envelopes, handshakes, channels, messages, statements, frames, descriptions. */
import { webcrypto } from 'node:crypto';
import { ascii, concat, toHex, uintBE } from '../../../../shared/bytes';
import { ed25519Sign, xchachaPolySeal, x25519PublicKey } from '../../../../shared/crypto/sodium';
import { keyIdOf } from '../../../../shared/media/key-id';
import { FrameOpener } from '../../../../shared/media/frame-opener';
import { encodeSframeHeader } from '../../../../shared/media/sframe-header';
import { deriveSframeKey, sealSframe, type Subtle } from '../../../../shared/media/sframe';
import { StatementSet } from '../../../../shared/membership/statement-set';
import { NO_HASH, signStatement } from '../../../../shared/membership/statement';
import { decodeCarrierFrame } from '../../../../shared/meeting/messages/carrier-frame';
import {
  decodeDoorAnswer,
  doorRightOf,
  encodeDoorAnswer,
} from '../../../../shared/meeting/messages/door-answer';
import { decodeDoorMessage, encodeDoorMessage } from '../../../../shared/meeting/messages/door-messages';
import {
  belongsTogether,
  decodeHello,
  decodeIntroduction,
  decodeKnock,
  encodeHello,
  encodeIntroduction,
  encodeKnock,
} from '../../../../shared/meeting/messages/handshake-payloads';
import {
  decodeMemberMessage,
  encodeMemberMessage,
} from '../../../../shared/meeting/messages/member-messages';
import { doorProtocol, memberProtocol } from '../../../../shared/meeting/messages/prologue';
import { decodeSpoken, encodeSpoken } from '../../../../shared/meeting/messages/spoken-events';
import { HandshakeState, handshakeSeeds } from '../../../../shared/noise/handshake-state';
import type { Protocol } from '../../../../shared/noise/patterns';
import { SecureChannel } from '../../../../shared/noise/secure-channel';
import { decodeCbor, encodeCbor, type CborValue } from '../../../../shared/wire/cbor';
import { compactDescriptionSchema, mediaDescriptionSchema } from '../../../../shared/wire/description';
import { openEnvelope, sealEnvelope, splitMessage } from '../../../../shared/wire/envelope';
import { parseCbor } from '../../../../shared/wire/parse-cbor';
import { Reassembler } from '../../../../shared/wire/reassembly';
import type { SteadyTime } from '../../../../shared/clocks';
import { parseCandidates, formatCandidate } from '../../../../renderer/call/sdp/candidates';
import { buildDataSdp, readTransport } from '../../../../renderer/call/sdp/compact-sdp';
import { buildMediaSdp, readMediaDescription } from '../../../../renderer/call/sdp/media-sdp';
import { bytesOf, must, textOf, type FuzzTarget } from '../target';
import { description, envelopeKey, filled, host, identityOf, topic } from './samples';

const PLAIN_ENVELOPE = 960;
const still = (): SteadyTime => 0;
const nonce = filled(24, 9);
const peer = filled(16, 2);
const pair = (value: number): { secretKey: Uint8Array; publicKey: Uint8Array } => ({
  secretKey: filled(32, value),
  publicKey: x25519PublicKey(filled(32, value)),
});

/** Puts whoever fuzzes in the place of one who knows the room's key: all is valid but for what is inside. */
function sealedAs(plain: Uint8Array): Uint8Array {
  const whole = new Uint8Array(PLAIN_ENVELOPE);
  whole.set(plain.subarray(0, PLAIN_ENVELOPE));
  return concat(nonce, xchachaPolySeal(envelopeKey, nonce, topic, whole));
}

const reassembler = new Reassembler(still, () => 0.5);

function side(protocol: Protocol, initiator: boolean): HandshakeState {
  let value = initiator ? 21 : 22;
  return new HandshakeState({
    protocol,
    initiator,
    prologue: ascii('fuzz'),
    staticKey: pair(initiator ? 31 : 32),
    psks: [filled(32, 41)],
    ...handshakeSeeds(protocol, initiator, (length) => filled(length, value++)),
  });
}

/** The true messages of a handshake, in order. */
function messagesOf(protocol: Protocol): Uint8Array[] {
  const sides = [side(protocol, true), side(protocol, false)] as const;
  return protocol.pattern.messages.map((_, turn) => {
    const [writer, reader] = turn % 2 === 0 ? sides : ([sides[1], sides[0]] as const);
    const message = writer.writeMessage(bytesOf(`payload ${String(turn)}`));
    reader.readMessage(message);
    return message;
  });
}

/** The first byte says which message is replaced, all before it are true. */
function handshake(name: string, protocol: Protocol): FuzzTarget {
  const truth = messagesOf(protocol);
  return {
    name,
    refuses: 'error',
    maxLength: 2600,
    seeds: () => truth.map((message, turn) => concat(Uint8Array.of(turn), message)),
    run: (bytes) => {
      const at = (bytes[0] ?? 0) % truth.length;
      const sides = [side(protocol, true), side(protocol, false)] as const;
      for (let turn = 0; turn < at; turn++) {
        const [writer, reader] = turn % 2 === 0 ? sides : ([sides[1], sides[0]] as const);
        reader.readMessage(writer.writeMessage(bytesOf(`payload ${String(turn)}`)));
      }
      const reader = sides[at % 2 === 0 ? 1 : 0];
      const payload = reader.readMessage(bytes.subarray(1));
      const isTrue = toHex(bytes.subarray(1)) === toHex(truth[at] ?? bytes);
      // The first message of all is sealed by nothing that its sender has not chosen.
      must(
        isTrue || at === 0 || toHex(payload) !== toHex(bytesOf(`payload ${String(at)}`)),
        'altered, and taken',
      );
    },
  };
}

/** Both ends, fresh: what was opened once is refused twice. */
function channelPair(): readonly [SecureChannel, SecureChannel] {
  const sides = [side(memberProtocol, true), side(memberProtocol, false)] as const;
  memberProtocol.pattern.messages.forEach((_, turn) => {
    const [writer, reader] = turn % 2 === 0 ? sides : ([sides[1], sides[0]] as const);
    reader.readMessage(writer.writeMessage(new Uint8Array(0)));
  });
  return [new SecureChannel(sides[0].finish()), new SecureChannel(sides[1].finish())];
}
const [, hearing] = channelPair();

const meetingId = filled(32, 51);
const anchor = { meetingId, hostKey: host.publicKey, open: false };
const person = identityOf(61);
const statements = [
  signStatement(
    host,
    meetingId,
    { number: 0, previous: NO_HASH },
    { kind: 'admit', identity: person, perMeetingKey: person, lifts: [] },
  ),
  signStatement(host, meetingId, { number: 0, previous: NO_HASH }, { kind: 'lock' }),
  signStatement(host, meetingId, { number: 0, previous: NO_HASH }, { kind: 'silence-all', floor: [person] }),
  signStatement(
    host,
    meetingId,
    { number: 0, previous: NO_HASH },
    { kind: 'co-host', identity: person, perMeetingKey: person },
  ),
  signStatement(
    host,
    meetingId,
    { number: 0, previous: NO_HASH },
    { kind: 'replace-link', linkHash: filled(32, 1) },
  ),
];

const subtle = webcrypto.subtle as unknown as Subtle;
const frames = new FrameOpener(subtle, still, { used: () => undefined });
const frameKeyId = keyIdOf({ generation: 1, step: 0 }, 1);
await frames.install({ peerId: 'aa', onTrial: false, keys: [{ keyId: frameKeyId, key: filled(32, 71) }] });
const sframeKey = await deriveSframeKey(subtle, 5, filled(32, 71), BigInt(frameKeyId));
const clear = Uint8Array.of(0);
const sealedFrame = await sealSframe(subtle, sframeKey, 1n, clear, filled(40, 0), clear);

const sdp = buildDataSdp(description);
const media = {
  kind: 'offer' as const,
  transport: description,
  dataMid: '0',
  sections: [
    {
      kind: 'audio' as const,
      mid: '1',
      direction: 'sendrecv' as const,
      codecs: [
        {
          name: 'opus' as const,
          payloadType: 111,
          clockRate: 48_000,
          channels: 2,
          feedback: ['transport-cc' as const],
        },
      ],
      extensions: [{ id: 1, uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' }],
      sources: [{ ssrc: 1234, cname: 'vigil' }],
    },
  ],
};

const spoken = [
  encodeSpoken(0, { e: 'here', clock: 3, hand: 0, from: 0 }),
  encodeSpoken(1, { e: 'chat', clock: 4, text: 'Good evening' }),
  encodeSpoken(2, { e: 'private', clock: 4, place: 1, text: 'to you' }),
  encodeSpoken(3, { e: 'lower', peer, raised: 9 }),
];

export const wire: readonly FuzzTarget[] = [
  {
    name: 'envelope',
    refuses: 'error',
    maxLength: 1001,
    seeds: () =>
      [filled(10, 1), filled(1500, 2)]
        .flatMap((body) =>
          splitMessage({ kind: 'sealed', from: peer, to: peer, messageId: filled(8, 3), body }),
        )
        .flatMap((envelope) => [
          concat(Uint8Array.of(0), sealEnvelope(envelope, envelopeKey, topic, nonce)),
          concat(
            Uint8Array.of(1, 4),
            envelope.from,
            envelope.to,
            envelope.messageId,
            Uint8Array.of(envelope.part, envelope.parts),
            uintBE(envelope.body.length, 2),
            envelope.body,
          ),
        ]),
    run: (bytes) => {
      const rest = bytes.subarray(1);
      const envelope = openEnvelope(bytes[0] === 0 ? rest : sealedAs(rest), envelopeKey, topic);
      must(envelope.body.length <= 915 && envelope.part < envelope.parts, 'an envelope that cannot be');
      reassembler.add(envelope);
    },
  },
  handshake('door-handshake', doorProtocol),
  handshake('member-handshake', memberProtocol),
  {
    name: 'handshake-payloads',
    refuses: 'error',
    maxLength: 1600,
    seeds: () => [
      concat(Uint8Array.of(0), encodeHello({ time: 1_800_000_000, noise: filled(80, 1) })),
      concat(
        Uint8Array.of(1),
        encodeKnock({ identity: person, salt: filled(16, 1), perMeetingKey: person, name: 'Mei Lin' }),
      ),
      concat(
        Uint8Array.of(2),
        encodeIntroduction({
          identity: person,
          salt: filled(16, 1),
          name: 'Mei',
          version: '1.0.0',
          buildHash: filled(8, 1),
        }),
      ),
      concat(
        Uint8Array.of(3),
        encodeDoorAnswer({ peerId: peer, proof: statements.slice(0, 2).map(({ bytes }) => bytes) }),
      ),
    ],
    run: (bytes) => {
      const rest = bytes.subarray(1);
      const kind = (bytes[0] ?? 0) % 4;
      if (kind === 0) decodeHello(rest);
      else if (kind === 1) decodeKnock(rest);
      else if (kind === 2) belongsTogether(decodeIntroduction(rest), pair(31).publicKey, peer);
      else doorRightOf(pair(31).publicKey, decodeDoorAnswer(rest).proof, host.publicKey);
    },
  },
  {
    name: 'channel',
    refuses: 'error',
    maxLength: 17_000,
    seeds: () => {
      const [speaking] = channelPair();
      return [speaking.seal(filled(10, 1)), speaking.seal(filled(0, 1)), speaking.seal(filled(3000, 1))];
    },
    run: (bytes) => {
      hearing.open(bytes);
    },
  },
  {
    name: 'carrier-frame',
    refuses: 'none',
    maxLength: 17_000,
    seeds: () => [Uint8Array.of(1, 2, 3), Uint8Array.of(2, 9)],
    run: (bytes) => {
      decodeCarrierFrame(bytes);
    },
  },
  {
    name: 'door-message',
    refuses: 'error',
    maxLength: 3700,
    seeds: () => [
      encodeDoorMessage({ t: 'waiting', note: 'Soon.' }),
      encodeDoorMessage({ t: 'admitted', description, meetingId, psk: filled(32, 1) }),
      encodeDoorMessage({ t: 'denied', reason: 'full' }),
      encodeDoorMessage({ t: 'answer', description }),
    ],
    run: (bytes) => {
      decodeDoorMessage(bytes);
    },
  },
  {
    name: 'member-message',
    refuses: 'error',
    maxLength: 16_384,
    seeds: () =>
      [
        { t: 'statements', statements: statements.map(({ bytes }) => bytes) },
        { t: 'say', body: spoken[1] ?? filled(256, 0) },
        { t: 'key-wanted' },
        { t: 'bye' },
        { t: 'media', description: media, revision: 1 },
        { t: 'forward', to: peer, frame: filled(20, 1) },
      ].map((message) => encodeCbor(message as unknown as CborValue)),
    words: [
      'statements',
      'say',
      'bye',
      'forward',
      'forwarded',
      'media',
      'restart',
      'roster',
      'key',
      'key-wanted',
      'emoji',
      'renew',
      'ping',
      'pong',
      'view',
      'state',
      'invite',
      'introduce',
    ],
    run: (bytes) => {
      const message = decodeMemberMessage(bytes);
      if (message) decodeMemberMessage(encodeMemberMessage(message));
    },
  },
  {
    name: 'spoken-event',
    refuses: 'none',
    maxLength: 4096,
    seeds: () =>
      spoken.flatMap((body) => [concat(Uint8Array.of(0), body), concat(Uint8Array.of(1), contentOf(body))]),
    words: ['chat', 'private', 'hand', 'lower', 'reaction', 'here', 'applause'],
    run: (bytes) => {
      const rest = bytes.subarray(1);
      if (bytes[0] === 0) decodeSpoken(rest);
      else {
        const body = new Uint8Array(rest.length > 1022 ? 4096 : 1024);
        body.set(concat(uintBE(Math.min(rest.length, 4094), 2), rest.subarray(0, 4094)));
        decodeSpoken(body);
      }
    },
  },
  {
    name: 'statement',
    refuses: 'none',
    maxLength: 720,
    seeds: () =>
      statements.flatMap(({ bytes }) => [
        concat(Uint8Array.of(0), bytes),
        concat(Uint8Array.of(1), bytes.subarray(0, -64)),
      ]),
    run: (bytes) => {
      const rest = bytes.subarray(1);
      // Signed anew by the host: whoever may sign can still sign nonsense.
      const whole = bytes[0] === 0 ? rest : concat(rest, ed25519Sign(rest, host.secretKey));
      const set = new StatementSet(anchor);
      set.add(whole);
      set.add(statements[0]?.bytes ?? whole);
      must(set.size <= 3, 'one statement counts twice');
      must(set.membership.faults.length <= 3, 'more faults than statements');
    },
  },
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
    name: 'cbor',
    refuses: 'error',
    maxLength: 2048,
    seeds: () => [encodeCbor({ a: [1, 'ü', null, true, filled(3, 1)], b: { c: -1 } })],
    run: (bytes) => {
      encodeCbor(decodeCbor(bytes) as CborValue);
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

function contentOf(body: Uint8Array): Uint8Array {
  return body.subarray(2, 2 + ((body[0] ?? 0) << 8) + (body[1] ?? 0));
}
