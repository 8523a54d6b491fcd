/** The next meeting of a series: its host offers it to those who are in this one, and each decides alone. */
import { equalPublic, toHex } from '../bytes';
import { unixSeconds } from '../clocks';
import { VigilError } from '../errors';
import { cleanName } from '../identity/name';
import type { Invite } from '../invite/link';
import type { GroupState } from './group/group-state';
import type { HostKeySeed } from './meeting-keys';
import type { Member } from './members/member';
import type { Members } from './members/members';
import { decodeNext, encodeNext, type NextMeeting, type NextMessage } from './messages/next-message';
import type { Ports } from './ports';
import type { Ask } from './views';

export type { NextMeeting };

/** Offers that are looked at in one meeting: one, and another for each removal. */
const MAX_OFFERS = 32;

export interface NextOfferOptions {
  members: Members;
  group: GroupState;
  meetingId: Uint8Array;
  hostKey: Uint8Array;
  /** The host's own, null for everybody else. */
  hostKeySeed: HostKeySeed | null;
  /** What the host offers; null for nothing, and for everybody else. */
  own: NextMeeting | null;
  /** The same by another link, where the one before leads to no door from now on; null where that cannot be. */
  anew: () => NextMeeting | null;
  /** Whether this person is asked: with a one-time identity nothing is kept. */
  isTaken: boolean;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export class NextOffer {
  /** By the link that stands now. */
  #told = new WeakSet<Member>();
  #message: NextMessage | null = null;
  #asked: { from: string; next: NextMeeting } | null = null;
  /** All that came. */
  readonly #known: NextMeeting[] = [];
  /** Hashes of the removals by which the link that stands now was drawn. */
  readonly #removals = new Set<string>();

  constructor(
    private readonly options: NextOfferOptions,
    private readonly ports: Pick<Ports, 'wall' | 'drop'>,
  ) {
    const { own, hostKeySeed, meetingId } = options;
    if (own && hostKeySeed) this.#message = encodeNext(own, meetingId, hostKeySeed);
    // Whoever was removed before this run began was not offered what is offered now.
    this.#hasFreshRemovals();
  }

  get asks(): Ask[] {
    if (!this.#asked) return [];
    const { from, next } = this.#asked;
    const { invite, startsAt, zone } = next;
    return [{ kind: 'next', from, title: cleanName(invite.hints.title), startsAt, zone }];
  }

  /** What this person is asked about. Throws VigilError no-meeting. */
  get offered(): NextMeeting {
    if (!this.#asked) throw new VigilError('no-meeting');
    return this.#asked.next;
  }

  /** Links of the same meeting that were offered before: since somebody was removed, they lead nowhere. */
  get superseded(): Invite[] {
    const { offered } = this;
    return this.#known.flatMap((one) => (one !== offered && isSameMeeting(one, offered) ? [one.invite] : []));
  }

  /** The decision about this one is made; what it leads to is done by whoever asks for it. */
  answered(offered: NextMeeting): void {
    if (this.#asked?.next !== offered) return;
    this.#asked = null;
    this.options.viewChanged();
  }

  /** Somebody may be here since, or be removed: the host tells each once. */
  follow(): void {
    if (!this.#message) return;
    if (this.#hasFreshRemovals()) this.#offerAnew();
    const { members, group } = this.options;
    for (const member of members.all) {
      if (this.#told.has(member) || !group.mayHear(member) || this.#isRemoved(member)) continue;
      if (member.send(this.#message)) this.#told.add(member);
    }
  }

  /** What was said by the link before may be lost. */
  relinked(member: Member): void {
    this.#told.delete(member);
    this.follow();
  }

  /** Counts from the host alone, signed by the host key. */
  said(from: Member, message: NextMessage): void {
    const { group, meetingId, hostKey, hostKeySeed, isTaken } = this.options;
    if (!isTaken && !hostKeySeed) return;
    const isHost =
      from.state.phase === 'open' &&
      group.mayHear(from) &&
      group.access.roleOf(from.state.introduction.identity) === 'host';
    const next =
      isHost && !hostKeySeed
        ? decodeNext(message, { meetingId, hostKey }, unixSeconds(this.ports.wall()))
        : null;
    if (!next || this.#known.length >= MAX_OFFERS) {
      this.ports.drop('unexpected');
      return;
    }
    // What this person is about to answer stays as it reads, and nobody is asked twice.
    const { secret } = next.invite;
    if (this.#asked && !isSameMeeting(this.#asked.next, next)) return;
    if (this.#known.some(({ invite }) => equalPublic(invite.secret, secret))) return;
    this.#known.push(next);
    this.#asked = { from: from.name, next };
    this.options.viewChanged();
  }

  /** Whoever was removed may know the link that stood until now. */
  #offerAnew(): void {
    const { anew, meetingId, hostKeySeed } = this.options;
    const next = hostKeySeed && anew();
    if (!next) return;
    this.#message = encodeNext(next, meetingId, hostKeySeed);
    this.#told = new WeakSet();
  }

  #hasFreshRemovals(): boolean {
    const before = this.#removals.size;
    for (const { standing } of this.options.group.ledger.membership.removed.values())
      for (const hash of standing) this.#removals.add(toHex(hash));
    return this.#removals.size > before;
  }

  /** Also while it is held whether the removal is obeyed (CrowdHold). */
  #isRemoved({ state }: Member): boolean {
    return (
      state.phase === 'open' &&
      this.options.group.ledger.standingOf(state.introduction.identity) === 'removed'
    );
  }
}

/** As far as somebody reads it: only the link is another one. */
function isSameMeeting(one: NextMeeting, other: NextMeeting): boolean {
  const title = ({ invite }: NextMeeting): string => cleanName(invite.hints.title);
  return one.startsAt === other.startsAt && one.zone === other.zone && title(one) === title(other);
}
