/** What the members of a meeting keep in common: who may be here, who is, and with which keys they seal. */
import { equalPublic, toHex } from '../../bytes';
import type { FrameReport } from '../../media/frame-messages';
import type { KeyMessage } from '../../media/key-messages';
import type { Access } from './access';
import { AdmitterCheck } from './admitter-check';
import { Forgers } from './forgers';
import { Healing, tellStatements } from './healing';
import { KeyDistribution } from './key-distribution';
import type { StatementLedger } from './statement-ledger';
import type { Member } from '../members/member';
import type { MemberMessage } from '../messages/member-messages';
import type { Members } from '../members/members';
import type { StatementBody } from '../../membership/statement-body';
import type { Ports } from '../ports';
import { RosterExchange } from './roster-exchange';
import type { Self } from '../self';
import type { ListAlarm } from '../views';

export interface GroupStateOptions {
  /** 32 bytes. */
  meetingId: Uint8Array;
  ledger: StatementLedger;
  access: Access;
  /** The link's flag. */
  open: boolean;
  /** Statements of before, of a meeting that its host opens again. */
  past: readonly Uint8Array[];
  self: Self;
  members: Members;
  /** How many events of this member were taken (speaking-up/). */
  heard: (member: Member) => number;
  /** Something is different that others build on. */
  react: () => void;
  /** This very participant was sent away. */
  removed: () => void;
}

export class GroupState {
  readonly ledger: StatementLedger;
  readonly access: Access;
  readonly #roster: RosterExchange;
  readonly #keys: KeyDistribution;
  readonly #door: AdmitterCheck;
  readonly #forgers: Forgers;
  readonly #healing: Healing;
  #removed = new Set<string>();
  #lobbyWasOn = false;
  #hostContradicted = false;
  #ended = false;

