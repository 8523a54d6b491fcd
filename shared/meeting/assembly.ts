/** What the members of a meeting keep in common: who may be here, who is, and with which keys they seal. */
import { equalPublic, toHex } from '../bytes';
import type { Invite } from '../invite/link';
import type { MeetingKeys } from '../invite/key-schedule';
import type { ListAlarm } from '../ipc';
import type { FrameReport } from '../media/frame-messages';
import type { HostKeySeed } from './door-key';
import { Ledger, STATEMENTS_PER_MESSAGE } from './ledger';
import { MediaKeys } from './media-keys';
import type { Member } from './member';
import type { MemberMessage } from './member-messages';
import type { Members } from './members';
import type { Ports } from './ports';
import { RateLimit } from './rate-limit';
import { RosterKeeper } from './roster-keeper';
import type { Self } from './self';

/** Keys change when people come and go; more often than that somebody plays with us. */
const KEYS_PER_SECOND = 10;
/** An answer to a list may be much longer than the list. */
const ANSWERS_PER_SECOND = 1;

export interface AssemblyOptions {
  invite: Invite;
  keys: MeetingKeys;
  /** The host's own, null for everybody else. */
  hostKeySeed: HostKeySeed | null;
  self: Self;
  members: Members;
  changed: () => void;
  /** The host has sent this very participant away. */
  removed: () => void;
}

export class Assembly {
  readonly #ledger: Ledger;
  readonly #roster: RosterKeeper;
  readonly #mediaKeys: MediaKeys;
  readonly #keyed = new WeakSet<Member>();
  readonly #limits = new WeakMap<Member, { keys: RateLimit; answers: RateLimit }>();

