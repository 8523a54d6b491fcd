/** Which link holds now: whoever may say so tells, and what is told counts when a statement names it. */
import { equalPublic, toHex } from '../bytes';
import { encodeLink, type Invite } from '../invite/link';
import type { Access } from './group/access';
import type { Door } from './door/door';
import type { StatementLedger } from './group/statement-ledger';
import type { Member } from './members/member';
import type { Ports } from './ports';

/** Links that wait for a statement: one of each person, and no more than there are places in a meeting. */
const MAX_TOLD = 32;

export class InviteUpdates {
  /** Links that are said to hold now, and that no statement names yet; by the identity of who says so. */
  readonly #told = new Map<string, Invite>();

  constructor(
    private readonly ledger: Pick<StatementLedger, 'rights' | 'membership' | 'isReplaced'>,
    private readonly access: Pick<Access, 'roleOf'>,
    private readonly door: Pick<Door, 'invite' | 'invites' | 'replaceBy' | 'cameAlone'>,
    private readonly ports: Pick<Ports, 'drop'>,
  ) {}

  /** Tells somebody who came in here which link holds now; the host tells everybody whom it meets. */
  opened(member: Member): void {
    if (member.facts.expected || this.ledger.rights === 'host') this.#tellLink(member);
  }

  /** What was said by the link before may be lost. */
  relinked(member: Member): void {
    if (this.ledger.rights === 'host') this.#tellLink(member);
  }

  /** Somebody says that this link holds now. */
  said(from: Pick<Member, 'state'>, invite: Invite): void {
    if (equalPublic(invite.secret, this.door.invite.secret)) return;
    if (this.#isGeneral(from, invite)) this.door.replaceBy(invite);
    // What the statements name already waits for nothing.
    else if (this.#isNews(invite)) this.door.replaceBy(invite);
    else if (this.#mayBeNews(invite)) this.#keep(from, invite);
    else this.ports.drop('unexpected');
  }

  /** However often somebody comes anew, they have one place. */
  #keep({ state }: Pick<Member, 'state'>, invite: Invite): void {
    if (state.phase !== 'open') return;
    const identity = toHex(state.introduction.identity);
    if (this.#told.has(identity) || this.#told.size < MAX_TOLD) this.#told.set(identity, invite);
    else this.ports.drop('unexpected');
  }

  /** The statement that names a link may come after the link. */
  follow(): void {
    for (const [identity, invite] of [...this.#told]) {
      if (!this.#isNews(invite)) continue;
      this.#told.delete(identity);
      this.door.replaceBy(invite);
    }
  }

  #tellLink(member: Member): void {
    const { invite } = this.door;
    // By which door somebody came, and by which link, only that door knows: before a link is replaced, all are told.
    const isFirst = this.ledger.rights === 'host' && this.ledger.membership.replacedBy === null;
    if (isFirst || this.#holds(invite) || this.door.cameAlone(member.facts.peerId))
      member.send({ t: 'link-now', link: encodeLink(invite) });
  }

  /** The host tells somebody who came by a link of its own which one is everybody's: it leads back in, too. */
  #isGeneral({ state }: Pick<Member, 'state'>, invite: Invite): boolean {
    if (state.phase !== 'open' || this.ledger.rights === 'host') return false;
    const isHost = this.access.roleOf(state.introduction.identity) === 'host';
    const isFirst = this.door.invites.replacements.length === 0;
    return isHost && isFirst && this.ledger.membership.replacedBy === null && this.#mayBeNews(invite);
  }

  #mayBeNews({ hostKey, secret }: Invite): boolean {
    const { invite } = this.door;
    return equalPublic(hostKey, invite.hostKey) && !equalPublic(secret, invite.secret);
  }

  #isNews(invite: Invite): boolean {
    return this.#mayBeNews(invite) && this.#holds(invite) && !this.#holds(this.door.invite);
  }

  /** Whether this is the link that the host named last. */
  #holds(invite: Invite): boolean {
    return this.ledger.membership.replacedBy !== null && !this.ledger.isReplaced(invite);
  }
}
