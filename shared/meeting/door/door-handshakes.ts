/**
 * The door: answers hellos, finishes handshakes and hands over knocks (docs/protocol.md, The door).
 * Everything from outside is bounded here: hellos, half-open handshakes, answers a second.
 */
import { equalPublic, toHex } from '../../bytes';
import type { SteadyTime } from '../../clocks';
import { wipe } from '../../crypto/sodium';
import { derivePairRoom, type MeetingKeys, type Room } from '../../invite/key-schedule';
import { HandshakeState, handshakeSeeds, type KeyPair } from '../../noise/handshake-state';
import { SecureChannel } from '../../noise/secure-channel';
import type { Message } from '../../wire/reassembly';
import { belongsTogether, decodeHello, decodeKnock, type Knock } from '../messages/handshake-payloads';
import type { Ports, RoomHandle } from '../ports';
import { doorPrologue, doorProtocol } from '../messages/prologue';
import { RateLimit } from '../limits/rate-limit';
import type { DoorBudget } from './door-budget';

const HELLO_TOLERANCE_MS = 10 * 60 * 1000;
/** By one link: whoever floods it leaves something to those who come by another one. */
const ANSWERS_PER_SECOND = 20;
const MAX_HALF_OPEN = 64;
const HALF_OPEN_MS = 10_000;
/** Of one newcomer, who says three or four hellos in that time. */
const MAX_HALF_OPEN_OF_ONE = 4;
const REMEMBERED_HELLOS = 8192;
const REMEMBERED_NEWCOMERS = 256;

interface HalfOpen {
  from: Uint8Array;
  startedAt: SteadyTime;
  handshake: HandshakeState;
}

/** A newcomer whose handshake is finished: it knows the link, and holds the identity that it shows. */
export interface Visitor {
  peerId: Uint8Array;
  knock: Knock;
  channel: SecureChannel;
  room: Room;
  /** The knock as it came, to recognise a repeated one. */
  knockBody: Uint8Array;
}

export interface DoorHandshakesOptions {
  keys: MeetingKeys;
  staticKey: KeyPair;
  /** Payload of the answer (door-answer.ts). */
  answer: Uint8Array;
  /** How many hellos of one newcomer it takes: more than one where another keeper should answer first. */
  patience: (from: string) => number;
  budget: DoorBudget;
}

export class DoorHandshakes {
  readonly #halfOpen = new Map<string, HalfOpen>();
  readonly #hellos = new Set<string>();
  readonly #answers: RateLimit;
  readonly #newcomers = new Map<string, number>();
  #stopExpiry: (() => void) | null = null;

  constructor(
    private readonly options: DoorHandshakesOptions,
    private readonly ports: Pick<Ports, 'wall' | 'steady' | 'timer' | 'random' | 'drop'>,
    private readonly room: () => RoomHandle,
  ) {
    this.#answers = new RateLimit(ANSWERS_PER_SECOND, ports.steady);
  }

