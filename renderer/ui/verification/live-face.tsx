import { useSelected } from '../context';
import type { PeerView } from '../../state/contract';
import { Avatar } from '../components/avatar';
import { StillVideo } from '../components/video';

/** The live face of whom one talks to; the letter of the name while there is none. */
export function Face({ peer, name }: { peer: PeerView | undefined; name: string }) {
  const stream = useSelected(({ streams }) => peer && streams.get(peer.peerId));
  if (stream === undefined || peer?.camera !== true || peer.link !== 'open') return <Avatar name={name} />;
  return (
    <span className="face night">
      <StillVideo stream={stream} />
    </span>
  );
}
