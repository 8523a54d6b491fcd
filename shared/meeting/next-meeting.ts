/** The next meeting of a series: its host offers it to those who are in this one, and each decides alone. */
import { equalPublic } from '../bytes';
import { unixSeconds } from '../clocks';
import { VigilError } from '../errors';
import { cleanName } from '../identity/name';
import type { GroupState } from './group/group-state';
import type { HostKeySeed } from './meeting-keys';
import type { Member } from './members/member';
import type { Members } from './members/members';
import { decodeNext, encodeNext, type NextMeeting, type NextMessage } from './messages/next-message';
import type { Ports } from './ports';
import type { Ask } from './views';

export type { NextMeeting };

/** Offers that are looked at in one meeting. */
const MAX_OFFERS = 8;

export interface NextOfferOptions {
  members: Members;
  group: GroupState;
  meetingId: Uint8Array;
  hostKey: Uint8Array;
  /** The host's own, null for everybody else. */
  hostKeySeed: HostKeySeed | null;
  /** What the host offers; null for nothing, and for everybody else. */
  own: NextMeeting | null;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export class NextOffer {
  /** By the link that stands now. */
  #told = new WeakSet<Member>();
  #message: NextMessage | null = null;
  #asked: { from: string; next: NextMeeting } | null = null;
  /** Secrets of those that came. */
  readonly #known: Uint8Array[] = [];

  constructor(
    private readonly options: NextOfferOptions,
    private readonly ports: Pick<Ports, 'wall' | 'drop'>,
  ) {
    const { own, hostKeySeed, meetingId } = options;
    if (own && hostKeySeed) this.#message = encodeNext(own, meetingId, hostKeySeed);
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

  /** The decision is made; what it leads to is done by whoever asks for it. */
  answered(): void {
    this.#asked = null;
    this.options.viewChanged();
  }

  /** Somebody may be here since: the host tells each once. */
  follow(): void {
    if (!this.#message) return;
    const { members, group } = this.options;
    for (const member of members.all) {
      if (this.#told.has(member) || !group.mayHear(member)) continue;
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
    const { group, meetingId, hostKey, hostKeySeed } = this.options;
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
    // What this person is about to answer stays as it is, and nobody is asked twice.
    const { secret } = next.invite;
    if (this.#asked || this.#known.some((one) => equalPublic(one, secret))) return;
    this.#known.push(secret);
    this.#asked = { from: from.name, next };
    this.options.viewChanged();
  }
}
