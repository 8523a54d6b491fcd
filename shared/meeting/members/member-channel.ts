/**
 * The member handshake with one other participant, and the channel that comes of it (docs/protocol.md,
 * Members). What carries the frames does not matter here: a data channel, or a member in between.
 */
import { comparePublic, EMPTY, fromHex } from '../../bytes';
import type { SteadyClock } from '../../clocks';
import { wipe } from '../../crypto/sodium';
import { derivePairRoom, type Room } from '../../invite/key-schedule';
import { HandshakeState } from '../../noise/handshake-state';
import { SecureChannel } from '../../noise/secure-channel';
import { decodeCarrierFrame, encodeCarrierFrame } from '../messages/carrier-frame';
import { Allowance } from '../limits/rate-limit';
import { decodeMemberMessage, encodeMemberMessage, type MemberMessage } from '../messages/member-messages';
import {
  belongsTogether,
  decodeIntroduction,
  encodeIntroduction,
  type Introduction,
} from '../messages/handshake-payloads';
import type { Ports } from '../ports';
import { memberPrologue, protocol } from '../messages/prologue';
import type { Self } from '../self';

/** From the first frame to the finished member handshake. */
const HANDSHAKE_LIMIT_MS = 15_000;

/** What a member may say at once, and one more every so many milliseconds. */
const OWN = { capacity: 1000, refillMs: 10 };
/** What it passes on for others, whom it may have to carry all at once. */
const CARRIED = { capacity: 4000, refillMs: 1 };
const carries: ReadonlySet<MemberMessage['t']> = new Set(['forward', 'forwarded'] as const);

export type ChannelState =
  | { state: 'waiting' }
  | { state: 'handshaking'; handshake: HandshakeState; introduction: Introduction | null }
  | { state: 'open'; channel: SecureChannel; introduction: Introduction }
  | { state: 'closed' };

export interface ChannelFacts {
  /** The other's peer id, in hex. */
  peerId: string;
  /** Whether this identity may be here; a handshake with any other ends as foreign. */
  mayBeHere: (identity: Uint8Array) => boolean;
  /** At the door: the identity that knocked, and was let in under `knownName`. Otherwise null. */
  expected: Uint8Array | null;
  knownName: string;
}

export type ChannelFailure = 'late' | 'foreign' | 'stranger';

export interface ChannelEvents {
  /** @param about what a sealed frame holds; null for the handshake. */
  carry: (frame: Uint8Array, about: MemberMessage['t'] | null) => void;
  /** @param room the pair's own, at the rendezvous. */
  /** @param handshakeHash 64 bytes. */
  opened: (introduction: Introduction, room: Room, handshakeHash: Uint8Array) => void;
  said: (message: MemberMessage) => void;
  /** late: nothing came of it in time. foreign: not whom it claims to be. stranger: genuine, but not let in. */
  failed: (reason: ChannelFailure) => void;
}

export class MemberChannel {
  readonly #theirs: Uint8Array;
  #state: ChannelState = { state: 'waiting' };
  #stopTimer: (() => void) | null = null;
  readonly #allowance: MemberAllowance;

  constructor(
    private readonly facts: ChannelFacts,
    private readonly meeting: { meetingId: Uint8Array; psk: Uint8Array },
    private readonly self: Self,
    private readonly ports: Pick<Ports, 'random' | 'timer' | 'steady' | 'drop'>,
    private readonly events: ChannelEvents,
  ) {
    this.#theirs = fromHex(facts.peerId);
    this.#allowance = new MemberAllowance(ports.steady);
  }

  get state(): ChannelState {
    return this.#state;
  }

