/** What the window is told of people: names and states, never keys. */
import type { KnockView, PeerView } from '../ipc';
import type { Member } from './member';
import type { VisitorSession } from './visitor-session';

export function peerView(member: Member): PeerView {
  const { state, path, name, facts } = member;
  const open = state.phase === 'open' ? state : { microphone: false, camera: false };
  return { peerId: facts.peerId, name, link: path, microphone: open.microphone, camera: open.camera };
}

export function knockView({ id, visitor, state }: VisitorSession): KnockView {
  return { knockId: id, name: visitor.knock.name, since: state.phase === 'asking' ? state.since : 0 };
}
