/**
 * Who may write and who is heard, as host and co-hosts have signed it: obeyed here, whatever the app of the one it is
 * about does (docs/protocol.md, Membership statements).
 */
import { equalPublic, toHex } from '../../bytes';
import type { SteadyTime } from '../../clocks';
import { VigilError } from '../../errors';
import type { FrameReport } from '../../media/frame-messages';
import { silencesOf, type Speech } from '../../membership/speech';
import { MAX_FLOOR, MAX_SPEAK_LIFTS, type StatementBody } from '../../membership/statement-body';
import { CrowdHold } from '../group/crowd-hold';
import type { GroupState } from '../group/group-state';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { Ports } from '../ports';
import type { Self } from '../self';
import type { QuietView } from '../views';

/** Hashes that one statement can lift. */
const MAX_LIFTS = 16;
/** What was on its way when a pause became known is still shown. */
const IN_FLIGHT_MS = 2000;
/** What is learned so soon after coming in stood before. */
const NEW_HERE_MS = 10_000;

export interface QuietOptions {
  self: Self;
  members: Members;
  group: GroupState;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export class Quiet {
  readonly #hold = new CrowdHold();
  readonly #beganAt: SteadyTime;
  /** Of those here whom a statement silences, and of all who are here: at the last look, in hex. */
  #covered = new Set<string>();
  #here = new Set<string>();
  /** Peer ids whose sound the frame worker drops. */
  #dropped = new Set<string>();
  #pausedAt: SteadyTime | null = null;
  /** What becomes known now is signed by this person. */
  #signs = false;

  constructor(
    private readonly options: QuietOptions,
    private readonly ports: Pick<Ports, 'steady' | 'frames'>,
  ) {
    this.#beganAt = ports.steady();
  }

  get view(): QuietView {
    const { self } = this.options;
    const own = self.identity.publicKey;
    const held = this.#hold.held;
    const isHeld = (identity: Uint8Array): boolean => held.some((one) => equalPublic(one, identity));
    const names = this.#open.flatMap(({ name, identity }) => (isHeld(identity) ? [name] : []));
    const me = isHeld(own);
    const [pause] = this.#speech.pauses;
    const [silence] = this.isSilenced(own) ? silencesOf(this.#speech, own) : [];
    return {
      paused: pause ? { by: this.#nameOf(pause.signer) } : null,
      mayWrite: this.mayWrite(own),
      silenced: this.#open.flatMap(({ member, identity }) =>
        this.isSilenced(identity) ? [member.facts.peerId] : [],
      ),
      mine: silence ? { by: this.#nameOf(silence.signer) } : null,
      everybody: this.#speech.silences.some(({ reach }) => reach.who === 'all'),
      asked: me || names.length > 0 ? { names, me } : null,
    };
  }

  /** Whether this identity may write to anybody. */
  mayWrite(identity: Uint8Array): boolean {
    return this.#speech.pauses.length === 0 || this.options.group.access.keepsDoor(identity);
  }

  /** Whether what arrives of this identity now is shown. */
  mayBeRead(identity: Uint8Array): boolean {
    if (this.mayWrite(identity)) return true;
    return this.#pausedAt === null || this.ports.steady() - this.#pausedAt < IN_FLIGHT_MS;
  }

  /** Whether the sound of this identity is dropped here. */
  isSilenced(identity: Uint8Array): boolean {
    return silencesOf(this.#speech, identity).length > 0 && !this.#hold.stays(identity);
  }

  /** Somebody came or went, a statement is there, or this person has answered. */
  follow(): void {
    this.#followPause();
    this.#followSilences();
    const silenced = this.#open.filter(({ identity }) => this.isSilenced(identity));
    this.#tell(new Set(silenced.map(({ member }) => member.facts.peerId)));
  }

  /** Another frame worker knows of nothing. */
  frames(report: FrameReport): void {
    if (report.type !== 'worker-started') return;
    const again = this.#dropped;
    this.#dropped = new Set();
    this.#tell(again);
  }

  /** On: nobody but host and co-hosts writes. Throws VigilError not-allowed, cannot-sign. */
  setPaused(on: boolean): void {
    const { pauses } = this.#speech;
    if (on === pauses.length > 0) return;
    if (on) this.#sign({ kind: 'pause-chat' }, true);
    else this.#sign({ kind: 'resume-chat', lifts: hashesOf(pauses).slice(0, MAX_LIFTS) }, false);
  }

  /** On: nobody hears this person. Throws VigilError no-such-peer, not-allowed, cannot-sign. */
  setSilenced(peerId: string, on: boolean): void {
    const identity = this.#identityOf(peerId);
    const standing = silencesOf(this.#speech, identity);
    if (on) {
      if (!this.options.group.access.removable(identity)) throw new VigilError('not-allowed');
      this.#hold.agreed(identity);
      if (standing.length > 0) this.#answered();
      else this.#sign({ kind: 'silence', identity }, true);
    } else if (standing.length > 0) {
      this.#sign({ kind: 'let-speak', identity, lifts: hashesOf(standing).slice(0, MAX_SPEAK_LIFTS) }, false);
    }
  }

  /**
   * Nobody hears anybody but host, co-hosts and these; also whoever comes later.
   * Throws VigilError no-such-peer, not-allowed, cannot-sign; RangeError for more than 16.
   */
  silenceAll(floor: readonly string[]): void {
    const identities = new Map(
      floor.map((peerId) => {
        const identity = this.#identityOf(peerId);
        return [toHex(identity), identity];
      }),
    );
    if (identities.size > MAX_FLOOR) throw new RangeError('too many on the floor');
    this.#sign({ kind: 'silence-all', floor: [...identities.values()] }, true);
    for (const { identity } of this.#open)
      if (silencesOf(this.#speech, identity).length > 0) this.#hold.agreed(identity);
    this.#answered();
  }

  /** Ends what silences all; who is silenced alone stays so. Throws VigilError not-allowed, cannot-sign. */
  endSilence(): void {
    const all = this.#speech.silences.filter(({ reach }) => reach.who === 'all');
    if (all.length > 0) this.#sign({ kind: 'end-silence', lifts: hashesOf(all).slice(0, MAX_LIFTS) }, false);
  }

  /** What this person decided about many who were silenced at once. */
  answer(count: boolean): void {
    this.#hold.answer(count);
    this.#answered();
  }

  /** The worker outlives the meeting. */
  end(): void {
    this.#tell(new Set());
  }

  get #speech(): Speech {
    return this.options.group.ledger.membership.speech;
  }

  get #open(): { member: Member; name: string; identity: Uint8Array }[] {
    return this.options.members.all.flatMap((member) => {
      const { state, name } = member;
      return state.phase === 'open' ? [{ member, name, identity: state.introduction.identity }] : [];
    });
  }

  #answered(): void {
    this.follow();
    this.options.viewChanged();
  }

  #followPause(): void {
    if (this.#speech.pauses.length === 0) this.#pausedAt = null;
    else this.#pausedAt ??= this.ports.steady();
  }

  #followSilences(): void {
    for (const identity of this.#hold.all)
      if (silencesOf(this.#speech, identity).length === 0) this.#hold.agreed(identity);
    const own = this.options.self.identity.publicKey;
    const here = new Map(
      [own, ...this.#open.map(({ identity }) => identity)].map((one) => [toHex(one), one]),
    );
    const covered = [...here.values()].filter((one) => silencesOf(this.#speech, one).length > 0);
    const fresh = covered.filter((one) => this.#here.has(toHex(one)) && !this.#covered.has(toHex(one)));
    const now = this.ports.steady();
    if (this.#signs) for (const one of fresh) this.#hold.agreed(one);
    else if (now - this.#beganAt >= NEW_HERE_MS) this.#hold.signed(fresh, now, (one) => here.has(toHex(one)));
    this.#here = new Set(here.keys());
    this.#covered = new Set(covered.map(toHex));
  }

  #tell(silenced: Set<string>): void {
    const before = this.#dropped;
    this.#dropped = silenced;
    for (const peerId of silenced)
      if (!before.has(peerId)) this.ports.frames.run({ type: 'silence-peer', peerId, on: true });
    for (const peerId of before)
      if (!silenced.has(peerId)) this.ports.frames.run({ type: 'silence-peer', peerId, on: false });
  }

  /** Of somebody who signs; empty for somebody who is not here. */
  #nameOf(signer: Uint8Array): string {
    const { coHosts, hostIdentity } = this.options.group.ledger.membership;
    const coHost = coHosts.find(({ perMeetingKey }) => equalPublic(perMeetingKey, signer));
    const identity = coHost?.identity ?? hostIdentity;
    const { self } = this.options;
    if (!identity) return '';
    if (equalPublic(identity, self.identity.publicKey)) return self.name;
    return this.#open.find((one) => equalPublic(one.identity, identity))?.name ?? '';
  }

  #identityOf(peerId: string): Uint8Array {
    const state = this.options.members.get(peerId)?.state;
    if (state?.phase !== 'open') throw new VigilError('no-such-peer');
    return state.introduction.identity;
  }

  /** @param strict the last statements are kept for removing people. */
  #sign(body: StatementBody, strict: boolean): void {
    const { group } = this.options;
    if (group.ledger.rights === 'none') throw new VigilError('not-allowed');
    if (strict && !group.ledger.hasRoom) throw new VigilError('cannot-sign');
    this.#signs = true;
    try {
      if (!group.sign(body)) throw new VigilError('cannot-sign');
      this.follow();
    } finally {
      this.#signs = false;
    }
    this.options.viewChanged();
  }
}

function hashesOf(standing: readonly { hash: Uint8Array }[]): Uint8Array[] {
  return standing.map(({ hash }) => hash);
}
