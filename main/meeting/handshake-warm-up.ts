/**
 * The first handshakes of a run take ten times as long as later ones, until their code is compiled for good: those are
 * done with nobody, while somebody still looks at the preview.
 */
import { randomBytes, x25519PublicKey } from '../../shared/crypto/sodium';
import { doorProtocol, memberProtocol } from '../../shared/meeting/messages/prologue';
import { HandshakeState, handshakeSeeds, type KeyPair } from '../../shared/noise/handshake-state';
import type { Protocol } from '../../shared/noise/patterns';

/** After so many they are about as quick as they become. */
const HANDSHAKES = 8;
const NOTHING = new Uint8Array(0);

export class HandshakeWarmUp {
  #left = HANDSHAKES;
  #isOn = false;

  /** Once in a run, and in turns, so that nothing else waits for long. */
  prepare(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    setImmediate(this.#next);
  }

  readonly #next = (): void => {
    handshakeWithNobody(this.#left % 2 === 0 ? memberProtocol : doorProtocol);
    if (--this.#left > 0) setImmediate(this.#next);
  };
}

/** Both sides of one, by keys that are used for nothing else. */
function handshakeWithNobody(protocol: Protocol): void {
  const psks = [randomBytes(32)];
  const side = (initiator: boolean): HandshakeState =>
    new HandshakeState({
      ...{ protocol, initiator, psks, prologue: NOTHING, staticKey: throwawayKeys() },
      ...handshakeSeeds(protocol, initiator, randomBytes),
    });
  const [one, other] = [side(true), side(false)];
  other.readMessage(one.writeMessage(NOTHING));
  one.readMessage(other.writeMessage(NOTHING));
  other.readMessage(one.writeMessage(NOTHING));
  one.finish();
  other.finish();
}

function throwawayKeys(): KeyPair {
  const secretKey = randomBytes(32);
  return { secretKey, publicKey: x25519PublicKey(secretKey) };
}
