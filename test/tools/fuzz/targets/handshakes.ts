/** What comes before two know each other: envelopes, handshakes, and the channel that they end in. */
import { ascii, concat, toHex, uintBE } from '../../../../shared/bytes';
import { xchachaPolySeal, x25519PublicKey } from '../../../../shared/crypto/sodium';
import { decodeCarrierFrame } from '../../../../shared/meeting/messages/carrier-frame';
import {
  decodeDoorAnswer,
  doorRightOf,
  encodeDoorAnswer,
} from '../../../../shared/meeting/messages/door-answer';
import {
  belongsTogether,
  decodeHello,
  decodeIntroduction,
  decodeKnock,
  encodeHello,
  encodeIntroduction,
  encodeKnock,
} from '../../../../shared/meeting/messages/handshake-payloads';
import { doorProtocol, memberProtocol } from '../../../../shared/meeting/messages/prologue';
import { HandshakeState, handshakeSeeds } from '../../../../shared/noise/handshake-state';
import type { Protocol } from '../../../../shared/noise/patterns';
import { SecureChannel } from '../../../../shared/noise/secure-channel';
import { openEnvelope, sealEnvelope, splitMessage } from '../../../../shared/wire/envelope';
import { Reassembler } from '../../../../shared/wire/reassembly';
import { bytesOf, must, type FuzzTarget } from '../target';
import { envelopeKey, filled, host, peer, person, statements, topic } from './samples';

const PLAIN_ENVELOPE = 960;
const nonce = filled(24, 9);
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

const reassembler = new Reassembler(
  () => 0,
  () => 0.5,
);

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

export const handshakes: readonly FuzzTarget[] = [
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
];
