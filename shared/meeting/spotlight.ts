/** Who is in the large place for everyone, as host and co-hosts have signed it (docs/protocol.md, Membership statements). */
import { equalPublic, fromHex, toHex } from '../bytes';
import { VigilError } from '../errors';
import { MAX_SPOTLIGHT_LIFTS, type StatementBody } from '../membership/statement-body';
import type { GroupState } from './group/group-state';
import type { Members } from './members/members';
import type { Self } from './self';
import type { SpotlightView } from './views';

/** Hashes that one statement can lift. */
const MAX_LIFTS = 16;

export interface SpotlightOptions {
  self: Self;
  members: Members;
  group: GroupState;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export class Spotlight {
  constructor(private readonly options: SpotlightOptions) {}

  /** The first that stands and is for somebody who is here. */
  get view(): SpotlightView | null {
    for (const { hash, signer, peerId } of this.#standing) {
      const name = this.#nameOfRun(peerId);
      if (name === null) continue;
      const mine = equalPublic(peerId, this.options.self.peerId);
      return { id: toHex(hash), peerId: toHex(peerId), name, mine, by: this.#nameOf(signer) };
    }
    return null;
  }

  /**
   * Puts somebody in the large place for everyone, in the place of whoever is there.
   * Throws VigilError no-such-peer, not-allowed, cannot-sign.
   */
  put(peerId: string): void {
    const run = fromHex(peerId);
    if (this.#nameOfRun(run) === null) throw new VigilError('no-such-peer');
    if (this.view?.peerId === peerId) return;
    const { ledger } = this.options.group;
    if (ledger.rights === 'none') throw new VigilError('not-allowed');
    // The last statements are kept for removing people.
    if (!ledger.hasRoom) throw new VigilError('cannot-sign');
    this.#sign({ kind: 'spotlight', peerId: run, lifts: this.#hashes(MAX_SPOTLIGHT_LIFTS) });
  }

  /** Throws VigilError not-allowed, cannot-sign. */
  end(): void {
    if (this.#standing.length > 0) this.#sign({ kind: 'end-spotlight', lifts: this.#hashes(MAX_LIFTS) });
  }

  get #standing(): GroupState['ledger']['membership']['spotlights'] {
    return this.options.group.ledger.membership.spotlights;
  }

  /** Of those that stand, at most so many; the one that is shown among them. */
  #hashes(most: number): Uint8Array[] {
    const shown = this.view?.id;
    const isShown = ({ hash }: { hash: Uint8Array }): boolean => toHex(hash) === shown;
    const standing = this.#standing;
    const ordered = [...standing.filter(isShown), ...standing.filter((one) => !isShown(one))];
    return ordered.slice(0, most).map(({ hash }) => hash);
  }

  /** Null unless this run is here, and nothing is left to decide about it. */
  #nameOfRun(peerId: Uint8Array): string | null {
    const { self, members, group } = this.options;
    if (equalPublic(peerId, self.peerId)) return self.name;
    const member = members.get(toHex(peerId));
    return member && group.mayHear(member) ? member.name : null;
  }

  /** Of whoever signed it; empty for somebody who is not here. */
  #nameOf(signer: Uint8Array): string {
    const { self, members, group } = this.options;
    const { coHosts, hostIdentity } = group.ledger.membership;
    const identity =
      coHosts.find(({ perMeetingKey }) => equalPublic(perMeetingKey, signer))?.identity ?? hostIdentity;
    if (!identity) return '';
    if (equalPublic(identity, self.identity.publicKey)) return self.name;
    const found = members.all.find(
      ({ state }) => state.phase === 'open' && equalPublic(state.introduction.identity, identity),
    );
    return found?.name ?? '';
  }

  #sign(body: StatementBody): void {
    const { group, viewChanged } = this.options;
    if (group.ledger.rights === 'none') throw new VigilError('not-allowed');
    if (!group.sign(body)) throw new VigilError('cannot-sign');
    viewChanged();
  }
}
