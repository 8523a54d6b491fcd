/**
 * Keeps the meeting's signed statements: makes the own ones, takes others', and says what they come to. What follows
 * from a new statement, and who hears of it, is for GroupState.
 */
import { equalPublic, toHex } from '../../bytes';
import { ed25519FromSeed, wipe } from '../../crypto/sodium';
import type { Invite } from '../../invite/link';
import type { HostKeySeed } from '../meeting-keys';
import type { Head } from '../../membership/chain';
import { standingOf, type Membership, type Standing } from '../../membership/membership';
import type { CoHost, MeetingAnchor } from '../../membership/rulings';
import { signStatement, type ChainPlace } from '../../membership/statement';
import { inviteHash } from '../../membership/invite-hash';
import type { StatementBody } from '../../membership/statement-body';
import { StatementSet } from '../../membership/statement-set';
import type { Self } from '../self';

/** Admits signed for one identity. */
const MAX_RUNS = 4;
/** The rest of the host's 224 statements is kept for removing people. */
const HOST_ADMITS_UP_TO = 160;
/** A co-host's last statements of each sixteen, likewise. */
const COHOST_RESERVE = 4;

/** What somebody may sign. */
export type Rights = 'host' | 'co-host' | 'none';

export interface LedgerKeys {
  /** The host's own, null for everybody else. */
  hostKeySeed: HostKeySeed | null;
  self: Pick<Self, 'perMeetingSeed' | 'knock'>;
  /** Keeps what the host signs, before anybody hears of it. Throws if it cannot: then nothing is signed. */
  keep?: ((statement: Uint8Array) => void) | undefined;
}

export interface Received {
  /** What was not known before. */
  fresh: Uint8Array[];
  /** False if one of them was not signed by whom it names; those behind it were not looked at. */
  isGenuine: boolean;
}

export class StatementLedger {
  readonly #set: StatementSet;

  constructor(
    private readonly meeting: MeetingAnchor,
    private readonly keys: LedgerKeys,
  ) {
    this.#set = new StatementSet(meeting);
  }

  get heads(): Head[] {
    return this.#set.heads();
  }

  get all(): Uint8Array[] {
    return this.#set.export();
  }

  /** What the statements come to. The host says who it is in its first one. */
  get membership(): Membership {
    return this.#set.membership;
  }

  /** Whether the host's key signed one place twice: nothing that it signed from there on counts. */
  get hostContradicts(): boolean {
    return this.membership.faults.some(({ type, by }) => type === 'contradiction' && by === 'host');
  }

