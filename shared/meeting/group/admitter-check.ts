/** Whether whoever let us in had the right: by the statements, not by its own word. */
import type { Access } from './access';
import type { StatementLedger } from './statement-ledger';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { Ports } from '../ports';
import type { Self } from '../self';

/** A door that does not say by then who the host is has nothing to say. */
const STATEMENTS_LIMIT_MS = 10_000;

export interface AdmitterCheckOptions {
  ledger: StatementLedger;
  access: Access;
  /** The link's flag. */
  open: boolean;
  self: Self;
  members: Members;
  /** Proven to be somebody who may be here. */
  isHere: (member: Member) => boolean;
  /** Whether the host's key contradicted itself, and what follows was decided. */
  hostContradicted: () => boolean;
  ended: () => boolean;
}

export class AdmitterCheck {
  /** Doors that have said who may be here: from then on they need a right by it. */
  readonly #heardOut = new WeakSet<Member>();
  #hasShownRight = false;

  constructor(
    private readonly options: AdmitterCheckOptions,
    private readonly ports: Pick<Ports, 'timer'>,
  ) {}

  /** As far as is known by now. Where the door is gone, what it could show while it was here counts. */
  get hadRight(): boolean {
    const { door } = this.options.members;
    if (door?.state.phase === 'open') return this.#hasRight(door.state.introduction.identity);
    return this.#hasShownRight || this.#isDecided || this.options.access.roleOf(this.#own) !== 'member';
  }

  get #own(): Uint8Array {
    return this.options.self.identity.publicKey;
  }

  /** Nothing was left to decide about this person, so that any member may have let it in. */
  get #isDecided(): boolean {
    const standing = this.options.ledger.standingOf(this.#own);
    return this.options.open || standing === 'admitted' || standing === 'pre-admitted';
  }

  /** Somebody who was sent away, and keeps a door all the same, is not whom was looked for. */
  partWith(member: Member): void {
    if (this.options.members.isDoor(member) && !this.#heardOut.has(member)) member.refuse('stranger');
    else member.leave();
  }

  /** Lets go of it if it had none. */
  check(): void {
    const { door } = this.options.members;
    if (door?.state.phase !== 'open') return;
    const { identity } = door.state.introduction;
    // Who was sent away is nobody to be alarmed about.
    if (this.options.access.isRemoved(identity)) door.refuse('stranger');
    else if (this.#heardOut.has(door) && !this.#hasRight(identity)) this.#refuse(door);
  }

  /** As far as is known by now. */
  #hasRight(identity: Uint8Array): boolean {
    const { access } = this.options;
    if (access.isRemoved(identity)) return false;
    if (access.roleOf(identity) !== 'member') return true;
    // It had the right when the host's word still counted, or else it is nobody who was here.
    if (this.options.hostContradicted()) return access.mayBeHere(identity);
    return this.#isDecided && access.mayBeHere(identity);
  }

  /** Those who are together go on without it. */
  #refuse(door: Member): void {
    const together = this.options.members.all.some((one) => one !== door && this.options.isHere(one));
    door.refuse(together ? 'stranger' : 'foreign');
  }

  /** It has said who may be here. */
  hearOut(member: Member): void {
    if (this.options.members.door !== member || this.#heardOut.has(member)) return;
    this.#heardOut.add(member);
    this.check();
    if (member.state.phase === 'open' && this.#hasRight(member.state.introduction.identity))
      this.#hasShownRight = true;
  }

  /** It may keep its door by statements that are unknown here as yet. */
  awaitStatements(door: Member): void {
    this.ports.timer(STATEMENTS_LIMIT_MS, () => {
      if (this.options.ended() || door.state.phase !== 'open' || this.#heardOut.has(door)) return;
      if (this.options.ledger.membership.hostIdentity) this.hearOut(door);
      // It may have vanished before it said anything.
      else if (door.path === 'open') this.#refuse(door);
      else door.silent();
    });
  }
}
