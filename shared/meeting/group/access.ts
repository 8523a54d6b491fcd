/**
 * Who may be here: by the statements, by what this person was asked, and in an open meeting by the link alone; and whose
 * media has to wait. One object for each meeting, handed to whoever has to ask.
 */
import { equalPublic, toHex } from '../../bytes';
import type { SteadyClock, SteadyTime } from '../../clocks';
import type { Acquaintances } from './acquaintances';
import { CrowdHold } from './crowd-hold';
import type { StatementLedger } from './statement-ledger';

/** More unknown people than this within ten seconds turn an open meeting's lobby on for further ones. */
const STRANGERS_AT_ONCE = 5;
const AT_ONCE_MS = 10_000;

export type PersonRole = 'host' | 'co-host' | 'member';

export class Access {
  readonly #hold = new CrowdHold();
  /** Came in while the link alone was enough: they stay when it no longer is. */
  readonly #welcomed = new Set<string>();
  /** This person does not want to meet them here: somebody may sit in between, or it is not whom it says. */
  readonly #refused = new Set<string>();
  /** Were here when the host's key contradicted itself, and so nobody is admitted any more. */
  readonly #kept = new Set<string>();
  /** When each came. By identity, in hex. */
  readonly #arrivals = new Map<string, SteadyTime>();
  #flooded = false;
  readonly #beganAt: SteadyTime;

  /** @param open the meeting was made without a lobby. */
  constructor(
    private readonly ledger: StatementLedger,
    private readonly acquaintances: Acquaintances,
    private readonly open: boolean,
    private readonly steady: SteadyClock,
  ) {
    this.#beganAt = steady();
  }

  /** Whether somebody with this identity may be here, hear and see. */
  mayBeHere(identity: Uint8Array): boolean {
    if (this.#refused.has(toHex(identity))) return false;
    if (this.#hold.stays(identity)) return true;
    switch (this.ledger.standingOf(identity)) {
      case 'admitted':
      case 'pre-admitted':
        return true;
      case 'removed':
        return false;
      case 'unknown':
        if (this.#kept.has(toHex(identity))) return true;
        return this.open && (this.linkIsEnough || this.#welcomed.has(toHex(identity)));
    }
  }

  /** In an open meeting: whether whoever has the link is in by it, for the door and for those inside alike. */
  get linkIsEnough(): boolean {
    return !this.lobby && !this.isLocked;
  }

  /** Nobody comes in whom no statement lets in. */
  get isLocked(): boolean {
    return this.ledger.membership.lock.on;
  }

  /** Media waits until this person has decided who it is. */
  isHeld({ identity, name }: { identity: Uint8Array; name: string }): boolean {
    return this.acquaintances.isHeld(identity, name);
  }

  /** For the rest of this meeting, on this side only. */
  refuse(identity: Uint8Array): void {
    this.#refused.add(toHex(identity));
  }

  isRemoved(identity: Uint8Array): boolean {
    return this.ledger.standingOf(identity) === 'removed' && !this.#hold.stays(identity);
  }

  /** On: a person decides about each newcomer whom no statement lets in. */
  get lobby(): boolean {
    return this.ledger.membership.lobby.on || this.#flooded;
  }

  /** Whether so many strangers came at once that the link alone is no longer enough here. */
  get flooded(): boolean {
    return this.#flooded;
  }

  /** Somebody who may decide it says that the link is enough again. */
  calm(): void {
    this.#flooded = false;
    this.#arrivals.clear();
  }

  /** The host's word is void: these may stay. */
  keep(identities: readonly Uint8Array[]): void {
    for (const identity of identities) this.#kept.add(toHex(identity));
  }

  /** Somebody who may be here is here. */
  arrived(identity: Uint8Array): void {
    if (!this.open || this.ledger.standingOf(identity) !== 'unknown') return;
    const isKnown = this.#welcomed.has(toHex(identity));
    this.#welcomed.add(toHex(identity));
    // Whoever comes in meets at once all those who are here, and floods nothing.
    const isNew = this.steady() - this.#beganAt >= AT_ONCE_MS;
    if (isNew && !isKnown) this.strangerCame(identity);
  }

  /** Somebody comes in by the link alone. */
  strangerCame(identity: Uint8Array): void {
    const now = this.steady();
    for (const [one, at] of this.#arrivals) if (now - at >= AT_ONCE_MS) this.#arrivals.delete(one);
    this.#arrivals.set(toHex(identity), now);
    if (this.#arrivals.size > STRANGERS_AT_ONCE) this.#flooded = true;
  }

  /** By whose word two may be parted and brought together again, and who may decide at the door. */
  keepsDoor(identity: Uint8Array): boolean {
    return this.roleOf(identity) !== 'member';
  }

  roleOf(identity: Uint8Array): PersonRole {
    const { hostIdentity } = this.ledger.membership;
    if (hostIdentity && equalPublic(hostIdentity, identity)) return 'host';
    return this.ledger.activeCoHost(identity) ? 'co-host' : 'member';
  }

  /**
   * Host or co-host, and able to sign: whoever comes back in another run has the role, but not the key, until the
   * host names it again. @param perMeetingKey of its run; null while it has not said so.
   */
  signs(identity: Uint8Array, perMeetingKey: Uint8Array | null): boolean {
    const role = this.roleOf(identity);
    if (role === 'member' || !perMeetingKey) return role !== 'member';
    const { hostPerMeetingKey } = this.ledger.membership;
    const named = role === 'host' ? hostPerMeetingKey : this.ledger.activeCoHost(identity)?.perMeetingKey;
    return named instanceof Uint8Array && equalPublic(named, perMeetingKey);
  }

  /** Whether the own signature could remove this identity. */
  removable(identity: Uint8Array): boolean {
    const { hostIdentity, coHosts } = this.ledger.membership;
    if (hostIdentity && equalPublic(hostIdentity, identity)) return false;
    switch (this.ledger.rights) {
      case 'host':
        return true;
      case 'co-host':
        return !coHosts.some((one) => equalPublic(one.identity, identity));
      case 'none':
        return false;
    }
  }

  /** Removals of people who are here, that others signed and that just became known. */
  removed(identities: readonly Uint8Array[], isHere: (identity: Uint8Array) => boolean): void {
    this.#hold.signed(identities, this.steady(), isHere);
  }

  /** Whose removal waits for this person's word. */
  get heldRemovals(): Uint8Array[] {
    return this.#hold.held;
  }

  /** This person removes somebody: that counts here at once. */
  removes(identity: Uint8Array): void {
    this.#hold.agreed(identity);
  }

  answerRemovals(count: boolean): void {
    this.#hold.answer(count);
  }
}
