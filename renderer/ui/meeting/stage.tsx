import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { arrange, type Arrangement } from './arrange';
import { useSelected } from '../context';
import { useBox } from './measure';
import type { InsidePhase } from '../phases';
import { InviteCard } from '../invites/invite-card';
import { KnockList } from '../people/knock-card';
import { MachineNotice } from './machine-notice';
import { RemoteTile } from './remote-tile';
import { SelfTile } from './self-tile';
import { StagePages } from './stage-pages';

interface StageProps {
  meeting: InsidePhase;
  app: AppView;
  /** False while the panel beside the stage shows them. */
  knocksAreHere: boolean;
}

type Layout = 'alone' | 'two' | 'grid';

function layoutOf(others: number): Layout {
  if (others === 0) return 'alone';
  return others === 1 ? 'two' : 'grid';
}

/**
 * The pictures. Two people: the other one large, oneself small in the corner. More: a grid, and pages when they
 * would become too small. Who speaks does not move them: the pictures that are asked for would tell the network.
 */
export function Stage({ meeting, app, knocksAreHere }: StageProps) {
  const tiles = useRef<HTMLDivElement>(null);
  const box = useBox(tiles);
  const [chosenPage, choosePage] = useState(0);
  const dominant = useSelected(({ speaking }) => speaking.dominant);
  const { peers } = meeting;
  const { speakerId } = app.settings;
  const layout = layoutOf(peers.length);
  // Oneself is on every page.
  const arrangement = arrange(peers.length + 1, layout === 'grid' ? box : null);
  const othersPerPage = Math.max(1, arrangement.perPage - 1);
  const pages = Math.max(1, Math.ceil(peers.length / othersPerPage));
  const page = Math.min(chosenPage, pages - 1);
  const pageOf = (index: number): number => Math.floor(index / othersPerPage);
  const speaker = peers.findIndex(({ peerId }) => peerId === dominant);
  return (
    <div className="stage">
      <div
        className={`tiles ${layout}`}
        ref={tiles}
        style={layout === 'grid' ? placesOf(arrangement) : undefined}
      >
        {peers.map((peer, index) => (
          <RemoteTile key={peer.peerId} peer={peer} speakerId={speakerId} isHere={pageOf(index) === page} />
        ))}
        <SelfTile self={meeting.self} />
        {layout === 'alone' ? (
          <div className="beside">
            {knocksAreHere && <KnockList knocks={meeting.knocks} />}
            {meeting.role === 'host' ? <InviteCard meeting={meeting} app={app} /> : <Waiting />}
          </div>
        ) : (
          knocksAreHere && (
            <div className="over-stage">
              <KnockList knocks={meeting.knocks} />
            </div>
          )
        )}
      </div>
      {pages > 1 && (
        <StagePages
          page={page}
          pages={pages}
          onPage={choosePage}
          speaker={
            speaker < 0 || pageOf(speaker) === page
              ? null
              : { name: peers[speaker]?.name ?? '', page: pageOf(speaker) }
          }
        />
      )}
      <MachineNotice />
    </div>
  );
}

function placesOf({ columns, rows }: Arrangement): Record<`--${string}`, number> {
  return { '--columns': columns, '--rows': rows };
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <section className="card invite">
      <h2>{t('meeting:guestAlone')}</h2>
      <p>{t('meeting:guestAloneText')}</p>
    </section>
  );
}
