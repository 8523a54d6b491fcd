/**
 * Somebody records everything today, gets the invite link, and breaks one of the two key agreements later. The same
 * eavesdropper with both broken reads everything: so it is not for want of skill that it fails with one.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { EMPTY, toHex } from '../../../../shared/bytes';
import { cryptoReady, randomBytes, x25519PublicKey } from '../../../../shared/crypto/sodium';
import { chachaPolyNonce } from '../../../../shared/noise/cipher-state';
import { chachaPolyOpen } from '../../../../shared/crypto/sodium';
import { HandshakeState, handshakeSeeds, type KeyPair } from '../../../../shared/noise/handshake-state';
import { decodeMemberMessage } from '../../../../shared/meeting/messages/member-messages';
import {
  doorProtocol,
  memberPrologue,
  memberProtocol,
  renewalPrologue,
} from '../../../../shared/meeting/messages/prologue';
import { eavesdrop, type CurveSecrets, type Recording } from '../../../support/eavesdropper';
import { channelPair, type ChannelPair, type End } from './members/channel-pair';

beforeAll(cryptoReady);

const MEDIA_KEY = new Uint8Array(32).fill(0x5a);

/** Of the n-th handshake of this end: it draws 32 bytes for X25519, then those for ML-KEM, and nothing else so long. */
function seedsOf({ drawn }: End, count: number): { e: Uint8Array; kem: Uint8Array } {
  const seeds = drawn.filter(({ length }) => length === 32 || length === 64);
  const [e, kem] = seeds.slice(2 * count);
  if (!e || !kem) throw new Error('no such handshake');
  return { e, kem };
}

function curveOf(pair: ChannelPair, count: number): CurveSecrets {
  const of = (end: End) => ({ e: seedsOf(end, count).e, s: end.self.identity.staticKey.secretKey });
  return { initiator: of(pair.initiator), responder: of(pair.responder) };
}

/** What the initiator sealed last, opened by whoever has its key. */
function mediaKeyFrom(pair: ChannelPair, key: Uint8Array): string {
  const sealed = pair.wire
    .filter(({ from }) => from === 'initiator')
    .at(-1)
    ?.frame.subarray(1);
  if (!sealed) throw new Error('nothing was said');
  const counter = new DataView(sealed.buffer, sealed.byteOffset).getBigUint64(0);
  const said = decodeMemberMessage(chachaPolyOpen(key, chachaPolyNonce(counter), EMPTY, sealed.subarray(8)));
  return said?.t === 'key' ? toHex(said.key) : 'another message';
}

