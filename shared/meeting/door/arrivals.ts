/** Those whom the own door let in, until they are members: their first link is the one that the door opens. */
import { toHex } from '../../bytes';
import type { DoorKeeper } from './door-keeper';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { Ports } from '../ports';
import type { VisitorSession } from './visitor-session';

/** From a link that both described to somebody inside, when the door closes meanwhile. */
const LINK_LIMIT_MS = 45_000;

export interface OnTheWay {
  member: Member;
  /** It has described its end of the link. */
  isAnswered: boolean;
}

export class Arrivals {
  constructor(
    private readonly members: Members,
    private readonly ports: Pick<Ports, 'timer'>,
  ) {}

  admitted({ visitor, connectionId }: VisitorSession): void {
    const { identity, name } = visitor.knock;
    this.members.arriveByDoor({
      peerId: toHex(visitor.peerId),
      connectionId,
      side: 'offer',
      expected: identity,
      knownName: name,
    });
  }

  /** Somebody who was let in did not come in. */
  vanished(session: VisitorSession): void {
    const { members } = this;
    const member = members.get(session.id);
    if (member?.owns(session.connectionId) === true && member.state.phase !== 'open') members.drop(member);
  }

  /** What the door's channel has learnt of visitors' ends of their links. */
  follow(keeper: DoorKeeper): void {
    for (const member of this.members.all) {
      const session = keeper.session(member.facts.peerId);
      if (!session || !member.owns(session.connectionId)) continue;
      if (session.remoteDescription) member.describedAs(session.remoteDescription);
      if (member.state.phase === 'open') keeper.forget(session.id);
    }
  }

  onTheWay(keeper: DoorKeeper): OnTheWay[] {
    return this.members.all.flatMap((member) => {
      const session = keeper.session(member.facts.peerId);
      if (!session || !member.owns(session.connectionId) || member.state.phase === 'open') return [];
      return [{ member, isAnswered: session.state.phase === 'answered' }];
    });
  }

  /** The door that let them in is gone. */
  doorClosed(onTheWay: readonly OnTheWay[]): void {
    for (const { member, isAnswered } of onTheWay) {
      // Whose link is under way comes in; the others hear that the door is gone, and come by another one.
      if (isAnswered)
        this.ports.timer(LINK_LIMIT_MS, () => {
          this.#dropUnlessOpen(member);
        });
      else this.#dropUnlessOpen(member);
    }
  }

  #dropUnlessOpen(member: Member): void {
    const { members } = this;
    const isHere = members.get(member.facts.peerId) === member;
    if (isHere && member.state.phase !== 'open') members.drop(member);
  }
}