  /** The lower peer id initiates. */
  get initiates(): boolean {
    return comparePublic(this.self.peerId, this.#theirs) < 0;
  }

  /** There is a carrier now. */
  start(): void {
    if (this.#state.state !== 'waiting') return;
    const { initiates } = this;
    const { meetingId, psk } = this.meeting;
    const handshake = new HandshakeState({
      protocol,
      initiator: initiates,
      prologue: initiates
        ? memberPrologue(meetingId, this.self.peerId, this.#theirs)
        : memberPrologue(meetingId, this.#theirs, this.self.peerId),
      staticKey: this.self.identity.staticKey,
      psks: [psk],
      ephemeralSecret: this.ports.random(32),
    });
    this.#state = { state: 'handshaking', handshake, introduction: null };
    this.#stopTimer = this.ports.timer(HANDSHAKE_LIMIT_MS, () => {
      this.#fail('late');
    });
    // The first message is sealed by the meeting's key alone, so it carries no introduction.
    if (initiates) this.#carryHandshake(handshake, EMPTY);
  }

  receive(bytes: Uint8Array): void {
    const frame = decodeCarrierFrame(bytes);
    if (!frame) this.ports.drop('carrier-malformed');
    else if (frame.kind === 'handshake') this.#handshakeMessage(frame.body);
    else this.#sealedMessage(frame.body);
  }

  /** False while there is no channel, and for a message that does not fit. */
  send(message: MemberMessage): boolean {
    if (this.#state.state !== 'open') return false;
    let sealed;
    try {
      sealed = this.#state.channel.seal(encodeMemberMessage(message));
    } catch {
      return false;
    }
    this.events.carry(encodeCarrierFrame('sealed', sealed), message.t);
    return true;
  }

  close(): void {
    this.#stopTimer?.();
    if (this.#state.state === 'open') this.#state.channel.wipe();
    this.#state = { state: 'closed' };
  }

  #handshakeMessage(body: Uint8Array): void {
    if (this.#state.state !== 'handshaking') {
      this.ports.drop('unexpected');
      return;
    }
    const { handshake } = this.#state;
    let payload;
    try {
      payload = handshake.readMessage(body);
    } catch {
      this.ports.drop('member-not-genuine');
      return;
    }
    // The second and third message carry the other's introduction.
    if (handshake.remoteStatic && !this.#introduce(handshake, payload)) return;
    try {
      if (!handshake.finished) this.#carryHandshake(handshake, encodeIntroduction(this.self.introduction));
    } catch {
      // A key of the other's with which nothing secret can be agreed.
      this.ports.drop('member-not-genuine');
      this.#fail('foreign');
      return;
    }
    if (handshake.finished) this.#finish(handshake);
  }

  #carryHandshake(handshake: HandshakeState, payload: Uint8Array): void {
    this.events.carry(encodeCarrierFrame('handshake', handshake.writeMessage(payload)), null);
  }

  #introduce(handshake: HandshakeState, payload: Uint8Array): boolean {
    if (this.#state.state !== 'handshaking') return false;
    let introduction;
    try {
      introduction = decodeIntroduction(payload);
    } catch {
      introduction = null;
    }
    if (!introduction || !belongsTogether(introduction, handshake.remoteStatic, this.#theirs)) {
      this.ports.drop('member-wrong-identity');
      this.#fail('foreign');
      return false;
    }
    if (!this.facts.mayBeHere(introduction.identity)) {
      this.ports.drop('member-not-admitted');
      this.#fail('stranger');
      return false;
    }
    // A person let in whoever knocked under that name, and nobody else would tell it of another one.
    if (this.facts.expected && introduction.name !== this.facts.knownName) {
      this.ports.drop('member-wrong-name');
      this.#fail('foreign');
      return false;
    }
    this.#state.introduction = introduction;
    return true;
  }

  #finish(handshake: HandshakeState): void {
    if (this.#state.state !== 'handshaking' || !this.#state.introduction) return;
    this.#stopTimer?.();
    const { introduction } = this.#state;
    const result = handshake.finish();
    const room = derivePairRoom(
      result.chainingKey,
      result.handshakeHash,
      this.initiates ? 'initiator' : 'responder',
    );
    wipe(result.chainingKey);
    this.#state = { state: 'open', channel: new SecureChannel(result), introduction };
    this.events.opened(introduction, room, result.handshakeHash);
  }

  #sealedMessage(body: Uint8Array): void {
    if (this.#state.state !== 'open') {
      this.ports.drop('unexpected');
      return;
    }
    let content;
    try {
      content = this.#state.channel.open(body);
    } catch {
      this.ports.drop('channel-not-genuine');
      return;
    }
    let said;
    try {
      said = decodeMemberMessage(content);
    } catch {
      this.ports.drop('channel-malformed');
      return;
    }
    if (!said) this.ports.drop('channel-unknown-kind');
    else if (this.#allowance.take(said)) this.events.said(said);
    else this.ports.drop('member-flood');
  }

  #fail(reason: ChannelFailure): void {
    this.close();
    this.events.failed(reason);
  }
}

/**
 * How much one member may say, so that nobody who is inside can keep others' computers busy. What honest people say in
 * the largest meeting stays far below; what is over it is dropped.
 */
class MemberAllowance {
  readonly #own: Allowance;
  readonly #carried: Allowance;

  constructor(steady: SteadyClock) {
    this.#own = new Allowance(OWN.capacity, OWN.refillMs, steady);
    this.#carried = new Allowance(CARRIED.capacity, CARRIED.refillMs, steady);
  }

  /** Whether this message is still within it. */
  take({ t }: MemberMessage): boolean {
    return carries.has(t) ? this.#carried.take() : this.#own.take();
  }
}
