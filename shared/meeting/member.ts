/**
 * One other participant: the member handshake over a carrier, the channel that comes of it, and the media
 * that is negotiated inside (docs/protocol.md, Members). Nothing of media moves before the channel stands.
 */
import { comparePublic, equalPublic, fromHex } from '../bytes';
import { HandshakeState } from '../noise/handshake-state';
import { SecureChannel } from '../noise/secure-channel';
import type { CompactDescription, MediaDescription } from '../wire/description';
import { decodeCarrierFrame, encodeCarrierFrame } from './carrier';
import { decodeMemberMessage, encodeMemberMessage, type MemberMessage } from './member-messages';
import { belongsTogether, decodeIntroduction, encodeIntroduction, type Introduction } from './payloads';
import type { LinkEvent, Ports } from './ports';
import { memberPrologue, protocol } from './prologue';
import type { Self } from './self';

/** From the open data channel to the finished member handshake. */
const HANDSHAKE_LIMIT_MS = 15_000;

export type MemberState =
  | { phase: 'linking' }
  | { phase: 'handshaking'; handshake: HandshakeState; introduction: Introduction | null }
  | {
      phase: 'open';
      channel: SecureChannel;
      introduction: Introduction;
      microphone: boolean;
      camera: boolean;
    }
  | { phase: 'closed'; reason: MemberEnd };

/** bye: they left. lost: the path is gone. foreign: the link's other end is not the person. */
export type MemberEnd = 'bye' | 'lost' | 'foreign' | 'left';

export interface MemberEvents {
  changed: () => void;
  ended: (reason: MemberEnd) => void;
}

export interface MemberFacts {
  peerId: string;
  linkId: string;
  /** The side that described itself first also offers media. */
  offersMedia: boolean;
  /** Known beforehand at the door: the identity that knocked. */
  expectedIdentity: Uint8Array | null;
  /** Name from the knock, until the member introduces itself. */
  knownName: string;
}

export class Member {
  #state: MemberState = { phase: 'linking' };
  #interrupted = false;
  #remote: CompactDescription | null = null;
  #mediaAnswered = false;
  #stopTimer: (() => void) | null = null;

  constructor(
    readonly facts: MemberFacts,
    private readonly meetingId: Uint8Array,
    private readonly psk: Uint8Array,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly events: MemberEvents,
  ) {}

  get state(): MemberState {
    return this.#state;
  }

  get interrupted(): boolean {
    return this.#interrupted;
  }

  get name(): string {
    const introduced = 'introduction' in this.#state ? this.#state.introduction?.name : null;
    return introduced ?? this.facts.knownName;
  }

  /** The other end as its description said, by the channel that opened this link. */
  describedAs(remote: CompactDescription): void {
    this.#remote = remote;
  }

  /** Tells the other whether microphone and camera are on. */
  tellSelf(): void {
    const { microphone, camera } = this.self;
    this.#send({ t: 'self', microphone, camera });
  }

  leave(): void {
    this.#send({ t: 'bye' });
    this.#close('left');
  }

