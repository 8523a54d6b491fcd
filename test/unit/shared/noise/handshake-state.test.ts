import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady, randomBytes, x25519PublicKey } from '../../../../shared/crypto/sodium';
import {
  HandshakeState,
  type HandshakeOptions,
  type KeyPair,
} from '../../../../shared/noise/handshake-state';
import { parseProtocolName } from '../../../../shared/noise/patterns';

beforeAll(cryptoReady);

// As door and members use it.
const protocol = parseProtocolName('Noise_XXpsk3_25519_ChaChaPoly_BLAKE2b');
const MESSAGES = 3;

function keyPair(): KeyPair {
  const secretKey = randomBytes(32);
  return { secretKey, publicKey: x25519PublicKey(secretKey) };
}

function sides(
  common: Partial<HandshakeOptions> = {},
  ofSecond: Partial<HandshakeOptions> = {},
): [HandshakeState, HandshakeState] {
  const psks = [randomBytes(32)];
  const make = (initiator: boolean, own: Partial<HandshakeOptions>): HandshakeState =>
    new HandshakeState({
      protocol,
      initiator,
      prologue: new Uint8Array(0),
      staticKey: keyPair(),
      psks,
      ephemeralSecret: randomBytes(32),
      ...common,
      ...own,
    });
  return [make(true, {}), make(false, ofSecond)];
}

/** @param before looks at each message before it is read. */
function play(
  [first, second]: readonly [HandshakeState, HandshakeState],
  before: (message: Uint8Array, reader: HandshakeState) => void = () => undefined,
): void {
  for (let turn = 0; turn < MESSAGES; turn++) {
    const [writer, reader] = turn % 2 === 0 ? [first, second] : [second, first];
    const payload = randomBytes(turn * 20);
    const message = writer.writeMessage(payload);
    before(message, reader);
    expect(reader.readMessage(message)).toEqual(payload);
  }
}

const flipped = (message: Uint8Array, place: number): Uint8Array =>
  message.map((byte, index) => (index === place ? byte ^ 1 : byte));

describe('a handshake', () => {
  it('gives both sides the same keys, and each the static key of the other', () => {
    const both = sides();
    play(both);
    const [one, other] = [both[0].finish(), both[1].finish()];
    expect(one.handshakeHash).toEqual(other.handshakeHash);
    expect(one.chainingKey).toEqual(other.chainingKey);
    expect(one.remoteStatic).toEqual(both[1].options.staticKey?.publicKey);
    expect(other.remoteStatic).toEqual(both[0].options.staticKey?.publicKey);
    const sealed = one.send.encryptWithAd(new Uint8Array(0), Uint8Array.of(7));
    expect(other.receive.decryptWithAd(new Uint8Array(0), sealed)).toEqual(Uint8Array.of(7));
  });

  it('goes on with the true message, whatever was changed in forged ones before it', () => {
    const both = sides();
    let forged = 0;
    play(both, (message, reader) => {
      const lengths = [0, 31, message.length - 1].map((length) => message.subarray(0, length));
      const changed = Array.from(message, (_, place) => flipped(message, place));
      for (const bad of [...lengths, ...changed, new Uint8Array(70_000)]) {
        expect(() => reader.readMessage(bad)).toThrow();
        expect(reader.finished).toBe(false);
        forged++;
      }
    });
    expect(forged).toBeGreaterThan(200);
    expect(both[0].finish().handshakeHash).toEqual(both[1].finish().handshakeHash);
  });

  it('keeps nothing of a message that is not accepted', () => {
    let mayPass = false;
    const [first, second] = sides({}, { accept: () => mayPass });
    const message = first.writeMessage(new Uint8Array(0));
    expect(() => second.readMessage(message)).toThrow();
    expect(() => second.writeMessage(new Uint8Array(0))).toThrow();
    mayPass = true;
    second.readMessage(message);
    first.readMessage(second.writeMessage(new Uint8Array(0)));
    expect(first.remoteStatic).toEqual(second.options.staticKey?.publicKey);
  });

  it.each([
    ['pre-shared key', { psks: [randomBytes(32)] }],
    ['prologue', { prologue: Uint8Array.of(1) }],
  ])('does not finish with another %s', (_, different) => {
    const both = sides({}, different);
    expect(() => {
      play(both);
    }).toThrow();
    expect(both[1].finished).toBe(false);
    expect(() => both[1].finish()).toThrow();
  });

  it('takes no message out of turn, and hands its keys over once', () => {
    const both = sides();
    expect(() => both[1].writeMessage(new Uint8Array(0))).toThrow();
    expect(() => both[0].readMessage(randomBytes(64))).toThrow();
    play(both);
    both[0].finish();
    expect(() => both[0].finish()).toThrow();
    expect(() => both[0].writeMessage(new Uint8Array(0))).toThrow();
  });
});
