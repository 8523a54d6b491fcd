import { useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView, PeerView } from '../../state/contract';
import { arrange } from './arrange';
import { useSelected } from '../context';
import { useBox, useTellsAlike } from './measure';
import type { InsidePhase } from '../phases';
import { InviteCard } from '../invites/invite-card';
import { KnockList } from '../people/knock-list';
import type { KnockChoices } from '../people/use-knock-rows';
import { MachineNotice } from './machine-notice';
import { RemoteTile } from './remote-tile';
import { SelfTile } from './self-tile';
import { StagePages } from './stage-pages';
import { largeArea, speakerPlaces, type SpeakerPlaces, type TilePlace } from '../seeing/speaker-places';
import { moveBetweenTiles } from '../seeing/tile-focus';
import { useHeld } from '../seeing/use-held';
import { useLayout } from '../seeing/use-layout';
import { useSpeakerOrder } from '../seeing/use-speaker-order';
import { ShareViewer } from '../sharing/share-viewer';
import { useWatched } from '../sharing/use-watched';

interface StageProps {
  meeting: InsidePhase;
  app: AppView;
  /** Null while the panel beside the stage shows them. */
  knocks: KnockChoices | null;
  /** Opens the chat, to this person alone. */
  onWrite: (peer: PeerView) => void;
}

/**
 * The pictures. Two people: the other one large, oneself small in the corner. More: a grid, and pages when they
 * would become too small; or the speaker view, where all pictures are asked for alike. In the grid who speaks moves
 * nobody. Either way the pictures that are asked for tell the network nothing of it.
 */
export function Stage({ meeting, app, knocks, onWrite }: StageProps) {
  const tiles = useRef<HTMLDivElement>(null);
  const box = useBox(tiles);
  const [chosenPage, choosePage] = useState(0);
  const { dominant, hidesSelf } = useSelected(({ speaking, seeing }) => ({
    dominant: speaking.dominant,
    hidesSelf: seeing.hidesSelf,
  }));
  const layout = useLayout();
  const { peers } = meeting;
  const count = peers.length;
  const { sharers, watched } = useWatched(peers);
  const isGrid = count > 1 && layout === 'grid' && watched === null;
  const isSpeaker = count > 1 && layout === 'speaker' && watched === null;
  const showsSelf = count === 0 || !hidesSelf;
  // Oneself is on every page.
  const ownTiles = showsSelf ? 1 : 0;
  const arrangement = arrange(Math.max(1, count + ownTiles), isGrid ? box : null);
  const perPage = Math.max(1, arrangement.perPage - ownTiles);
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(chosenPage, pages - 1);
  const pageOf = (index: number): number => Math.floor(index / perPage);
  const speaker = peers.findIndex(({ peerId }) => peerId === dominant);

  const held = useHeld();
  const order = useSpeakerOrder(meeting, held.isHeld);
  const area = isSpeaker && box !== null ? largeArea(box, innerWidth) : null;
  useTellsAlike(area);
  const places = watched
    ? // Beside a screen nobody moves, whoever speaks: whose picture scrolls out of sight would tell the network.
      speakerPlaces({ large: [], rail: peers.map(({ peerId }) => peerId) }, null, showsSelf)
    : isSpeaker
      ? speakerPlaces(order, area, showsSelf)
      : gridPlaces();

  return (
    <div className="stage">
      <div
        className={`tiles ${places.all.className}`}
        ref={tiles}
        style={places.all.style}
        {...held.handlers}
        onKeyDown={moveBetweenTiles}
      >
        {watched && (
          <ShareViewer
            key={watched.peerId}
            peer={watched}
            others={sharers.filter((other) => other !== watched)}
            style={placeOfScreen}
          />
        )}
        {peers.map((peer) => (
          <RemoteTile
            key={peer.peerId}
            peer={peer}
            place={places.of.get(peer.peerId)}
            onMenu={held.onMenu}
            onWrite={() => {
              onWrite(peer);
            }}
          />
        ))}
        {showsSelf && <SelfTile self={meeting.self} place={places.self} />}
        {count === 0 && (
          <div className="beside">
            {knocks && <KnockList choices={knocks} />}
            {meeting.role === 'host' ? <InviteCard meeting={meeting} app={app} /> : <Waiting />}
          </div>
        )}
      </div>
      {count > 0 && knocks && (
        <div className="over-stage">
          <KnockList choices={knocks} />
        </div>
      )}
      {pages > 1 && isGrid && (
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

  function gridPlaces(): SpeakerPlaces {
    const elsewhere = peers.filter((_, index) => pageOf(index) !== page);
    const { columns, rows } = arrangement;
    return {
      all: isGrid
        ? { className: 'grid', style: { '--columns': columns, '--rows': rows } }
        : { className: count === 0 ? 'alone' : 'two' },
      of: new Map(elsewhere.map(({ peerId }): [string, TilePlace] => [peerId, { className: 'elsewhere' }])),
      self: { className: '' },
    };
  }
}

/** The only large one. */
const placeOfScreen: CSSProperties = { '--column': 1, '--row': 0 };

function Waiting() {
  const { t } = useTranslation();
  return (
    <section className="card invite">
      <h2>{t('meeting:guestAlone')}</h2>
      <p>{t('meeting:guestAloneText')}</p>
    </section>
  );
}