  constructor(
    private readonly options: GroupStateOptions,
    private readonly ports: Ports,
  ) {
    const { meetingId, ledger, access, open, past, self, members, react } = options;
    this.ledger = ledger;
    this.#forgers = new Forgers(ports);
    this.#healing = new Healing({ ledger, members, self }, ports);
    this.access = access;
    const isHere = (member: Member): boolean => this.isHere(member);
    this.#door = new AdmitterCheck(
      {
        ...{ ledger, access, open, self, members, isHere },
        hostContradicted: () => this.#hostContradicted,
        ended: () => this.#ended,
      },
      ports,
    );
    this.#keys = new KeyDistribution(
      {
        ...{ members, isHere, react },
        mayHear: (member) => this.mayHear(member),
        doorHadRight: () => this.#door.hadRight,
      },
      ports,
    );
    this.#roster = new RosterExchange(
      {
        meetingId,
        self,
        members: () => members.all,
        heads: () => this.ledger.heads,
        heard: options.heard,
        react,
        silent: (member) => {
          member.silent();
        },
      },
      ports,
    );
    if (past.length > 0) this.#receive(past);
    if (ledger.rights === 'host') this.admit(self.identity.publicKey, self.knock.perMeetingKey);
  }

  get lists(): { alarms: ListAlarm[]; cannotCompare: string[] } {
    return { alarms: this.#roster.alarms, cannotCompare: this.#roster.cannotCompare };
  }

  get epoch(): KeyDistribution['epoch'] {
    return this.#keys.epoch;
  }

  isSilent(peerId: string): boolean {
    return this.#roster.isSilent(peerId);
  }

  opened(member: Member): void {
    const { members } = this.options;
    if (member.state.phase === 'open') this.access.arrived(member.state.introduction.identity);
    // Whoever was let in here gets all of it; others find out by comparing lists what they lack.
    if (member.facts.expected) tellStatements(member, this.ledger.all);
    if (members.isDoor(member)) this.#door.awaitStatements(member);
    this.#door.check();
    this.#keys.give();
    this.#roster.ownChanged();
  }

  /** What is said to it is sealed by new keys. */
  renewed(member: Member): void {
    this.#keys.renewed(member);
  }

  /** Its link is another one: a key that was on its way by the one before is lost. */
  relinked(member: Member): void {
    this.#keys.relinked(member);
  }

  /** Whatever it had, it cannot open what is sealed from now on. */
  gone(member: Member): void {
    this.#keys.gone(member);
    this.#roster.ownChanged();
  }

  /** Somebody said how it signs, or is here since: who signs makes statements for strangers of an open meeting. */
  followStrangers(): void {
    const { ledger, access, options } = this;
    if (!options.open || ledger.rights === 'none') return;
    if (access.flooded && !ledger.membership.lobby.on) this.sign({ kind: 'lobby-on' });
    for (const { state } of options.members.all) {
      if (state.phase !== 'open' || !state.perMeetingKey) continue;
      const { identity } = state.introduction;
      const isStranger = ledger.standingOf(identity) === 'unknown' && access.mayBeHere(identity);
      if (isStranger) this.admit(identity, state.perMeetingKey);
    }
  }

  frames(report: FrameReport): void {
    this.#keys.frames(report);
  }

  /** Its media key. */
  keySaid(from: Member, message: KeyMessage): void {
    this.#keys.said(from, message);
  }

  /** It lacks the own media key. */
  keyWanted(from: Member): void {
    this.#keys.wanted(from);
  }

  rosterHashSaid(from: Member, message: Extract<MemberMessage, { t: 'roster-hash' }>): void {
    this.#roster.said(from, message);
  }

  /** The list of people as it sees it: it is told what it lacks. */
  rosterSaid(from: Member, message: Extract<MemberMessage, { t: 'roster-list' }>): void {
    this.#roster.said(from, message);
    this.#healing.heal(from, message);
  }

  /** What others signed, as it knows it. */
  statementsSaid(from: Member, { list, more }: Extract<MemberMessage, { t: 'statements' }>): void {
    if (this.#forgers.ignores(from)) this.ports.drop('unexpected');
    else if (!this.#receive(list)) this.#forgers.ignore(from);
    if (!more && this.ledger.membership.hostIdentity) this.#door.hearOut(from);
  }

  /** Signs, tells everybody, and acts by it. False without the right, or when nothing more can be signed. */
  sign(body: StatementBody): boolean {
    const signed = this.ledger.sign(body);
    this.#signed(signed ? [signed] : []);
    return signed !== null;
  }

  /** Signs that somebody may come in, where that is needed. False if the identity is not let in afterwards. */
  admit(identity: Uint8Array, perMeetingKey: Uint8Array): boolean {
    const signed = this.ledger.admit(identity, perMeetingKey);
    this.#signed(signed ? [signed] : []);
    return this.ledger.standingOf(identity) === 'admitted';
  }

  /** Signs that somebody has to go: everybody stops talking to it, and doors refuse it. False if it does not count. */
  remove(identity: Uint8Array): boolean {
    this.#signed(this.ledger.remove(identity));
    return this.ledger.standingOf(identity) === 'removed';
  }

  /** Proven to be somebody who may be here. */
  isHere(member: Member): boolean {
    return isOpenWith(member, (identity) => this.access.mayBeHere(identity));
  }

  /** Here, and nothing is left to decide about it. */
  mayHear(member: Member): boolean {
    return this.isHere(member) && !member.isHeld;
  }

  /** This person has decided about somebody whose media had to wait. */
  released(member: Member): void {
    if (!this.mayHear(member)) return;
    this.#keys.give();
    this.#keys.release(member);
    member.release();
  }

  /** What this person decided about removals. */
  answerRemovals(count: boolean): void {
    this.access.answerRemovals(count);
    this.#apply();
  }

  end(): void {
    this.#ended = true;
    this.#roster.end();
    this.#keys.end();
    this.#forgers.end();
  }

  /** False if one of them was not signed by whom it names. */
  #receive(statements: readonly Uint8Array[]): boolean {
    const { fresh, isGenuine } = this.ledger.receive(statements);
    if (fresh.length > 0) this.#follow('received');
    return isGenuine;
  }

  /** Whoever signs tells all; what somebody missed comes by comparing lists, so that a join costs no flood. */
  #signed(statements: Uint8Array[]): void {
    if (statements.length === 0) return;
    for (const member of this.options.members.all) tellStatements(member, statements);
    this.#follow('signed');
  }

  /** There are statements that were not there before. */
  #follow(by: 'signed' | 'received'): void {
    if (by === 'received') this.#holdRemovals();
    this.#removed = new Set(this.ledger.membership.removed.keys());
    this.#followLobby();
    this.#followContradiction();
    this.#apply();
  }

  /** A host's key is no kill switch: those who are together by what it said before stay so. */
  #followContradiction(): void {
    if (this.#hostContradicted || !this.ledger.hostContradicts) return;
    this.#hostContradicted = true;
    this.access.keep(
      this.options.members.all.flatMap((member) =>
        this.#keys.has(member) && member.state.phase === 'open' ? [member.state.introduction.identity] : [],
      ),
    );
  }

  /** Who may decide it switched it off: what was seen here of a flood is over. */
  #followLobby(): void {
    const { on } = this.ledger.membership.lobby;
    if (this.#lobbyWasOn && !on) this.access.calm();
    this.#lobbyWasOn = on;
  }

  /** Removals by others, of people who are here. */
  #holdRemovals(): void {
    const { members, self } = this.options;
    const here = [self.identity.publicKey].concat(
      members.all.flatMap(({ state }) => (state.phase === 'open' ? [state.introduction.identity] : [])),
    );
    const { removed } = this.ledger.membership;
    const fresh = here.filter((identity) => {
      const key = toHex(identity);
      return removed.has(key) && !this.#removed.has(key);
    });
    const isHere = (identity: Uint8Array): boolean => here.some((one) => equalPublic(one, identity));
    this.access.removed(fresh, isHere);
  }

  #apply(): void {
    if (this.#ended) return;
    const { members, self, removed, react } = this.options;
    const { access } = this;
    for (const member of members.all) {
      // The one who was removed learns of it by the statement itself, and by silence.
      if (isOpenWith(member, (identity) => access.isRemoved(identity))) this.#door.partWith(member);
      else if (member.facts.expected && access.isRemoved(member.facts.expected)) members.drop(member);
      else this.#keys.takeBack(member);
    }
    this.#keys.give();
    this.#door.check();
    this.#roster.ownChanged();
    if (access.isRemoved(self.identity.publicKey)) removed();
    else react();
  }
}

function isOpenWith({ state }: Member, holds: (identity: Uint8Array) => boolean): boolean {
  return state.phase === 'open' && holds(state.introduction.identity);
}
