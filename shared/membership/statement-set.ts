/**
 * The statements of a meeting that this member holds, from wherever they came. Each is verified once, and
 * whether it is held follows from its signer and number alone. So all members come to hold the same,
 * and no flood of one signer takes another's room.
 */
import { comparePublic, equalPublic, toHex } from '../bytes';
import { chainOf, headOf, type Chain, type Head } from './chain';
import { appointmentsOf, HOST_ALLOWANCE } from './co-hosts';
import { membershipOf, type Membership } from './membership';
import type { MeetingAnchor } from './rulings';
import {
  decodeStatement,
  NO_HASH,
  verifyStatement,
  type ChainPlace,
  type Statement,
  type StatementRefusal,
  type VerifiedStatement,
} from './statement';

export type AddRefusal =
  | StatementRefusal
  /** Neither the host nor named co-host by what is held so far: worth offering again later. */
  | 'unknown-signer'
  /** Beyond what this signer may sign, as far as is known: worth offering again later. */
  | 'over-allowance'
  /** At or above a place for which the signer already signed two: it could change nothing. */
  | 'after-contradiction';

export type Added =
  | { result: 'added'; statement: VerifiedStatement }
  | { result: 'known' }
  | { result: 'refused'; refusal: AddRefusal };

/** Why the own key cannot sign now. */
export type NoPlace = 'no-rights' | 'contradicted' | 'allowance-used' | 'incomplete';

interface Signer {
  key: Uint8Array;
  allowance: number;
  /** Sorted by number, then by hash; at most two share a number, and then nothing stands above them. */
  held: VerifiedStatement[];
  chain: Chain;
}

export class StatementSet {
  /** The host first, then co-hosts as the host named them. */
  #signers: ReadonlyMap<string, Signer>;
  #membership: Membership | null = null;

  constructor(readonly meeting: MeetingAnchor) {
    const host = emptySigner(meeting.hostKey, HOST_ALLOWANCE);
    this.#signers = new Map([[toHex(meeting.hostKey), host]]);
  }