  hello(message: Message): void {
    const { from, body } = message;
    let hello;
    try {
      hello = decodeHello(body);
    } catch {
      this.ports.drop('hello-malformed');
      return;
    }
    if (Math.abs(hello.time * 1000 - this.ports.wall()) > HELLO_TOLERANCE_MS) {
      this.ports.drop('hello-stale');
      return;
    }
    const id = toHex(from) + toHex(hello.noise.subarray(0, 32));
    if (this.#hellos.has(id)) {
      this.ports.drop('hello-repeated');
      return;
    }
    if (this.#heard(toHex(from)) < this.options.patience(toHex(from))) return;
    if (!this.#answers.take() || !this.options.budget.mayAnswer()) {
      this.ports.drop('hello-flood');
      return;
    }
    const handshake = new HandshakeState({
      protocol: doorProtocol,
      initiator: false,
      prologue: doorPrologue(this.options.keys.meetingId, from),
      staticKey: this.options.staticKey,
      psks: [this.options.keys.psk],
      ...handshakeSeeds(doorProtocol, false, this.ports.random),
    });
    let answer;
    try {
      handshake.readMessage(hello.noise);
      answer = handshake.writeMessage(this.options.answer);
    } catch {
      this.ports.drop('hello-malformed');
      return;
    }
    this.#remember(id);
    this.#keep(id, { from, startedAt: this.ports.steady(), handshake });
    this.room().publish('answer', from, answer);
  }

  /** Finishes the handshake, or drops and counts what is not genuine. */
  knock(message: Message): Visitor | null {
    const { from, body } = message;
    this.#expire();
    for (const [id, half] of this.#halfOpen) {
      if (!equalPublic(half.from, from)) continue;
      if (!this.options.budget.mayReadKnock()) {
        this.ports.drop('knock-flood');
        return null;
      }
      let payload;
      try {
        payload = half.handshake.readMessage(body);
      } catch {
        continue;
      }
      this.#halfOpen.delete(id);
      return this.#admitVisitor(half, payload, body);
    }
    this.ports.drop('knock-not-genuine');
    return null;
  }

  /** The door is closed: nothing comes of what is half open. */
  end(): void {
    this.#stopExpiry?.();
    for (const id of this.#halfOpen.keys()) this.#forget(id);
  }

  #admitVisitor(half: HalfOpen, payload: Uint8Array, knockBody: Uint8Array): Visitor | null {
    let knock;
    try {
      knock = decodeKnock(payload);
    } catch {
      half.handshake.wipe();
      this.ports.drop('knock-wrong-identity');
      return null;
    }
    const result = half.handshake.finish();
    const channel = new SecureChannel(result);
    const room = derivePairRoom(result.chainingKey, result.handshakeHash, 'responder');
    wipe(result.chainingKey);
    if (!belongsTogether(knock, result.remoteStatic, half.from)) {
      channel.wipe();
      this.ports.drop('knock-wrong-identity');
      return null;
    }
    return { peerId: half.from, knock, channel, room, knockBody };
  }

  /** How many hellos this newcomer has said, this one counted. */
  #heard(from: string): number {
    const heard = (this.#newcomers.get(from) ?? 0) + 1;
    this.#newcomers.set(from, heard);
    forgetOldest(this.#newcomers, REMEMBERED_NEWCOMERS);
    return heard;
  }

  #remember(id: string): void {
    this.#hellos.add(id);
    forgetOldest(this.#hellos, REMEMBERED_HELLOS);
  }

  #keep(id: string, half: HalfOpen): void {
    this.#expire();
    const theirs = [...this.#halfOpen].filter(([, { from }]) => equalPublic(from, half.from));
    const [oldest] = theirs;
    if (oldest && theirs.length >= MAX_HALF_OPEN_OF_ONE) this.#forget(oldest[0]);
    if (this.#halfOpen.size >= MAX_HALF_OPEN) {
      // Random eviction: a flood cannot aim at one newcomer.
      const place = (this.ports.random(1)[0] ?? 0) % this.#halfOpen.size;
      const victim = [...this.#halfOpen.keys()][place];
      if (victim !== undefined) this.#forget(victim);
    }
    this.#halfOpen.set(id, half);
    this.#awaitExpiry();
  }

  /** Also where nobody says anything any more. */
  #awaitExpiry(): void {
    if (this.#halfOpen.size === 0) return;
    this.#stopExpiry ??= this.ports.timer(HALF_OPEN_MS, () => {
      this.#stopExpiry = null;
      this.#expire();
      this.#awaitExpiry();
    });
  }

  #expire(): void {
    for (const [id, { startedAt }] of this.#halfOpen) {
      if (this.ports.steady() - startedAt >= HALF_OPEN_MS) this.#forget(id);
    }
  }

  #forget(id: string): void {
    this.#halfOpen.get(id)?.handshake.wipe();
    this.#halfOpen.delete(id);
  }
}

/** The oldest goes when there are too many. */
function forgetOldest(kept: Map<string, unknown> | Set<string>, limit: number): void {
  if (kept.size <= limit) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}
