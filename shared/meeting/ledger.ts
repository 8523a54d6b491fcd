/** Keeps the meeting's signed statements: makes the host's, takes others', and passes on what is new. */
import { equalPublic } from '../bytes';
import { ed25519FromSeed, wipe } from '../crypto/sodium';
import type { HostKeySeed } from './door-key';
import type { Head } from './membership/chain';
import { standingOf } from './membership/membership';
import type { MeetingAnchor } from './membership/rulings';
import { signStatement } from './membership/statement';
import type { StatementBody } from './membership/statement-body';
import { StatementSet } from './membership/statement-set';

/** So many of the longest statements fit into one sealed message. */
export const STATEMENTS_PER_MESSAGE = 20;

/** Admits signed for one identity. */
const MAX_RUNS = 4;
/** The rest of the host's 224 statements is kept for removing people. */
const ADMITS_UP_TO = 160;

export class Ledger {
  readonly #set: StatementSet;

  /** @param hostKeySeed the host's own, null for everybody else. @param added what was not known before. */
  constructor(
    private readonly meeting: MeetingAnchor,
    private readonly hostKeySeed: HostKeySeed | null,
    private readonly added: (statements: Uint8Array[]) => void,
  ) {
    this.#set = new StatementSet(meeting);
  }

  get heads(): Head[] {
    return this.#set.heads();
  }

  /** The host says who it is in its first statement; null until that is known. */
  get hostIdentity(): Uint8Array | null {
    return this.#set.membership.hostIdentity;
  }

  get all(): Uint8Array[] {
    return this.#set.export();
  }

  isAdmitted(identity: Uint8Array): boolean {
    return standingOf(this.#set.membership, identity) === 'admitted';
  }

  isRemoved(identity: Uint8Array): boolean {
    return standingOf(this.#set.membership, identity) === 'removed';
  }

  missing(heads: readonly Head[]): Uint8Array[] {
    return this.#set.missing(heads);
  }

  /**
   * The host lets an identity in, once for each of its first few runs: whoever comes back again and again must
   * not use up the host's statements. False if the identity is not let in afterwards.
   */
  admit(identity: Uint8Array, perMeetingKey: Uint8Array): boolean {
    const known = [...this.#set.membership.admitted.values()].find((one) =>
      equalPublic(one.identity, identity),
    );
    const keys = known?.perMeetingKeys ?? [];
    const enough = keys.length >= MAX_RUNS || keys.some((key) => equalPublic(key, perMeetingKey));
    if (!enough && this.#nextNumber < ADMITS_UP_TO)
      this.#sign({ kind: 'admit', identity, perMeetingKey, lifts: [] });
    return this.isAdmitted(identity);
  }

  /** The host sends an identity away: everybody stops talking to it, and the door refuses it. */
  remove(identity: Uint8Array): boolean {
    this.#sign({ kind: 'remove', identity });
    return this.isRemoved(identity);
  }

  receive(statements: readonly Uint8Array[]): void {
    const fresh = statements.filter((bytes) => this.#set.add(bytes).result === 'added');
    if (fresh.length > 0) this.added(fresh);
  }

  /** Infinity when nothing more can be signed. */
  get #nextNumber(): number {
    const place = this.#set.place(this.meeting.hostKey);
    return typeof place === 'string' ? Infinity : place.number;
  }

  #sign(body: StatementBody): void {
    if (!this.hostKeySeed) return;
    const place = this.#set.place(this.meeting.hostKey);
    // Nothing more may be signed: the meeting goes on with those who are in.
    if (typeof place === 'string') return;
    const keyPair = ed25519FromSeed(this.hostKeySeed);
    const { bytes } = signStatement(keyPair, this.meeting.meetingId, place, body);
    wipe(keyPair.secretKey);
    this.receive([bytes]);
  }
}
