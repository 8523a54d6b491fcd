/** Members who go on in another meeting and ask this person to come along: bounded, and answered one after the other. */
import type { Invite } from '../invite/link';
import type { Member } from './members/member';
import type { Ports } from './ports';

/** That wait for an answer. */
const MAX_OFFERS = 16;

export interface MoveOffer {
  /** Name of who asks. */
  from: string;
  invite: Invite;
}

export class MoveOffers {
  /** By the peer id of who asks. */
  readonly #offers = new Map<string, MoveOffer>();

  constructor(private readonly ports: Pick<Ports, 'drop'>) {}

  /** What this person is asked about, until it is answered. */
  get asked(): MoveOffer | null {
    const [offer] = this.#offers.values();
    return offer ?? null;
  }

  add({ facts, name }: Member, invite: Invite): void {
    const [asked] = this.#offers.keys();
    // What this person is about to answer stays as it is.
    if (asked === facts.peerId) return;
    if (this.#offers.size < MAX_OFFERS) this.#offers.set(facts.peerId, { from: name, invite });
    else this.ports.drop('unexpected');
  }

  answered(): void {
    const [asked] = this.#offers.keys();
    if (asked !== undefined) this.#offers.delete(asked);
  }
}