  /** At most 497 statements. */
  get size(): number {
    return [...this.#signers.values()].reduce((size, { held }) => size + held.length, 0);
  }

  /** What the held statements say. The same object until a statement is added. */
  get membership(): Membership {
    this.#membership ??= membershipOf(this.#all(), this.meeting);
    return this.#membership;
  }

  /** Never throws. @param bytes one statement, from anywhere. */
  add(bytes: Uint8Array): Added {
    const decoded = decodeStatement(bytes, this.meeting.meetingId);
    if (!decoded.ok) return { result: 'refused', refusal: decoded.refusal };
    const { statement } = decoded;
    const signer = this.#signers.get(toHex(statement.signer));
    if (!signer) return { result: 'refused', refusal: 'unknown-signer' };
    if (holds(signer, statement)) return { result: 'known' };
    const refusal = refusalOf(statement, signer);
    if (refusal) return { result: 'refused', refusal };
    // Last, because it is a thousand times dearer than the rest.
    if (!verifyStatement(statement)) return { result: 'refused', refusal: 'not-genuine' };
    this.#insert(statement, signer);
    return { result: 'added', statement };
  }

  /** What to tell peers, so that they can answer with what is missing here: at most 17. */
  heads(): Head[] {
    return [...this.#signers.values()].map(({ key, chain }) => headOf(key, chain));
  }

  /** The whole set for a newcomer, in an order in which each is accepted at once. */
  export(): Uint8Array[] {
    return this.#all().map(({ bytes }) => bytes);
  }

  /**
   * What somebody with these heads lacks, in the order of `export`. Two sets that answer each other until
   * both answers are empty say the same. Costs memory only; whoever sends it limits how often.
   */
  missing(heads: readonly Head[]): Uint8Array[] {
    return [...this.#signers.values()].flatMap((signer) => {
      const theirs = heads.find((head) => equalPublic(head.signer, signer.key));
      return heldBeyond(signer, theirs).map(({ bytes }) => bytes);
    });
  }

  /**
   * The statements by which a key may keep a door, the host's first: one or two, or none (door-answer.ts).
   * @param key a per-meeting key, 32 bytes.
   */
  proofOf(key: Uint8Array): Uint8Array[] {
    const appointment = this.#naming('co-host', this.meeting.hostKey, key);
    if (appointment && !this.#dropped(key)) return [appointment];
    for (const { key: signer } of this.#signers.values()) {
      const access = this.#naming('admit', signer, key);
      if (!access) continue;
      if (equalPublic(signer, this.meeting.hostKey)) return [access];
      const named = this.#naming('co-host', this.meeting.hostKey, signer);
      if (named && !this.#dropped(signer)) return [named, access];
    }
    return [];
  }

  /**
   * Where the next statement of an own key stands. `incomplete`: the set holds a later statement of this key
   * than the chain reaches, so signing now would contradict it; ask the peers first.
   */
  place(key: Uint8Array): ChainPlace | NoPlace {
    const signer = this.#signers.get(toHex(key));
    if (!signer || this.#dropped(key)) return 'no-rights';
    const { standing, contradicted } = signer.chain;
    if (contradicted) return 'contradicted';
    if (signer.held.length > standing.length) return 'incomplete';
    if (standing.length >= signer.allowance) return 'allowance-used';
    return { number: standing.length, previous: standing.at(-1)?.hash ?? NO_HASH };
  }

  #naming(kind: 'admit' | 'co-host', signer: Uint8Array, key: Uint8Array): Uint8Array | undefined {
    const standing = this.#signers.get(toHex(signer))?.chain.standing ?? [];
    return standing.find(({ body }) => body.kind === kind && equalPublic(body.perMeetingKey, key))?.bytes;
  }

  #dropped(key: Uint8Array): boolean {
    return this.membership.coHosts.some(
      ({ perMeetingKey, dropped }) => dropped !== null && equalPublic(perMeetingKey, key),
    );
  }

  #all(): VerifiedStatement[] {
    return [...this.#signers.values()].flatMap(({ held }) => held);
  }

  #insert(statement: VerifiedStatement, signer: Signer): void {
    signer.held.push(statement);
    signer.held.sort((one, other) => one.number - other.number || comparePublic(one.hash, other.hash));
    signer.chain = chainOf(signer.held, signer.allowance);
    signer.held = signer.held.filter(({ number }) => number <= contradictedAt(signer));
    if (equalPublic(signer.key, this.meeting.hostKey)) this.#reappoint(signer);
    this.#membership = null;
  }

  /** A longer chain of the host names more co-hosts; one that was cut off by a contradiction, fewer. */
  #reappoint(host: Signer): void {
    const signers = new Map([[toHex(host.key), host]]);
    for (const [hex, { perMeetingKey, allowance }] of appointmentsOf(host.chain.standing, host.key)) {
      const signer = this.#signers.get(hex) ?? emptySigner(perMeetingKey, allowance);
      signer.allowance = allowance;
      signer.held = signer.held.filter(({ number }) => number < allowance);
      signer.chain = chainOf(signer.held, allowance);
      signers.set(hex, signer);
    }
    this.#signers = signers;
  }
}

function emptySigner(key: Uint8Array, allowance: number): Signer {
  return { key, allowance, held: [], chain: { standing: [], contradicted: false } };
}

function holds({ held }: Signer, { number, hash }: Statement): boolean {
  return held.some((statement) => statement.number === number && equalPublic(statement.hash, hash));
}

/** The lowest number at which the signer contradicts itself, also beyond a gap; Infinity if it does not. */
function contradictedAt({ held, chain }: Signer): number {
  if (chain.contradicted) return chain.standing.length;
  const twice = held.find(({ number }, index) => held[index + 1]?.number === number);
  return twice?.number ?? Infinity;
}

function refusalOf({ number }: Statement, signer: Signer): AddRefusal | null {
  if (number >= signer.allowance) return 'over-allowance';
  return number >= contradictedAt(signer) ? 'after-contradiction' : null;
}

/**
 * Only what counts, or proves a contradiction where it counts: what lies beyond a gap waits for the gap.
 * @param theirs the other's head for this signer, if it knows the signer at all.
 */
function heldBeyond({ key, held, chain }: Signer, theirs: Head | undefined): VerifiedStatement[] {
  const ours = headOf(key, chain);
  const told = held.filter(({ number }) => number < ours.count || chain.contradicted);
  if (!theirs) return told;
  if (theirs.count > ours.count) return ours.contradicted ? told : [];
  const common = theirs.count === 0 ? NO_HASH : chain.standing[theirs.count - 1]?.hash;
  // Another history: only all of it is sure to hold the place at which they part.
  if (!common || !equalPublic(common, theirs.hash)) return told;
  // It knows a contradiction no higher than ours: nothing above counts for it.
  return theirs.contradicted ? [] : told.filter(({ number }) => number >= theirs.count);
}
