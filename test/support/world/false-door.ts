/** A door kept by hand: it does all that a true one does, with the key and the proof that it is given. */
import { toHex } from '../../../shared/bytes';
import { deriveMeetingKeys } from '../../../shared/invite/key-schedule';
import type { Invite } from '../../../shared/invite/link';
import { encodeDoorAnswer } from '../../../shared/meeting/messages/door-answer';
import { decodeHello, decodeKnock, type Knock } from '../../../shared/meeting/messages/handshake-payloads';
import { doorPrologue, doorProtocol } from '../../../shared/meeting/messages/prologue';
import { HandshakeState, handshakeSeeds, type KeyPair } from '../../../shared/noise/handshake-state';
import type { World } from './world';

export interface FalseDoor {
  /** Whoever told it who it is. */
  readonly knocks: Knock[];
  readonly answered: () => number;
}

/** @param staticKey X25519. @param proof statements, as in a door's answer. */
export function openDoor(
  world: World,
  invite: Invite,
  { staticKey, proof }: { staticKey: KeyPair; proof: readonly Uint8Array[] },
): FalseDoor {
  const keys = deriveMeetingKeys(invite);
  const peerId = world.random(16);
  const knocks: Knock[] = [];
  const halfOpen: { from: string; handshake: HandshakeState }[] = [];
  const room = world.bus.join(keys.room, peerId, ({ kind, from, body }) => {
    if (kind === 'hello') {
      const handshake = new HandshakeState({
        protocol: doorProtocol,
        initiator: false,
        prologue: doorPrologue(keys.meetingId, from),
        staticKey,
        psks: [keys.psk],
        ...handshakeSeeds(doorProtocol, false, world.random),
      });
      handshake.readMessage(decodeHello(body).noise);
      room.publish('answer', from, handshake.writeMessage(encodeDoorAnswer({ peerId, proof })));
      halfOpen.push({ from: toHex(from), handshake });
    } else if (kind === 'knock') {
      for (const half of halfOpen) {
        if (half.from !== toHex(from) || half.handshake.finished) continue;
        try {
          knocks.push(decodeKnock(half.handshake.readMessage(body)));
        } catch {
          // A knock on another of its answers.
        }
      }
    }
  });
  return { knocks, answered: () => halfOpen.length };
}
