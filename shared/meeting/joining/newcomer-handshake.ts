/** The newcomer's side of the door: says hello until a door answers, checks whose door it is, and knocks. */
import { EMPTY, equalPublic } from '../../bytes';
import { unixSeconds } from '../../clocks';
import { wipe, x25519PublicKey } from '../../crypto/sodium';
import type { Identity } from '../../identity/identity';
import { derivePairRoom, type MeetingKeys, type Room } from '../../invite/key-schedule';
import type { Invite } from '../../invite/link';
import { HandshakeState, handshakeSeeds } from '../../noise/handshake-state';
import { SecureChannel } from '../../noise/secure-channel';
import { EVERYBODY } from '../../wire/envelope';
import type { Message } from '../../wire/reassembly';
import { decodeDoorAnswer, doorRightOf, type DoorAnswer, type DoorRight } from '../messages/door-answer';
import { encodeHello, encodeKnock, type Knock } from '../messages/handshake-payloads';
import type { Ports, RoomHandle } from '../ports';
import { doorPrologue, doorProtocol } from '../messages/prologue';
import { retry } from '../limits/backoff';

/** Answers to the last few hellos are still taken. */
const MAX_OPEN_HELLOS = 8;

/** The door was found and is genuine; the knock is on its way. */
export interface FoundDoor {
  doorPeerId: Uint8Array;
  right: DoorRight;
  channel: SecureChannel;
  room: Room;
  /** Message 3, to be sent until the door reacts. */
  knockBody: Uint8Array;
}

export class NewcomerHandshake {
  readonly #hellos: HandshakeState[] = [];
  #stop: (() => void) | null = null;

  constructor(
    private readonly invite: Invite,
    private readonly keys: MeetingKeys,
    private readonly identity: Identity,
    private readonly peerId: Uint8Array,
    private readonly knock: Knock,
    private readonly ports: Pick<Ports, 'wall' | 'random' | 'timer' | 'drop'>,
    private readonly room: () => RoomHandle,
    /** Doors that are of no use: they sent us elsewhere, or we are connected to them. */
    private readonly avoids: (doorPeerId: Uint8Array) => boolean,
  ) {}

  start(): void {
    this.#stop = retry(this.ports, { firstMs: 1000, maxMs: 30_000 }, () => {
      this.#sayHello();
    });
  }

  stop(): void {
    this.#stop?.();
    for (const handshake of this.#hellos) handshake.wipe();
    this.#hellos.length = 0;
  }

  /** The first genuine answer ends the hellos; anything else is dropped and counted. */
  answer(message: Message): FoundDoor | null {
    for (const handshake of this.#hellos) {
      let door;
      try {
        door = this.#readAnswer(handshake.readMessage(message.body), handshake.remoteStatic);
      } catch {
        continue;
      }
      if (!door) break;
      const knockBody = handshake.writeMessage(encodeKnock(this.knock));
      const result = handshake.finish();
      this.stop();
      const room = derivePairRoom(result.chainingKey, result.handshakeHash, 'initiator');
      wipe(result.chainingKey);
      return {
        // Sealed by the door itself: the envelope's sender is only what somebody wrote on it.
        doorPeerId: door.peerId,
        right: door.right,
        channel: new SecureChannel(result),
        room,
        knockBody,
      };
    }
    this.ports.drop('answer-not-genuine');
    return null;
  }

  #sayHello(): void {
    const handshake = new HandshakeState({
      protocol: doorProtocol,
      initiator: true,
      prologue: doorPrologue(this.keys.meetingId, this.peerId),
      staticKey: this.identity.staticKey,
      psks: [this.keys.psk],
      ...handshakeSeeds(doorProtocol, true, this.ports.random),
      accept: (payload, key) => {
        const door = this.#readAnswer(payload, key);
        if (!door) this.ports.drop('answer-wrong-door');
        // An answer that is not used must not use up the hello either.
        return door !== null && !this.avoids(door.peerId);
      },
    });
    const noise = handshake.writeMessage(EMPTY);
    this.#hellos.push(handshake);
    if (this.#hellos.length > MAX_OPEN_HELLOS) this.#hellos.shift()?.wipe();
    const time = Math.floor(unixSeconds(this.ports.wall()));
    this.room().publish('hello', EVERYBODY, encodeHello({ time, noise }));
  }

  /** The link says whose door it is: the host's, theirs whom it names, or in an open meeting anybody's. */
  #readAnswer(payload: Uint8Array, key: Uint8Array | null): (DoorAnswer & { right: DoorRight }) | null {
    let answer;
    try {
      answer = decodeDoorAnswer(payload);
    } catch {
      return null;
    }
    if (!key) return null;
    if (this.invite.open) {
      const isOpenDoor = answer.proof.length === 0 && equalPublic(key, x25519PublicKey(this.keys.doorSeed));
      return isOpenDoor ? { ...answer, right: 'host' } : null;
    }
    const right = doorRightOf(key, answer.proof, this.invite.hostKey);
    return right && { ...answer, right };
  }
}
