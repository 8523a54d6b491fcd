/** The worked example of docs/protocol.md: every value that its inputs lead to, computed by the code itself. */
import { EMPTY, fromHex, toBase64Url, toHex } from '../../../shared/bytes';
import { ed25519FromSeed, ed25519PublicToX25519, ed25519SecretToX25519 } from '../../../shared/crypto/sodium';
import {
  identityFromSeed,
  peerIdOf,
  type Identity,
  type IdentitySeed,
} from '../../../shared/identity/identity';
import { safetyNumber } from '../../../shared/identity/safety-number';
import { deriveMeetingKeys, derivePairRoom } from '../../../shared/invite/key-schedule';
import { encodeLink, type Invite, type MeetingSecret } from '../../../shared/invite/link';
import { encodeCarrierFrame } from '../../../shared/meeting/messages/carrier-frame';
import { encodeDoorMessage } from '../../../shared/meeting/messages/door-messages';
import { encodeMemberMessage } from '../../../shared/meeting/messages/member-messages';
import {
  encodeHello,
  encodeIntroduction,
  encodeKnock,
} from '../../../shared/meeting/messages/handshake-payloads';
import {
  doorPrologue,
  doorProtocol,
  memberPrologue,
  memberProtocol,
} from '../../../shared/meeting/messages/prologue';
import { HandshakeState, type HandshakeOptions } from '../../../shared/noise/handshake-state';
import type { Protocol } from '../../../shared/noise/patterns';
import { SecureChannel } from '../../../shared/noise/secure-channel';
import type { CompactDescription, MediaDescription } from '../../../shared/wire/description';
import { sealEnvelope } from '../../../shared/wire/envelope';
import { periodAt, topicOf } from '../../../shared/wire/topics';
import { buildDataSdp } from '../../../renderer/call/sdp/compact-sdp';
import { EVEN_SOUND } from '../../../renderer/call/encoding/sound-encoding';
import { buildMediaSdp } from '../../../renderer/call/sdp/media-sdp';

export interface Person {
  identitySeed: string;
  salt: string;
  name: string;
  doorEphemeral: string;
  doorKemSeed: string;
  memberEphemeral: string;
  memberKemSeed: string;
}

/** Bytes are hexadecimal, times Unix seconds. */
export interface Inputs {
  secret: string;
  hostKeySeed: string;
  expiry: number;
  title: string;
  relay: string;
  time: number;
  host: Person;
  guest: Person;
  guestPerMeetingSeed: string;
  messageId: string;
  nonce: string;
  version: string;
  buildHash: string;
  ufrag: string;
  pwd: string;
  fingerprint: string;
}

export type Values = Record<string, string | number | string[]>;

interface Side {
  person: Person;
  identity: Identity;
  salt: Uint8Array;
  peerId: Uint8Array;
}

function side(person: Person): Side {
  const identity = identityFromSeed(fromHex(person.identitySeed) as IdentitySeed);
  const salt = fromHex(person.salt);
  return { person, identity, salt, peerId: peerIdOf(identity.staticKey.publicKey, salt) };
}

/** Messages 1 to 3 of one handshake, and what each side is left with. */
function shakeHands(
  protocol: Protocol,
  initiator: Omit<HandshakeOptions, 'protocol' | 'initiator'>,
  responder: Omit<HandshakeOptions, 'protocol' | 'initiator'>,
  payloads: readonly [Uint8Array, Uint8Array, Uint8Array],
) {
  const first = new HandshakeState({ ...initiator, protocol, initiator: true });
  const second = new HandshakeState({ ...responder, protocol, initiator: false });
  const one = first.writeMessage(payloads[0]);
  second.readMessage(one);
  const two = second.writeMessage(payloads[1]);
  first.readMessage(two);
  const three = first.writeMessage(payloads[2]);
  second.readMessage(three);
  return { messages: [one, two, three] as const, initiator: first.finish(), responder: second.finish() };
}

