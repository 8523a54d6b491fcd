import { useTranslation } from 'react-i18next';
import type { RelayStatus } from '../../state/contract';
import type { InsidePhase } from '../phases';
import { InviteCard } from './invite-card';
import { KnockList } from './knock-card';
import { RemoteTile } from './remote-tile';
import { SelfTile } from './self-tile';

interface StageProps {
  meeting: InsidePhase;
  speakerId: string | null;
  relays: readonly RelayStatus[];
  /** False while the panel beside the stage shows them. */
  knocksAreHere: boolean;
}

type Layout = 'alone' | 'two' | 'grid';

function layoutOf(others: number): Layout {
  if (others === 0) return 'alone';
  return others === 1 ? 'two' : 'grid';
}

/** The pictures. Two people: the other one large, oneself small in the corner. More: a grid. */
export function Stage({ meeting, speakerId, relays, knocksAreHere }: StageProps) {
  const layout = layoutOf(meeting.peers.length);
  const columns = Math.ceil(Math.sqrt(meeting.peers.length + 1));
  return (
    <div className={`tiles ${layout}`} style={layout === 'grid' ? { '--columns': columns } : undefined}>
      {meeting.peers.map((peer) => (
        <RemoteTile key={peer.peerId} peer={peer} speakerId={speakerId} />
      ))}
      <SelfTile self={meeting.self} />
      {layout === 'alone' ? (
        <div className="beside">
          {knocksAreHere && <KnockList knocks={meeting.knocks} />}
          {meeting.role === 'host' ? <InviteCard meeting={meeting} relays={relays} /> : <Waiting />}
        </div>
      ) : (
        knocksAreHere && (
          <div className="over-stage">
            <KnockList knocks={meeting.knocks} />
          </div>
        )
      )}
    </div>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <section className="card invite">
      <h2>{t('meeting.guestAlone')}</h2>
      <p>{t('meeting.guestAloneText')}</p>
    </section>
  );
}
