/** What a person decides about the meeting as a whole, and what others ask of this person. */
import { equalPublic } from '../bytes';
import { unixSeconds } from '../clocks';
import { VigilError } from '../errors';
import { encodeLink, parseLinkOrNull, type Invite } from '../invite/link';
import { withNewSecret } from '../invite/sturdy';
import { CoHostRuns } from './co-host-runs';
import type { GroupState } from './group/group-state';
import type { Door } from './door/door';
import type { StatementLedger } from './group/statement-ledger';
import { InviteUpdates } from './invite-updates';
import type { Member } from './members/member';
import type { Members } from './members/members';
import { MoveOffers } from './move-offers';
import { inviteHash } from '../membership/invite-hash';
import type { StatementBody } from '../membership/statement-body';
import type { Ports } from './ports';
import type { Self } from './self';
import type { Ask } from './views';

/** Hashes that one statement can lift. */
const MAX_LIFTS = 16;

export interface ModerationOptions {
  self: Self;
  members: Members;
  group: GroupState;
  door: Door;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export class Moderation {
  #endIsAnswered = false;
  readonly #offers: MoveOffers;
  readonly #coHostRuns: CoHostRuns;
  readonly invites: InviteUpdates;

  constructor(
    private readonly options: ModerationOptions,
    private readonly ports: Pick<Ports, 'wall' | 'random' | 'drop'>,
  ) {
    const { group, door, members } = options;
    this.#offers = new MoveOffers(ports);
    this.#coHostRuns = new CoHostRuns(group, members);
    this.invites = new InviteUpdates(group.ledger, group.access, door, ports);
  }

  get asks(): Ask[] {
    const { group, members, self } = this.options;
    const asks = removalsAsk(group, members.all, self);
    const { endRequested } = this.#ledger.membership;
    if (endRequested && !this.#endIsAnswered && this.#ledger.rights !== 'host') asks.push({ kind: 'end' });
    const offer = this.#offers.asked;
    if (offer) asks.push({ kind: 'move', from: offer.from });
    return asks;
  }

  /** Where somebody asked this person to come along. Throws VigilError no-meeting. */
  get offered(): Invite {
    const offer = this.#offers.asked;
    if (!offer) throw new VigilError('no-meeting');
    return offer.invite;
  }

  /** The decision is made; what it leads to is done by whoever asks for it. */
  answered(kind: Exclude<Ask['kind'], 'next'>, yes: boolean): void {
    if (kind === 'end') this.#endIsAnswered = true;
    else if (kind === 'move') this.#offers.answered();
    else this.options.group.answerRemovals(yes);
    this.options.viewChanged();
  }

  /** On: a person decides about each newcomer. Throws VigilError not-allowed, cannot-sign. */
  setLobby(on: boolean): void {
    const { access } = this.options.group;
    if (on === access.lobby) return;
    const { lobby } = this.#ledger.membership;
    if (on) this.#sign({ kind: 'lobby-on' });
    else if (lobby.on) this.#sign({ kind: 'lobby-off', lifts: lobby.standing.slice(0, MAX_LIFTS) });
    if (!on) access.calm();
    this.options.viewChanged();
  }

  /** On: nobody new comes in. Throws VigilError not-allowed, cannot-sign. */
  setLock(on: boolean): void {
    const { lock } = this.#ledger.membership;
    if (on === lock.on) return;
    this.#sign(on ? { kind: 'lock' } : { kind: 'unlock', lifts: lock.standing.slice(0, MAX_LIFTS) });
  }

  /** Only the host names co-hosts. Throws VigilError no-such-peer, not-allowed, cannot-sign. */
  setCoHost(peerId: string, on: boolean): void {
    const { introduction, perMeetingKey } = this.#openMember(peerId);
    this.#requireHost();
    const { identity } = introduction;
    const known = this.#ledger.activeCoHost(identity);
    if (on === (known !== undefined)) return;
    if (known) this.#drop(known);
    else if (perMeetingKey) this.#sign({ kind: 'co-host', identity, perMeetingKey });
    else throw new VigilError('cannot-sign');
  }

  /** A co-host who comes back in another run signs with another key. */
  followCoHosts(): void {
    this.#coHostRuns.follow();
  }

  /** Lets in somebody who waits, here or at a fellow keeper's door, or does not. Throws VigilError no-such-knock. */
  decide(knockId: string, admit: boolean): void {
    this.options.door.decide(knockId, admit);
  }

  /** As `Door.block`. Throws VigilError no-such-knock. */
  block(knockId: string): void {
    this.options.door.block(knockId);
  }

  /**
   * Sends somebody away, for the rest of this meeting: everybody who hears of it acts. Throws VigilError no-such-peer,
   * and not-allowed if the own signature cannot remove it.
   */
  remove(peerId: string): void {
    const { identity } = this.#openMember(peerId).introduction;
    const { group, members } = this.options;
    const { access } = group;
    if (!access.removable(identity)) throw new VigilError('not-allowed');
    access.removes(identity);
    // Should nothing more be signed, this side at least stops talking.
    if (!group.remove(identity)) members.get(peerId)?.leave();
  }

  /** No door asks about this identity. Throws VigilError not-allowed, cannot-sign. */
  preAdmit(identity: Uint8Array): void {
    this.#sign({ kind: 'pre-admit', identity });
  }

  /**
   * A new link for the same meeting: the old one lets in only those who were in. Throws VigilError not-allowed,
   * cannot-sign.
   */
  replaceLink(): void {
    this.#requireHost();
    const { door, members } = this.options;
    const invite = withNewSecret(door.invite, this.ports.random);
    this.#sign({ kind: 'replace-link', linkHash: inviteHash(invite) });
    door.replaceBy(invite);
    for (const member of members.all) member.send({ t: 'link-now', link: encodeLink(invite) });
    this.options.viewChanged();
  }

  /** One more link, for one person: it lets one identity in. Throws VigilError not-allowed, too-many-links. */
  invitePerson(): Invite {
    this.#requireHost();
    const { door } = this.options;
    const invite = withNewSecret(door.invite, this.ports.random);
    door.addPersonal(invite);
    return invite;
  }

  /** Nobody else comes in by this link for one person. Throws VigilError not-allowed. */
  closePersonal(id: string): void {
    this.#requireHost();
    this.options.door.closePersonal(id);
  }

  /** Asks everybody to end the meeting; each decides alone. Throws VigilError not-allowed, cannot-sign. */
  askToEnd(): void {
    this.#requireHost();
    if (!this.#ledger.membership.endRequested) this.#sign({ kind: 'please-end' });
  }

  /**
   * Asks these to come along to another meeting. Returns their identities, so that it lets them in. Throws VigilError
   * no-such-peer, and then asks nobody.
   */
  askToMove(peerIds: readonly string[], invite: Invite): Uint8Array[] {
    const link = encodeLink(invite);
    const identities = this.identitiesOf(peerIds);
    for (const peerId of peerIds) this.options.members.get(peerId)?.send({ t: 'move', link });
    return identities;
  }

  /** Throws VigilError no-such-peer if one of them is not here. */
  identitiesOf(peerIds: readonly string[]): Uint8Array[] {
    return peerIds.map((peerId) => this.#openMember(peerId).introduction.identity);
  }

  /** Somebody says by which invite one comes in now. */
  inviteSaid(from: Member, link: string): void {
    const invite = this.#read(from, link);
    if (!invite) return;
    this.invites.said(from, invite);
    this.invites.follow();
    this.options.viewChanged();
  }

  /** Somebody goes on in another meeting, and asks this person to come along. */
  moveSaid(from: Member, link: string): void {
    const invite = this.#read(from, link);
    if (!invite) return;
    this.#offers.add(from, invite);
    this.options.viewChanged();
  }

  get #ledger(): StatementLedger {
    return this.options.group.ledger;
  }

  /** Null, and counted, if it cannot be used or does not come from somebody who is here. */
  #read(from: Member, link: string): Invite | null {
    const isHere = this.options.group.isHere(from);
    const invite = isHere ? parseLinkOrNull(link, unixSeconds(this.ports.wall())) : null;
    if (!invite) this.ports.drop('unexpected');
    return invite;
  }

  #drop({ perMeetingKey, used }: { perMeetingKey: Uint8Array; used: number }): void {
    this.#sign({ kind: 'drop-co-host', perMeetingKey, counting: used });
  }

  #openMember(peerId: string): Extract<Member['state'], { phase: 'open' }> {
    const state = this.options.members.get(peerId)?.state;
    if (state?.phase !== 'open') throw new VigilError('no-such-peer');
    return state;
  }

  #requireHost(): void {
    if (this.#ledger.rights !== 'host') throw new VigilError('not-allowed');
  }

  #sign(body: StatementBody): void {
    if (this.#ledger.rights === 'none') throw new VigilError('not-allowed');
    if (!this.options.group.sign(body)) throw new VigilError('cannot-sign');
  }
}

/** Removals that wait for this person's word. */
function removalsAsk({ access }: GroupState, members: readonly Member[], self: Self): Ask[] {
  const held = access.heldRemovals;
  if (held.length === 0) return [];
  const me = held.some((identity) => equalPublic(identity, self.identity.publicKey));
  const names = members.flatMap(({ state, name }) => {
    const isMeant =
      state.phase === 'open' && held.some((one) => equalPublic(one, state.introduction.identity));
    return isMeant ? [name] : [];
  });
  // Of those who have gone by themselves there is nothing to decide.
  return me || names.length > 0 ? [{ kind: 'removals', names, me }] : [];
}
