/**
 * The member handshake with one other participant, and the channel that comes of it (docs/protocol.md,
 * Members). What carries the frames does not matter here: a data channel, or a member in between.
 */
import { comparePublic, fromHex } from '../../bytes';
import type { SteadyClock } from '../../clocks';
import { wipe } from '../../crypto/sodium';
import { derivePairRoom, type Room } from '../../invite/key-schedule';
import {
  HandshakeState,
  handshakeSeeds,
  type HandshakeOptions,
  type HandshakeResult,
} from '../../noise/handshake-state';
import { RenewableChannel } from '../../noise/renewable-channel';
import { decodeCarrierFrame, encodeCarrierFrame } from '../messages/carrier-frame';
import { Allowance } from '../limits/rate-limit';
import { decodeMemberMessage, encodeMemberMessage, type MemberMessage } from '../messages/member-messages';
import { belongsTogether, encodeIntroduction, type Introduction } from '../messages/handshake-payloads';
import type { RenewMessage } from '../messages/renew-messages';
import type { Ports } from '../ports';
import { memberPrologue, memberProtocol, renewalPrologue } from '../messages/prologue';
import type { Self } from '../self';
import { PairRenewal } from './pair-renewal';
import { PairHandshakes, type Refusal, type Via } from './pair-handshakes';

/** From the first frame to the finished member handshake. */
const HANDSHAKE_LIMIT_MS = 15_000;

/** What a member may say at once, and one more every so many milliseconds. */
const OWN = { capacity: 1000, refillMs: 10 };
/** What it passes on for others, whom it may have to carry all at once. */
const CARRIED = { capacity: 4000, refillMs: 1 };
const carries: ReadonlySet<MemberMessage['t']> = new Set(['forward', 'forwarded'] as const);

export type ChannelState =
  | { state: 'waiting' }
  | { state: 'handshaking' }
  | { state: 'open'; channel: RenewableChannel; renewal: PairRenewal }
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

export type ChannelFailure = 'late' | Refusal;

export interface ChannelEvents {
  /** @param about what the sealed frame holds. */
  carry: (frame: Uint8Array, about: MemberMessage['t']) => void;
  /** Of the handshake. */
  carryBy: (frame: Uint8Array, via: Via) => void;
  /** @param room the pair's own, at the rendezvous. */
  /** @param handshakeHash 64 bytes. */
  opened: (introduction: Introduction, room: Room, handshakeHash: Uint8Array) => void;
  said: (message: Exclude<MemberMessage, RenewMessage>) => void;
  /** Whatever is sealed from now on is sealed by new keys. */
  renewed: () => void;
  /** late: nothing came of it in time. foreign: not whom it claims to be. stranger: genuine, but not let in. */
  failed: (reason: ChannelFailure) => void;
}

export class MemberChannel {
  readonly #theirs: Uint8Array;
  #state: ChannelState = { state: 'waiting' };
  #stopTimer: (() => void) | null = null;
  readonly #allowance: MemberAllowance;
  readonly #handshakes: PairHandshakes;

