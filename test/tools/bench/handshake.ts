/** The door's and the members' handshake, both sides, against the X25519 operations that it cannot do without. */
import { cryptoReady, randomBytes, x25519, x25519PublicKey } from '../../../shared/crypto/sodium';
import { HandshakeState, type KeyPair } from '../../../shared/noise/handshake-state';
import { parseProtocolName } from '../../../shared/noise/patterns';
import { compare, type Comparison } from './rounds';

const ROUNDS = 15;
const HANDSHAKES = 20;
const protocol = parseProtocolName('Noise_XXpsk3_25519_ChaChaPoly_BLAKE2b');
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

function side(initiator: boolean, { alice, bob, psks }: Keys): HandshakeState {
  return new HandshakeState({
    protocol,
    initiator,
    prologue: EMPTY,
    staticKey: initiator ? alice : bob,
    psks,
    ephemeralSecret: randomBytes(32),
  });
}

function handshake(keys: Keys): void {
  const [first, second] = [side(true, keys), side(false, keys)];
  second.readMessage(first.writeMessage(EMPTY));
  first.readMessage(second.writeMessage(EMPTY));
  second.readMessage(first.writeMessage(EMPTY));
  first.finish();
  second.finish();
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

export async function benchHandshake(): Promise<Comparison> {
  await cryptoReady();
  const keys = { alice: keyPair(), bob: keyPair(), psks: [randomBytes(32)] };
  return compare(ROUNDS, {
    times: HANDSHAKES,
    prepare: () =>
      Promise.resolve({
        subject: () => {
          handshake(keys);
        },
        floor: () => {
          operations(keys);
        },
      }),
  });
}
