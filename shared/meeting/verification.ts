/** How this person finds out who somebody is, and what follows: verified, or out of this meeting for this side. */
import { equalPublic } from '../bytes';
import { VigilError } from '../errors';
import type { VerifiedBy } from '../identity/contacts';
import { decodeCodeText, encodeCodeText, judgeCode } from '../verification/code-text';
import type { GroupState } from './group/group-state';
import type { Acquaintances } from './group/acquaintances';
import type { Member } from './members/member';
import type { Members } from './members/members';
import type { Ports } from './ports';
import type { Self } from './self';
import type { CodeVerdictView } from './views';

export interface VerificationOptions {
  self: Self;
  members: Members;
  group: GroupState;
  acquaintances: Acquaintances;
  /** What all can read to each other now; null while alone. */
  groupCode: () => string[] | null;
  /** Something that is shown is different. */
  viewChanged: () => void;
  /** Somebody may sit between the two. */
  alarm: () => void;
}

type OpenState = Extract<Member['state'], { phase: 'open' }>;

export class Verification {
  constructor(
    private readonly options: VerificationOptions,
    private readonly ports: Pick<Ports, 'acquaintances'>,
  ) {}

  /** The two people have compared the safety number. Throws VigilError no-such-peer. */
  comparedNumber(peerId: string, same: boolean): void {
    const member = this.#member(peerId);
    if (same) this.verified(member, 'number');
    else this.mismatch(member);
  }

  /** What stands in the QR code to be shown to this peer. Throws VigilError no-such-peer. */
  ownCode(peerId: string): string {
    const { introduction } = this.#open(this.#member(peerId));
    const shower = this.options.self.identity.publicKey;
    return encodeCodeText({ kind: 'pair', shower, other: introduction.identity });
  }

  /** What a camera or an image said; a match verifies, no match parts the two. Throws VigilError no-such-peer. */
  scannedCode(peerId: string, text: string): CodeVerdictView {
    const member = this.#member(peerId);
    const { identity } = this.#open(member).introduction;
    const code = decodeCodeText(text);
    if (!code) return { verdict: 'not-a-code' };
    const verdict = judgeCode(code, this.options.self.identity.publicKey, identity, this.#known());
    if (verdict.verdict === 'match') this.verified(member, 'code');
    if (verdict.verdict === 'no-match') this.mismatch(member);
    return verdict;
  }

  /** Throws VigilError no-such-peer. */
  emoji(peerId: string, act: 'start' | 'same' | 'differ' | 'cancel'): void {
    const { emoji } = this.#member(peerId);
    if (act === 'start') emoji?.start();
    else if (act === 'cancel') emoji?.cancel();
    else emoji?.answer(act === 'same');
  }

  /** Throws VigilError code-changed if the list is not the one that was compared. */
  comparedGroup(code: readonly string[]): void {
    if (this.options.groupCode()?.join() !== code.join()) throw new VigilError('code-changed');
    for (const member of this.options.members.all)
      if (member.state.phase === 'open') this.verified(member, 'group');
  }

  /** About somebody with a known name and another key. Throws VigilError no-such-peer. */
  decideKey(peerId: string, as: 'same-person' | 'somebody-else' | 'close'): void {
    const member = this.#member(peerId);
    const { identity, name } = this.#open(member).introduction;
    if (as === 'close') {
      this.#refuse(member, identity);
      return;
    }
    if (as === 'same-person') this.ports.acquaintances.keyChanged(identity, name);
    else this.ports.acquaintances.met(identity, name);
    this.options.acquaintances.decided(identity);
    this.options.group.released(member);
    this.options.viewChanged();
  }

  /** This person knows now who it is. Throws VigilError no-such-peer if it is no longer here. */
  verified(member: Member, by: VerifiedBy): void {
    const { identity, name } = this.#open(member).introduction;
    this.ports.acquaintances.verified(identity, name, by);
    this.options.group.released(member);
    this.options.viewChanged();
  }

  /**
   * It is not who it should be: nothing more is said to it, and it does not come back to this side in this meeting.
   * Throws VigilError no-such-peer if it is no longer here.
   */
  mismatch(member: Member): void {
    this.options.alarm();
    this.#refuse(member, this.#open(member).introduction.identity);
  }

  #refuse(member: Member, identity: Uint8Array): void {
    this.options.group.access.refuse(identity);
    member.leave();
    this.options.viewChanged();
  }

  /** Whose codes are told apart from those of strangers. */
  #known(): { identity: Uint8Array; name: string }[] {
    const here = this.options.members.all.flatMap(({ state }) =>
      state.phase === 'open' ? [state.introduction] : [],
    );
    const contacts = this.ports.acquaintances.all();
    return [
      ...contacts,
      ...here.filter((one) => !contacts.some((known) => equalPublic(known.identity, one.identity))),
    ];
  }

  #member(peerId: string): Member {
    const member = this.options.members.get(peerId);
    if (member?.state.phase !== 'open') throw new VigilError('no-such-peer');
    return member;
  }

  #open({ state }: Member): OpenState {
    if (state.phase !== 'open') throw new VigilError('no-such-peer');
    return state;
  }
}