  constructor(
    private readonly facts: ChannelFacts,
    private readonly meeting: { meetingId: Uint8Array; psk: Uint8Array },
    private readonly self: Self,
    private readonly ports: Pick<Ports, 'random' | 'timer' | 'steady' | 'drop'>,
    private readonly events: ChannelEvents,
  ) {
    this.#theirs = fromHex(facts.peerId);
    this.#allowance = new MemberAllowance(ports.steady);
    const { initiates } = this;
    const theirs = this.#theirs;
    this.#handshakes = new PairHandshakes(
      {
        initiates,
        begin: (accept) => this.#handshake(memberPrologue(meeting.meetingId, ...this.#roles), accept),
        introduction: () => encodeIntroduction(self.introduction),
        isTheirs: (introduction, remoteStatic) => belongsTogether(introduction, remoteStatic, theirs),
        judge: (introduction) => this.#judge(introduction),
        carry: (message, via) => {
          events.carryBy(encodeCarrierFrame('handshake', message), via);
        },
      },
      ports,
    );
  }

  get state(): ChannelState {
    return this.#state;
  }

  /** The lower peer id initiates. */
  get initiates(): boolean {
    return comparePublic(this.self.peerId, this.#theirs) < 0;
  }

  /** Frames can go this way now: the handshake begins, or goes on here as well and has its time anew. */
  start(via: Via): void {
    if (this.#state.state === 'waiting') this.#state = { state: 'handshaking' };
    if (this.#state.state !== 'handshaking') return;
    this.#stopTimer?.();
    this.#stopTimer = this.ports.timer(HANDSHAKE_LIMIT_MS, () => {
      this.#fail('late');
    });
    this.#handshakes.offer(via);
  }

  /** Whether the frame was genuine and new. @param via by what it came. */
  receive(bytes: Uint8Array, via: Via): boolean {
    const frame = decodeCarrierFrame(bytes);
    if (!frame) {
      this.ports.drop('carrier-malformed');
      return false;
    }
    return frame.kind === 'handshake'
      ? this.#handshakeMessage(frame.body, via)
      : this.#sealedMessage(frame.body);
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

  /** The computer slept. */
  woke(): void {
    if (this.#state.state === 'open') this.#state.renewal.woke();
  }

  close(): void {
    this.#stopTimer?.();
    if (this.#state.state === 'open') {
      this.#state.renewal.end();
      this.#state.channel.wipe();
    }
    this.#handshakes.end();
    this.#state = { state: 'closed' };
  }

  #handshakeMessage(body: Uint8Array, via: Via): boolean {
    if (this.#state.state === 'open' && this.#handshakes.repeated(body, via)) return false;
    if (this.#state.state !== 'handshaking') {
      this.ports.drop('unexpected');
      return false;
    }
    const outcome = this.#handshakes.receive(body, via);
    if (outcome.type === 'refused') this.#fail(outcome.reason);
    else if (outcome.type === 'agreed') this.#open(outcome.introduction, outcome.result);
    return outcome.type === 'agreed';
  }

  /** Only of whoever has proven to be the other participant. */
  #judge(introduction: Introduction): Refusal | null {
    if (!this.facts.mayBeHere(introduction.identity)) {
      this.ports.drop('member-not-admitted');
      return 'stranger';
    }
    // A person let in whoever knocked under that name, and nobody else would tell it of another one.
    if (this.facts.expected && introduction.name !== this.facts.knownName) {
      this.ports.drop('member-wrong-name');
      return 'foreign';
    }
    return null;
  }

  #open(introduction: Introduction, result: HandshakeResult): void {
    this.#stopTimer?.();
    this.#handshakes.end();
    const theirStatic = result.remoteStatic;
    if (!theirStatic) throw new Error('a member handshake proves both static keys');
    const room = derivePairRoom(
      result.chainingKey,
      result.handshakeHash,
      this.initiates ? 'initiator' : 'responder',
    );
    wipe(result.chainingKey);
    const channel = new RenewableChannel(result);
    this.#state = { state: 'open', channel, renewal: this.#renewal(channel, theirStatic) };
    this.events.opened(introduction, room, result.handshakeHash);
  }

  /** Who initiates, and who responds. */
  get #roles(): [Uint8Array, Uint8Array] {
    return this.initiates ? [this.self.peerId, this.#theirs] : [this.#theirs, this.self.peerId];
  }

  #handshake(prologue: Uint8Array, accept?: HandshakeOptions['accept']): HandshakeState {
    return new HandshakeState({
      protocol: memberProtocol,
      initiator: this.initiates,
      prologue,
      staticKey: this.self.identity.staticKey,
      psks: [this.meeting.psk],
      ...handshakeSeeds(memberProtocol, this.initiates, this.ports.random),
      accept,
    });
  }

  #renewal(channel: RenewableChannel, theirStatic: Uint8Array): PairRenewal {
    return new PairRenewal(
      {
        initiates: this.initiates,
        theirStatic,
        begin: (boundTo) => this.#handshake(renewalPrologue(this.meeting.meetingId, ...this.#roles, boundTo)),
        say: (message) => {
          this.send(message);
        },
        handshakeHash: () => channel.handshakeHash,
        add: (result) => {
          wipe(result.chainingKey);
          channel.add(result);
        },
        agreed: (handshakeHash) => {
          channel.sealWith(handshakeHash);
          this.events.renewed();
        },
        forgetOlder: () => {
          channel.forgetOlder();
        },
      },
      this.ports,
    );
  }

  #sealedMessage(body: Uint8Array): boolean {
    if (this.#state.state !== 'open') {
      this.ports.drop('unexpected');
      return false;
    }
    const { channel, renewal } = this.#state;
    let opened;
    try {
      opened = channel.open(body);
    } catch {
      this.ports.drop('channel-not-genuine');
      return false;
    }
    if (channel.isNewer(opened.handshakeHash)) renewal.heardNewer(opened.handshakeHash);
    let said;
    try {
      said = decodeMemberMessage(opened.plain);
    } catch {
      this.ports.drop('channel-malformed');
      return true;
    }
    if (!said) this.ports.drop('channel-unknown-kind');
    else if (!this.#allowance.take(said)) this.ports.drop('member-flood');
    else if (said.t === 'renew') renewal.said(said, opened.handshakeHash);
    else this.events.said(said);
    return true;
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