  /** Lets go of the link without a word to anybody: another one takes its place. */
  abandon(): void {
    if (this.#state.phase === 'closed') return;
    this.#shut('lost');
  }

  link(event: LinkEvent): void {
    switch (event.type) {
      case 'opened':
        this.#opened();
        break;
      case 'received':
        this.#received(event.bytes);
        break;
      case 'media-described':
        this.#send({ t: 'media', description: event.description });
        break;
      case 'path':
        this.#interrupted = event.state === 'interrupted';
        this.events.changed();
        break;
      case 'closed':
        this.#close(event.reason === 'fingerprint-mismatch' ? 'foreign' : 'lost');
        break;
      case 'described':
        break;
    }
  }

  #opened(): void {
    if (this.#state.phase !== 'linking') return;
    const theirs = fromHex(this.facts.peerId);
    const initiator = comparePublic(this.self.peerId, theirs) < 0;
    const handshake = new HandshakeState({
      protocol,
      initiator,
      prologue: initiator
        ? memberPrologue(this.meetingId, this.self.peerId, theirs)
        : memberPrologue(this.meetingId, theirs, this.self.peerId),
      staticKey: this.self.identity.staticKey,
      psks: [this.psk],
      ephemeralSecret: this.ports.random(32),
    });
    this.#state = { phase: 'handshaking', handshake, introduction: null };
    this.#stopTimer = this.ports.timer(HANDSHAKE_LIMIT_MS, () => {
      this.#close('lost');
    });
    if (initiator) this.#sendHandshake(handshake, false);
    this.events.changed();
  }

  #received(bytes: Uint8Array): void {
    const frame = decodeCarrierFrame(bytes);
    if (!frame) this.ports.drop('carrier-malformed');
    else if (frame.kind === 'handshake') this.#handshakeMessage(frame.body);
    else this.#sealedMessage(frame.body);
  }

  #handshakeMessage(body: Uint8Array): void {
    if (this.#state.phase !== 'handshaking') {
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
      if (!handshake.finished) this.#sendHandshake(handshake, true);
    } catch {
      // A key of the other's with which nothing secret can be agreed.
      this.ports.drop('member-not-genuine');
      this.#close('foreign');
      return;
    }
    if (handshake.finished) this.#finish(handshake);
  }

  #introduce(handshake: HandshakeState, payload: Uint8Array): boolean {
    if (this.#state.phase !== 'handshaking') return false;
    let introduction;
    try {
      introduction = decodeIntroduction(payload);
    } catch {
      introduction = null;
    }
    const { expectedIdentity, peerId } = this.facts;
    const genuine =
      introduction !== null &&
      belongsTogether(introduction, handshake.remoteStatic, fromHex(peerId)) &&
      (expectedIdentity === null || equalPublic(expectedIdentity, introduction.identity));
    if (!genuine) {
      this.ports.drop('member-wrong-identity');
      this.#close('foreign');
      return false;
    }
    this.#state.introduction = introduction;
    return true;
  }

  /** The first message is in the clear but for the meeting's key, so it carries no introduction. */
  #sendHandshake(handshake: HandshakeState, introduce: boolean): void {
    const payload = introduce ? encodeIntroduction(this.self.introduction) : new Uint8Array(0);
    this.ports.links.send(
      this.facts.linkId,
      encodeCarrierFrame('handshake', handshake.writeMessage(payload)),
    );
  }

  #finish(handshake: HandshakeState): void {
    if (this.#state.phase !== 'handshaking' || !this.#state.introduction) return;
    this.#stopTimer?.();
    const channel = new SecureChannel(handshake.finish());
    this.#state = {
      phase: 'open',
      channel,
      introduction: this.#state.introduction,
      microphone: false,
      camera: false,
    };
    this.tellSelf();
    if (this.facts.offersMedia) this.ports.links.startMedia(this.facts.linkId);
    this.events.changed();
  }

  #sealedMessage(body: Uint8Array): void {
    if (this.#state.phase !== 'open') {
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
    else this.#handle(said);
  }

  #handle(said: MemberMessage): void {
    if (this.#state.phase !== 'open') return;
    switch (said.t) {
      case 'media':
        this.#media(said.description);
        break;
      case 'self':
        this.#state.microphone = said.microphone;
        this.#state.camera = said.camera;
        this.events.changed();
        break;
      case 'bye':
        this.#close('bye');
    }
  }

  /**
   * The door's channel told whose certificate this link has; the member channel must tell the same. Otherwise
   * somebody passes the handshake on and keeps the media.
   */
  #media(description: MediaDescription): void {
    if (!this.#remote || !equalPublic(description.transport.fingerprint, this.#remote.fingerprint)) {
      this.#close('foreign');
      return;
    }
    // The side that described itself first offers, and is answered once.
    const expected = this.facts.offersMedia ? 'answer' : 'offer';
    if (description.kind !== expected || this.#mediaAnswered) {
      this.ports.drop('unexpected');
      return;
    }
    this.#mediaAnswered = true;
    this.ports.links.acceptMedia(this.facts.linkId, description);
  }

  #send(message: MemberMessage): void {
    if (this.#state.phase !== 'open') return;
    const sealed = this.#state.channel.seal(encodeMemberMessage(message));
    this.ports.links.send(this.facts.linkId, encodeCarrierFrame('sealed', sealed));
  }

  #close(reason: MemberEnd): void {
    if (this.#state.phase === 'closed') return;
    this.#shut(reason);
    this.events.ended(reason);
  }

  #shut(reason: MemberEnd): void {
    this.#stopTimer?.();
    if (this.#state.phase === 'open') this.#state.channel.wipe();
    this.#state = { phase: 'closed', reason };
    this.ports.links.close(this.facts.linkId, reason === 'left');
  }
}