  constructor(
    private readonly options: AssemblyOptions,
    private readonly ports: Ports,
  ) {
    const { invite, keys, hostKeySeed, self, members, changed } = options;
    const anchor = { meetingId: keys.meetingId, hostKey: invite.hostKey, open: invite.open };
    this.#ledger = new Ledger(anchor, hostKeySeed, (statements) => {
      this.#added(statements);
    });
    this.#mediaKeys = new MediaKeys(ports, (peerId, message) => {
      members.get(peerId)?.send(message);
    });
    this.#roster = new RosterKeeper(
      {
        meetingId: keys.meetingId,
        self,
        members: () => members.all,
        heads: () => this.#ledger.heads,
        changed,
        silent: (member) => {
          member.silent();
        },
      },
      ports,
    );
    this.#ledger.admit(self.identity.publicKey, self.knock.perMeetingKey);
  }

  get lists(): { alarms: ListAlarm[]; cannotCompare: string[] } {
    return { alarms: this.#roster.alarms, cannotCompare: this.#roster.cannotCompare };
  }

  isSilent(peerId: string): boolean {
    return this.#roster.isSilent(peerId);
  }

  isAdmitted(identity: Uint8Array): boolean {
    return this.#ledger.isAdmitted(identity);
  }

  isRemoved(identity: Uint8Array): boolean {
    return this.#ledger.isRemoved(identity);
  }

  /** Signed and told to all before somebody comes in: whoever meets it can see that it was let in. */
  admit(identity: Uint8Array, perMeetingKey: Uint8Array): boolean {
    return this.#ledger.admit(identity, perMeetingKey);
  }

  /** False if it could not be signed any more. */
  remove(identity: Uint8Array): boolean {
    return this.#ledger.remove(identity);
  }

  opened(member: Member): void {
    this.#tellStatements(member, this.#ledger.all);
    this.#giveKeys();
    this.#roster.ownChanged();
  }

  /** Its link is another one: a key that was on its way by the one before is lost. */
  relinked(member: Member): void {
    if (this.#keyed.has(member)) this.#mediaKeys.join(member.facts.peerId);
  }

  /** Whatever it had, it cannot open what is sealed from now on. */
  gone(member: Member): void {
    if (this.#keyed.delete(member)) this.#mediaKeys.leave(member.facts.peerId);
    this.#roster.ownChanged();
  }

  frames(report: FrameReport): void {
    this.#mediaKeys.report(report);
  }

  said(member: Member, message: MemberMessage): void {
    switch (message.t) {
      case 'key':
        // Of somebody who was not let in nothing is heard or seen either.
        if (!isOpenWith(member, (identity) => this.isAdmitted(identity))) this.ports.drop('key-refused');
        else if (this.#limitsOf(member).keys.take()) this.#mediaKeys.said(member.facts.peerId, message);
        break;
      case 'statements':
        this.#ledger.receive(message.list);
        break;
      case 'roster-hash':
        this.#roster.said(member, message);
        break;
      case 'roster-list':
        this.#roster.said(member, message);
        this.#heal(member, message);
        break;
      default:
        this.ports.drop('unexpected');
    }
  }

  end(): void {
    this.#roster.end();
    this.#mediaKeys.end();
  }

  /** What somebody lacks: statements from anybody, and people from the door that let them in. */
  #heal(member: Member, { entries, heads }: Extract<MemberMessage, { t: 'roster-list' }>): void {
    if (!this.#limitsOf(member).answers.take()) return;
    this.#tellStatements(member, this.#ledger.missing(heads));
    const { members, hostKeySeed } = this.options;
    if (!hostKeySeed) return;
    const listed = new Set(entries.map(({ peerId }) => toHex(peerId)));
    for (const other of members.all) {
      if (other !== member && !listed.has(other.facts.peerId)) members.introduceAgain(member, other);
    }
  }

  #added(statements: Uint8Array[]): void {
    const { members, self, removed } = this.options;
    for (const member of members.all) this.#tellStatements(member, statements);
    for (const member of members.all) {
      // The one who was removed learns of it by the statement itself, and by silence.
      if (isOpenWith(member, (identity) => this.isRemoved(identity))) member.leave();
      else if (member.facts.expected && this.isRemoved(member.facts.expected)) members.drop(member);
      else this.#takeKeysBack(member);
    }
    this.#giveKeys();
    this.#checkDoor();
    if (this.isRemoved(self.identity.publicKey)) removed();
    this.#roster.ownChanged();
  }

  /** Media keys go to those whom the statements let in, and to nobody else, whatever channel they have. */
  #giveKeys(): void {
    for (const member of this.options.members.all) {
      if (member.state.phase !== 'open' || this.#keyed.has(member)) continue;
      if (!this.isAdmitted(member.state.introduction.identity)) continue;
      this.#keyed.add(member);
      this.#mediaKeys.join(member.facts.peerId);
    }
  }

  /** What let somebody in may turn out not to count. */
  #takeKeysBack(member: Member): void {
    if (!this.#keyed.has(member) || isOpenWith(member, (identity) => this.isAdmitted(identity))) return;
    this.#keyed.delete(member);
    this.#mediaKeys.leave(member.facts.peerId);
  }

  /** Only the host keeps the door: whoever let us in must be the one that the statements name as host. */
  #checkDoor(): void {
    const host = this.#ledger.hostIdentity;
    const { door } = this.options.members;
    if (!host || door?.state.phase !== 'open') return;
    if (!equalPublic(door.state.introduction.identity, host)) door.refuse();
  }

  #tellStatements(member: Member, statements: Uint8Array[]): void {
    for (let start = 0; start < statements.length; start += STATEMENTS_PER_MESSAGE) {
      member.send({ t: 'statements', list: statements.slice(start, start + STATEMENTS_PER_MESSAGE) });
    }
  }

  #limitsOf(member: Member): { keys: RateLimit; answers: RateLimit } {
    const limits = this.#limits.get(member) ?? {
      keys: new RateLimit(KEYS_PER_SECOND, this.ports.now),
      answers: new RateLimit(ANSWERS_PER_SECOND, this.ports.now),
    };
    this.#limits.set(member, limits);
    return limits;
  }
}

function isOpenWith({ state }: Member, holds: (identity: Uint8Array) => boolean): boolean {
  return state.phase === 'open' && holds(state.introduction.identity);
}
