/** Those whom the own door let in, until they are members: the door's channel describes their first connection. */
import { toHex } from '../../bytes';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { VisitorSession } from './visitor-session';

export class Arrivals {
  readonly #arriving = new WeakMap<VisitorSession, Member>();

  constructor(private readonly members: Members) {}

  admitted(session: VisitorSession): void {
    const { knock, peerId } = session.visitor;
    const { identity, name } = knock;
    const arrival = { peerId: toHex(peerId), signalling: session, remote: null };
    this.#arriving.set(
      session,
      this.members.arriveByDoor({ ...arrival, expected: identity, knownName: name }),
    );
  }

  /** Somebody who was let in will not come in: it withdrew, or the door closed before it answered. */
  vanished(session: VisitorSession): void {
    const { members } = this;
    const member = this.#arriving.get(session);
    const isHere = member && members.get(session.id) === member;
    if (isHere && member.state.phase === 'arriving') members.drop(member);
  }
}