describe('a recorded member handshake', () => {
  function recorded(): { pair: ChannelPair; recording: Recording } {
    const pair = channelPair('recorded');
    const { meetingId, psk } = pair.meeting;
    const messages = pair.wire.filter(({ frame }) => frame[0] === 1).map(({ frame }) => frame.subarray(1));
    pair.initiator.channel.send({ t: 'key', generation: 1, step: 0, key: MEDIA_KEY });
    const prologue = memberPrologue(meetingId, pair.initiator.self.peerId, pair.responder.self.peerId);
    return { pair, recording: { protocol: memberProtocol, prologue, psk, messages } };
  }

  it('gives media keys to whoever has the link, all X25519 secrets and the ML-KEM secret', () => {
    const { pair, recording } = recorded();
    const { ciphers } = eavesdrop(recording, {
      curve: curveOf(pair, 0),
      kemSeed: seedsOf(pair.initiator, 0).kem,
    });
    expect(mediaKeyFrom(pair, ciphers[0].exportKey())).toBe(toHex(MEDIA_KEY));
  });

  it.each([
    ['all X25519 secrets, and not the ML-KEM secret', true, false],
    ['the ML-KEM secret, and none of X25519', false, true],
  ])('gives nothing to whoever has the link and %s', (_, hasCurve, hasKem) => {
    const { pair, recording } = recorded();
    expect(() =>
      eavesdrop(recording, {
        curve: hasCurve ? curveOf(pair, 0) : null,
        kemSeed: hasKem ? seedsOf(pair.initiator, 0).kem : null,
      }),
    ).toThrow();
  });

  it('does not help against what is said after a renewal, nor do all secrets of the handshake before', () => {
    const { pair } = recorded();
    const { state } = pair.initiator.channel;
    if (state.state !== 'open') throw new Error('no channel');
    const boundTo = state.channel.handshakeHash;
    const renewal: Uint8Array[] = [];
    for (const end of [pair.initiator, pair.responder]) {
      const { channel } = end;
      if (channel.state.state !== 'open') throw new Error('no channel');
      const { renewal: honest } = channel.state;
      const said = honest.said.bind(honest);
      // All that was inside the old keys is known too.
      honest.said = (message, through) => {
        if (message.step !== 'done') renewal.push(message.noise);
        said(message, through);
      };
    }
    pair.initiator.channel.woke();
    pair.scheduler.run(10_000);
    expect(renewal).toHaveLength(3);
    pair.initiator.channel.send({ t: 'key', generation: 2, step: 0, key: MEDIA_KEY });
    const recording = {
      protocol: memberProtocol,
      prologue: renewalPrologue(
        pair.meeting.meetingId,
        pair.initiator.self.peerId,
        pair.responder.self.peerId,
        boundTo,
      ),
      psk: pair.meeting.psk,
      messages: renewal,
    };
    const both = { curve: curveOf(pair, 1), kemSeed: seedsOf(pair.initiator, 1).kem };
    const { ciphers } = eavesdrop(recording, both);
    expect(mediaKeyFrom(pair, ciphers[0].exportKey())).toBe(toHex(MEDIA_KEY));
    for (const known of [
      { ...both, kemSeed: null },
      { ...both, curve: null },
      { curve: curveOf(pair, 0), kemSeed: seedsOf(pair.initiator, 0).kem },
    ])
      expect(() => eavesdrop(recording, known)).toThrow();
  });
});

describe('a recorded handshake at the door', () => {
  const NAME = new TextEncoder().encode('Bob');

  function recorded() {
    const keyPair = (): KeyPair => {
      const secretKey = randomBytes(32);
      return { secretKey, publicKey: x25519PublicKey(secretKey) };
    };
    const psk = randomBytes(32);
    const [guest, door] = [keyPair(), keyPair()];
    const seeds = [true, false].map((initiator) => handshakeSeeds(doorProtocol, initiator, randomBytes)) as [
      ReturnType<typeof handshakeSeeds>,
      ReturnType<typeof handshakeSeeds>,
    ];
    const curve = {
      initiator: { e: seeds[0].ephemeralSecret.slice(), s: guest.secretKey },
      responder: { e: seeds[1].ephemeralSecret.slice(), s: door.secretKey },
    };
    const kemSeed = seeds[1].kemSeed?.slice() ?? EMPTY;
    const side = (initiator: boolean): HandshakeState =>
      new HandshakeState({
        protocol: doorProtocol,
        initiator,
        prologue: EMPTY,
        staticKey: initiator ? guest : door,
        psks: [psk],
        ...seeds[initiator ? 0 : 1],
      });
    const [first, second] = [side(true), side(false)];
    const one = first.writeMessage(EMPTY);
    second.readMessage(one);
    const two = second.writeMessage(EMPTY);
    first.readMessage(two);
    const three = first.writeMessage(NAME);
    const recording = { protocol: doorProtocol, prologue: EMPTY, psk, messages: [one, two, three] };
    return { recording, curve, kemSeed };
  }

  it('gives the name to whoever has the link and broke both, and to nobody who broke one', () => {
    const { recording, curve, kemSeed } = recorded();
    expect(eavesdrop(recording, { curve, kemSeed }).payloads[2]).toEqual(NAME);
    expect(() => eavesdrop(recording, { curve, kemSeed: null })).toThrow();
    expect(() => eavesdrop(recording, { curve: null, kemSeed })).toThrow();
  });
});
