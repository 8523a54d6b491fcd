/** Who gets the own media keys, and whose are taken: those who may be heard and seen here, and nobody else. */
import type { FrameReport } from '../../media/frame-messages';
import type { KeyMessage } from '../../media/key-messages';
import { MediaKeys } from './media-keys';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { Ports } from '../ports';
import { RateLimit } from '../limits/rate-limit';

/** Keys change when people come and go; more often than that somebody plays with us. */
const KEYS_PER_SECOND = 10;
const WISHES_PER_SECOND = 1;

export interface KeyDistributionOptions {
  members: Members;
  /** Proven to be somebody who may be here. */
  isHere: (member: Member) => boolean;
  /** Here, and nothing is left to decide about it. */
  mayHear: (member: Member) => boolean;
  /** Whether whoever let us in is known to have had the right. */
  doorHadRight: () => boolean;
  react: () => void;
}

interface Limits {
  keys: RateLimit;
  wishes: RateLimit;
}

export class KeyDistribution {
  readonly #mediaKeys: MediaKeys;
  readonly #keyed = new WeakSet<Member>();
  /** The last key of those whose media has to wait. */
  readonly #heldKeys = new WeakMap<Member, KeyMessage>();
  readonly #limits = new WeakMap<Member, Limits>();

  constructor(
    private readonly options: KeyDistributionOptions,
    private readonly ports: Ports,
  ) {
    this.#mediaKeys = new MediaKeys(
      ports,
      (peerId, message) => {
        options.members.get(peerId)?.send(message);
      },
      options.react,
    );
  }

  get epoch(): MediaKeys['epoch'] {
    return this.#mediaKeys.epoch;
  }

  /** Whether it has the own keys. */
  has(member: Member): boolean {
    return this.#keyed.has(member);
  }

  frames(report: FrameReport): void {
    this.#mediaKeys.report(report);
  }

  said(member: Member, message: KeyMessage): void {
    // Of somebody who was not let in nothing is heard or seen either.
    if (this.options.isHere(member) && member.isHeld) this.#heldKeys.set(member, message);
    else if (!this.options.isHere(member)) this.ports.drop('key-refused');
    else if (this.#limitsOf(member).keys.take()) this.#mediaKeys.said(member.facts.peerId, message);
  }

  wanted(member: Member): void {
    if (this.#keyed.has(member) && this.#limitsOf(member).wishes.take())
      this.#mediaKeys.join(member.facts.peerId);
  }

  /** What is said to it is sealed by new keys: so are media, soon. */
  renewed(member: Member): void {
    if (this.#keyed.has(member)) this.#mediaKeys.renewed(member.facts.peerId);
  }

  /** Its link is another one: a key that was on its way by the one before is lost. */
  relinked(member: Member): void {
    if (this.#keyed.has(member)) this.#mediaKeys.join(member.facts.peerId);
  }

  /** Whatever it had, it cannot open what is sealed from now on. */
  gone(member: Member): void {
    if (this.#keyed.delete(member)) this.#mediaKeys.leave(member.facts.peerId);
  }

  /** What it said while this person had not decided. */
  release(member: Member): void {
    const key = this.#heldKeys.get(member);
    if (key && this.#heldKeys.delete(member)) this.#mediaKeys.said(member.facts.peerId, key);
  }

  /** Media keys go to those who may be here, and to nobody else, whatever channel they have. */
  give(): void {
    // Nor before whoever let us in is known to have had the right.
    if (!this.options.doorHadRight()) return;
    for (const member of this.options.members.all) {
      if (!this.options.mayHear(member) || this.#keyed.has(member)) continue;
      this.#keyed.add(member);
      this.#mediaKeys.join(member.facts.peerId);
    }
  }

  /** What let somebody in may turn out not to count. */
  takeBack(member: Member): void {
    if (!this.#keyed.has(member) || this.options.mayHear(member)) return;
    this.#keyed.delete(member);
    this.#mediaKeys.leave(member.facts.peerId);
  }

  end(): void {
    this.#mediaKeys.end();
  }

  #limitsOf(member: Member): Limits {
    const limits = this.#limits.get(member) ?? {
      keys: new RateLimit(KEYS_PER_SECOND, this.ports.steady),
      wishes: new RateLimit(WISHES_PER_SECOND, this.ports.steady),
    };
    this.#limits.set(member, limits);
    return limits;
  }
}