  standingOf(identity: Uint8Array): Standing {
    return standingOf(this.#set.membership, identity);
  }

  /** Active co-hosts are those whose further statements can count. */
  activeCoHost(identity: Uint8Array): CoHost | undefined {
    return this.membership.coHosts.find(
      (one) => one.state === 'active' && equalPublic(one.identity, identity),
    );
  }

  /** What this side may sign, whether or not there is room for it. */
  get rights(): Rights {
    if (this.keys.hostKeySeed) return 'host';
    const { perMeetingKey } = this.keys.self.knock;
    const own = this.membership.coHosts.find((one) => equalPublic(one.perMeetingKey, perMeetingKey));
    return own?.state === 'active' ? 'co-host' : 'none';
  }

  /** Whether the own key was named co-host's and can never be again. */
  get isDropped(): boolean {
    const { perMeetingKey } = this.keys.self.knock;
    return this.membership.coHosts.some(
      (one) => one.state !== 'active' && equalPublic(one.perMeetingKey, perMeetingKey),
    );
  }

  /** Statements that let the own per-meeting key keep a door; none if it may not. */
  get doorProof(): Uint8Array[] {
    return this.#set.proofOf(this.keys.self.knock.perMeetingKey);
  }

  /** Whether the statements let this key keep a door. */
  mayKeepDoor(perMeetingKey: Uint8Array): boolean {
    return this.#set.proofOf(perMeetingKey).length > 0;
  }

  /** Whether the host named another link than this one last. */
  isReplaced(invite: Invite): boolean {
    const { replacedBy } = this.membership;
    return replacedBy !== null && !equalPublic(replacedBy, inviteHash(invite));
  }

  missing(heads: readonly Head[]): Uint8Array[] {
    return this.#set.missing(heads);
  }

  /**
   * Lets an identity in, once for each of its first few runs: whoever comes back again and again must not use up
   * the statements. Null if nothing had to be signed, or could be.
   */
  admit(identity: Uint8Array, perMeetingKey: Uint8Array): Uint8Array | null {
    const keys = this.membership.admitted.get(toHex(identity))?.perMeetingKeys ?? [];
    const enough = keys.length >= MAX_RUNS || keys.some((key) => equalPublic(key, perMeetingKey));
    if (enough || !this.hasRoom) return null;
    return this.sign({ kind: 'admit', identity, perMeetingKey, lifts: [] });
  }

  /** Sends an identity away: a host drops its co-host's keys first. Returns what was signed; empty if nothing was. */
  remove(identity: Uint8Array): Uint8Array[] {
    const signed = this.rights === 'host' ? this.#dropKeysOf(identity) : [];
    return [...signed, this.sign({ kind: 'remove', identity })].filter((one) => one !== null);
  }

  /**
   * Signs with the host's key or, of what co-hosts may sign, with the own one. Returns the statement; null without the
   * right, or when nothing more can be signed: the meeting goes on with those who are in.
   */
  sign(body: StatementBody): Uint8Array | null {
    const place = this.#place();
    if (this.rights === 'none' || !place) return null;
    const { hostKeySeed, self } = this.keys;
    const keyPair = ed25519FromSeed(hostKeySeed ?? self.perMeetingSeed);
    const { bytes } = signStatement(keyPair, this.meeting.meetingId, place, body);
    wipe(keyPair.secretKey);
    return this.#isKept(bytes) && this.#set.add(bytes).result === 'added' ? bytes : null;
  }

  /** Takes what others signed. */
  receive(statements: readonly Uint8Array[]): Received {
    let isGenuine = true;
    const fresh: Uint8Array[] = [];
    for (const bytes of statements) {
      const added = this.#set.add(bytes);
      if (added.result === 'added') fresh.push(bytes);
      isGenuine = added.result !== 'refused' || added.refusal !== 'not-genuine';
      if (!isGenuine) break;
    }
    return { fresh, isGenuine };
  }

  /** What was told and is forgotten would be signed a second time, and that ends the signer's rights. */
  #isKept(statement: Uint8Array): boolean {
    if (!this.keys.hostKeySeed || !this.keys.keep) return true;
    try {
      this.keys.keep(statement);
      return true;
    } catch {
      return false;
    }
  }

  /** A removal alone does not end a co-host's rights. */
  #dropKeysOf(identity: Uint8Array): (Uint8Array | null)[] {
    return this.membership.coHosts
      .filter((one) => one.state !== 'dropped' && equalPublic(one.identity, identity))
      .map(({ perMeetingKey, used }) => this.sign({ kind: 'drop-co-host', perMeetingKey, counting: used }));
  }

  /** Whether the own key may sign more than what is kept for removing people. */
  get hasRoom(): boolean {
    const place = this.#place();
    if (!place) return false;
    if (this.keys.hostKeySeed) return place.number < HOST_ADMITS_UP_TO;
    const { perMeetingKey } = this.keys.self.knock;
    const own = this.membership.coHosts.find((one) => equalPublic(one.perMeetingKey, perMeetingKey));
    return own !== undefined && place.number < own.allowance - COHOST_RESERVE;
  }

  #place(): ChainPlace | null {
    const key = this.keys.hostKeySeed ? this.meeting.hostKey : this.keys.self.knock.perMeetingKey;
    const place = this.#set.place(key);
    return typeof place === 'string' ? null : place;
  }
}
