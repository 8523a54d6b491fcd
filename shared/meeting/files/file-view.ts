/** How far a file has come, as it is shown. */
import type { WallTime } from '../../clocks';
import type { ChatPersonView, FileReceiverView, FileStateView, FileView } from '../views';
import type { IncomingFile } from './incoming-file';
import type { Delivery, OutgoingFile } from './outgoing-file';

type IsReached = (peerId: string) => boolean;

export function incomingView(
  file: IncomingFile,
  about: { key: string; from: ChatPersonView; to: ChatPersonView | null; at: WallTime; isReached: IsReached },
): FileView {
  const { key, from, to, at, isReached } = about;
  return {
    id: key,
    name: file.facts.name,
    size: file.facts.size,
    mine: false,
    ...{ from, to, at },
    state: stateOf(file, isReached(from.peerId)),
    bytes: file.bytes,
    wanted: file.facts.size,
    speed: file.speed,
    receivers: [],
  };
}

function stateOf({ state }: IncomingFile, isReached: boolean): FileStateView {
  switch (state.state) {
    case 'running':
      return isReached ? 'running' : 'waiting';
    case 'held':
      return state.by === 'me' ? 'held-here' : state.by === 'sender' ? 'held-there' : state.by;
    case 'ended':
      return state.why;
    case 'offered':
    case 'done':
    case 'damaged':
      return state.state;
  }
}

export function outgoingView(
  file: OutgoingFile,
  { key, at, from, isReached }: { key: string; at: WallTime; from: ChatPersonView; isReached: IsReached },
): FileView {
  const { name, size } = file.file;
  const receivers = [...file.deliveries.values()].map((delivery): FileReceiverView => {
    const isAway = delivery.state === 'running' && !isReached(delivery.to.peerId);
    return {
      ...delivery.to,
      state: isAway ? 'waiting' : receiverState(delivery),
      bytes: file.bytesOf(delivery),
    };
  });
  const wanting = receivers.filter(
    ({ state }) => !['offered', 'declined', 'cancelled', 'gone'].includes(state),
  );
  const [only] = receivers;
  return {
    id: key,
    ...{ name, size, from, at, receivers },
    mine: true,
    to: file.isToAll || !only ? null : { peerId: only.peerId, name: only.name },
    state: file.ended ?? (file.isHeld && !file.isOver ? 'held-here' : together(receivers)),
    bytes: wanting.reduce((sum, { bytes }) => sum + bytes, 0),
    wanted: wanting.length * size,
    speed: file.speed,
  };
}

function receiverState({ state }: Delivery): FileStateView {
  return state === 'held' ? 'held-there' : state;
}

/** What still goes on comes first. */
const ORDER: readonly FileStateView[] = ['running', 'waiting', 'held-there', 'damaged', 'offered', 'done'];

function together(receivers: readonly FileReceiverView[]): FileStateView {
  const [first] = receivers;
  return ORDER.find((state) => receivers.some((one) => one.state === state)) ?? first?.state ?? 'gone';
}
