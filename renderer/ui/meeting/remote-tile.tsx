import { ShieldQuestionMark } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { useTellsShown } from './measure';
import { nameInText } from '../text';
import { Avatar } from '../components/avatar';
import { StandingBadge } from '../components/badge';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { Name } from '../components/name';
import { MutedMark } from './self-tile';
import { SpeaksMark } from './speaks-mark';
import { PinnedSign } from '../seeing/pinned-sign';
import { ShareSign } from '../sharing/share-sign';
import { TileMenu, TileMenuButton } from '../seeing/tile-menu';
import type { TilePlace } from '../seeing/speaker-places';
import { mostUrgent } from '../seeing/tile-word';
import { SpotlightSign } from '../spotlight/spotlight-sign';
import { TileSigns } from '../speaking-up/tile-signs';
import { useSecondsWhile } from './seconds-while';
import { showsPicture, tileFacts } from './tile-facts';
import { NoPath, Wait } from './tile-trouble';
import { TwinLine } from '../people/trust-lines';
import { RemoteVideo } from '../components/video';

/** An interruption is told from here on: shorter ones heal by themselves. */
const TROUBLE_TOLD_AFTER_S = 2;
/** By then a connection would stand if there were a path for it. */
const NO_PATH_TOLD_AFTER_S = 20;

interface RemoteTileProps {
  peer: PeerView;
  /** On another page of the stage somebody is heard, and not seen. */
  place: TilePlace | undefined;
  /** The menu opens or closes. */
  onMenu: (isOpen: boolean) => void;
  /** Opens the chat, to this person alone. */
  onWrite: () => void;
}

export function RemoteTile({ peer, place, onMenu, onWrite }: RemoteTileProps) {
  const { stream, isPaused, isHeard, isWanted, isPinned, isGroup, volume, ...truths } = useSelected(
    (snapshot) => tileFacts(snapshot, peer),
  );
  const tile = useRef<HTMLElement>(null);
  const menuId = useId();
  const menuButton = useRef<HTMLButtonElement>(null);
  const [menuIsOpen, setMenuIsOpen] = useState(false);
  useTellsShown(peer.peerId, tile);
  const { openVerification, pin } = useActions();
  const { t } = useTranslation();
  const lostFor = useSecondsWhile(peer.link === 'interrupted');
  const hasNoPath = useSecondsWhile(peer.link !== 'open') >= NO_PATH_TOLD_AFTER_S;
  const isLost = lostFor >= TROUBLE_TOLD_AFTER_S;
  const isHeldBack = peer.trust === 'changed';
  const isReady = peer.link !== 'opening' && !isHeldBack;
  const hasPicture = showsPicture(peer, { isPaused, isWanted });
  // With its tile the menu goes without a word.
  if (menuIsOpen && !isReady) setMenuIsOpen(false);
  useEffect(() => {
    if (!menuIsOpen) return;
    onMenu(true);
    return () => {
      onMenu(false);
    };
  }, [menuIsOpen, onMenu]);
  const speaks = peer.microphone && isHeard;
  return (
    <>
      <figure
        ref={tile}
        className={['tile night', place?.className].filter(Boolean).join(' ')}
        style={place?.style}
        tabIndex={0}
        data-trust={peer.trust}
        data-lost={isLost}
        data-speaks={speaks}
        data-testid={`tile-${peer.peerId}`}
        onKeyDown={({ key, target, currentTarget, repeat }) => {
          if (key === 'Enter' && target === currentTarget && isGroup && !repeat) pin(peer.peerId, !isPinned);
        }}
        onContextMenu={(event) => {
          // By the pointer, by the Menu key, and by Shift+F10.
          event.preventDefault();
          if (!menuIsOpen) menuButton.current?.click();
        }}
      >
        <RemoteVideo
          stream={isHeldBack ? undefined : stream}
          volume={volume}
          isShown={hasPicture}
          testId={`video-${peer.peerId}`}
        />
        {isReady && !hasPicture && (
          <span className="tile-empty" data-testid="tile-camera-off">
            <Avatar name={peer.name} size="portrait" />
            {!isLost && isWanted && (
              <span className="small quiet">
                {t(peer.camera ? 'meeting:machine.paused' : 'meeting:cameraOff')}
              </span>
            )}
          </span>
        )}
        {isHeldBack && (
          <p className="wait small" data-testid="tile-held-back">
            {t('verification:trust.changedTile', { name: nameInText(t, peer.name) })}
          </p>
        )}
        {hasNoPath && !isHeldBack && <NoPath peer={peer} />}
        {peer.link === 'opening' && !isHeldBack && !hasNoPath && (
          <Wait title={t('meeting:connecting', { name: nameInText(t, peer.name) })} />
        )}
        {isLost && !hasNoPath && (
          <Wait
            title={t('meeting:reconnecting', { name: nameInText(t, peer.name) })}
            text={t('meeting:forSeconds', { count: lostFor })}
          />
        )}
        {!isHeldBack && (
          <TileSigns of={peer.peerId} word={mostUrgent({ reconnecting: isLost, ...truths })}>
            <SpotlightSign of={peer.peerId} />
            <ShareSign share={peer.share} />
            {isPinned && <PinnedSign />}
            {isReady && <TileMenuButton ref={menuButton} id={menuId} name={peer.name} isOpen={menuIsOpen} />}
          </TileSigns>
        )}
        <figcaption className="plate">
          {!peer.microphone && peer.link !== 'opening' && <MutedMark />}
          {speaks && <SpeaksMark />}
          <Name of={peer.name} />
          {peer.contactName !== null && (
            <span className="cut own-name" data-testid="contact-name">
              {t('verification:trust.contactShort', { name: nameInText(t, peer.contactName) })}
            </span>
          )}
          <StandingBadge standing={peer.trust} />
          <TwinLine sharesNameWith={peer.sharesNameWith} />
        </figcaption>
        {isReady && (
          <div className="corner">
            <Button
              data-testid="safety-open"
              onClick={() => {
                openVerification(peer.peerId);
              }}
            >
              <Icon of={ShieldQuestionMark} size="small" />
              <span className="words">{t('meeting:control.safety')}</span>
            </Button>
          </div>
        )}
      </figure>
      {isReady && (
        <TileMenu id={menuId} peer={peer} isOpen={menuIsOpen} onToggle={setMenuIsOpen} onWrite={onWrite} />
      )}
    </>
  );
}
