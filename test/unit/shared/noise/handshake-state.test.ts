import { beforeAll, describe, expect, it } from 'vitest';
import { concat } from '../../../../shared/bytes';
import { cryptoReady, mlkem768KeyPair, randomBytes, x25519PublicKey } from '../../../../shared/crypto/sodium';
import {
  HandshakeState,
  handshakeSeeds,
  type HandshakeOptions,
  type KeyPair,
} from '../../../../shared/noise/handshake-state';
import { parseProtocolName, type Protocol } from '../../../../shared/noise/patterns';
import { SymmetricState } from '../../../../shared/noise/symmetric-state';

beforeAll(cryptoReady);

// Without a KEM, as members use it, and as the door does.
const protocols = [
  'Noise_XXpsk3_25519_ChaChaPoly_BLAKE2b',
  'Noise_XXhfs+psk3_25519+MLKEM768_ChaChaPoly_BLAKE2b',
  'Noise_XXhfs2+psk3_25519+MLKEM768_ChaChaPoly_BLAKE2b',
].map(parseProtocolName);
const [, MEMBERS, DOOR] = protocols as [Protocol, Protocol, Protocol];
const MESSAGES = 3;

function keyPair(): KeyPair {
  const secretKey = randomBytes(32);
  return { secretKey, publicKey: x25519PublicKey(secretKey) };
}

function sides(
  protocol: Protocol,
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
      ...handshakeSeeds(protocol, initiator, randomBytes),
      ...common,
      ...own,
    });
  return [make(true, {}), make(false, ofSecond)];
}

/** @param before looks at each message before it is read. */
function play(
  [first, second]: readonly [HandshakeState, HandshakeState],
  before: (message: Uint8Array, reader: HandshakeState, payload: Uint8Array) => void = () => undefined,
): void {
  for (let turn = 0; turn < MESSAGES; turn++) {
    const [writer, reader] = turn % 2 === 0 ? [first, second] : [second, first];
    const payload = randomBytes(turn * 20);
    const message = writer.writeMessage(payload);
    before(message, reader, payload);
    expect(reader.readMessage(message)).toEqual(payload);
  }
}

/** Of a long message every byte would take long; both ends of it and every seventh in between. */
const sampled = (_: unknown, place: number, { length }: readonly unknown[]): boolean =>
  length < 300 || place < 64 || place > length - 64 || place % 7 === 0;

const flipped = (message: Uint8Array, place: number): Uint8Array =>
  message.map((byte, index) => (index === place ? byte ^ 1 : byte));

