/**
 * The members' and the door's handshake, both sides: against the X25519 operations that they cannot do without, and
 * against the same handshake without its post-quantum part, in time and bytes.
 */
import { cryptoReady, randomBytes, x25519, x25519PublicKey } from '../../../shared/crypto/sodium';
import { doorProtocol, memberProtocol } from '../../../shared/meeting/messages/prologue';
import { HandshakeState, handshakeSeeds, type KeyPair } from '../../../shared/noise/handshake-state';
import { parseProtocolName, type Protocol } from '../../../shared/noise/patterns';
import { compare, rounded, type Comparison } from './rounds';

const ROUNDS = 15;
const HANDSHAKES = 20;
const classical = parseProtocolName('Noise_XXpsk3_25519_ChaChaPoly_BLAKE2b');
const EMPTY = new Uint8Array(0);

function keyPair(): KeyPair {
  const secretKey = randomBytes(32);
  return { secretKey, publicKey: x25519PublicKey(secretKey) };
}

interface Keys {
  alice: KeyPair;
  bob: KeyPair;
  psks: Uint8Array[];
}

function side(protocol: Protocol, initiator: boolean, { alice, bob, psks }: Keys): HandshakeState {
  return new HandshakeState({
    protocol,
    initiator,
    prologue: EMPTY,
    staticKey: initiator ? alice : bob,
    psks,
    ...handshakeSeeds(protocol, initiator, randomBytes),
  });
}

/** Returns the bytes of its three messages, with payloads of no bytes. */
function handshake(protocol: Protocol, keys: Keys): number {
  const [first, second] = [side(protocol, true, keys), side(protocol, false, keys)];
  const one = first.writeMessage(EMPTY);
  second.readMessage(one);
  const two = second.writeMessage(EMPTY);
  first.readMessage(two);
  const three = first.writeMessage(EMPTY);
  second.readMessage(three);
  first.finish();
  second.finish();
  return one.length + two.length + three.length;
}

/** Two ephemeral public keys, and ee, es and se on each side. */
function operations({ alice, bob }: Keys): void {
  const [one, two] = [randomBytes(32), randomBytes(32)];
  const [onePublic, twoPublic] = [x25519PublicKey(one), x25519PublicKey(two)];
  x25519(one, twoPublic);
  x25519(two, onePublic);
  x25519(one, bob.publicKey);
  x25519(bob.secretKey, onePublic);
  x25519(alice.secretKey, twoPublic);
  x25519(two, alice.publicKey);
}

interface Hybrid {
  /** By how much both sides together take longer than without the post-quantum part. */
  moreMicroseconds: number;
  ratio: number;
  bytes: number;
  classicalBytes: number;
}

export interface HandshakeCost extends Comparison {
  member: Hybrid;
  door: Hybrid;
}

const against = (keys: Keys, protocol: Protocol, floor: () => unknown): Promise<Comparison> =>
  compare(ROUNDS, {
    times: HANDSHAKES,
    prepare: () => Promise.resolve({ subject: () => handshake(protocol, keys), floor }),
  });

async function hybrid(keys: Keys, protocol: Protocol): Promise<Hybrid> {
  const { microseconds, floorMicroseconds, ratio } = await against(keys, protocol, () =>
    handshake(classical, keys),
  );
  return {
    moreMicroseconds: rounded(microseconds - floorMicroseconds),
    ratio,
    bytes: handshake(protocol, keys),
    classicalBytes: handshake(classical, keys),
  };
}

export async function benchHandshake(): Promise<HandshakeCost> {
  await cryptoReady();
  const keys = { alice: keyPair(), bob: keyPair(), psks: [randomBytes(32)] };
  return {
    ...(await against(keys, memberProtocol, () => {
      operations(keys);
    })),
    member: await hybrid(keys, memberProtocol),
    door: await hybrid(keys, doorProtocol),
  };
}