function descriptions(inputs: Inputs): { compact: CompactDescription; media: MediaDescription } {
  const compact: CompactDescription = {
    ufrag: inputs.ufrag,
    pwd: inputs.pwd,
    fingerprint: fromHex(inputs.fingerprint),
    setup: 'actpass',
    candidates: [
      {
        protocol: 'udp',
        type: 'host',
        address: '192.0.2.7',
        port: 50000,
        priority: 2122260223,
        foundation: '1',
      },
      {
        protocol: 'udp',
        type: 'srflx',
        address: '198.51.100.7',
        port: 50001,
        priority: 1686052607,
        foundation: '2',
      },
    ],
  };
  const mid = { id: 1, uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' };
  const media: MediaDescription = {
    kind: 'offer',
    transport: compact,
    dataMid: '0',
    sections: [
      {
        kind: 'audio',
        mid: '1',
        direction: 'sendrecv',
        codecs: [
          {
            payloadType: 111,
            name: 'opus',
            clockRate: 48000,
            channels: 2,
            feedback: ['transport-cc'],
          },
        ],
        extensions: [mid],
        sources: [{ ssrc: 1111, cname: 'example' }],
      },
      {
        kind: 'video',
        mid: '2',
        direction: 'sendrecv',
        codecs: [
          {
            payloadType: 96,
            name: 'VP8',
            clockRate: 90000,
            channels: 1,
            feedback: ['nack', 'nack pli'],
          },
          {
            payloadType: 97,
            name: 'rtx',
            clockRate: 90000,
            channels: 1,
            repeats: 96,
            feedback: [],
          },
        ],
        extensions: [mid],
        sources: [
          { ssrc: 2222, cname: 'example' },
          { ssrc: 3333, cname: 'example' },
        ],
      },
    ],
  };
  return { compact, media };
}

const linesOf = (sdp: string): string[] => sdp.split('\r\n').slice(0, -1);

/** Needs cryptoReady. */
export function computeExample(inputs: Inputs): Values {
  const hostKey = ed25519FromSeed(fromHex(inputs.hostKeySeed));
  const invite: Invite = {
    open: false,
    expiry: inputs.expiry,
    secret: fromHex(inputs.secret) as MeetingSecret,
    hostKey: hostKey.publicKey,
    hints: { title: inputs.title, relays: [inputs.relay], turn: [] },
  };
  const keys = deriveMeetingKeys(invite);
  const [host, guest] = [side(inputs.host), side(inputs.guest)];
  const period = periodAt(inputs.time);
  const topic = topicOf(keys.room.topicKey, 'nostr', inputs.relay, period);

  const prologue = doorPrologue(keys.meetingId, guest.peerId);
  const doorKey = {
    publicKey: ed25519PublicToX25519(hostKey.publicKey),
    secretKey: ed25519SecretToX25519(hostKey.secretKey),
  };
  const perMeetingKey = ed25519FromSeed(fromHex(inputs.guestPerMeetingSeed)).publicKey;
  const knockPayload = encodeKnock({
    identity: guest.identity.publicKey,
    salt: guest.salt,
    perMeetingKey,
    name: inputs.guest.name,
  });
  const psks = [keys.psk];
  const door = shakeHands(
    doorProtocol,
    {
      prologue,
      psks,
      staticKey: guest.identity.staticKey,
      ephemeralSecret: fromHex(inputs.guest.doorEphemeral),
      kemSeed: fromHex(inputs.guest.doorKemSeed),
    },
    {
      prologue,
      psks,
      staticKey: doorKey,
      ephemeralSecret: fromHex(inputs.host.doorEphemeral),
      kemSeed: fromHex(inputs.host.doorKemSeed),
    },
    [EMPTY, host.peerId, knockPayload],
  );
  const pair = derivePairRoom(door.initiator.chainingKey, door.initiator.handshakeHash, 'initiator');
  const helloBody = encodeHello({ time: inputs.time, noise: door.messages[0] });
  const envelope = sealEnvelope(
    {
      kind: 'hello',
      from: guest.peerId,
      to: new Uint8Array(16),
      messageId: fromHex(inputs.messageId),
      part: 0,
      parts: 1,
      body: helloBody,
    },
    keys.room.envelopeKey,
    topic,
    fromHex(inputs.nonce),
  );

  const { compact, media } = descriptions(inputs);
  const doorChannel = new SecureChannel(door.responder);
  const waiting = encodeDoorMessage({ t: 'waiting' });
  const admitted = encodeDoorMessage({
    t: 'admitted',
    description: compact,
    meetingId: keys.meetingId,
    psk: keys.psk,
  });

  const [lower, higher] = toHex(host.peerId) < toHex(guest.peerId) ? [host, guest] : [guest, host];
  const introduction = ({ identity, salt, person }: Side): Uint8Array =>
    encodeIntroduction({
      identity: identity.publicKey,
      salt,
      name: person.name,
      version: inputs.version,
      buildHash: fromHex(inputs.buildHash),
    });
  const memberSide = ({ identity, person }: Side) => ({
    prologue: memberPrologue(keys.meetingId, lower.peerId, higher.peerId),
    psks,
    staticKey: identity.staticKey,
    ephemeralSecret: fromHex(person.memberEphemeral),
    kemSeed: fromHex(person.memberKemSeed),
  });
  const member = shakeHands(memberProtocol, memberSide(lower), memberSide(higher), [
    EMPTY,
    introduction(higher),
    introduction(lower),
  ]);
  const memberChannel = new SecureChannel(member.initiator);
  const self = encodeMemberMessage({ t: 'self', microphone: true, camera: false, perMeetingKey });

  return {
    hostKey: toHex(hostKey.publicKey),
    link: encodeLink(invite),
    envelopeKey: toHex(keys.room.envelopeKey),
    topicKey: toHex(keys.room.topicKey),
    psk: toHex(keys.psk),
    meetingId: toHex(keys.meetingId),
    doorSeed: toHex(keys.doorSeed),
    doorStatic: toHex(doorKey.publicKey),
    hostIdentity: toHex(host.identity.publicKey),
    hostStatic: toHex(host.identity.staticKey.publicKey),
    hostPeerId: toHex(host.peerId),
    guestIdentity: toHex(guest.identity.publicKey),
    guestStatic: toHex(guest.identity.staticKey.publicKey),
    guestPeerId: toHex(guest.peerId),
    period,
    topic: toHex(topic),
    eventKind: 20_000 + (((topic[0]! << 8) | topic[1]!) % 10_000),
    doorPrologue: toHex(prologue),
    doorMessage1: toHex(door.messages[0]),
    helloBody: toHex(helloBody),
    helloEnvelope: toHex(envelope),
    helloContent: toBase64Url(envelope),
    doorMessage2: toHex(door.messages[1]),
    knockPayload: toHex(knockPayload),
    doorMessage3: toHex(door.messages[2]),
    doorHandshakeHash: toHex(door.initiator.handshakeHash),
    pairTopicKey: toHex(pair.topicKey),
    pairEnvelopeKey: toHex(pair.envelopeKey),
    waiting: toHex(waiting),
    waitingSealed: toHex(doorChannel.seal(waiting)),
    admitted: toHex(admitted),
    admittedSealed: toHex(doorChannel.seal(admitted)),
    memberInitiator: lower === host ? 'host' : 'guest',
    memberFrame1: toHex(encodeCarrierFrame('handshake', member.messages[0])),
    memberFrame2: toHex(encodeCarrierFrame('handshake', member.messages[1])),
    memberFrame3: toHex(encodeCarrierFrame('handshake', member.messages[2])),
    memberHandshakeHash: toHex(member.initiator.handshakeHash),
    self: toHex(self),
    selfFrame: toHex(encodeCarrierFrame('sealed', memberChannel.seal(self))),
    mediaMessage: toHex(encodeMemberMessage({ t: 'media', description: media })),
    safetyNumber: safetyNumber(host.identity.publicKey, guest.identity.publicKey).join(' '),
    dataSdp: linesOf(buildDataSdp(compact)),
    mediaSdp: linesOf(buildMediaSdp(media, compact, EVEN_SOUND)),
  };
}