describe.each(protocols)('a handshake by $name', (protocol) => {
  it('gives both sides the same keys, and each the static key of the other', () => {
    const both = sides(protocol);
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
    const both = sides(protocol);
    let forged = 0;
    play(both, (message, reader) => {
      const lengths = [0, 31, message.length - 1].map((length) => message.subarray(0, length));
      const changed = Array.from(message, (_, place) => flipped(message, place)).filter(sampled);
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
    const [first, second] = sides(protocol, {}, { accept: () => mayPass });
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
    const both = sides(protocol, {}, different);
    expect(() => {
      play(both);
    }).toThrow();
    expect(both[1].finished).toBe(false);
    expect(() => both[1].finish()).toThrow();
  });

  it('takes no message out of turn, and hands its keys over once', () => {
    const both = sides(protocol);
    expect(() => both[1].writeMessage(new Uint8Array(0))).toThrow();
    expect(() => both[0].readMessage(randomBytes(64))).toThrow();
    play(both);
    both[0].finish();
    expect(() => both[0].finish()).toThrow();
    expect(() => both[0].writeMessage(new Uint8Array(0))).toThrow();
  });
});

describe('the hybrid handshake', () => {
  it('has the tokens of the hybrid forward secrecy extension, and at the door the later ones', () => {
    expect(MEMBERS.pattern.messages).toEqual([
      ['e', 'e1'],
      ['e', 'ee', 'ekem1', 's', 'es'],
      ['s', 'se', 'psk'],
    ]);
    expect(DOOR.pattern.messages).toEqual([['e'], ['e', 'ee', 'e1', 's', 'es'], ['ekem1', 's', 'se', 'psk']]);
    const withDh = parseProtocolName('Noise_IKhfs_25519+MLKEM768_ChaChaPoly_BLAKE2b');
    expect(withDh.pattern.messages).toEqual([
      ['e', 'es', 'e1', 's', 'ss'],
      ['e', 'ee', 'ekem1', 'se'],
    ]);
  });

  it.each([
    'Noise_XXhfs_25519_ChaChaPoly_BLAKE2b',
    'Noise_XX_25519+MLKEM768_ChaChaPoly_BLAKE2b',
    'Noise_XXhfs+hfs2_25519+MLKEM768_ChaChaPoly_BLAKE2b',
    'Noise_XXhfs3_25519+MLKEM768_ChaChaPoly_BLAKE2b',
    'Noise_XXhfs_25519+MLKEM1024_ChaChaPoly_BLAKE2b',
    'Noise_Nhfs_25519+MLKEM768_ChaChaPoly_BLAKE2b',
    'Noise_KKhfs2_25519+MLKEM768_ChaChaPoly_BLAKE2b',
    'Noise_XXpsk3+_25519_ChaChaPoly_BLAKE2b',
  ])('is not made of %s', (name) => {
    expect(() => parseProtocolName(name)).toThrow(/unsupported/);
  });

  it.each([
    ['members', MEMBERS, [1248, 32 + 1104 + 48 + 16, 64]],
    ['the door', DOOR, [48, 32 + 1200 + 48 + 16, 1104 + 64]],
  ])('has messages of known lengths: %s', (_, protocol, lengths) => {
    const both = sides(protocol);
    const seen: number[] = [];
    play(both, (message, _reader, payload) => {
      seen.push(message.length - payload.length);
    });
    expect(seen).toEqual(lengths);
  });

  it.each([
    ['members', MEMBERS],
    ['the door', DOOR],
  ])('takes no KEM key and no ciphertext of another handshake of the same two: %s', (_, protocol) => {
    const common = { psks: [randomBytes(32)] };
    const [mine, other] = [sides(protocol, common), sides(protocol, common)];
    const messages = [mine, other].map(([first, second]) => {
      const one = first.writeMessage(new Uint8Array(0));
      second.readMessage(one);
      return { one, two: second.writeMessage(new Uint8Array(0)) };
    });
    // Message by message, and with the post-quantum field alone put into the true message.
    const field = protocol === MEMBERS ? [32, 32 + 1104] : [32, 32 + 1200];
    const [true2, other2] = [messages[0]?.two, messages[1]?.two];
    if (!true2 || !other2) throw new Error('two messages');
    const mixed = true2.slice();
    mixed.set(other2.subarray(...field), field[0]);
    for (const bad of [other2, mixed]) expect(() => mine[0].readMessage(bad)).toThrow();
    mine[0].readMessage(true2);
    const three = mine[0].writeMessage(new Uint8Array(0));
    expect(() => other[1].readMessage(three)).toThrow();
    mine[1].readMessage(three);
    // Once it was read it is no message any more.
    expect(() => mine[1].readMessage(three)).toThrow();
  });

  it('overwrites its secrets, also when nothing comes of it', () => {
    for (const protocol of [MEMBERS, DOOR]) {
      const both = sides(protocol);
      play(both);
      both[0].finish();
      both[1].wipe();
      for (const { options } of both) {
        expect(options.ephemeralSecret).toEqual(new Uint8Array(32));
        expect(options.kemSeed?.every((byte) => byte === 0)).toBe(true);
      }
    }
  });

  it('takes no message whose KEM key is no encoding of one, and goes on with the true one', () => {
    const [first, second] = sides(MEMBERS);
    const bad = firstMessageWith(new Uint8Array(1184).fill(0xff));
    expect(() => second.readMessage(bad)).toThrow(/invalid/);
    const honest = firstMessageWith(mlkem768KeyPair(randomBytes(64)).publicKey);
    expect(sides(MEMBERS)[1].readMessage(honest)).toHaveLength(0);
    expect(second.readMessage(first.writeMessage(new Uint8Array(0)))).toHaveLength(0);
    first.readMessage(second.writeMessage(new Uint8Array(0)));
  });
});

/** Valid, whatever key it brings: its first part needs no secret. */
function firstMessageWith(kemKey: Uint8Array): Uint8Array {
  const symmetric = new SymmetricState(MEMBERS.name);
  symmetric.mixHash(new Uint8Array(0));
  const ephemeral = x25519PublicKey(randomBytes(32));
  symmetric.mixHash(ephemeral);
  symmetric.mixKey(ephemeral);
  return concat(ephemeral, symmetric.encryptAndHash(kemKey), symmetric.encryptAndHash(new Uint8Array(0)));
}
